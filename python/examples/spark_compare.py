"""Compares the pairs of a Parquet folder on Spark: documents in, changes out.

    spark-submit spark_compare.py pairs.parquet changes.parquet [change|row|fact|summary]

The folder has columns `id`, `a` and `b`. Each partition is compared by itself, batch by batch, and written by itself: a worker
that is lost has its partitions done again, and the result is the same. The workers need this package: with PYSPARK_PYTHON set to
a Python that has it, or sent along (`--archives`).
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

import enregard
import pyarrow
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql.pandas.types import from_arrow_schema, to_arrow_schema


def compare(pairs: DataFrame, each: enregard.Each = "change") -> DataFrame:
    """What differs between the texts of each pair; see `enregard.compare_batch`."""

    def compared(batches: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        # Spark runs a task a core: threads would only stand in each other's way.
        return (enregard.compare_batch(batch, each=each, threads=1) for batch in batches)

    # The columns are those that nothing gives.
    nothing = pyarrow.RecordBatch.from_pylist([], schema=to_arrow_schema(pairs.schema))
    schema = from_arrow_schema(enregard.compare_batch(nothing, each=each).schema)
    return pairs.mapInArrow(compared, schema)


def main(source: str, target: str, each: str = "change") -> None:
    spark = SparkSession.builder.appName("enregard").getOrCreate()
    compare(spark.read.parquet(source), each).write.mode("overwrite").parquet(target)  # type: ignore[arg-type]
    spark.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
