"""A snapshot: the segments of one generation with what is alive in each, and how one question is answered from them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from index.bm25 import BM25_DIGITS, Bm25, Doubles, idf
from index.embedded_segment import Mask, Segment
from index.engine import Scored, Vectors, steady
from index.entries import Ids
from index.facet_keys import Conditions, conditions
from index.filters import Filter

Rows = npt.NDArray[np.int64]
MASKS_KEPT = 64
SCORES_KEPT = 4
"""Questions whose BM25 scores are kept: one question asks for the same words among texts, demands and titles."""


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """A segment and which of its rows are alive (None = all)."""

    segment: Segment
    alive: Mask | None = None

    @property
    def count(self) -> int:
        """How many rows are alive."""
        return len(self.segment) if self.alive is None else int(self.alive.sum())

    @property
    def ids(self) -> Ids:
        """The ids of the rows that are alive."""
        return self.segment.ids if self.alive is None else self.segment.ids[self.alive]

    @property
    def length(self) -> int:
        """Terms in all rows that are alive."""
        lengths = self.segment.lengths if self.alive is None else self.segment.lengths[self.alive]
        return int(lengths.sum(dtype=np.int64))

    def without(self, ids: Ids) -> Part:
        """The same with `ids` dead."""
        gone = np.isin(self.segment.ids, ids)
        if not gone.any():
            return self
        return Part(self.segment, ~gone if self.alive is None else self.alive & ~gone)

    def admitted(self, asked: Conditions) -> Mask | None:
        """Which rows are alive and let through (None = all)."""
        if asked == Conditions(groups=()):
            return self.alive
        mask = self.segment.admitted(asked)
        return mask if self.alive is None else mask & self.alive


class Snapshot:
    """Answers from one generation; never changes."""

    def __init__(
        self, generation: int, parts: Iterable[Part], *, model: str | None, pending: Iterable[int] = (), bm25: Bm25
    ) -> None:
        """Of the `parts` of one generation; `model` made the vectors; `pending` are ids that still lack theirs."""
        self.generation = generation
        self.parts = tuple(parts)
        self.model = model
        self.pending = tuple(pending)
        self.count = sum(part.count for part in self.parts)
        self._average = sum(part.length for part in self.parts) / self.count if self.count else 0.0
        self._bm25 = bm25
        self._masks = lru_cache(MASKS_KEPT)(self._admitted)
        self._scores = lru_cache(SCORES_KEPT)(self._score)
        self._norms = lru_cache(1)(self._lengths_weighed)

    def dense(self, vector: Vectors, k: int, where: Filter) -> tuple[Scored, ...]:
        """The k nearest."""
        found = _Best(k)
        for part, mask in zip(self.parts, self._masks(where), strict=True):
            if len(part.segment):
                rows, scores = part.segment.nearest(vector, k, mask)
                found.add(part.segment.ids[rows], scores)
        return found.scored()

    def lexical(self, terms: Mapping[str, float], k: int, where: Filter) -> tuple[Scored, ...]:
        """The k best by BM25."""
        found = _Best(k)
        scored = self._scores(tuple(terms.items()))
        for part, mask, (rows, scores) in zip(self.parts, self._masks(where), scored, strict=True):
            if mask is not None:
                let_through = mask[rows]
                rows, scores = rows[let_through], scores[let_through]
            found.add(part.segment.ids[rows], scores)
        return found.scored()

    def document_frequency(self, term: str) -> int:
        """In how many passages that are alive the term stands."""
        return sum(len(rows) for rows, _ in self._postings(term))

    def _score(self, terms: tuple[tuple[str, float], ...]) -> tuple[tuple[Rows, Doubles], ...]:
        """Of each part the rows that have any of the terms, ascending, and their scores; filters come after."""
        sums = [np.zeros(len(part.segment)) for part in self.parts]
        for term, weight in terms:
            if weight > 0:
                self._add_term(term, weight, sums)
        rows = [np.flatnonzero(of_part > 0) for of_part in sums]  # four times as quick as over the numbers themselves
        return tuple((some, steady(of_part[some], BM25_DIGITS)) for some, of_part in zip(rows, sums, strict=True))

    def _add_term(self, term: str, weight: float, sums: list[Doubles]) -> None:
        postings = self._postings(term)
        df = sum(len(rows) for rows, _ in postings)
        if not df:
            return
        factor = weight * idf(passages=self.count, df=df)
        for of_part, norms, (rows, counts) in zip(sums, self._norms(), postings, strict=True):
            of_part[rows] += factor * self._bm25.saturated(counts, norms[rows])

    def _lengths_weighed(self) -> tuple[Doubles, ...]:
        return tuple(self._bm25.norms(part.segment.lengths, average=self._average or 1.0) for part in self.parts)

    def _postings(self, term: str) -> list[tuple[npt.NDArray[np.int32], npt.NDArray[np.uint16]]]:
        return [_living(*part.segment.terms.get(term), part.alive) for part in self.parts]

    def _admitted(self, where: Filter) -> tuple[Mask | None, ...]:
        asked = conditions(where)
        return tuple(part.admitted(asked) for part in self.parts)


@dataclass(slots=True)
class _Best:
    """Gathers scores of several segments; ties go to the lower id."""

    k: int
    ids: list[Ids] = field(default_factory=list)
    scores: list[Doubles] = field(default_factory=list)

    def add(self, ids: Ids, scores: Doubles) -> None:
        if 0 < self.k < len(scores):
            least = np.partition(scores, -self.k)[-self.k]
            ids, scores = ids[scores >= least], scores[scores >= least]
        self.ids.append(ids)
        self.scores.append(scores)

    def scored(self) -> tuple[Scored, ...]:
        if not self.ids or self.k <= 0:
            return ()
        ids, scores = np.concatenate(self.ids), np.concatenate(self.scores)
        order = np.lexsort((ids, -scores))[: self.k]
        return tuple(map(Scored, ids[order].tolist(), scores[order].tolist()))


def _living(
    rows: npt.NDArray[np.int32], counts: npt.NDArray[np.uint16], alive: Mask | None
) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.uint16]]:
    if alive is None:
        return rows, counts
    keep = alive[rows]
    return rows[keep], counts[keep]
