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


def test_a_statement_among_many(tmp_path: Path) -> None:
    import pyarrow.parquet as parquet
    import spark_find

    statement = "Le ministre a signé hier un accord sur la pêche. Il entre en vigueur le 3 mai."
    other = "Le match numéro {} est reporté à dimanche, la pluie ayant noyé le terrain de Lille."
    texts = [f"Il neige. {statement}" if n % 100 == 7 else other.format(n) for n in range(2000)]
    documents = tmp_path / "documents"
    documents.mkdir()
    for file in range(4):
        rows = [{"id": n, "text": texts[n]} for n in range(file * 500, file * 500 + 500)]
        parquet.write_table(pyarrow.Table.from_pylist(rows), documents / f"{file}.parquet")
    finder = enregard.Finder(statement)
    found = tmp_path / "found"
    spark = pyspark.SparkSession.builder.master("local-cluster[2,1,1024]").getOrCreate()
    try:
        (documents / "3.parquet").rename(tmp_path / "later.parquet")
        assert spark_find.run(spark, finder, str(documents), str(found)) == 6
        # What was stopped half done is done again, and a file that came in since.
        (found / "passages" / "1.parquet" / "_SUCCESS").unlink()
        (tmp_path / "later.parquet").rename(documents / "3.parquet")
        assert spark_find.run(spark, finder, str(documents), str(found)) == 3
        assert spark_find.run(spark, finder, str(documents), str(found)) == 0
        told = spark.read.parquet(str(found / "passages" / "*")).toArrow().to_pylist()
    finally:
        spark.stop()
    whole = pyarrow.table({"id": range(2000), "text": texts})
    alone = finder.find_batch(whole).to_pylist()
    key = lambda row: (row["id"], row["statement_start"])  # noqa: E731
    assert sorted(told, key=key) == alone and len(alone) == 40
