"""What one generation of the library has been asked for already: heads, paragraphs, passages and cases at hand."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from corpus.case import Case
from corpus.document import Document
from corpus.paragraph import Paragraph
from corpus.stored import Counts, FoundPassage
from search.library import Library

if TYPE_CHECKING:
    from search.decisions import Item

MOST = 20_000
"""Entries kept of each sort; beyond it the shelf is emptied (a passage takes some 2 kB)."""

MOST_IN_A_ROW = 400
"""Paragraphs of one paper looked through for one particular: what is asked for stands at its front, or in a short §."""


class Shelf:
    """A library and what was read of it in one generation; a new generation gets a new shelf."""

    def __init__(self, library: Library, generation: int) -> None:
        """Start empty."""
        self.generation = generation
        self._library = library
        self._heads: dict[str, Document | None] = {}
        self._paragraphs: dict[tuple[str, int], Paragraph | None] = {}
        self._passages: dict[int, FoundPassage] = {}
        self._cases: dict[str, Case | None] = {}
        self._case_keys: dict[str, tuple[str, ...]] = {}
        self._asking: dict[str, frozenset[int]] = {}
        self._counts: Counts | None = None
        self._histories: dict[tuple[str, int], tuple[Item, ...]] = {}

    def head(self, file: str) -> Document | None:
        """A document without its paragraphs."""
        if file not in self._heads:
            self._heads[file] = self._library.head(file)
        return self._heads[file]

    def asks(self, place: tuple[str, int]) -> bool:
        """Whether a paragraph is a demand."""
        file = place[0]
        if file not in self._asking:
            head = self.head(file)
            self._asking[file] = frozenset(demand.paragraph for demand in head.demands) if head else frozenset()
        return place[1] in self._asking[file]

    def paragraph(self, file: str, n: int) -> Paragraph | None:
        """One paragraph, None if there is none."""
        held = self._with_room(1)
        if (file, n) not in held:
            held[file, n] = next(iter(self._library.paragraphs(file, (n,))), None)
        return held[file, n]

    def paragraphs(self, file: str, first: int, last: int) -> tuple[Paragraph, ...]:
        """The paragraphs `first` to `last` of a document, both included, MOST_IN_A_ROW at most."""
        wanted = range(first, min(last, first + MOST_IN_A_ROW - 1) + 1)
        held = self._with_room(len(wanted))
        if missing := [n for n in wanted if (file, n) not in held]:
            read = {paragraph.n: paragraph for paragraph in self._library.paragraphs(file, missing)}
            held.update(((file, n), read.get(n)) for n in missing)
        return tuple(one for n in wanted if (one := held[file, n]) is not None)

    def _with_room(self, more: int) -> dict[tuple[str, int], Paragraph | None]:
        """The paragraphs at hand, emptied where `more` would be too many: by a new one, since another thread may be
        reading from the old."""
        if len(self._paragraphs) + more > MOST:
            self._paragraphs = {}
        return self._paragraphs

    def passages(self, ids: Iterable[int]) -> dict[int, FoundPassage]:
        """The passages with those ids that are there."""
        wanted = tuple(dict.fromkeys(ids))
        if len(self._passages) + len(wanted) > MOST:
            self._passages = {}
        held = self._passages
        if missing := [one for one in wanted if one not in held]:
            held.update((passage.id, passage) for passage in self._library.found(missing))
        return {one: held[one] for one in wanted if one in held}

    def case(self, key: str) -> Case | None:
        """One case."""
        if key not in self._cases:
            self._cases[key] = self._library.case(key)
        return self._cases[key]

    def case_keys(self, file: str) -> tuple[str, ...]:
        """The keys of the cases that a document belongs to; minutes have dozens, each some kilobytes."""
        if file not in self._case_keys:
            self._case_keys[file] = self._library.case_keys(file)
        return self._case_keys[file]

    def cases_of(self, file: str) -> tuple[Case, ...]:
        """The cases that a document belongs to."""
        return tuple(case for key in self.case_keys(file) if (case := self.case(key)) is not None)

    def history(
        self, asked: tuple[str, int], told: Callable[[Shelf, tuple[str, int]], tuple[Item, ...]]
    ) -> tuple[Item, ...]:
        """The history of a demand (search/decisions.py), as `told` tells it when it is first asked for."""
        if len(self._histories) >= MOST:
            self._histories = {}
        held = self._histories
        if asked not in held:
            held[asked] = told(self, asked)
        return held[asked]

    def counts(self) -> Counts:
        """What is covered."""
        if self._counts is None:
            self._counts = self._library.counts()
        return self._counts
