"""A folder with texts, tables of an earlier run, and the commands that replace these."""

import os
import shutil
import subprocess
import tempfile

FIXTURES = os.path.join(os.path.dirname(__file__), "..", "..", "fixtures", "genesis")
# What a killed run may leave: the name that a file has for the moment before it takes its place.
TEMPORARY = ".enregard-"
OLD = b"what an earlier run has left here\n" * 1000


class Command:
    """A command, and the files it makes or replaces."""

    def __init__(self, name, arguments, targets):
        self.name, self.arguments, self.targets = name, arguments, targets


TABLES = [f"out/{name}" for name in ("t.csv", "t.json", "t.html", "t.xlsx", "t.tmx", "t.svg", "t.md")]
COMMANDS = [
    Command("compare", ["A.txt", "B.txt", "-q"] + [word for table in TABLES for word in ("-o", table)], TABLES),
    Command("apply", ["apply", "out/table.csv", "A.txt", "B.txt", "-q", "-o", "out/table.csv"], ["out/table.csv"]),
    Command("learn", ["learn", "A.txt", "B.txt", "-q", "-o", "out/words.tsv"], ["out/words.tsv"]),
    Command("batch", ["batch", "pairs.jsonl", "-q", "-o", "out"], [f"out/pair{n}.csv" for n in range(8)]),
]


class Workplace:
    """A temporary folder. What is not a target of a command must be the same before and after."""

    def __init__(self, binary):
        self.binary = os.path.abspath(binary)
        self.folder = tempfile.mkdtemp(prefix="enregard-harness-")
        self.environment = dict(os.environ, XDG_DATA_DIRS="no/such", HOME="/dev/null", RUST_BACKTRACE="0")
        for name, text in (("A.txt", "martin.txt"), ("B.txt", "darby.txt")):
            with open(os.path.join(FIXTURES, text), "rb") as source:
                # Long enough that there is time to be interrupted.
                self.put(name, source.read() * 12)
        lines = [f'{{"id": "pair{n}", "a": "A.txt", "b": "B.txt"}}\n' for n in range(8)]
        self.put("pairs.jsonl", "".join(lines).encode())
        os.mkdir(self.path("out"))
        made = self.call(["A.txt", "B.txt", "-q", "-o", "out/table.csv"])
        assert made.returncode == 0, made
        self.table = self.get("out/table.csv")
        # The table of a person who has found a row right.
        self.table = self.table.replace(b",auto,", b",ok,", 1)
        self.expected = {}

    def path(self, name):
        return os.path.join(self.folder, name)

    def put(self, name, content):
        with open(self.path(name), "wb") as file:
            file.write(content)

    def get(self, name):
        with open(self.path(name), "rb") as file:
            return file.read()

    def call(self, arguments, **more):
        more.setdefault("stdout", subprocess.PIPE)
        more.setdefault("stderr", subprocess.PIPE)
        more.setdefault("stdin", subprocess.DEVNULL)
        return subprocess.run([self.binary, *arguments], cwd=self.folder, env=self.environment, **more)

    def start(self, arguments, **more):
        return subprocess.Popen(
            [self.binary, *arguments],
            cwd=self.folder,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            **more,
        )

    def files(self):
        """All files, by their names from the folder on, with what they hold."""
        found = {}
        for folder, _, names in os.walk(self.folder):
            for name in names:
                name = os.path.relpath(os.path.join(folder, name), self.folder)
                found[name] = self.get(name)
        return found

    def reset(self, command):
        """Old files stand where the command writes, but for every third: there nothing does."""
        shutil.rmtree(self.path("out"))
        os.mkdir(self.path("out"))
        for n, target in enumerate(command.targets):
            if command.name == "apply":
                self.put(target, self.table)
            elif n % 3 != 2:
                self.put(target, OLD)
        return self.files()

    def results(self, command):
        """What the command writes when nothing happens to it."""
        if command.name not in self.expected:
            self.reset(command)
            done = self.call(command.arguments)
            assert done.returncode == 0, (command.name, done)
            self.expected[command.name] = {target: self.get(target) for target in command.targets}
        return self.expected[command.name]

    def faults(self, command, before, killed=False):
        """What is wrong with the files: each is the old or the new one, whole, and nothing else is there."""
        wrong, new = [], self.results(command)
        after = self.files()
        for name, content in before.items():
            if name not in after:
                wrong.append(f"{name} is gone")
            elif after[name] not in (content, new.get(name)):
                wrong.append(f"{name} is neither the old nor the new one ({len(after[name])} bytes)")
        for name in set(after) - set(before):
            if os.path.basename(name).startswith(TEMPORARY):
                if not killed:
                    wrong.append(f"{name} is left")
            elif after[name] != new.get(name):
                wrong.append(f"{name} is there, and not whole ({len(after[name])} bytes)")
        return wrong

    def close(self):
        shutil.rmtree(self.folder)
