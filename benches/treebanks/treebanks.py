"""Sentence boundaries on Universal Dependencies treebanks: enregard beside other segmenters. README.md says how to run it."""

import argparse
import json
import subprocess
import tempfile
from pathlib import Path

# What is measured: all of a treebank that is not used for training, but small ones whole.
WHOLE = {"fr_sequoia", "fr_partut", "fr_parisstories"}
TERMINAL = set(".?!…。？！؟।۔")
CLOSING = set("»”\"’')]}“‹›«」』） \u00a0\u202f")


def documents(folder):
    """The documents of a treebank: lists of paragraphs, which are lists of sentences."""
    docs = []
    for path in sorted(folder.glob("*.conllu")):
        if "train" in path.name and not any(path.name.startswith(w) for w in WHOLE):
            continue
        docs.append([[]])
        for block in path.read_text(encoding="utf-8").split("\n\n"):
            lines = block.split("\n")
            texts = [line[9:].strip() for line in lines if line.startswith("# text = ")]
            if not texts:
                continue
            if any(line.startswith("# newdoc") for line in lines):
                docs.append([[]])
            if any(line.startswith("# newpar") for line in lines) and docs[-1][-1]:
                docs[-1].append([])
            docs[-1][-1].append(texts[0])
    return [doc for doc in docs if doc[0]]


def chunks(doc, size):
    """Paragraphs of at most `size` sentences."""
    return [par[i : i + size] for par in doc for i in range(0, len(par), size)]


def letters(text):
    """How many characters are no white space; boundaries are counted in them."""
    return sum(not c.isspace() for c in text)


def ends(pieces):
    """Where pieces of a paragraph end, but for the last."""
    found, at = set(), 0
    for piece in pieces:
        at += letters(piece)
        found.add(at)
    found.discard(at)
    return found


def has_mark(sentence):
    """Whether a sentence ends with a mark; only such ends can be found for certain."""
    stripped = sentence.rstrip("".join(CLOSING))
    return bool(stripped) and stripped[-1] in TERMINAL


def enregard(program, doc, lang):
    """The boundaries in each paragraph of a document."""
    text = "\n\n".join(" ".join(par) for par in doc)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "text.txt")
        path.write_text(text, encoding="utf-8", newline="")
        command = [program, "segment", path, "--lang", lang, "--no-settings", "--format", "json"]
        out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    places = [0]
    for c in text:
        places.append(places[-1] + (not c.isspace()))
    found = {places[unit["chars"][1]] for unit in json.loads(out)["witnesses"][0]["units"]}
    base = 0
    for par in doc:
        size = letters("".join(par))
        yield {end - base for end in found if base < end < base + size}
        base += size


def peer(name, lang):
    """A function from a text to its sentences; imports what it needs."""
    if name == "pysbd":
        import pysbd

        return pysbd.Segmenter(language=lang, clean=False).segment
    if name == "punkt":
        import nltk

        nltk.download("punkt_tab", quiet=True)
        names = dict(fr="french", en="english", de="german", es="spanish", it="italian", pt="portuguese", nl="dutch")
        return lambda text: nltk.sent_tokenize(text, names[lang])
    if name == "spacy":
        import spacy

        pipeline = spacy.blank(lang)
        pipeline.add_pipe("sentencizer")
        return lambda text: [sentence.text for sentence in pipeline(text).sents]
    if name == "syntok":
        import syntok.segmenter

        def syntok_pieces(text):
            firsts = [next(iter(s)).offset for par in syntok.segmenter.analyze(text) for s in par]
            return [text[a:b] for a, b in zip([0] + firsts[1:], firsts[1:] + [len(text)])]

        return syntok_pieces
    if name == "sentencex":
        import sentencex

        return lambda text: list(sentencex.segment(lang, text))
    raise SystemExit(f"no segmenter is called {name}")


def score(docs, found):
    """F over the ends of sentences that have a mark."""
    hits = wanted = wrong = 0
    for par, ours in zip((par for doc in docs for par in doc), found):
        at, gold = 0, set()
        for sentence in par[:-1]:
            at += letters(sentence)
            gold.add(at)
            if has_mark(sentence):
                wanted += 1
                hits += at in ours
        wrong += len(ours - gold)
    precision, recall = hits / max(hits + wrong, 1), hits / max(wanted, 1)
    return 200 * precision * recall / max(precision + recall, 1e-9)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path, help="clones of treebanks (UD_French-GSD …)")
    parser.add_argument("--enregard", default="target/release/enregard")
    parser.add_argument("--peers", default="", help="pysbd,punkt,spacy,syntok,sentencex")
    parser.add_argument("--sentences", type=int, default=10, help="of a paragraph, at most")
    options = parser.parse_args()
    peers = [name for name in options.peers.split(",") if name]
    print("| treebank | enregard |", " | ".join(peers), "|" if peers else "")
    for folder in options.folders:
        lang = next(folder.glob("*.conllu")).name.split("_")[0]
        docs = [chunks(doc, options.sentences) for doc in documents(folder)]
        row = [score(docs, [ends for doc in docs for ends in enregard(options.enregard, doc, lang)])]
        for name in peers:
            try:
                segment = peer(name, lang)
                row.append(score(docs, [ends(segment(" ".join(par))) for doc in docs for par in doc]))
            except (ImportError, LookupError, ValueError):
                row.append(None)
        cells = ["–" if figure is None else f"{figure:.1f}" for figure in row]
        print("|", folder.name.removeprefix("UD_"), "|", " | ".join(cells), "|", flush=True)


if __name__ == "__main__":
    main()
