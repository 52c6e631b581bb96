"""What the page knows of the collection: the catalogue's papers and cases, read once a generation and shared by all."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from corpus.case import Case
from corpus.catalogue import Catalogue
from corpus.diarienummer import normalise
from corpus.document import Document
from corpus.stored import Counts, Failure
from index.filters import Filter
from search.answer import Answer, Coverage, DemandPrecedents
from ui.web.measures import PLANS, Measure, measures


class Asker(Protocol):
    """What answers questions: `search.searcher.Searcher`, or another that keeps its promise."""

    def ask(self, text: str, *, where: Filter, top: int) -> Answer:
        """One question's answer."""
        ...

    def precedents(self, demands: Sequence[str]) -> tuple[DemandPrecedents, ...]:
        """For each demand of a new motion, the earlier ones like it."""
        ...

    def warm_ups(self) -> Sequence[Callable[[], object]]:
        """What may be done beside the first questions, so that later ones do not wait for it."""
        ...


@dataclass(frozen=True, slots=True)
class Overview:
    """All papers without their paragraphs, and all cases, of one generation."""

    generation: int
    heads: tuple[Document, ...]
    cases: tuple[Case, ...]
    counts: Counts
    failures: tuple[Failure, ...]
    measures: tuple[Measure, ...]

    @property
    def coverage(self) -> Coverage:
        """What a question is answered from."""
        counts = self.counts
        return Coverage(counts.documents, counts.failed, counts.unread_pages, counts.first, counts.last)

    def title_of(self, key: str) -> str | None:
        """The title of a case."""
        return next((case.title for case in self.cases if case.key == key), None)


class Library:
    """A collection as the page reads it. Safe to call from many threads."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Read nothing yet."""
        self.catalogue = catalogue
        self._lock = threading.Lock()
        self._overview: Overview | None = None

    def overview(self) -> Overview:
        """The newest generation's overview; read anew only when something has changed."""
        held = self._overview
        if held and held.generation == self.catalogue.generation:
            return held
        with self._lock, self.catalogue.snapshot() as generation:
            held = self._overview
            if held and held.generation == generation:
                return held
            heads = tuple(self.catalogue.heads())
            self._overview = fresh = Overview(
                generation=generation,
                heads=heads,
                cases=tuple(self.catalogue.cases()),
                counts=self.catalogue.counts(),
                failures=self.catalogue.failures(),
                measures=self._measures(heads),
            )
            return fresh

    def _measures(self, heads: Sequence[Document]) -> tuple[Measure, ...]:
        plans = (self.catalogue.document(head.file) for head in heads if head.type in PLANS)
        return tuple(measure for plan in plans if plan for measure in measures(plan))

    def document(self, file: str) -> Document | None:
        """One document with its paragraphs."""
        return self.catalogue.document(file)

    def case(self, key: str) -> Case | None:
        """One case, by its key or by any of its diarienummer in any spelling."""
        wanted = normalise(key)
        numbered = (one for one in self.overview().cases if wanted in map(normalise, one.dnr))
        return self.catalogue.case(key) or next(numbered, None)

    def pdf(self, sha256: str) -> Path | None:
        """The bytes of a document of this collection; None for anything else, also for other files of the home."""
        known = self.catalogue.rows("select 1 from documents where sha256 = ?", (sha256,))
        path = self.catalogue.home.kept(sha256)
        return path if known and path.is_file() else None

    def generations(self, files: Sequence[str]) -> dict[str, int]:
        """In which generation each of `files` was read, or last changed."""
        marks = ",".join("?" * len(files))
        sql = f"select file, max(generation) from passages where file in ({marks}) group by file"
        return {file: int(generation) for file, generation in self.catalogue.rows(sql, tuple(files))}
