"""The seeds of every target, made of the fixtures: python3 fuzz/seeds.py PROGRAM FOLDER. What the program itself writes (tables,
lexicons, alignments) it is asked for."""

import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).parent.parent
FIXTURES = ROOT / "fixtures"
# What parts one text from the next.
BETWEEN = b"\xff"
# The kinds of files in the order of `Kind::ALL`, by the ends of names.
KINDS = ["txt", "collatex", "csv", "docx", "epub", "html", "json", "jsonl", "md", "ods", "odt", "osis", "pdf", "po", "rtf", "srt",
         "tei.xml", "tmx", "tsv", "usfm", "usfx", "usx", "vtt", "xlf", "xlsx", "zefania"]
ANY = 31
LONGEST_FILE = 1 << 16
# Kinds of which there is no fixture.
SMALL = {
    "osis": '<osis><osisText osisIDWork="x"><div type="book" osisID="Gen"><chapter osisID="Gen.1"><verse osisID="Gen.1.1">Au commencement.</verse></chapter></div></osisText></osis>',
    "usfm": "\\id GEN\n\\c 1\n\\p\n\\v 1 Au commencement \\nd Dieu\\nd* créa.\\f + \\ft note\\f*\n\\v 2 Et la terre.\n",
    "usfx": '<usfx><book id="GEN"><c id="1"/><p><v id="1"/>Au commencement.<ve/><v id="2"/>Et la terre.<ve/></p></book></usfx>',
    "usx": '<usx version="3.0"><book code="GEN" style="id"/><chapter number="1" style="c"/><para style="p"><verse number="1" style="v"/>Au commencement.</para></usx>',
    "zefania": '<XMLBIBLE><BIBLEBOOK bnumber="1"><CHAPTER cnumber="1"><VERS vnumber="1">Au commencement.</VERS></CHAPTER></BIBLEBOOK></XMLBIBLE>',
    "srt": "1\n00:00:01,000 --> 00:00:02,000\n<i>Bonjour.</i>\n\n2\n00:00:03,000 --> 00:00:04,000\nAu revoir.\n",
    "vtt": "WEBVTT\n\nNOTE x\n\n1\n00:01.000 --> 00:02.000\n<v A>Bonjour.\n",
    "jsonl": '{"id": 1, "fr": "Il pleut.", "en": "It rains."}\n{"id": 2, "fr": "Il neige.", "en": null}\n',
    "json": '{"a": {"b": "Il pleut.", "c": ["x", "y"]}, "d": "Il neige."}',
    "collatex": '{"witnesses": [{"id": "A", "content": "un mot"}, {"id": "B", "tokens": [{"t": "deux ", "n": "deux"}, {"t": "mots"}]}]}',
    "tsv": "fr\ten\nIl pleut.\tIt rains.\nIl neige.\tIt snows.\n",
}
THESAURUS = "UTF-8\nmajeur|2\n(adj)|principal|important (lourd)\n(nom)|adulte\nbref|1\n-|court\n"
SETTINGS = ['view = "inline"\nlang = ["A=fr", "B=en"]\nshow-skipped = true\n\n[segment]\nunit = "clause"\n',
            'output = "x.csv"\nthreads = 3\nwidth = 80\nbelow = 0.5\n[batch]\noutput = "f"\n[words]\nlang = "fr"\n']
MANIFESTS = ['id,a,b\nx,a.txt,b.txt\n"y\n",c.txt,d.txt\n', "id\ta_text\tb_text\tc\n1\tIl pleut.\tIl pleuvait.\tx.txt\n",
             '{"id": 1, "a_text": "Il pleut.", "b_text": "Il pleuvait."}\n\n{"id": [2], "a": "x", "b": null, "w27": "y"}\n']


def main(program, folder):
    folder = pathlib.Path(folder)

    def put(target, *seeds):
        (folder / target).mkdir(parents=True, exist_ok=True)
        for seed in seeds:
            number = len(list((folder / target).iterdir()))
            (folder / target / f"seed-{number:03}").write_bytes(seed)

    def enregard(*arguments):
        done = subprocess.run([program, *map(str, arguments), "--no-settings"], cwd=FIXTURES, capture_output=True)
        assert done.returncode == 0, (arguments, done.stderr)
        return done.stdout

    texts = {path.relative_to(FIXTURES).as_posix(): path.read_bytes() for path in sorted(FIXTURES.rglob("*")) if path.is_file()}
    for name, content in texts.items():
        kinds = [n for n, end in enumerate(KINDS) if name.endswith("." + end)]
        if len(content) <= LONGEST_FILE and "SOURCE" not in name:
            put("read", *(bytes([n | flag]) + content for n in kinds for flag in (0, 0xc0)), bytes([ANY]) + content)
    for kind, content in SMALL.items():
        put("read", bytes([KINDS.index(kind)]) + content.encode(), bytes([KINDS.index(kind) | 0x80]) + content.encode())

    pairs = [("genesis/martin.txt", "genesis/darby.txt"), ("ruth/A.txt", "ruth/B.txt"), ("lease/2019.txt", "lease/2024.txt"),
             ("plain/plain.txt", "plain/standard.txt")]
    for n, (a, b) in enumerate(pairs):
        a, b = ([line for line in texts[name].split(b"\n") if line.strip()] for name in (a, b))
        for start in (0, 3, 8):
            one, other = (b"\n".join(lines[start:start + 3])[:900] for lines in (a, b))
            choices = bytes([n, n | 0x20, n | 0x40, n | 0x60, 0x80 | n])
            put("segment", *(bytes([choice]) + one for choice in choices))
            put("compare", bytes([choices[start % 5]]) + one + BETWEEN + other)
            put("export", bytes([choices[start % 4]]) + one + BETWEEN + other)
            put("many", bytes([choices[start % 3]]) + one + BETWEEN + other + BETWEEN + one[: len(one) // 2] + other[len(other) // 2:])
            words = (b" ".join(side.split()[:12]) for side in (one, other))
            put("words", bytes([n]) + b" ||| ".join(words) + b"\n")
            for x, y in zip(one.split(), other.split()):
                if x != y and start == 0:
                    put("folds", bytes([0]) + x + b" | " + y)
    for n, pair in enumerate([b"vingt-cinq | 25", b"quatre-vingt-dix | nonante", b"10 h 30 | dix heures et demie", b"SII | S.I.I.",
                              b"XIVe | quatorzieme", b"estoit | etait", b"twenty-one | 21", b"einundzwanzig | 21", b"1 000,5 | 1000.5"]):
        put("folds", *(bytes([language]) + pair for language in (0, 1, 2, 0x80)))

    martin, darby = pairs[0]
    for format in ("csv", "tsv", "json", "xlsx"):
        put("apply", enregard(martin, darby, "-q", "--format", format))
    put("apply", texts["genesis/corrected.csv"])
    put("json", enregard("lease/2019.txt", "lease/2024.txt", "-q", "--format", "json"))
    put("json", enregard("genesis/martin.txt", "genesis/darby.txt", "ruth/A.txt", "-q", "--format", "json"))
    put("lexicon", enregard("learn", "ruth/A.txt", "ruth/B.txt", "-q", "--min-count", "1"))
    put("thesaurus", THESAURUS.encode(), THESAURUS.encode().replace(b"UTF-8", b"ISO8859-1"))
    put("settings", *(bytes([n]) + text.encode() for n in (0, 1) for text in SETTINGS))
    put("manifest", *(bytes([n]) + text.encode() for n, text in enumerate(MANIFESTS)))
    lines, ladder = (enregard("ruth/A.txt", "ruth/B.txt", "-q", "--unit", "line", "--format", format) for format in ("vecalign", "ladder"))
    gold = texts["ruth/gold.json"]
    put("evaluate", *(system + b"\n=====\n" + other for system in (lines, ladder) for other in (lines, gold)), gold)
    print(sum(1 for seed in folder.rglob("seed-*")), "seeds,", sum(seed.stat().st_size for seed in folder.rglob("seed-*")), "bytes")


if __name__ == "__main__":
    main(str(pathlib.Path(sys.argv[1]).resolve()), sys.argv[2])
