"""How good a ranking is: nDCG, recall and reciprocal rank of one question's graded hits, and means with intervals.

K. Järvelin and J. Kekäläinen, "Cumulated gain-based evaluation of IR techniques", ACM TOIS 2002, with the grade itself
as gain (as trec_eval does); tests compare with ir-measures.
"""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass

RESAMPLES = 1000
"""B. Efron's percentile bootstrap over questions."""


@dataclass(frozen=True, slots=True)
class Mean:
    """The mean over questions with its 95 % bootstrap interval."""

    value: float
    low: float
    high: float
    questions: int


def ndcg(gains: Sequence[float], grades: Sequence[float], k: int) -> float:
    """`gains` of the hits in their order, `grades` of all that is relevant; 0..1."""
    ideal = _dcg(sorted(grades, reverse=True)[:k])
    return _dcg(gains[:k]) / ideal if ideal else 0.0


def _dcg(gains: Sequence[float]) -> float:
    return sum(gain / math.log2(rank + 1) for rank, gain in enumerate(gains, 1))


def recall(gains: Sequence[float], relevant: int, k: int) -> float:
    """The share of what could be found among k hits that was found, 0..1."""
    return sum(gain > 0 for gain in gains[:k]) / min(k, relevant) if relevant else 0.0


def reciprocal_rank(gains: Sequence[float], k: int) -> float:
    """1 / the rank of the first relevant hit, 0 if there is none among k."""
    return next((1 / rank for rank, gain in enumerate(gains[:k], 1) if gain > 0), 0.0)


def mean(values: Sequence[float], *, seed: int = 1) -> Mean:
    """The mean of `values` with its interval; NaN where there are none."""
    if not values:
        return Mean(math.nan, math.nan, math.nan, 0)
    draw = random.Random(seed)
    means = sorted(sum(draw.choices(values, k=len(values))) / len(values) for _ in range(RESAMPLES))
    low, high = means[int(0.025 * RESAMPLES)], means[int(0.975 * RESAMPLES) - 1]
    return Mean(sum(values) / len(values), low, high, len(values))
