"""Opens the formats of more than two witnesses with the software they are for.

    many.py ENREGARD A B C

A, B and C are renderings of one text. They are compared, and then with two more: a copy of A (D), and A with a few words that no
other has (E). Each check names what it found; the first that fails stops everything.
"""

import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import networkx
import openpyxl
import pandas
import pydot
from lxml import etree
from rows import cells
from tei import TEI, XML, given_back

PROGRAM, *TEXTS = (str(pathlib.Path(name).resolve()) for name in sys.argv[1:5])
# What E has for the words of A, each of which stands once.
EDITS = {"envergure": "ampleur", "interministériel": "administratif", "ininterrompu": "permanent"}
# The colours of `src/hue.rs`: words that one alone has, that some have, of which no two are the same, other forms.
ALONE, SOME, ALL_DIFFER, FORM = "FF006B75", "FFA84200", "FF992B86", "FF2F4FBF"
FORMATS = "t.json t.csv t.xlsx t.tmx t.dot t.graphml t.tex latex-facing:facing.tex apparatus:t.apparatus tei:t.xml tei-standoff:standoff.xml"


def main():
    checks = [csv, xlsx, tmx, tei, standoff, apparatus, latex, latex_facing, graphml, dot]
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        for files in [TEXTS, TEXTS + edited(folder)]:
            outputs = [o for name in FORMATS.split() for o in ("-o", name)]
            subprocess.run([PROGRAM, *files, "--quiet", *outputs], cwd=folder, check=True)
            table = json.loads((folder / "t.json").read_text("utf-8"))
            for check in checks:
                check(folder, table)
                print(f"{len(files)} witnesses, {check.__name__}: read")


def edited(folder):
    """A again, and A with other words."""
    text = pathlib.Path(TEXTS[0]).read_text("utf-8-sig")
    (folder / "D.txt").write_text(text, "utf-8")
    for old, new in EDITS.items():
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    (folder / "E.txt").write_text(text, "utf-8")
    return ["D.txt", "E.txt"]


def sigla(table):
    return [w["siglum"] for w in table["witnesses"]]


def bare(text):
    """A text without its white space."""
    return re.sub(r"\s+", "", text)


def csv(folder, table):
    frame = pandas.read_csv(folder / "t.csv", dtype=str, keep_default_na=False)
    own = [name for siglum in sigla(table) for name in (f"{siglum}_units", siglum)]
    assert list(frame.columns) == ["row", "kind", "moved", *own, "similarity", "confidence", "changes", "status", "note"]
    assert frame[sigla(table)].values.tolist() == cells(table), "the texts of the rows differ"
    # Who reads what is named wherever something differs.
    told = [change for changes in frame["changes"] for change in changes.split("; ") if change]
    names = re.compile(rf"\b({'|'.join(sigla(table))})\b")
    assert told and all(names.search(change) for change in told), told


def xlsx(folder, table):
    sheet = openpyxl.load_workbook(folder / "t.xlsx", rich_text=True)["alignment"]
    columns = {c.value: n for n, c in enumerate(sheet[1])}
    found = {siglum: [] for siglum in sigla(table)}
    for line, texts in zip(sheet.iter_rows(min_row=2), cells(table), strict=True):
        for siglum, text in zip(sigla(table), texts):
            value = line[columns[siglum]].value or ""
            assert str(value) == text, (siglum, str(value), text)
            runs = [] if isinstance(value, str) else [r for r in value if not isinstance(r, str)]
            found[siglum] += [(str(r.text).strip(), r.font.color.rgb) for r in runs if r.font.color is not None and r.font.color.rgb is not None]
    colours = {siglum: {colour for _, colour in runs} for siglum, runs in found.items()}
    assert all(of <= {ALONE, SOME, ALL_DIFFER, FORM} for of in colours.values()), colours
    assert ALONE in colours["C"] and SOME in colours["A"] | colours["B"], colours
    if "E" not in found:
        return
    # D is A again, and has the colours of A, though A is the base; E has them but for the words that it alone has.
    assert found["D"] == found["A"], (found["D"], found["A"])
    assert {text for text, _ in found["D"]} <= set(EDITS), found["D"]
    assert {text for text, _ in found["E"]} >= set(EDITS.values()), found["E"]
    assert len(found["E"]) <= 2 * len(EDITS), found["E"]
    assert ("ampleur", ALONE) in found["E"] or ("ampleur", ALL_DIFFER) in found["E"], found["E"]


def tmx(folder, table):
    root = etree.parse(folder / "t.tmx").getroot()
    expected = [[text for text in texts if text] for texts in cells(table)]
    expected = [texts for texts in expected if len(texts) > 1]
    units = [[tuv.findtext("seg") for tuv in unit.iter("tuv")] for unit in root.iter("tu")]
    assert units == expected, "variants were lost"
    assert max(len(texts) for texts in units) == len(table["witnesses"])


def tei(folder, table):
    root = etree.parse(folder / "t.xml").getroot()
    assert [w.get(XML + "id") for w in root.iter(TEI + "witness")] == sigla(table)
    base, *others = table["witnesses"]
    first, *rest = given_back(root, sigla(table))
    assert first == base["text"].strip(), "the base is not given back"
    for text, witness in zip(rest, others):
        # What has moved stands where the base has it; white space alone does not count.
        assert sorted(text.split()) == sorted(witness["text"].split()) or bare(text) == bare(witness["text"]), witness["siglum"]


def standoff(folder, table):
    root = etree.parse(folder / "standoff.xml").getroot()
    ids = [e.get(XML + "id") for e in root.iter() if e.get(XML + "id") is not None]
    assert len(ids) == len(set(ids)), "an id stands twice"
    places = {name: n for n, name in enumerate(ids)}
    apps = list(root.iter(TEI + "app"))
    assert apps, "no apparatus"
    for app in apps:
        ends = [app.get(end).removeprefix("#") for end in ("from", "to")]
        assert all(end in places for end in ends) and places[ends[0]] <= places[ends[1]], ends
        who = [name.removeprefix("#") for reading in app for name in reading.get("wit").split()]
        assert set(who) <= set(sigla(table)) and len(who) == len(set(who)), who
    base = "".join(root.find(f"{TEI}text/{TEI}body/{TEI}ab").itertext())
    assert bare(base) == bare(table["witnesses"][0]["text"]), "the base is not given back"


def apparatus(folder, table):
    text = (folder / "t.apparatus").read_text("utf-8")
    for witness in table["witnesses"]:
        assert re.search(rf"^{witness['siglum']}  ", text, re.MULTILINE), witness["siglum"]
    entries = [line.strip() for line in text.splitlines() if "] " in line]
    assert entries and all(re.search(r" [A-E]$", entry) for entry in entries), entries
    if len(table["witnesses"]) == 5:
        assert any(re.match(r"envergure\] .*ampleur E", entry) for entry in entries), entries


def latex(folder, table):
    text = (folder / "t.tex").read_text("utf-8")
    assert len(re.findall(r"\\edtext\{", text)) > 20
    typeset(folder, "t.tex", "reledmac.sty")


def latex_facing(folder, table):
    text = (folder / "facing.tex").read_text("utf-8")
    left, right = text.split(r"\begin{Rightside}")
    assert left.count(r"\pstart") == right.count(r"\pstart") > 5
    typeset(folder, "facing.tex", "reledpar.sty")


def typeset(folder, name, style):
    program = shutil.which("lualatex") or shutil.which("xelatex")
    style = shutil.which("kpsewhich") and subprocess.run(["kpsewhich", style], stdout=subprocess.PIPE).stdout
    if not program or not style:
        print("    no TeX with reledmac here: not set")
        return
    # The numbers of lines are known in the second run.
    for _ in range(2):
        run = [program, "-interaction=nonstopmode", "-halt-on-error", name]
        subprocess.run(run, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    assert (folder / name).with_suffix(".pdf").stat().st_size > 10_000


def graphml(folder, table):
    graph = networkx.read_graphml(folder / "t.graphml")
    nodes = dict(graph.nodes(data=True))
    edges = [(a, b, d) for a, b, d in graph.edges(data=True) if d.get("type") != "transposition"]
    ways = networkx.DiGraph([(a, b) for a, b, _ in edges])
    assert networkx.is_directed_acyclic_graph(ways)
    for witness in table["witnesses"]:
        siglum = witness["siglum"]
        onward = {a: b for a, b, d in edges if siglum in d["witnesses"].split(", ")}
        at, words = next(n for n in ways if ways.in_degree(n) == 0), []
        while at in onward:
            at = onward[at]
            words.append(nodes[at].get("tokens", ""))
        if siglum == sigla(table)[0]:
            assert bare("".join(words)) == bare(witness["text"]), "the way of the base is not its text"
        assert sorted(bare("".join(words))) == sorted(bare(witness["text"])), f"the way of {siglum} is not its text"


def dot(folder, table):
    (graph,) = pydot.graph_from_dot_file(str(folder / "t.dot"))
    other = networkx.read_graphml(folder / "t.graphml")
    nodes = [n for n in graph.get_nodes() if re.fullmatch(r"n\d+", n.get_name())]
    nodes += [n for sub in graph.get_subgraphs() for n in sub.get_nodes() if n.get("label")]
    assert len({n.get_name() for n in nodes}) == other.number_of_nodes(), (len(nodes), other.number_of_nodes())
    assert len(graph.get_edges()) == other.number_of_edges()


if __name__ == "__main__":
    main()
