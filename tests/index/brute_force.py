"""The doubles of the engine tests: a source in memory, and an engine that computes every score the plain way."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import pytest

from corpus.passage import Facets
from corpus.stored import Changes, Model
from index.engine import EngineStatus, Scored, Vectors
from index.entries import Entry, Ids
from index.facet_keys import conditions, facet_row
from index.filters import Filter

DIM = 32
K1, B = 1.2, 0.75


def unit(vector: object) -> Vectors:
    """Scaled to length 1 and rounded to float16, as vectors are stored."""
    floats = np.asarray(vector, np.float32)
    return (floats / np.linalg.norm(floats)).astype(np.float16).astype(np.float32)


def entry(id_: int, terms: str, vector: object, facets: Facets | None = None, *, file: str = "a.pdf") -> Entry:
    """An entry with the terms of a blank-separated text."""
    row = facet_row(facets or Facets(type="motion", date=None), file=file, kind="text")
    return Entry(id_, tuple(terms.split()), row, unit(vector).astype(np.float16))


@dataclass
class MemorySource:
    """An EntrySource whose entries are put and removed by the test; each change is a generation."""

    dim: int = DIM
    name: str = "model-a"
    generation: int = 0
    held: dict[int, Entry] = field(default_factory=dict)
    put_in: dict[int, int] = field(default_factory=dict)
    removed_in: dict[int, int] = field(default_factory=dict)
    read: list[int] = field(default_factory=list)

    @property
    def model(self) -> Model | None:
        return Model(self.name, self.dim)

    def put(self, *entries: Entry) -> None:
        self.generation += 1
        for one in entries:
            assert one.id not in self.put_in, "ids are never used again"
            self.held[one.id] = one
            self.put_in[one.id] = self.generation

    def remove(self, *ids: int) -> None:
        self.generation += 1
        for id_ in ids:
            del self.held[id_]
            self.removed_in[id_] = self.generation

    def ids(self) -> Ids:
        return np.array(sorted(self.held), np.int64)

    def changes(self, since: int) -> Changes:
        added = (id_ for id_, generation in self.put_in.items() if generation > since and id_ in self.held)
        removed = (id_ for id_, generation in self.removed_in.items() if generation > since)
        return Changes(self.generation, tuple(sorted(added)), tuple(sorted(removed)))

    def entries(self, ids: Sequence[int]) -> Iterator[Entry]:
        for id_ in ids:
            if id_ in self.held:
                self.read.append(id_)
                yield self.held[id_]


def close(found: tuple[Scored, ...], expected: tuple[Scored, ...], *, within: float) -> None:
    """The same passages with the same scores; order may differ among scores closer than `within`."""
    assert [one.score for one in found] == pytest.approx([one.score for one in expected], abs=within)
    by_id = {one.passage: one.score for one in expected}
    edge = expected[-1].score if expected else 0.0
    for one in found:
        assert by_id.get(one.passage, edge) == pytest.approx(one.score, abs=within)


@dataclass
class BruteForce:
    """An Engine without any structure."""

    source: MemorySource

    def dense(self, vector: Vectors, k: int, *, where: Filter) -> tuple[Scored, ...]:
        scores = {one.id: float(np.dot(one.vector.astype(np.float32), vector)) for one in self._admitted(where)}
        return _best({id_: round(score, 9) for id_, score in scores.items()}, k)

    def lexical(self, terms: Mapping[str, float], k: int, *, where: Filter) -> tuple[Scored, ...]:
        entries = tuple(self.source.held.values())
        average = sum(len(one.terms) for one in entries) / max(len(entries), 1)
        df = self.document_frequency(tuple(terms))
        scores = {}
        for one in self._admitted(where):
            counts = Counter(one.terms)
            score = 0.0
            for term, weight in terms.items():
                if weight > 0 and counts[term]:
                    idf = math.log(1 + (len(entries) - df[term] + 0.5) / (df[term] + 0.5))
                    norm = K1 * (1 - B + B * len(one.terms) / average)
                    score += weight * idf * counts[term] * (K1 + 1) / (counts[term] + norm)
            if score:
                scores[one.id] = score
        return _best({id_: round(score, 9) for id_, score in scores.items()}, k)

    def document_frequency(self, terms: Sequence[str]) -> dict[str, int]:
        return {term: sum(term in one.terms for one in self.source.held.values()) for term in terms}

    def refresh(self) -> bool:
        return False

    def status(self) -> EngineStatus:
        return EngineStatus("brute force", len(self.source.held), self.source.generation, 0)

    def _admitted(self, where: Filter) -> Iterator[Entry]:
        asked = conditions(where)
        return (one for one in self.source.held.values() if asked.admit(one.facets))


def _best(scores: Mapping[int, float], k: int) -> tuple[Scored, ...]:
    ranked = sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(Scored(id_, score) for id_, score in ranked[: max(k, 0)])
