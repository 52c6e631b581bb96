"""What the page needs to know about a collection, whoever holds it: its papers, cases, failures and bytes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from corpus.case import Case
from corpus.document import STYRDOKUMENT, Adoption, Document, DocumentType
from index.filters import Filter
from search.answer import Answer, Coverage, DemandPrecedents


@dataclass(frozen=True, slots=True)
class Head:
    """A document without its paragraphs: what lists, filters and plots are made of. `added` is ISO, when it was read.

    `statuses` are those of its decision items.
    """

    file: str
    sha256: str
    type: DocumentType
    title: str
    date: str | None
    pages: int
    bodies: tuple[str, ...] = ()
    party: tuple[str, ...] = ()
    dnr: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    adoption: Adoption | None = None
    valid_from: str | None = None
    valid_to: str | None = None
    replaces: str | None = None
    replaced_by: str | None = None
    unread_pages: int = 0
    added: str | None = None

    def in_force(self, today: str) -> bool | None:
        """Whether a styrdokument is in force on `today` (ISO); None for papers that are not styrdokument."""
        if self.type not in STYRDOKUMENT:
            return None
        if self.replaced_by or (self.valid_to and self.valid_to < today):
            return False
        return not (self.valid_from and self.valid_from > today)


@dataclass(frozen=True, slots=True)
class Failure:
    """A PDF that could not be read, why, and what to do."""

    file: str
    message: str
    hint: str


class Library(Protocol):
    """A collection as the page sees it. Everything is read from one generation until the next question."""

    def heads(self) -> tuple[Head, ...]:
        """All documents that could be read."""
        ...

    def document(self, file: str) -> Document | None:
        """One document with its paragraphs."""
        ...

    def cases(self) -> tuple[Case, ...]:
        """All cases."""
        ...

    def case(self, key: str) -> Case | None:
        """One case."""
        ...

    def failures(self) -> tuple[Failure, ...]:
        """What could not be read."""
        ...

    def coverage(self) -> Coverage:
        """What a question is answered from."""
        ...

    def pdf(self, sha256: str) -> Path | None:
        """Where the bytes of a document of this collection are; None for anything else."""
        ...


class Asker(Protocol):
    """What answers questions: `search.searcher.Searcher`, or another that keeps its promise."""

    def ask(self, text: str, *, where: Filter, top: int) -> Answer:
        """One question's answer."""
        ...

    def precedents(self, demands: Sequence[str]) -> tuple[DemandPrecedents, ...]:
        """For each demand of a new motion, the earlier ones like it."""
        ...
