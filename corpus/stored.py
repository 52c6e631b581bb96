"""What the catalogue hands out beside documents and cases: passages with ids, changes, failures, places, counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from corpus.document import Document
from corpus.passage import Passage, PassageKind


@dataclass(frozen=True, slots=True)
class StoredPassage:
    """A passage and its id; an id is never reused, and what it names never changes."""

    id: int
    passage: Passage
    embed_sha256: bytes


class FoundPassage(NamedTuple):
    """A passage and its id as searching weighs it: its terms one a line, as they are kept, and of its facets only what
    tells. A question reads some 300 and keeps them; taken apart whole they took twice as long, and the garbage
    collector a tenth of a second for the terms of some thousands."""

    id: int
    kind: PassageKind
    file: str
    paragraphs: tuple[int, ...]
    embed_text: str
    lines: str
    status: str | None
    replaced: bool
    case: str | None
    demands: tuple[int, ...]

    @property
    def terms(self) -> list[str]:
        """The terms it is found by, with repeats."""
        return self.lines.split("\n") if self.lines else []

    @classmethod
    def of(cls, id: int, passage: Passage) -> FoundPassage:
        """What would be read of `passage`, kept under `id`."""
        facets = passage.facets
        return cls(
            id,
            passage.kind,
            passage.file,
            passage.paragraphs,
            passage.embed_text,
            "\n".join(passage.terms),
            facets.status,
            facets.replaced,
            passage.case,
            passage.demands,
        )


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
