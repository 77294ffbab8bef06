"""What is made in Rust. The functions of `enregard` call it; of these objects people see the classes."""

import os
from collections.abc import Mapping, Sequence
from typing import Any, Literal, final, overload

__version__: str

_Text = str | os.PathLike[str]
_Keywords = Mapping[str, Any]

class EnregardError(ValueError):
    """A text or a table that cannot be read or compared; the message names the file, the place and the remedy."""

@final
class Unit:
    text: str
    start: int
    end: int
    paragraph: int
    skip: str | None

@final
class Witness:
    siglum: str
    name: str
    language: str
    text: str
    units: list[Unit]

@final
class Link:
    texts: list[str | None]
    class_: str
    moved: bool
    probability: float

@final
class Change:
    row: int
    class_: str
    moved: bool
    texts: list[str | None]
    spans: list[tuple[int, int] | None]
    readings: list[list[str]]
    told: str
    @property
    def a(self) -> str | None: ...
    @property
    def b(self) -> str | None: ...

@final
class Fact:
    row: int
    kind: str
    texts: list[str | None]
    between: list[str]
    contradiction: bool

@final
class Passage:
    witness: str
    text: str
    start: int
    end: int
    row: int

@final
class Quotation:
    passages: list[Passage]
    score: float

@final
class Row:
    number: int
    kind: Literal["bead", "only"]
    moved: bool
    moved_to: int | None
    texts: list[str | None]
    units: list[list[int]]
    similarity: float | None
    confidence: float | None
    labels: str
    status: Literal["auto", "ok", "edited"]
    note: str
    links: list[Link]
    changes: list[Change]
    sigla: list[str]
    def __getitem__(self, witness: int | str, /) -> str | None: ...

@final
class FoundPassage:
    kind: Literal["rendering", "quotation"]
    statement: str
    statement_span: tuple[int, int]
    document: str
    document_span: tuple[int, int]
    row: int | None
    similarity: float | None
    score: float

@final
class Found:
    coverage: float
    of_document: float
    sure: float
    passages: list[FoundPassage]
    table: Table

@final
class Finder:
    def __new__(cls, statement: _Text, language: str | None, old_print: bool) -> Finder: ...
    @property
    def statement(self) -> tuple[str, str]: ...
    def find(self, document: _Text) -> Found | None: ...
    def find_batch(self, rows: Any, column: str, each: str, threads: int | None) -> RecordBatch: ...

@final
class RecordBatch:
    @property
    def column_names(self) -> list[str]: ...
    @property
    def num_rows(self) -> int: ...
    def __len__(self) -> int: ...
    def __arrow_c_array__(self, requested_schema: object | None = None) -> tuple[object, object]: ...
    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object: ...
    def __arrow_c_schema__(self) -> object: ...

@final
class Lexicon:
    @staticmethod
    def read(path: str | os.PathLike[str]) -> Lexicon: ...
    @staticmethod
    def from_tsv(text: str) -> Lexicon: ...
    def to_tsv(self) -> str: ...
    def save(self, path: str | os.PathLike[str]) -> None: ...
    @property
    def language(self) -> str: ...
    @property
    def pairs(self) -> list[tuple[str, str, int, float, float]]: ...
    def __len__(self) -> int: ...

@final
class Table:
    @property
    def witnesses(self) -> list[Witness]: ...
    @property
    def sigla(self) -> list[str]: ...
    @property
    def base(self) -> str: ...
    @property
    def rows(self) -> list[Row]: ...
    @property
    def changes(self) -> list[Change]: ...
    @property
    def facts(self) -> list[Fact]: ...
    @property
    def quotations(self) -> list[Quotation]: ...
    @property
    def notes(self) -> list[str]: ...
    @overload
    def similarity(self) -> float | None: ...
    @overload
    def similarity(self, one: int | str, other: int | str) -> float | None: ...
    def summary(self) -> dict[str, Any]: ...
    def stats(self) -> dict[str, Any]: ...
    def to(self, format: str) -> str | bytes: ...
    def to_html(self) -> str: ...
    def to_json(self) -> str: ...
    def save(self, path: str | os.PathLike[str], format: str | None = None) -> None: ...
    def view(
        self,
        layout: Literal["side", "stacked", "apparatus", "inline", "table", "summary"] = "stacked",
        *,
        width: int = 100,
        color: bool = False,
    ) -> str: ...
    def to_arrow(self, each: Literal["row", "change", "fact", "summary"] = "row") -> RecordBatch: ...
    def row(self, number: int) -> Row: ...
    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object: ...
    def __len__(self) -> int: ...
    def _repr_html_(self) -> str: ...

def load(path: str | os.PathLike[str]) -> Table: ...
def compare(
    texts: Sequence[_Text], names: Sequence[str] | None, base: int | str | None, keywords: _Keywords
) -> Table: ...
def compare_batch(
    rows: Any, texts: Sequence[str], each: str, threads: int | None, keywords: _Keywords
) -> RecordBatch: ...
def words(
    a: str | Sequence[str], b: str | Sequence[str], language: str | None, old_print: bool
) -> list[tuple[int, int, float, str]]: ...
def segment(text: _Text, unit: str, language: str | None) -> list[Unit]: ...
def learn(
    pairs: Sequence[tuple[_Text, _Text]], min_count: int, keywords: _Keywords
) -> Lexicon: ...
