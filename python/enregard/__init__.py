"""Reads two or more renderings of one text side by side.

>>> import enregard
>>> table = enregard.compare(
...     "Les mesures principales sont prises. Le dialogue reprend.",
...     "Les mesures majeures sont prises. Le dialogue reprend.",
... )
>>> for change in table.changes:
...     print(change.row, change, change.class_)
1 principales → majeures wording

Strings are texts. Files are named by paths (`pathlib.Path`), and may be whatever the command reads: plain text, Word documents,
pages, books, TEI, subtitles, tables. Places in texts are counted in characters from 0, so that `text[start:end]` is the passage.
"""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterable, Sequence
from typing import Any, Literal, NamedTuple

from ._enregard import (
    Change,
    EnregardError,
    Fact,
    Found,
    FoundPassage,
    Lexicon,
    Link,
    Passage,
    Quotation,
    RecordBatch,
    Row,
    Table,
    Unit,
    Witness,
    __version__,
    load,
)
from . import _enregard

__all__ = [
    "Change",
    "EnregardError",
    "Fact",
    "Finder",
    "Found",
    "FoundPassage",
    "Lexicon",
    "Link",
    "Passage",
    "Quotation",
    "RecordBatch",
    "Row",
    "Table",
    "Unit",
    "Witness",
    "WordPair",
    "__version__",
    "compare",
    "compare_batch",
    "learn",
    "load",
    "segment",
    "words",
]

Text = str | os.PathLike[str]
"""A text, or the path of the file it is in."""

UnitName = Literal["clause", "sentence", "line", "paragraph"]
Class = Literal[
    "typographic",
    "case",
    "accent",
    "spelling",
    "inflection",
    "derivation",
    "wording",
    "omission",
    "addition",
]
Each = Literal["row", "change", "fact", "summary"]
EachFound = Literal["document", "passage", "change", "fact"]


class WordPair(NamedTuple):
    """Two words that correspond."""

    a: int
    """The position in the first list, from 0."""
    b: int
    """The position in the second list, from 0."""
    probability: float
    """How probable it is that they do, from 0 to 1."""
    class_: str
    """What the one is to the other: `same`, `case`, `inflection`, `wording` …"""


def _keywords(
    *,
    unit: UnitName = "sentence",
    language: str | None = None,
    words: bool = True,
    ignore: Iterable[Class] = (),
    monotone: bool = False,
    old_print: bool = False,
    lexicon: Lexicon | None = None,
    encoding: str | None = None,
    format: str | None = None,
) -> dict[str, Any]:
    """How texts are read and compared, as it is handed on."""
    return {
        "unit": unit,
        "language": language,
        "words": words,
        "ignore": list(ignore),
        "monotone": monotone,
        "old_print": old_print,
        "lexicon": lexicon,
        "encoding": encoding,
        "format": format,
    }


def _told_of_files(*texts: Text) -> None:
    """Warns of texts that are the names of files: those who write them mean what is in the files."""
    for text in texts:
        if isinstance(text, str) and len(text) < 1000 and os.path.isfile(text):
            warnings.warn(f"{text!r} is taken for the text itself; its file is Path({text!r})", stacklevel=3)


def compare(
    *texts: Text,
    sigla: Sequence[str] | None = None,
    base: int | str | None = None,
    language: str | None = None,
    unit: UnitName = "sentence",
    words: bool = True,
    ignore: Iterable[Class] = (),
    monotone: bool = False,
    old_print: bool = False,
    lexicon: Lexicon | None = None,
    encoding: str | None = None,
    format: str | None = None,
) -> Table:
    """Sets two or more renderings of one text side by side.

    >>> table = compare("Il est grand.", "Il est petit.", "Il est grand.", sigla=["X", "Y", "Z"])
    >>> [change.readings for change in table.changes]
    [[['X', 'Z'], ['Y']]]

    texts: strings are texts, paths are files; `texts.csv#fr` names a column.
    sigla: the short names of the texts, in place of A, B, C.
    base: the text whose order the rows follow and against which differences are told; the first.
    language: the code of the language (`fr`); recognised in each text where it is not given.
    unit: what is aligned.
    words: whether words are linked inside the rows.
    ignore: the classes of difference that are passed over.
    monotone: whether all stands in one order, so that nothing counts as moved.
    old_print: whether spellings of print before about 1800 are one.
    lexicon: words that stand for each other, from `learn`.
    encoding: of files that are not in UTF-8 and are not recognised.
    format: what the files are, where neither content nor name tells: `docx`, `html`, `tei` …

    Raises EnregardError (a ValueError) where a text cannot be read or compared, FileNotFoundError and other OSErrors for files.
    """
    _told_of_files(*texts)
    return _enregard.compare(
        list(texts),
        None if sigla is None else list(sigla),
        base,
        _keywords(
            unit=unit,
            language=language,
            words=words,
            ignore=ignore,
            monotone=monotone,
            old_print=old_print,
            lexicon=lexicon,
            encoding=encoding,
            format=format,
        ),
    )


def compare_batch(
    batch: Any,
    *,
    texts: Sequence[str] = ("a", "b"),
    each: Each = "row",
    language: str | None = None,
    unit: UnitName = "sentence",
    words: bool = True,
    ignore: Iterable[Class] = (),
    monotone: bool = False,
    old_print: bool = False,
    lexicon: Lexicon | None = None,
    threads: int | None = None,
) -> Any:
    """Compares many pairs at once: a row of `batch` each, with a column for each text.

    `batch` is a record batch or a table of anything that speaks Arrow (pyarrow, polars, duckdb, pandas). What comes back has a
    row for each row of the tables, for each change or fact in them, or one for each pair (`summary`); columns other than the texts
    stand beside what came of them, and `error` says why a pair could not be compared. A batch or a table of pyarrow gives one;
    else the result is a `RecordBatch`, which all of these take.

    The result does not depend on the number of threads; while it is computed, other threads of Python run.
    """
    result = _enregard.compare_batch(
        batch,
        list(texts),
        each,
        threads,
        _keywords(
            unit=unit,
            language=language,
            words=words,
            ignore=ignore,
            monotone=monotone,
            old_print=old_print,
            lexicon=lexicon,
        ),
    )
    return _as_given(result, batch)


def _as_given(result: RecordBatch, batch: Any) -> Any:
    """A batch of pyarrow where one of pyarrow was given, and a table for a table."""
    if type(batch).__module__.partition(".")[0] != "pyarrow":
        return result
    import pyarrow

    return pyarrow.table(result) if isinstance(batch, pyarrow.Table) else pyarrow.record_batch(result)


class Finder:
    """A statement that documents are searched for: which of them hold a rendering of it, or quote it.

    >>> finder = Finder("Les deux présidents ont signé un accord sur le désarmement nucléaire.")
    >>> article = "Il a plu hier. Les deux chefs d’État ont signé l’accord sur le désarmement nucléaire. Le match est reporté."
    >>> found = finder.find(article)
    >>> [passage.document for passage in found.passages]
    ['Les deux chefs d’État ont signé l’accord sur le désarmement nucléaire.']
    >>> [str(change) for change in found.table.changes if change.row == found.passages[0].row]
    ['présidents → chefs', '+ d’État', 'un → l’']
    >>> finder.find("Le match est reporté à dimanche, la pluie ayant noyé le terrain.") is None
    True

    statement: a string is the text, a path its file.
    language: the code of its language (`fr`), in which the documents are read too; recognised where it is not given.
    old_print: whether spellings of print before about 1800 are one.

    It can be pickled (of a file its text is), and used by several threads at once.
    """

    def __init__(
        self, statement: Text, *, language: str | None = None, old_print: bool = False
    ) -> None:
        _told_of_files(statement)
        self._old_print = old_print
        self._finder = _enregard.Finder(statement, language, old_print)

    def __reduce__(self) -> tuple[Any, ...]:
        return _finder, (*self._finder.statement, self._old_print)

    def __repr__(self) -> str:
        return repr(self._finder)

    def find(self, document: Text) -> Found | None:
        """What a document holds of the statement; None where that is nothing, or no more than chance would give."""
        return self._finder.find(document)

    def find_batch(
        self,
        batch: Any,
        *,
        text: str = "text",
        each: EachFound = "passage",
        threads: int | None = None,
    ) -> Any:
        """Looks through many documents at once, a row of `batch` each: most are passed over at a glance.

        `batch` is a record batch or a table of anything that speaks Arrow, `text` the column of the texts. What comes back has a
        row for each passage that is found, for each change or fact in them, or one for each document that holds any; the other
        columns of the document stand beside it, and `error` says why one could not be compared. A batch or a table of pyarrow
        gives one; else the result is a `RecordBatch`.
        """
        return _as_given(self._finder.find_batch(batch, text, each, threads), batch)


def _finder(statement: str, language: str, old_print: bool) -> Finder:
    return Finder(statement, language=language, old_print=old_print)


def words(
    a: str | Sequence[str],
    b: str | Sequence[str],
    *,
    language: str | None = None,
    old_print: bool = False,
) -> list[WordPair]:
    """Links the words of two sentences that are cut into tokens; strings are split at blanks.

    >>> [(pair.a, pair.b, pair.class_) for pair in words("le chat dort", "le chien dort", language="fr")]
    [(0, 0, 'same'), (1, 1, 'wording'), (2, 2, 'same')]
    """
    a, b = (side if isinstance(side, str) else list(side) for side in (a, b))
    return [WordPair(*pair) for pair in _enregard.words(a, b, language, old_print)]


def segment(
    text: Text, *, unit: UnitName = "sentence", language: str | None = None
) -> list[Unit]:
    """Cuts a text into units.

    >>> [unit.text for unit in segment("M. Hugo écrit. Il vit à Guernesey.")]
    ['M. Hugo écrit.', 'Il vit à Guernesey.']
    """
    _told_of_files(text)
    return _enregard.segment(text, unit, language)


def learn(
    pairs: Iterable[tuple[Text, Text]],
    *,
    min_count: int = 2,
    language: str | None = None,
) -> Lexicon:
    """Learns which words stand for each other, from pairs of renderings in one language. `compare` takes what it gives."""
    return _enregard.learn(list(pairs), min_count, _keywords(language=language))
