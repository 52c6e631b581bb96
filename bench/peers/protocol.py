"""What a peer is to the measurement: a thing that indexes PDFs, forgets them, and answers with passages."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Page:
    """Text as a PDF reader gave it. `number` counts from 1; None when the reader does not tell pages apart."""

    file: str
    number: int | None
    text: str


@dataclass(frozen=True, slots=True)
class Found:
    """One hit: its words, its file, its pages (empty when the peer does not say), its score (higher is better)."""

    file: str
    text: str
    pages: tuple[int, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Decided:
    """The decision that an answer puts first, as far as a peer says it in fields."""

    disposition: str
    status: str
    demand_text: str
    text: str
    file: str


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back on one question; `answerable` is true for every peer that never refuses."""

    hits: tuple[Found, ...]
    answerable: bool = True
    decision: Decided | None = None


class Store(Protocol):
    """A peer's index over texts, in a folder of its own; each change is on disk when the call returns."""

    def add(self, pages: Sequence[Page]) -> None:
        """Take in texts; the first call makes the index."""
        ...

    def delete(self, files: Collection[str]) -> None:
        """Forget files."""
        ...

    def open(self) -> None:
        """Load what is on disk."""
        ...

    def ask(self, text: str, top: int) -> tuple[Found, ...]:
        """The best passages, best first."""
        ...

    def passages(self) -> int:
        """How many passages the index holds."""
        ...


class Peer(Protocol):
    """What is measured. Each change is on disk when the call returns."""

    def add(self, pdfs: Sequence[Path]) -> None:
        """Read and index PDFs; the first call makes the index."""
        ...

    def add_texts(self, texts: Sequence[Page]) -> None:
        """Index texts that are no PDFs."""
        ...

    def delete(self, files: Collection[str]) -> None:
        """Forget files, by their names."""
        ...

    def open(self) -> None:
        """Load what is on disk and the model."""
        ...

    def ask(self, text: str, top: int) -> Reply:
        """Answer one question."""
        ...

    def passages(self) -> int:
        """How many passages the index holds."""
        ...
