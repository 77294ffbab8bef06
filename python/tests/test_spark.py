"""The example for Spark, on a cluster of two workers."""

import os
import sys
from pathlib import Path

import enregard
import pyarrow
import pytest

pyspark = pytest.importorskip("pyspark.sql")
# The workers run the Python that runs this.
os.environ["PYSPARK_PYTHON"] = sys.executable
sys.path.insert(0, str(Path(__file__).parents[1] / "examples"))


def test_many_pairs(tmp_path: Path) -> None:
    import pyarrow.parquet as parquet
    import spark_compare

    rows = [{"id": n, "a": f"Il a {n} chats noirs.", "b": f"Il a {n + n % 2} chats gris."} for n in range(2000)]
    pairs = pyarrow.Table.from_pylist(rows)
    parquet.write_table(pairs, tmp_path / "pairs.parquet")
    spark = pyspark.SparkSession.builder.master("local-cluster[2,1,1024]").getOrCreate()
    try:
        frame = spark.read.parquet(str(tmp_path / "pairs.parquet")).repartition(8)
        spark_compare.compare(frame).write.parquet(str(tmp_path / "changes.parquet"))
    finally:
        spark.stop()
    told = parquet.read_table(tmp_path / "changes.parquet").to_pylist()
    alone = enregard.compare_batch(pairs.combine_chunks().to_batches()[0], each="change").to_pylist()
    key = lambda row: (row["id"], row["a_start"] or 0, row["class"])  # noqa: E731
    assert sorted(told, key=key) == sorted(alone, key=key)
    assert len(told) == 3000
