"""Tables in Arrow, and batches: taken by the programs that people have."""

import pickle
from pathlib import Path

import duckdb
import enregard
import pandas
import polars
import pyarrow
import pytest

A = "Les mesures principales sont prises. Le dialogue reprend entre les deux pays."
B = "Les mesures majeures sont prises. Le dialogue reprend entre les pays."


def pairs() -> pyarrow.RecordBatch:
    rows = [
        {"id": "one", "a": A, "b": B, "year": 2024},
        {"id": "two", "a": "Il pleut.", "b": None, "year": 2025},
        {"id": "three", "a": "Il a 3 chats.", "b": "Il a 4 chats.", "year": None},
    ]
    return pyarrow.RecordBatch.from_pylist(rows)


def test_a_table_is_taken_by_all() -> None:
    table = enregard.compare(A, B)
    arrow = pyarrow.table(table)
    assert arrow.column("A").to_pylist()[0] == "Les mesures principales sont prises."
    assert arrow.column("A_units").to_pylist() == [[0], [1]]
    assert polars.from_arrow(arrow).height == 2  # type: ignore[union-attr]
    changes = table.to_arrow("change")
    frame = polars.DataFrame(changes)
    assert frame["class"].to_list() == ["wording", "omission"]
    rows = frame.select("A_start", "A_end").rows()
    assert [A[start:end] for start, end in rows] == ["principales", "deux"]
    assert pandas.DataFrame(pyarrow.table(changes).to_pandas())["B"].tolist()[0] == "majeures"
    told = pyarrow.table(changes)
    counted = duckdb.sql("select count(*) from told where class = 'wording'")
    assert counted is not None and counted.fetchall() == [(1,)]
    assert table.to_arrow("summary").num_rows == 1
    assert table.to_arrow("fact").column_names[:3] == ["row", "kind", "contradiction"]


@pytest.mark.parametrize("each", ["row", "change", "fact", "summary"])
def test_a_batch(each: str) -> None:
    result = enregard.compare_batch(pairs(), each=each)  # type: ignore[arg-type]
    assert isinstance(result, pyarrow.RecordBatch)
    assert result.schema.names[:2] == ["id", "year"] and result.schema.names[-1] == "error"
    told = result.to_pylist()
    failed = [row for row in told if row["error"]]
    assert [(row["id"], row["year"], row["error"]) for row in failed] == [("two", 2025, "b: there is no text")]
    assert {row["id"] for row in told} >= ({"one", "two", "three"} if each != "fact" else {"two", "three"})
    again = enregard.compare_batch(pairs(), each=each, threads=1)  # type: ignore[arg-type]
    assert again == result
    none = enregard.compare_batch(pairs().slice(0, 0), each=each)  # type: ignore[arg-type]
    assert none.schema == result.schema and none.num_rows == 0


def test_a_batch_says_what_a_table_says() -> None:
    result = enregard.compare_batch(pairs(), each="change").to_pylist()
    one = [row for row in result if row["id"] == "one"]
    table = enregard.compare(A, B, sigla=["a", "b"])
    assert [(row["a"], row["b"], row["class"]) for row in one] == [(c.a, c.b, c.class_) for c in table.changes]
    facts = enregard.compare_batch(pairs(), each="fact").to_pylist()
    assert [(row["id"], row["kind"], row["a"], row["b"]) for row in facts if row["kind"]] == [
        ("three", "number", "3", "4"),
    ]


def test_batches_of_others() -> None:
    frame = polars.DataFrame({"source": [A] * 100, "cible": [B] * 100, "n": range(100)})
    result = enregard.compare_batch(frame, texts=["source", "cible"], each="change")
    assert isinstance(result, enregard.RecordBatch)
    assert polars.DataFrame(result)["n"].to_list() == [n for n in range(100) for _ in range(2)]
    three = pyarrow.RecordBatch.from_pylist([{"a": "Il est grand.", "b": "Il est petit.", "c": "Il est grand."}])
    [change] = enregard.compare_batch(three, texts=["a", "b", "c"], each="change").to_pylist()
    assert change["readings"] == "a c | b"


def test_texts_of_every_kind_and_in_pieces() -> None:
    texts = [A, None, "Il pleut.", A]
    plain = pyarrow.array(texts)
    kinds = [
        plain,
        plain.cast(pyarrow.large_string()),
        plain.cast(pyarrow.string_view()),
        plain.dictionary_encode(),
        pyarrow.array(texts, pyarrow.large_string()).dictionary_encode(),
    ]
    tags = pyarrow.array([["x"], [], None, ["y", "z"]])
    nested = pyarrow.array([{"n": i} for i in range(4)])
    answers = []
    for kind in kinds:
        names = ["a", "b", "tags", "nested"]
        whole = pyarrow.table([kind, pyarrow.array([B] * 4), tags, nested], names)
        pieces = pyarrow.concat_tables([whole.slice(0, 1), whole.slice(1, 0), whole.slice(1)])
        for given in (whole, pieces):
            answers.append(pyarrow.table(enregard.compare_batch(given, each="change")).to_pylist())
    assert all(answer == answers[0] for answer in answers)
    assert [line["tags"] for line in answers[0] if line["class"] == "omission"] == [
        ["x"],
        None,
        ["y", "z"],
    ]
    assert answers[0][-1]["nested"] == {"n": 3}
    empty = pyarrow.table([pyarrow.nulls(1), pyarrow.array([B])], ["a", "b"])
    assert enregard.compare_batch(empty).to_pylist()[0]["error"] == "a: there is no text"


def test_batches_that_are_refused() -> None:
    with pytest.raises(enregard.EnregardError, match="^texts: no column x; there are id, a, b, year"):
        enregard.compare_batch(pairs(), texts=["a", "x"])
    with pytest.raises(enregard.EnregardError, match="two columns"):
        enregard.compare_batch(pairs(), texts=["a"])
    clash = pyarrow.RecordBatch.from_pylist([{"a": "x", "b": "y", "row": 1}])
    with pytest.raises(enregard.EnregardError, match="rename it"):
        enregard.compare_batch(clash)
    with pytest.raises((TypeError, ValueError)):
        enregard.compare_batch([{"a": "x"}])
    with pytest.raises(enregard.EnregardError, match="^column b: Int64 is no text"):
        enregard.compare_batch(pyarrow.table({"a": ["x"], "b": [1]}))


def test_a_statement_among_documents(tmp_path: Path) -> None:
    statement = "Le ministre a signé hier un accord sur la pêche. Il entre en vigueur le 3 mai."
    article = f"Il neige à Paris. {statement.replace('3 mai', '4 mai')} Le match est reporté."
    other = "Le match est reporté à dimanche, la pluie ayant noyé le terrain de Lille."
    (tmp_path / "statement.txt").write_text(statement)
    (tmp_path / "article.txt").write_text(article)
    finder = enregard.Finder(statement)
    found = finder.find(article)
    assert found is not None and found.coverage == 1.0 and found.sure > 0.9
    [first, second] = found.passages
    assert (first.kind, first.similarity, first.row) == ("rendering", 1.0, 2)
    for passage in found.passages:
        start, end = passage.document_span
        assert article[start:end] == passage.document
        start, end = passage.statement_span
        assert statement[start:end] == passage.statement
    assert second.similarity is not None and second.similarity < 1.0
    assert finder.find(other) is None
    of_file = enregard.Finder(tmp_path / "statement.txt").find(tmp_path / "article.txt")
    assert of_file is not None and of_file.coverage == 1.0

    rows = [{"n": n, "text": text} for n, text in enumerate([other, article, None, "", article])]
    batch = pyarrow.RecordBatch.from_pylist(rows)
    for each in ("document", "passage", "change", "fact"):
        alone = finder.find_batch(batch, each=each, threads=1)
        assert alone.to_pylist() == finder.find_batch(batch, each=each).to_pylist()
        assert alone.to_pylist() == pickle.loads(pickle.dumps(finder)).find_batch(batch, each=each).to_pylist()
        assert [row["n"] for row in alone.to_pylist()] == sorted([1, 4] * (alone.num_rows // 2))
        table = finder.find_batch(pyarrow.table(batch), each=each)
        assert isinstance(table, pyarrow.Table) and table.to_pylist() == alone.to_pylist()
    told = finder.find_batch(batch, each="fact").to_pylist()[0]
    assert (told["statement"], told["document"]) == ("3 mai", "4 mai")
    assert finder.find_batch(batch.slice(0, 0)).num_rows == 0
    with pytest.raises(enregard.EnregardError, match="no column corps; there are n, text"):
        finder.find_batch(batch, text="corps")
    with pytest.raises(enregard.EnregardError, match="no text to look for"):
        enregard.Finder("  ")
