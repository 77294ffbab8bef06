"""Opens every format with the software it is for.

    check.py ENREGARD A B [TEI_ALL.RNG]

A and B are two renderings of one text; with the RelaxNG schema of the TEI its format is validated. Each check names what it found; the first that fails stops everything.
"""

import json
import pathlib
import subprocess
import sys
import tempfile

import openpyxl
import pandas
from Bio import Phylo
from lxml import etree
from rows import cells
from tei import TEI, XML, given_back
from translate.storage import tmx as translate_tmx

PROGRAM, *TEXTS = (str(pathlib.Path(name).resolve()) for name in sys.argv[1:4])
SCHEMA = sys.argv[4] if len(sys.argv) > 4 else None
SIGLA = ["A", "B"]
COLUMNS = "row kind moved A_units A B_units B similarity confidence changes status note".split()


def main():
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        names = [f"t.{e}" for e in "json jsonl csv tsv xlsx tmx xml".split()]
        names += ["collatex:t.collatex"]
        outputs = [o for n in names for o in ("-o", n)]
        subprocess.run([PROGRAM, *TEXTS, "--quiet", *outputs], cwd=folder, check=True)
        table = json.loads((folder / "t.json").read_text("utf-8"))
        # Decoded as the program decodes: without the byte order mark, line ends kept.
        texts = [pathlib.Path(f).read_bytes().decode("utf-8-sig") for f in TEXTS]
        assert [w["text"] for w in table["witnesses"]] == texts
        expected = rows_of(table)
        for check in [csv, tsv, jsonl, xlsx, tmx, tei, collatex, newick, corrections]:
            check(folder, table, texts, expected)
            print(f"{check.__name__}: read")


def rows_of(table):
    """What the columns with texts and units hold, row by row."""
    return [[row["row"], *texts] for row, texts in zip(table["rows"], cells(table))]


def same_rows(frame, expected):
    assert list(frame.columns)[: len(COLUMNS)] == COLUMNS, list(frame.columns)
    found = frame[["row", "A", "B"]].fillna("").values.tolist()
    assert found == expected, "the texts of the rows differ"
    beads = frame[frame["kind"] == "bead"]
    assert beads["similarity"].between(0, 1).all() and beads["confidence"].between(0, 1).all()


def csv(folder, table, texts, expected):
    same_rows(pandas.read_csv(folder / "t.csv"), expected)


def tsv(folder, table, texts, expected):
    same_rows(pandas.read_csv(folder / "t.tsv", sep="\t"), expected)


def jsonl(folder, table, texts, expected):
    same_rows(pandas.read_json(folder / "t.jsonl", lines=True), expected)


def xlsx(folder, table, texts, expected):
    book = openpyxl.load_workbook(folder / "t.xlsx", rich_text=True)
    for sheet in book:
        assert sheet.sheet_properties.pageSetUpPr.fitToPage and sheet.page_setup.fitToHeight == 0, sheet.title
        assert sheet.oddHeader.left.text == "001.txt · 000.txt", sheet.oddHeader.left.text
    assert book["alignment"].page_setup.orientation == "landscape"
    assert book["alignment"].print_title_rows == "$1:$1"
    assert book.sheetnames == ["alignment", "statistics"], book.sheetnames
    sheet = book["alignment"]
    assert [c.value for c in sheet[1]] == COLUMNS
    assert sheet.freeze_panes == "A2", sheet.freeze_panes
    assert sheet.auto_filter.ref == f"A1:L{len(expected) + 1}", sheet.auto_filter.ref
    found = [[r[0].value, str(r[4].value or ""), str(r[6].value or "")] for r in sheet.iter_rows(min_row=2)]
    assert found == expected, "the texts of the rows differ"
    coloured = [c for r in sheet.iter_rows(min_row=2) for c in (r[4], r[6]) if not isinstance(c.value, (str, type(None)))]
    assert coloured, "no word is coloured"
    assert all(c.alignment.wrap_text for c in coloured)
    assert all(c.data_type != "f" for r in sheet.iter_rows() for c in r)
    digests = {r[0]: r[1:3] for r in book["statistics"].iter_rows(values_only=True)}["sha256"]
    assert list(digests) == [w["sha256"] for w in table["witnesses"]]


def tmx(folder, table, texts, expected):
    beads = [e for e in expected if e[1] and e[2]]
    with open(folder / "t.tmx", "rb") as file:
        store = translate_tmx.tmxfile(file, "fr-QM", "fr-QN")
    assert len(store.units) == len(beads), (len(store.units), len(beads))
    for unit, (_, a, b) in zip(store.units, beads):
        assert (str(unit.source), str(unit.target)) == (a, b), "a variant was lost"


def tei(folder, table, texts, expected):
    root = etree.parse(folder / "t.xml").getroot()
    assert root.tag == TEI + "TEI", root.tag
    if SCHEMA:
        schema = etree.RelaxNG(etree.parse(SCHEMA))
        assert schema.validate(root), schema.error_log
        next(root.iter(TEI + "app")).append(etree.Element(TEI + "body"))
        assert not schema.validate(root), "the schema takes everything"
        root = etree.parse(folder / "t.xml").getroot()
    sigla = [w.get(XML + "id") for w in root.iter(TEI + "witness")]
    assert sigla == SIGLA, sigla
    # The first text whole, the other up to white space; both whole where everything is shown.
    first, other = given_back(root, sigla)
    assert first == texts[0].strip(), "A is not given back"
    assert other.split() == texts[1].split(), "B is not given back"
    everything = [PROGRAM, *TEXTS, "--quiet", "--show-typographic", "-o", "all.xml"]
    subprocess.run(everything, cwd=folder, check=True)
    root = etree.parse(folder / "all.xml").getroot()
    assert given_back(root, sigla) == [text.strip() for text in texts], "a text is not given back whole"


def collatex(folder, table, texts, expected):
    found = json.loads((folder / "t.collatex").read_text("utf-8"))
    assert found["witnesses"] == SIGLA
    for w, text in enumerate(texts):
        joined = "".join(token["t"] for column in found["table"] for token in column[w])
        assert joined.strip() == text.strip(), f"{SIGLA[w]} is not given back"


def newick(folder, table, texts, expected):
    sigla = ["Segond(1910)", "l'autre", "C_1", "D"]
    files = [*TEXTS, *reversed(TEXTS)]
    command = [PROGRAM, *files, "--quiet", "--sigla", ",".join(sigla), "-o", "t.nwk"]
    subprocess.run(command, cwd=folder, check=True)
    tree = Phylo.read(folder / "t.nwk", "newick")
    assert sorted(leaf.name for leaf in tree.get_terminals()) == sorted(sigla), "a name was lost"
    assert tree.distance("Segond(1910)", "D") == 0, "the same text is apart from itself"
    assert 0.1 < tree.distance("Segond(1910)", "l'autre") <= 1, "texts that differ are near"


def corrections(folder, table, texts, expected):
    def applied(name):
        subprocess.run([PROGRAM, "apply", name, *TEXTS, "--quiet", "-o", "c.json"], cwd=folder, check=True)
        return (folder / "c.json").read_bytes()

    frame = pandas.read_csv(folder / "t.csv", dtype=str, keep_default_na=False)
    frame.sample(frac=1, random_state=1).to_csv(folder / "c.csv", sep=";", index=False, encoding="utf-8-sig")
    assert applied("c.csv") == (folder / "t.json").read_bytes(), "a table that was only sorted has changed"

    book = openpyxl.load_workbook(folder / "t.xlsx")
    sheet = book["alignment"]
    sheet.cell(2, COLUMNS.index("status") + 1).value = "ok"
    sheet.cell(3, COLUMNS.index("note") + 1).value = "look here"
    book.save(folder / "c.xlsx")
    rows = json.loads(applied("c.xlsx"))["rows"]
    assert [r["units"] for r in rows] == [r["units"] for r in table["rows"]]
    assert [r["status"] for r in rows] == ["ok"] + ["auto"] * (len(rows) - 1)
    assert rows[1]["note"] == "look here"


if __name__ == "__main__":
    main()
