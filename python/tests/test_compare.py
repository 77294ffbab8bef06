"""What a comparison gives, and how it fails."""

import threading
import time
from pathlib import Path

import enregard
import pytest

KREMLIN = Path(__file__).parents[2] / "fixtures" / "kremlin"
A = "Les mesures principales sont prises. Le dialogue reprend entre les deux pays."
B = "Les mesures majeures sont prises. Le dialogue reprend entre les pays."


def test_changes_are_told() -> None:
    table = enregard.compare(A, B)
    assert [str(change) for change in table.changes] == ["principales → majeures", "− deux"]
    assert [change.class_ for change in table.changes] == ["wording", "omission"]
    assert table.changes[1].b is None
    assert len(table) == 2 and table.row(2)["A"] == "Le dialogue reprend entre les deux pays."
    assert table.row(1)[1] == "Les mesures majeures sont prises."


def test_places_are_characters() -> None:
    a, b = "🇫🇷 L’été — déjà — fut très court.", "🇫🇷 L’été — déjà — fut très long."
    table = enregard.compare(a, b)
    [change] = table.changes
    assert [text[span[0] : span[1]] for text, span in zip((a, b), change.spans) if span] == ["court", "long"]
    unit = table.witnesses[0].units[0]
    assert a[unit.start : unit.end] == unit.text


def test_three_texts() -> None:
    table = enregard.compare("Il est grand.", "Il est petit.", "Il est grand.", sigla=["X", "Y", "Z"], base="Y")
    [change] = table.changes
    assert change.readings == [["Y"], ["X", "Z"]]
    assert str(change) == "petit Y | grand X Z"
    assert table.base == "Y"
    assert table.similarity("X", "Z") == 1.0
    with pytest.raises(enregard.EnregardError, match="name two of X, Y, Z"):
        table.similarity()


def test_files_of_the_brief() -> None:
    table = enregard.compare(KREMLIN / "001.txt", KREMLIN / "000.txt")
    assert sum(row.kind == "bead" for row in table.rows) == 6
    assert table.facts and {fact.kind for fact in table.facts} <= {"number", "date", "name", "negation"}
    for quotation in table.quotations:
        for passage in quotation.passages:
            text = next(w.text for w in table.witnesses if w.siglum == passage.witness)
            assert " ".join(text[passage.start : passage.end].split()) == passage.text


def test_written_and_loaded(tmp_path: Path) -> None:
    table = enregard.compare(A, B)
    table.save(tmp_path / "t.json")
    again = enregard.load(tmp_path / "t.json")
    assert again.to_json() == table.to_json()
    table.save(tmp_path / "t.xlsx")
    assert (tmp_path / "t.xlsx").read_bytes().startswith(b"PK")
    assert [path.name for path in sorted(tmp_path.iterdir())] == ["t.json", "t.xlsx"]
    assert str(table.to("csv")).startswith("row,kind,moved")
    assert isinstance(table.to("xlsx"), bytes)
    # Others may read it where the mask lets them.
    (tmp_path / "plain").touch()
    assert (tmp_path / "t.json").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_notebook() -> None:
    table = enregard.compare("Il dit <b>non</b> & \"oui\".", "Il dit <i>non</i> & \"oui\".")
    html = table._repr_html_()
    assert html.startswith("<iframe") and html.count("<iframe") == 1
    assert 'srcdoc="' in html and "&quot;" in html


def test_errors_say_what_the_command_says(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="missing.txt"):
        enregard.compare(tmp_path / "missing.txt", A)
    with pytest.raises(IsADirectoryError):
        enregard.compare(tmp_path, A)
    (tmp_path / "nul.txt").write_bytes(b"a\0b")
    with pytest.raises(enregard.EnregardError, match="nul.txt"):
        enregard.compare(tmp_path / "nul.txt", A)
    with pytest.raises(ValueError, match="it is clause, sentence, line or paragraph"):
        enregard.compare(A, B, unit="word")  # type: ignore[arg-type]
    with pytest.raises(enregard.EnregardError, match="no such class"):
        enregard.compare(A, B, ignore=["colour"])  # type: ignore[list-item]
    with pytest.raises(enregard.EnregardError, match="there is one text only"):
        enregard.compare(A)
    with pytest.raises(TypeError, match="a text is a str, or a path .*; int is neither"):
        enregard.compare(A, 3)  # type: ignore[arg-type]
    nowhere = tmp_path / "nowhere"
    with pytest.raises(FileNotFoundError, match=f"table.csv: cannot be written: there is no folder {nowhere}"):
        enregard.compare(A, B).save(nowhere / "table.csv")
    with pytest.raises(FileNotFoundError, match="missing.json: no such file"):
        enregard.load(tmp_path / "missing.json")
    with pytest.raises(enregard.EnregardError, match="stands twice"):
        enregard.compare(A, B, sigla=["A", "A"])
    with pytest.raises(enregard.EnregardError, match="does not say a format"):
        enregard.compare(A, B).save(tmp_path / "table.unknown")
    with pytest.raises(KeyError, match="the texts are A, B"):
        enregard.compare(A, B).row(1)["C"]
    with pytest.raises(IndexError):
        enregard.compare(A, B).row(9)


def test_the_name_of_a_file_is_no_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(A)
    with pytest.warns(UserWarning, match=r"its file is Path\('a.txt'\)"):
        table = enregard.compare("a.txt", B)
    assert table.witnesses[0].text == "a.txt"


def test_strange_texts() -> None:
    for text in ["", " ", "\ufeff", "\u202e\x1b[31m", "a" * 10_000, "\ud7ff", "𝔸 " * 300]:
        table = enregard.compare(text, A)
        assert "".join(table.witnesses[0].text.split()) == "".join(text.replace("\ufeff", "").split())
        table.view("side"), table.to_html(), table.to_arrow("change"), repr(table)
    with pytest.raises(enregard.EnregardError):
        enregard.compare("a\0b", A)
    with pytest.raises(UnicodeEncodeError):
        enregard.compare("\ud800", A)


def test_views() -> None:
    table = enregard.compare(A, B)
    assert "majeures" in str(table) and "\x1b[" not in str(table)
    assert "\x1b[" in table.view("side", width=120, color=True)
    for layout in ["side", "stacked", "apparatus", "inline", "table", "summary"]:
        assert table.view(layout)  # type: ignore[arg-type]
    assert table.stats()["witnesses"]
    assert table.summary()["differences"]["wording"] == 1


def test_ignored_and_lexicon(tmp_path: Path) -> None:
    assert not enregard.compare("Le Roi.", "Le roi.", ignore=["case"]).changes
    pairs = [("Le gosse dort.", "Le môme dort."), ("Un gosse crie.", "Un môme crie."), ("Ce gosse rit.", "Ce môme rit.")]
    lexicon = enregard.learn(pairs, language="fr")
    assert ("gosse", "môme") in [pair[:2] for pair in lexicon.pairs]
    lexicon.save(tmp_path / "fr.tsv")
    again = enregard.Lexicon.read(tmp_path / "fr.tsv")
    assert again.pairs == lexicon.pairs and again.language == "fr"
    assert enregard.compare(A, B, lexicon=again).changes
    with pytest.raises(enregard.EnregardError, match="of one language"):
        enregard.learn([("Le chat dort dans la maison.", "The cat is sleeping in the house.")])


def test_other_threads_run_meanwhile() -> None:
    text = (KREMLIN / "000.txt").read_text(encoding="utf-8") * 20
    beats = 0
    done = threading.Event()

    def compare() -> None:
        enregard.compare(text, text.replace("a", "e"))
        done.set()

    threading.Thread(target=compare).start()
    while not done.is_set():
        beats += 1
        time.sleep(0.001)
    assert beats > 1


def test_segment_and_words() -> None:
    units = enregard.segment("M. Hugo écrit. Il vit.", language="fr")
    assert [unit.text for unit in units] == ["M. Hugo écrit.", "Il vit."]
    pairs = enregard.words(["le", "chat", "noir"], ["le", "chat", "blanc"], language="fr")
    assert [(pair.a, pair.b) for pair in pairs] == [(0, 0), (1, 1), (2, 2)]
    assert pairs[2].class_ == "wording" and 0 < pairs[2].probability <= 1
    assert enregard.words("", "a b") == []
