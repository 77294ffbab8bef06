"""Finds a statement among documents on Spark: Parquet of documents in, Parquet of passages and changes out.

    spark-submit spark_find.py statement.txt documents.parquet found

The documents have a column `text`; all their other columns stand beside what is found. `found/passages` and `found/changes` get a
folder for each file of the documents, as that is done: whoever starts again after a stop goes on with the files that are not, and
files that came in since are done too. `spark.read.parquet("found/passages/*")` is all of it. The workers need this package: with
PYSPARK_PYTHON set to a Python that has it, or sent along (`--archives`).
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import enregard
import pyarrow
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql.pandas.types import from_arrow_schema, to_arrow_schema

OUTPUTS: dict[str, enregard.EachFound] = {"passages": "passage", "changes": "change"}


def find(
    documents: DataFrame, finder: enregard.Finder, each: enregard.EachFound = "passage"
) -> DataFrame:
    """What documents hold of a statement; see `enregard.Finder.find_batch`."""

    def found(batches: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        # Spark runs a task a core: threads would only stand in each other's way.
        return (finder.find_batch(batch, each=each, threads=1) for batch in batches)

    # The columns are those that nothing gives.
    nothing = pyarrow.RecordBatch.from_pylist([], schema=to_arrow_schema(documents.schema))
    schema = from_arrow_schema(finder.find_batch(nothing, each=each).schema)
    return documents.mapInArrow(found, schema)


def is_there(spark: SparkSession, path: str) -> bool:
    """Whether a file is, on whatever the cluster keeps files on."""
    jvm, context = spark._jvm, spark.sparkContext._jsc
    assert jvm is not None and context is not None
    file = jvm.org.apache.hadoop.fs.Path(path)
    return bool(file.getFileSystem(context.hadoopConfiguration()).exists(file))


def run(spark: SparkSession, finder: enregard.Finder, source: str, target: str) -> int:
    """Does what is not done, several files at a time, and tells how much that was."""
    files = spark.read.parquet(source).inputFiles()
    names = {file: file.rstrip("/").rpartition("/")[2] for file in files}
    if len(set(names.values())) < len(files):
        raise SystemExit(f"{source}: two files have one name; name them apart, for the results are called after them")
    jobs = [
        (file, f"{target}/{output}/{names[file]}", each)
        for file in files
        for output, each in OUTPUTS.items()
        # Spark writes this file last.
        if not is_there(spark, f"{target}/{output}/{names[file]}/_SUCCESS")
    ]

    def do(job: tuple[str, str, enregard.EachFound]) -> None:
        file, folder, each = job
        find(spark.read.parquet(file), finder, each).write.mode("overwrite").parquet(folder)

    with ThreadPoolExecutor(max_workers=spark.sparkContext.defaultParallelism) as pool:
        for _ in pool.map(do, jobs):
            pass
    return len(jobs)


def main(statement: str, source: str, target: str) -> None:
    finder = enregard.Finder(Path(statement))
    spark = SparkSession.builder.appName("enregard").getOrCreate()
    run(spark, finder, source, target)
    spark.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
