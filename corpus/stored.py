"""What the catalogue hands out beside documents and cases: passages with ids, changes, failures, places, counts."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.document import Document
from corpus.passage import Passage


@dataclass(frozen=True, slots=True)
class StoredPassage:
    """A passage and its id; an id is never reused, and what it names never changes."""

    id: int
    passage: Passage
    embed_sha256: bytes


@dataclass(frozen=True, slots=True)
class Changes:
    """What came and went between a generation and `generation`: ids ascending, no id in both;
    `removed` may name ids that came and went in between."""

    generation: int
    added: tuple[int, ...]
    removed: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PlacedFile:
    """One file on disk: its absolute path, its `name` below the indexed folder, and what it was when last read."""

    path: str
    root: str
    name: str
    size: int
    mtime_ns: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that could not be read: code (UnreadableCode), what happened, what to do."""

    file: str
    sha256: str
    code: str
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class Model:
    """An embedding model whose vectors the catalogue holds."""

    name: str
    dim: int


@dataclass(frozen=True, slots=True)
class Understood:
    """A document as a batch writes it: `raw` as its own pages say, `document` with what other papers tell of it too
    (the motion's demand numbers, `replaced_by`); `tie_keys` are what cases are tied by; `reader` the version of the
    code that read it."""

    raw: Document
    document: Document
    reader: str
    tie_keys: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Counts:
    """What the catalogue covers. Pairs are (name, number of documents), most first; `years` ascend."""

    generation: int
    documents: int
    failed: int
    pages: int
    unread_pages: int
    paragraphs: int
    passages: int
    cases: int
    first: str | None
    last: str | None
    types: tuple[tuple[str, int], ...]
    bodies: tuple[tuple[str, int], ...]
    years: tuple[tuple[str, int], ...]
