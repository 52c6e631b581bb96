"""A snapshot: the segments of one generation with what is alive in each, and how one question is answered from them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from index.bm25 import Bm25, Doubles, idf
from index.embedded_segment import Mask, Segment
from index.engine import Scored, Vectors
from index.entries import Ids
from index.facet_keys import Conditions, conditions
from index.filters import Filter

MASKS_KEPT = 64
"""Filters whose masks are kept; a page of facets asks the same few over and over (200,000 rows: 200 kB each)."""


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

    def dense(self, vector: Vectors, k: int, where: Filter) -> tuple[Scored, ...]:
        """The k nearest."""
        found = _Best(k)
        for part, mask in zip(self.parts, self._masks(where), strict=True):
            if len(part.segment):
                rows, scores = part.segment.vectors.nearest(vector, k, mask)
                found.add(part.segment.ids[rows], scores.astype(np.float64))
        return found.scored()

    def lexical(self, terms: Mapping[str, float], k: int, where: Filter) -> tuple[Scored, ...]:
        """The k best by BM25."""
        scores = [np.zeros(len(part.segment)) for part in self.parts]
        for term, weight in terms.items():
            if weight > 0:
                self._add_term(term, weight, scores)
        found = _Best(k)
        for part, mask, of_rows in zip(self.parts, self._masks(where), scores, strict=True):
            rows = np.flatnonzero(of_rows if mask is None else of_rows * mask)
            found.add(part.segment.ids[rows], of_rows[rows])
        return found.scored()

    def document_frequency(self, term: str) -> int:
        """In how many passages that are alive the term stands."""
        return sum(len(rows) for rows, _ in self._postings(term))

    def _add_term(self, term: str, weight: float, scores: list[Doubles]) -> None:
        postings = self._postings(term)
        df = sum(len(rows) for rows, _ in postings)
        if not df:
            return
        factor = weight * idf(passages=self.count, df=df)
        for part, of_rows, (rows, counts) in zip(self.parts, scores, postings, strict=True):
            lengths = part.segment.lengths[rows]
            of_rows[rows] += factor * self._bm25.contributions(counts, lengths, average=self._average)

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
        return tuple(Scored(int(ids[i]), float(scores[i])) for i in order)


def _living(
    rows: npt.NDArray[np.int32], counts: npt.NDArray[np.uint16], alive: Mask | None
) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.uint16]]:
    if alive is None:
        return rows, counts
    keep = alive[rows]
    return rows[keep], counts[keep]
