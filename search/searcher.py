"""One question's way to its answer: route, candidates, ranking, decisions, confidence."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from index.engine import Engine, Vectors
from index.filters import Filter
from search.answer import Answer, Coverage, DecisionHit, DemandPrecedents, Hit, Route
from search.candidates import Candidates, Place, gather
from search.confidence import Confidence, confidence_features
from search.decisions import Role
from search.filtered import allowed_places
from search.fusion import Fusion
from search.highlights import highlights, phrase_highlights
from search.hits import decision_hit, hits
from search.identifiers import Named, named
from search.kinds import Wanted, kind_features, wanted
from search.library import Library
from search.papers import papers_named
from search.phrases import paragraphs_with
from search.precedents import Precedents
from search.question import Question, read_question
from search.ranking import Ranked, Ranking, rank
from search.shelf import Shelf


class QueryEmbedder(Protocol):
    """Turns a question into a vector."""

    def query(self, text: str) -> Vectors:
        """`(dim,) float32, unit length`."""
        ...


@dataclass(frozen=True, slots=True)
class SearchOptions:
    """All that tunes an answer; `least_confidence` below which a question counts as not answered (bench/results)."""

    fusion: Fusion = field(default_factory=Fusion)
    ranking: Ranking = field(default_factory=Ranking)
    least_confidence: float = 0.5
    least_demand: float = 0.2
    """A demand less likely than this share of the likeliest is not listed among the decisions."""
    most_decisions: int = 10


class Searcher:
    """Answers questions over one home. Safe to share between threads; each question sees one generation."""

    def __init__(
        self, library: Library, engine: Engine, embedder: QueryEmbedder, *, options: SearchOptions | None = None
    ) -> None:
        """Hold what is searched; nothing is read yet."""
        self._library = library
        self._engine = engine
        self._embedder = embedder
        self._options = options or SearchOptions()
        self._shelf: Shelf | None = None
        self._lock = threading.Lock()

    def ask(self, text: str, *, where: Filter = Filter(), top: int = 10) -> Answer:  # noqa: B008 (frozen)
        """Answer one question; `top` hits at most, fewer only if there are no more."""
        started = time.perf_counter()
        with self._library.snapshot() as generation:
            self._engine.refresh()
            shelf = self._shelf_of(generation)
            answer = self._answer(shelf, text, where, top)
        return _with_time(answer, time.perf_counter() - started)

    def precedents(self, demands: Sequence[str], *, where: Filter = Filter(), top: int = 5) -> tuple[DemandPrecedents, ...]:  # noqa: B008
        """For each demand of a new motion, the earlier demands most like it and how each was answered."""
        with self._library.snapshot() as generation:
            self._engine.refresh()
            finder = Precedents(self._engine, self._shelf_of(generation), self._embedder.query)
            return finder.of(demands, where=where, top=top)

    def _shelf_of(self, generation: int) -> Shelf:
        with self._lock:
            if self._shelf is None or self._shelf.generation != generation:
                self._shelf = Shelf(self._library, generation)
            return self._shelf

    def _answer(self, shelf: Shelf, text: str, where: Filter, top: int) -> Answer:
        names = named(text)
        if names.phrases:
            return self._by_phrase(shelf, text, names, where, top)
        if names.paper:
            return self._by_identifier(shelf, text, names, where, top)
        return self._hybrid(shelf, text, where, top)
