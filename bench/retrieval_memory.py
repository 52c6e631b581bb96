"""A whole engine in memory, exact and plain: the reference that the real engines are compared with, and bench's own."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

import numpy as np

from corpus.passage import Passage
from index.engine import EngineStatus, Scored, Vectors
from index.filters import Filter

K1 = 1.2
B = 0.75
"""Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009; Lucene's defaults."""


class MemoryEngine:
    """Passages and their vectors in lists; every question looks at all of them."""

    def __init__(self, passages: Sequence[Passage], vectors: Vectors) -> None:
        """Hold `passages` with ids from 0 and their `vectors` `(n, dim) float32`, rows of unit length."""
        self.passages = tuple(passages)
        self.vectors = vectors
        postings: dict[str, list[tuple[int, int]]] = defaultdict(list)
        lengths = np.zeros(len(passages), dtype=np.float64)
        for number, passage in enumerate(passages):
            lengths[number] = len(passage.terms)
            for term, times in Counter(passage.terms).items():
                postings[term].append((number, times))
        self._frequency = {term: len(places) for term, places in postings.items()}
        norm = K1 * (1 - B + B * lengths / max(lengths.mean(), 1.0)) if len(passages) else lengths
        self._postings: dict[str, tuple[np.ndarray, np.ndarray]] = {}
        for term, places in postings.items():
            ids = np.array([number for number, _ in places])
            times = np.array([count for _, count in places], dtype=np.float64)
            self._postings[term] = (ids, self._idf(term) * times * (K1 + 1) / (times + norm[ids]))

    def _idf(self, term: str) -> float:
        n, df = len(self.passages), self._frequency[term]
        return math.log(1 + (n - df + 0.5) / (df + 0.5))

    def dense(self, vector: Vectors, k: int, *, where: Filter) -> tuple[Scored, ...]:
        """The k nearest by cosine."""
        return self._top(self.vectors @ vector, k, where, above=-2.0)

    def lexical(self, terms: Mapping[str, float], k: int, *, where: Filter) -> tuple[Scored, ...]:
        """The k best by BM25."""
        scores = np.zeros(len(self.passages))
        for term, weight in terms.items():
            if term in self._postings:
                ids, values = self._postings[term]
                scores[ids] += weight * values
        return self._top(scores, k, where, above=0.0)

    def _top(self, scores: np.ndarray, k: int, where: Filter, *, above: float) -> tuple[Scored, ...]:
        order = np.argsort(-scores, kind="stable")
        found = []
        for number in order:
            if scores[number] <= above or len(found) == k:
                break
            if where.empty or allows(where, self.passages[number]):
                found.append(Scored(int(number), float(scores[number])))
        return tuple(found)

    def document_frequency(self, terms: Sequence[str]) -> dict[str, int]:
        """In how many passages each term stands."""
        return {term: self._frequency.get(term, 0) for term in terms}

    def refresh(self) -> bool:
        """There is never a newer generation."""
        return False

    def status(self) -> EngineStatus:
        """What it holds."""
        return EngineStatus("memory", len(self.passages), 1, self.vectors.nbytes)


def allows(where: Filter, passage: Passage) -> bool:
    """Whether the passage meets the kinds and files asked for; other conditions are the engines' own to test."""
    return (not where.kinds or passage.kind in where.kinds) and (not where.files or passage.file in where.files)
