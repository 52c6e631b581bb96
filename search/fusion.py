"""How the scores of the dense and the lexical leg become one: both stretched to 0..1 over their best, then weighed.

Scores rather than ranks: on pasted demands plain reciprocal ranks fall to 0.51 where the lexical leg alone has 0.83
(docs/search.md has the table; S. Bruch, S. Gai and A. Ingber, "An Analysis of Fusion Functions for Hybrid Retrieval",
ACM TOIS 2023, find the same of convex combinations). How much each leg counts depends on how much of the question one
passage can say in its own words: where all of it, the lexical leg is the surer one, in questions and demands alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.engine import Scored


@dataclass(frozen=True, slots=True)
class Fusion:
    """The dense leg's share falls from `unsaid`, by `fall` times the share of the question's words that the best
    passage has, and stays within `least` and `most`; `depth` candidates of each leg are used.

    With these values the fused ranking was above both legs on all four sets (bench/results/retrieval.md): no fixed
    share was (0.55 loses 0.08 on demands, 0.2 loses 0.09 on questions of fact).
    """

    unsaid: float = 0.9
    fall: float = 0.65
    least: float = 0.25
    most: float = 0.75
    depth: int = 100
    narrow: int = 50
    """Candidates of each leg among demands, decisions and titles, of which a question means one or a few."""

    def __post_init__(self) -> None:
        """Refuse shares outside 0..1."""
        if not 0 <= self.least <= self.most <= 1 or self.depth < 2:
            raise ValueError("shares lie between 0 and 1, the least first, and a depth is at least 2")

    def share(self, said: float) -> float:
        """The dense leg's share where the best lexical passage has `said` (0..1) of the question's words."""
        return min(self.most, max(self.least, self.unsaid - self.fall * said))


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
