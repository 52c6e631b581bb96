"""How much of what a question is about stands in one passage, rare words counting most."""

from __future__ import annotations

import math
from collections.abc import Iterable, Set
from dataclasses import dataclass, field

from index.engine import Engine
from search.question import Question, Unit

Terms = frozenset[str]
PART_COUNTS = 0.7
"""A compound of which only the parts stand in a passage."""
NEAR_COUNTS = 0.7
"""A word of which only a synonym stands there; so fewer questions in other words are refused (docs/search.md)."""


@dataclass(frozen=True, slots=True)
class Cover:
    """The question's words with how much each tells (idf); `unknown` is the share that no passage has at all."""

    weights: tuple[tuple[Unit, float], ...]
    unknown: float
    _shares: dict[Terms, float] = field(default_factory=dict, init=False, repr=False, compare=False)
    _counted: Terms = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Gather the terms that count: some hundreds of passages are compared, most with few of them."""
        units = (unit for unit, _ in self.weights)
        counted = frozenset(term for unit in units for term in (*unit.terms, *unit.parts, *unit.near))
        object.__setattr__(self, "_counted", counted)

    def share(self, terms: Iterable[str]) -> float:
        """How much of the question's words, by weight, stand among `terms`, 0..1."""
        there = self._counted.intersection(terms)
        found = self._shares.get(there)
        if found is None:
            found = self._shares[there] = self._share(there)
        return found

    def _share(self, terms: Terms) -> float:
        total = said = 0.0
        for unit, weight in self.weights:
            total += weight
            said += weight * met(unit, terms)
        return said / total if total else 0.0


def cover(question: Question, engine: Engine) -> Cover:
    """Weigh the question's words that say its subject (all of them, if none does)."""
    units = [unit for unit in question.units if unit.subject] or list(question.units)
    terms = tuple(dict.fromkeys(term for unit in units for term in (*unit.terms, *unit.parts, *unit.near)))
    frequency = engine.document_frequency(terms)
    passages = max(engine.status().passages, 1)
    weights = tuple((unit, _idf(_frequency(unit, frequency), passages)) for unit in units)
    total = sum(weight for _, weight in weights)
    unknown = sum(weight * _unknown(unit, frequency) for unit, weight in weights)
    return Cover(weights, unknown / total if total else 1.0)


def _frequency(unit: Unit, frequency: dict[str, int]) -> int:
    known = max((frequency.get(term, 0) for term in unit.terms), default=0)
    if known or not unit.parts:
        return known
    return min(frequency.get(part, 0) for part in unit.parts)


def _unknown(unit: Unit, frequency: dict[str, int]) -> float:
    """1 where no passage has the word nor a synonym of it, 0 where one has the word."""
    if _frequency(unit, frequency):
        return 0.0
    return 1.0 - NEAR_COUNTS * any(frequency.get(term) for term in unit.near)


def _idf(frequency: int, passages: int) -> float:
    return math.log(1 + (passages - frequency + 0.5) / (frequency + 0.5))


def met(unit: Unit, terms: Set[str]) -> float:
    """How well a word is met among `terms`, 0..1: itself, a synonym, or parts of the compound."""
    if not terms.isdisjoint(unit.terms):
        return 1.0
    near = NEAR_COUNTS if not terms.isdisjoint(unit.near) else 0.0
    if not unit.parts:
        return near
    return max(near, PART_COUNTS * sum(part in terms for part in unit.parts) / len(unit.parts))
