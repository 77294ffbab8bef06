"""Opens documents with tracked changes in LibreOffice and with python-docx, and one of texts that face each other.

    word.py ENREGARD A B

A and B are two renderings of one text, a paragraph a line. Accepting all changes gives B, rejecting all of them A: so do two texts with
sentences that moved, paragraphs that came and went, and words of which XML has an opinion.
"""

import json
import pathlib
import subprocess
import sys
import tempfile

import docx
from lxml import etree
from rows import cells

PROGRAM, *TEXTS = (str(pathlib.Path(name).resolve()) for name in sys.argv[1:4])
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

# Two texts in which as much as possible is done.
HERE = """Le marché de la place

Le marché commence à l’aube sur la grande place. Les poissonniers crient le prix des sardines. Une marchande de fleurs arrange ses bouquets de dahlias.

Un vieux cheval tire la charrette du brasseur. Deux gendarmes surveillent la fontaine en bâillant.

Vers midi, tout le monde replie ses tréteaux.

Le curé traverse la rue avec son parapluie ; <b>&amp;]]>\tles enfants ramassent les pommes tombées.

La pluie lave enfin les pavés gras.
"""
THERE = """Le marché de la grande place

Les poissonniers crient le prix des sardines. Une marchande de fleurs arrange ses bouquets de dahlias. Un vieux cheval tire la charrette du brasseur.

Deux gendarmes surveillent la fontaine en bâillant. Le marché débute à l’aube sur la grande place.

Le curé traverse la rue avec son parapluie\u202f; les enfants ramassent les pommes tombées.

La pluie lave enfin les pavés gras.

Vers midi, tout le monde replie ses tréteaux.

Et personne n’a rien vendu.
"""

MACRO = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Resolve(source, target, command)
  Dim how(0) As New com.sun.star.beans.PropertyValue
  how(0).Name = "Hidden"
  how(0).Value = True
  document = StarDesktop.loadComponentFromURL(source, "_blank", 0, how())
  helper = createUnoService("com.sun.star.frame.DispatchHelper")
  helper.executeDispatch(document.CurrentController.Frame, ".uno:" &amp; command, "", 0, Array())
  Dim text(1) As New com.sun.star.beans.PropertyValue
  text(0).Name = "FilterName"
  text(0).Value = "Text (encoded)"
  text(1).Name = "FilterOptions"
  text(1).Value = "UTF8,LF,,,"
  document.storeToURL(target, text())
  document.close(True)
End Sub
</script:module>
"""


def main():
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        (folder / "here.txt").write_text(HERE, "utf-8")
        (folder / "there.txt").write_text(THERE, "utf-8")
        for a, b in [TEXTS, TEXTS[::-1], ["here.txt", "there.txt"], ["there.txt", "here.txt"]]:
            tracked(folder, a, b)
            print(f"docx, {pathlib.Path(a).stem} to {pathlib.Path(b).stem}: accepted and rejected")
        for files in [TEXTS, ["here.txt", "there.txt", TEXTS[0]]]:
            facing(folder, files)
            print(f"docx-facing, {len(files)} texts: read")


def facing(folder, files):
    """A column a text, a row a row, words that differ in a style of their own, in the language of the text."""
    subprocess.run([PROGRAM, *files, "--quiet", "-o", "docx-facing:f.docx", "-o", "f.json"], cwd=folder, check=True)
    table = json.loads((folder / "f.json").read_text("utf-8"))
    document = docx.Document(folder / "f.docx")
    (found,) = document.tables
    rows = [[" ".join(cell.text.removeprefix("⇄ ").split()) for cell in row.cells] for row in found.rows]
    assert rows[1:] == [[" ".join(text.split()) for text in texts] for texts in cells(table)], "the texts of the rows differ"
    assert len(rows[0]) == len(files)
    runs = [run for row in found.rows for cell in row.cells for paragraph in cell.paragraphs for run in paragraph.runs]
    looks = {run.style.name for run in runs if run.style.name.startswith("Differs ")}
    assert {"Differs wording", "Differs only"} <= looks, looks
    language = document.styles["Text 1"].element.find(f".//{W}lang").get(W + "val")
    assert language == table["witnesses"][0]["language"], language
    across = document.sections[0].page_width > document.sections[0].page_height
    assert across == (len(files) > 2)
    office(folder, "--convert-to", "txt:Text", "f.docx")
    assert "".join(" ".join(rows[1]).split()) in "".join((folder / "f.txt").read_text("utf-8-sig").split())


def office(folder, *arguments):
    """Runs LibreOffice, whose settings stand in the folder."""
    profile = (folder / "profile").as_uri()
    command = ["soffice", "--headless", "--norestore", f"-env:UserInstallation={profile}", *arguments]
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300)


def tracked(folder, a, b):
    subprocess.run([PROGRAM, a, b, "--quiet", "-o", "t.docx"], cwd=folder, check=True)
    texts = [paragraphs(folder / name) for name in (a, b)]
    # The changes are as the format has them.
    document = docx.Document(folder / "t.docx")
    body = document.element.body
    assert [text for text in resolved(body, gone={"del", "moveFrom"}) if text] == texts[1], "accepted by the rules"
    assert [text for text in resolved(body, gone={"ins", "moveTo"}) if text] == texts[0], "rejected by the rules"
    ids = [e.get(W + "id") for e in body.iter() if e.get(W + "id") and not e.tag.endswith("RangeEnd")]
    assert len(ids) == len(set(ids)), "an id stands twice"
    names = {end: sorted(e.get(W + "name") for e in body.iter(W + end)) for end in ("moveFromRangeStart", "moveToRangeStart")}
    assert names["moveFromRangeStart"] == names["moveToRangeStart"], names
    # And LibreOffice understands them so. Its settings, which have a place for macros, it makes itself.
    module = folder / "profile/user/basic/Standard/Module1.xba"
    if not module.exists():
        office(folder, "--convert-to", "txt:Text", "t.docx")
    module.write_text(MACRO, "utf-8")
    for command, text in [("Reject", texts[0]), ("Accept", texts[1])]:
        source, target = ((folder / name).as_uri() for name in ("t.docx", "t.txt"))
        office(folder, f'macro:///Standard.Module1.Resolve("{source}","{target}","{command}AllTrackedChanges")')
        found = paragraphs(folder / "t.txt")
        assert found == text, (command, [(x, y) for x, y in zip(found, text) if x != y], len(found), len(text))


def paragraphs(file):
    """The paragraphs of a text, in which a line is one."""
    lines = file.read_bytes().decode("utf-8-sig").splitlines()
    return [line.strip(" ") for line in lines if line.strip()]


def resolved(body, gone):
    """The paragraphs of a body without what is gone, as ISO 29500 says: one whose end is gone goes on in the next."""
    texts, joined = [], False
    for paragraph in body.iter(W + "p"):
        text = ""
        for node in paragraph.iter(W + "t", W + "delText", W + "tab"):
            if not any(etree.QName(e).localname in gone for e in node.iterancestors()):
                text += "\t" if node.tag == W + "tab" else node.text
        if joined:
            texts[-1] += text
        else:
            texts.append(text)
        marks = paragraph.findall(f"{W}pPr/{W}rPr/*")
        joined = any(etree.QName(mark).localname in gone for mark in marks)
    return texts


if __name__ == "__main__":
    main()
