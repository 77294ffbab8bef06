"""Input without an end: told at the limit, or when the time is up."""

import os
import subprocess
import threading
import time

from workplace import Workplace

TROUBLE = 2
# Long enough for a machine that does other things as well.
PATIENCE = 120
LIMIT = ["--max-size", "4M"]


class Endless:
    """A pipe with a name, into which something is written, and then something else without end."""

    def __init__(self, path, head, piece):
        os.mkfifo(path)
        self.path, self.head, self.piece = path, head, piece
        threading.Thread(target=self.feed, daemon=True).start()

    def feed(self):
        try:
            with open(self.path, "wb", buffering=0) as pipe:
                pipe.write(self.head)
                while True:
                    pipe.write(self.piece * 4096)
        except BrokenPipeError:
            pass


# The commands, with `@` for what has no end.
PLACES = {
    "a text": ["@", "B.txt"],
    "the other text": ["A.txt", "@"],
    "a lexicon": ["A.txt", "B.txt", "--lexicon", "@"],
    "a thesaurus": ["A.txt", "B.txt", "--thesaurus", "@"],
    "a table": ["apply", "@", "A.txt", "B.txt"],
    "a text of a table": ["apply", "table.csv", "@", "B.txt"],
    "an alignment": ["evaluate", "@", "g.vec"],
    "gold": ["evaluate", "g.vec", "@"],
    "a text to segment": ["segment", "@"],
    "a text to learn from": ["learn", "@", "B.txt"],
    "a manifest of lines": ["batch", "@", "--input", "jsonl"],
    "a manifest of records": ["batch", "@", "--input", "csv"],
    "pairs of words": ["words", "@"],
    "a statement": ["find", "@", "B.txt"],
    "a document": ["find", "A.txt", "@"],
    "a corpus": ["find", "A.txt", "--from", "@"],
    "documents in pairs": ["pairs", "--from", "@"],
    "settings": ["A.txt", "B.txt", "--settings", "@"],
    "a text of a pair": ["batch", "endless.jsonl"],
}
PIECES = {
    "zeros": (b"", b"\0"),
    "a line": (b"", b"mot "),
    "an open quotation mark": (b'a,b\n"', b"mot "),
    "lines": (b"", b"un mot\n"),
}


def run(binary, _):
    place, found, tried = Workplace(binary), [], 0
    place.put("g.vec", b"[0]:[0]:0.1\n")
    place.put("table.csv", place.table)
    for where, arguments in PLACES.items():
        for what, (head, piece) in PIECES.items():
            # Lines that are no pairs are told and passed over, without end: that is what streaming means.
            if what == "lines" and where in ("a manifest of lines", "a manifest of records", "pairs of words", "a corpus"):
                continue
            if what == "an open quotation mark" and where in ("a manifest of lines", "pairs of words"):
                continue
            pipe = Endless(place.path("endless"), head, piece)
            place.put("endless.jsonl", b'{"a": "endless", "b": "B.txt"}\n')
            named = [argument.replace("@", "endless") for argument in arguments]
            tried += 1
            found += [f"{what} as {where}: {fault}" for fault in told(place, named + LIMIT)]
            # Whatever has not been opened is, so that its thread ends.
            os.close(os.open(pipe.path, os.O_RDONLY | os.O_NONBLOCK))
            os.remove(pipe.path)
        if where != "a text of a pair":
            named = [argument.replace("@", "/dev/zero") for argument in arguments]
            tried += 1
            found += [f"/dev/zero as {where}: {fault}" for fault in told(place, named + LIMIT)]
    for arguments in (["-", "B.txt"], ["segment", "-"], ["batch", "-"], ["words"], ["evaluate", "-", "g.vec"], ["apply", "-", "A.txt", "B.txt"]):
        tried += 1
        with open("/dev/zero", "rb") as zero:
            found += [f"/dev/zero as standard input of {arguments[0]}: {fault}" for fault in told(place, arguments + LIMIT, stdin=zero)]
    os.mkfifo(place.path("silent"))
    writer = os.open(place.path("silent"), os.O_RDWR)
    for arguments in (["silent", "B.txt"], ["batch", "silent", "--input", "csv"], ["words", "silent"], ["apply", "silent", "A.txt", "B.txt"]):
        tried += 1
        begun = time.monotonic()
        found += [f"a silent pipe, {arguments[0]}: {fault}" for fault in told(place, arguments + ["--timeout", "1"])]
        if time.monotonic() - begun < 1:
            found.append(f"a silent pipe, {arguments[0]}: the time was not up")
    os.close(writer)
    place.close()
    return f"{tried} runs ({len(PLACES)} places × {len(PIECES)} kinds, /dev/zero, pipes that say nothing)", found


def told(place, arguments, **more):
    """What is wrong with how the command ends: it must be trouble, with a message, and no more memory than the limit asks for."""
    try:
        done = place.call(arguments, timeout=PATIENCE, preexec_fn=limited_memory, **more)
    except subprocess.TimeoutExpired:
        return ["does not end"]
    if done.returncode != TROUBLE:
        return [f"ends with {done.returncode}: {done.stderr[-200:]}"]
    if not done.stderr.strip() or b"panicked" in done.stderr or b"memory allocation" in done.stderr:
        return [f"says {done.stderr[-200:]}"]
    return []


def limited_memory():
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (3 << 30, 3 << 30))
