"""Faults on purpose: what is left when a run ends before its end, and what is told.

    python3 tests/harness/run.py target/release/enregard              # all of it, as .ci/run does (a few minutes)
    python3 tests/harness/run.py target/release/enregard interrupt    # one part
    python3 tests/harness/run.py target/release/enregard --moments 200

Needs Linux and Python 3. Each part says how much it tried; a fault is told with what it takes to see it again.
"""

import argparse
import signal
import sys
import time

import interrupt
import limits
import unbounded

PARTS = {"interrupt": interrupt.run, "limits": limits.run, "unbounded": unbounded.run}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("binary")
    parser.add_argument("parts", nargs="*", help=f"which of {', '.join(PARTS)}; all of them if none is named")
    parser.add_argument("--moments", type=int, default=40, help="moments at which each signal is sent to each command")
    options = parser.parse_args()
    unknown = [part for part in options.parts if part not in PARTS]
    if unknown:
        parser.error(f"no part is called {', '.join(unknown)}; they are {', '.join(PARTS)}")
    # What is ignored here is ignored by everything that is started, as by nohup.
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)
    faults = []
    for name in options.parts or PARTS:
        begun = time.monotonic()
        tried, found = PARTS[name](options.binary, options.moments)
        print(f"{name}: {tried}; {len(found)} faults, {time.monotonic() - begun:.0f} s", flush=True)
        faults += [f"{name}: {fault}" for fault in found]
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
