"""What Cargo.lock brings: how many crates a user of the library builds, the Rust that they ask for, and what each is for."""

import json
import re
import subprocess
import sys

# The crates that a program builds which uses the library alone, this one among them.
MOST_CRATES = 55


def cargo(*arguments):
    return subprocess.run(["cargo", *arguments], check=True, capture_output=True, text=True).stdout


def version(text):
    """1.88 as 1.88.0, to be compared."""
    numbers = [int(number) for number in text.split(".")]
    return tuple(numbers + [0] * (3 - len(numbers)))


def crates():
    tree = cargo("tree", "--locked", "--no-default-features", "-e", "normal", "--prefix", "none")
    # A crate that stands in the tree again is marked.
    return {line.removesuffix(" (*)") for line in tree.splitlines() if line}


def main():
    faults = []
    number = len(crates())
    print(f"{number} crates with --no-default-features (at most {MOST_CRATES})")
    if number > MOST_CRATES:
        faults.append(f"the library needs {number} crates, more than {MOST_CRATES}: see cargo tree --no-default-features")

    packages = json.loads(cargo("metadata", "--locked", "--format-version", "1"))["packages"]
    own = next(package for package in packages if package["name"] == "enregard" and package["source"] is None)
    asked = [package for package in packages if package is not own and package["rust_version"]]
    highest = max(asked, key=lambda package: version(package["rust_version"]))
    said = own["rust_version"]
    print(f"rust-version {said}; the highest asked for is {highest['rust_version']}, by {highest['name']}")
    if version(said) != version(highest["rust_version"]):
        faults.append(f"rust-version in Cargo.toml is {said}; {highest['name']} needs {highest['rust_version']}")
    with open("README.md", encoding="utf-8") as readme:
        if f"Rust {said}" not in readme.read():
            faults.append(f"README.md does not say that Rust {said} is needed")

    with open("docs/dependencies.md", encoding="utf-8") as page:
        lines = [line.split("|")[1] for line in page if line.startswith("| `")]
    listed = {name for line in lines for name in re.findall("`([^`]+)`", line)}
    used = {dependency["name"] for dependency in own["dependencies"]}
    faults += [f"docs/dependencies.md does not say what {name} is for" for name in sorted(used - listed)]
    faults += [f"docs/dependencies.md lists {name}, which is not used" for name in sorted(listed - used)]
    print(f"{len(listed)} dependencies, each with what it is for")

    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
