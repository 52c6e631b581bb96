"""What a batch has done: the fields of `index --json`, and the progress events on the way."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class FailedFile:
    """A file that could not be read (now or when it was last tried, if its bytes are the same)."""

    file: str
    error: str
    hint: str


@dataclass(frozen=True, slots=True)
class Report:
    """What was done to the files, and what the catalogue holds afterwards.

    `moved` files count in neither `added` nor `removed`; `reread` ones (by a newer reader) are among `unchanged`.
    `interrupted`: Ctrl-C; the next run goes on from there.
    """

    added: int
    changed: int
    moved: int
    removed: int
    unchanged: int
    reread: int
    failed: tuple[FailedFile, ...]
    documents: int
    paragraphs: int
    passages: int
    pages_read: int
    embedded: int
    seconds: float
    interrupted: bool = False

    def as_json(self) -> dict[str, object]:
        """The object that `index --json` prints."""
        return asdict(self)


class Phase(StrEnum):
    """What the batch is doing."""

    LOOKING = "letar"
    READING = "läser"
    EMBEDDING = "bäddar in"
    WRITING = "skriver"
    DONE = "klart"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a batch has come. `rate` is passages embedded a second; `eta` seconds left, None while unknown."""

    phase: Phase
    file: str | None
    documents: int
    documents_total: int
    pages: int
    passages: int
    rate: float
    eta: float | None
