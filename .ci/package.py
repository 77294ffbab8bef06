"""What `cargo package` would publish: no press article, whole or in part, and everything that the crate is built of."""

import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).parent.parent
# So many words in a row are no coincidence, and more than a short quotation in the documentation.
RUN = 40
# The README shows what the program says of the articles, and so quotes a sentence of them.
QUOTED = {"README.md": 30}


def runs(text):
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[n:n + RUN]) for n in range(len(words) - RUN + 1)}


def main():
    listed = subprocess.run(["cargo", "package", "--list", "--allow-dirty"], cwd=ROOT, check=True, capture_output=True, text=True)
    names = listed.stdout.split("\n")[:-1]
    press = set()
    for article in sorted((ROOT / "fixtures" / "kremlin").glob("*.txt")):
        press |= runs(article.read_text(encoding="utf-8"))
    faults = [f"{name}: a press article" for name in names if name.startswith(("fixtures/kremlin", "fixtures/words/french"))]
    for name in names:
        path = ROOT / name
        if path.is_file():
            shared = runs(path.read_bytes().decode("utf-8", "replace")) & press
            if len(shared) > QUOTED.get(name, 0):
                faults.append(f"{name}: {len(shared)} passages of {RUN} words of a press article, such as “{' '.join(min(shared))}”")
    print(f"{len(names)} files, {len(press)} passages looked for")
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
