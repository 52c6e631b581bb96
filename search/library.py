"""What searching needs of the catalogue; `corpus.catalogue.Catalogue` has it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from typing import Protocol

from corpus.case import Case
from corpus.document import Document
from corpus.paragraph import Paragraph
from corpus.stored import Counts, FoundPassage


class Library(Protocol):
    """Documents, cases and passages, read from one state within `snapshot`."""

    def snapshot(self) -> AbstractContextManager[int]:
        """Within it all calls see one generation, whose number it gives."""
        ...

    def head(self, file: str) -> Document | None:
        """A document without its paragraphs."""
        ...

    def heads(self) -> Iterator[Document]:
        """All documents without their paragraphs."""
        ...

    def paragraphs(self, file: str, numbers: Iterable[int]) -> tuple[Paragraph, ...]:
        """Those paragraphs of a document, in the order asked."""
        ...

    def case(self, key: str) -> Case | None:
        """One case."""
        ...

    def cases(self) -> Iterator[Case]:
        """All cases."""
        ...

    def case_keys(self, file: str) -> tuple[str, ...]:
        """The keys of the cases that a document belongs to, in order."""
        ...

    def found(self, ids: Iterable[int]) -> Iterator[FoundPassage]:
        """The passages with those ids, in any order; ids that are gone are left out."""
        ...

    def counts(self) -> Counts:
        """What is covered."""
        ...
