"""The one seam between searching and what holds the passages: FAISS with SQLite on one machine, PostgreSQL on many."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

import numpy as np
import numpy.typing as npt

from index.filters import Filter

Vectors = npt.NDArray[np.float32]
Doubles = npt.NDArray[np.float64]
DENSE_DIGITS = 6
"""Decimals of a cosine that count: FAISS and pgvector add up 384 products in other orders, and differ by 2e-7."""


class Scored(NamedTuple):
    """A passage id and its score; higher = better (cosine for dense, BM25 for lexical)."""

    passage: int
    score: float


@dataclass(frozen=True, slots=True)
class EngineStatus:
    """What an engine holds: kind of index (an IndexKind, or "postgresql"), passages, generation, bytes."""

    kind: str
    passages: int
    generation: int
    size_bytes: int


class Engine(Protocol):
    """Finds passages. An engine answers from one generation; `refresh` moves to the newest between two questions."""

    def dense(self, vector: Vectors, k: int, *, where: Filter) -> tuple[Scored, ...]:
        """The k nearest passages to `vector` `(dim,) float32, unit length`, best first, among those `where` allows."""
        ...

    def lexical(self, terms: Mapping[str, float], k: int, *, where: Filter) -> tuple[Scored, ...]:
        """The k best passages by BM25 over `terms` (term → query weight), best first, among those `where` allows."""
        ...

    def document_frequency(self, terms: Sequence[str]) -> dict[str, int]:
        """In how many passages each term stands (0 if in none)."""
        ...

    def refresh(self) -> bool:
        """Move to the newest generation; True if there was a newer one."""
        ...

    def status(self) -> EngineStatus:
        """What it holds now."""
        ...


def steady(scores: Doubles, digits: int) -> Doubles:
    """Scores rounded, so that what is equal is equal in every engine, and ties go by id in all of them alike."""
    step = 10.0**digits
    rounded: Doubles = np.floor(scores * step + 0.5) / step
    return rounded
