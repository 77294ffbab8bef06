"""What the documentation says is so."""

import doctest
import json
from pathlib import Path

import enregard
import nbclient
import nbformat

HERE = Path(__file__).parent


def test_docstrings() -> None:
    results = doctest.testmod(enregard)
    assert results.attempted >= 4 and not results.failed


def test_readme() -> None:
    results = doctest.testfile(str(HERE.parent / "README.md"), module_relative=False)
    assert results.attempted >= 5 and not results.failed


def test_notebook_runs() -> None:
    path = HERE.parents[1] / "docs" / "notebook.ipynb"
    notebook = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    nbclient.NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(path.parent)}}).execute()
    outputs = json.dumps(notebook.cells)
    assert "iframe" in outputs


def test_all_has_documentation() -> None:
    for name in enregard.__all__:
        if name != "__version__":
            assert getattr(enregard, name).__doc__, name
