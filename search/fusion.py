"""How the scores of the dense and the lexical leg become one: both stretched to 0..1 over their best, then weighed.

Scores rather than ranks: on pasted demands plain reciprocal ranks fall to 0.51 where the lexical leg alone has 0.83
(docs/search.md has the table; S. Bruch, S. Gai and A. Ingber, "An Analysis of Fusion Functions for Hybrid Retrieval",
ACM TOIS 2023, find the same of convex combinations).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.engine import Scored


@dataclass(frozen=True, slots=True)
class Fusion:
    """How much the dense leg counts (0..1), by what the question is like; `depth` candidates of each leg are used."""

    swedish: float = 0.45
    english: float = 0.6
    demand: float = 0.15
    depth: int = 100

    def __post_init__(self) -> None:
        """Refuse shares outside 0..1."""
        if not all(0 <= share <= 1 for share in (self.swedish, self.english, self.demand)) or self.depth < 2:
            raise ValueError("a share lies between 0 and 1, a depth is at least 2")


def fuse(dense: Sequence[Scored], lexical: Sequence[Scored], *, share: float, depth: int) -> dict[int, float]:
    """Passage id → score 0..1; `share` is the dense leg's. Both legs come best first."""
    near = stretched(dense[:depth], floor=None)
    words = stretched(lexical[:depth], floor=0.0)
    return {one: share * near.get(one, 0.0) + (1 - share) * words.get(one, 0.0) for one in near.keys() | words.keys()}


def stretched(scored: Sequence[Scored], *, floor: float | None) -> dict[int, float]:
    """Scores stretched so that the best is 1 and `floor` (else the last) is 0."""
    if not scored:
        return {}
    top = scored[0].score
    low = scored[-1].score if floor is None else floor
    width = top - low
    if width <= 0:
        return {one.passage: 1.0 for one in scored}
    return {one.passage: (one.score - low) / width for one in scored}
