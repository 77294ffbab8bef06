"""How large the wheel is, and what is in it: wheel.py FOLDER."""

import sys
import zipfile
from pathlib import Path

# What it has, and a little: it is to become smaller, and not larger unseen.
MOST_BYTES = 5_750_000


def main(folder: str) -> int:
    [wheel] = Path(folder).glob("*.whl")
    size = wheel.stat().st_size
    print(f"{wheel.name}: {size:,} bytes (at most {MOST_BYTES:,})")
    faults = []
    if size > MOST_BYTES:
        faults.append("it is too large")
    if "-abi3-" not in wheel.name:
        faults.append("it is not for every Python (abi3)")
    names = zipfile.ZipFile(wheel).namelist()
    for needed in ("enregard/__init__.py", "enregard/_enregard.pyi", "enregard/py.typed"):
        if needed not in names:
            faults.append(f"{needed} is not in it")
    if any(name.startswith(("tests/", "examples/")) for name in names):
        faults.append("it holds tests")
    for fault in faults:
        print(f"{wheel.name}: {fault}", file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
