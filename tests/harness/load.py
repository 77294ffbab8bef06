"""Load: time and memory of whole runs, measured as the system counts them.

    python3 tests/harness/load.py target/release/enregard                # all of it (an hour)
    python3 tests/harness/load.py target/release/enregard --quick        # as .ci/run does (a minute or two)
    python3 tests/harness/load.py target/release/enregard growth names   # one part, and of it what is called so

Needs Linux and Python 3. A table is printed; it fails where time or memory grow by far more than the text, where a run takes more
than a minute of a processor or 4 GB, and where it does not end as it should.
"""

import argparse
import os
import random
import resource
import shutil
import sys
import tempfile
import time

import loads

# A text of twice the length may take so many times as long before it is a fault: what is linear takes 2 and a little, what is
# quadratic 4. A machine that does other things as well is not exact.
GROWTH = 3.0
# A run that takes less says nothing about growth, in seconds of a processor: what is bounded (quotations, at four million pairs of
# passages) may grow faster until the bound is met.
TOO_SHORT = 1.0
# What a run may take of a processor, and the memory that it may use.
SECONDS = 60
BYTES = 4 << 30


class Run:
    """How a run has ended, what it took of the processors, in seconds, and of memory, in MB."""

    def __init__(self, code, seconds, megabytes, said):
        self.code, self.seconds, self.megabytes, self.said = code, seconds, megabytes, said


class Place:
    """A folder with texts, and the binary to run there."""

    def __init__(self, binary):
        self.binary = os.path.abspath(binary)
        self.folder = tempfile.mkdtemp(prefix="enregard-load-")
        self.environment = dict(os.environ, HOME="/dev/null", XDG_DATA_DIRS="no/such", RUST_BACKTRACE="0")

    def put(self, files):
        for name, content in files.items():
            with open(os.path.join(self.folder, name), "wb") as file:
                for piece in [content] if isinstance(content, (bytes, str)) else content:
                    file.write(piece if isinstance(piece, bytes) else piece.encode())

    def run(self, arguments, seconds=4 * SECONDS):
        """Runs it, for so long at the most on one processor."""
        said = os.path.join(self.folder, "said")
        child = os.fork()
        if child == 0:
            os.chdir(self.folder)
            resource.setrlimit(resource.RLIMIT_AS, (BYTES + (2 << 30),) * 2)
            resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
            os.dup2(os.open("/dev/null", os.O_RDWR), 0)
            os.dup2(os.open("/dev/null", os.O_RDWR), 1)
            os.dup2(os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), 2)
            os.execve(self.binary, [self.binary, *arguments], self.environment)
        _, status, usage = os.wait4(child, 0)
        with open(said, "rb") as file:
            last = file.read()[-300:].decode("utf-8", "replace").strip()
        return Run(os.waitstatus_to_exitcode(status), usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, last)

    def clear(self):
        for name in os.listdir(self.folder):
            os.remove(os.path.join(self.folder, name))

    def close(self):
        shutil.rmtree(self.folder)


def growth(place, load, quick):
    """a kind of text, and twice as much of it"""
    sizes = [load.size >> 4, load.size >> 3] if quick else [load.size >> 1, load.size]
    runs, wrong = [], []
    for size in sizes:
        place.clear()
        place.put(load.files(size, random.Random(size)))
        runs.append(place.run(load.arguments))
        wrong += faults(load, runs[-1])
    before, after = runs
    if after.seconds > max(TOO_SHORT, GROWTH * before.seconds):
        wrong.append(f"{load.name}: twice the text takes {after.seconds / before.seconds:.1f} times as long")
    if after.megabytes > 200 and after.megabytes > GROWTH * before.megabytes:
        wrong.append(f"{load.name}: twice the text takes {after.megabytes / before.megabytes:.1f} times the memory")
    return f"{load.name:32} {sizes[1]:>10} {describe(after)}   × {after.seconds / max(before.seconds, 0.01):.2f}", wrong


def large(place, load, quick):
    """large inputs; what ends with 2 is told before the work"""
    place.clear()
    size = load.size // 10 if quick else load.size
    place.put(load.files(size, random.Random(size)))
    run = place.run(load.arguments)
    return f"{load.name:32} {size:>10} {describe(run)}", faults(load, run)


def describe(run):
    return f"{run.seconds:7.2f} s {run.megabytes:6.0f} MB{'' if run.code == 0 else f'  ends with {run.code}: {run.said[-100:]}'}"


def faults(load, run):
    found = []
    if run.code not in load.codes:
        found.append(f"{load.name}: ends with {run.code}: {run.said}")
    if run.seconds > SECONDS:
        found.append(f"{load.name}: takes {run.seconds:.0f} s")
    if run.megabytes > BYTES >> 20:
        found.append(f"{load.name}: takes {run.megabytes:.0f} MB")
    return found


PARTS = {
    "growth": (growth, loads.GROWING),
    "lines": (growth, loads.LINES),
    "large": (large, loads.LARGE),
    "outputs": (growth, loads.OUTPUTS),
}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("binary")
    parser.add_argument("part", nargs="?", choices=PARTS, help="all of them if none is named")
    parser.add_argument("names", nargs="*", help="what of it: whatever has one of these in its name")
    parser.add_argument("--quick", action="store_true", help="what .ci/run does: less, and smaller")
    options = parser.parse_args()
    place, found = Place(options.binary), []
    for part in [options.part] if options.part else PARTS:
        measure, these = PARTS[part]
        print(f"\n{part}: {measure.__doc__}\n{'':32} {'size':>10} {'time':>9} {'memory':>9}", flush=True)
        for load in these:
            if options.quick and not load.quick or options.names and not any(name in load.name for name in options.names):
                continue
            begun = time.monotonic()
            line, wrong = measure(place, load, options.quick)
            print(f"{line}   ({time.monotonic() - begun:.0f} s)", flush=True)
            found += wrong
    place.close()
    for fault in found:
        print(fault, file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
