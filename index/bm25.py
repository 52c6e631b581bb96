"""BM25 as Robertson and Zaragoza give it (2009), with Lucene's idf, which is never negative.

    score(passage) = Σ over terms  weight · idf · tf·(k1 + 1) / (tf + k1·(1 - b + b·length/average))
    idf = ln(1 + (N - df + 0.5) / (df + 0.5))

N, df and the average length are those of the whole collection, also where a filter is given.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Doubles = npt.NDArray[np.float64]
BM25_DIGITS = 9
"""Decimals of a score that count: sums differ in the fifteenth by the order of their terms."""


@dataclass(frozen=True, slots=True)
class Bm25:
    """k1: how soon repeats of a term stop counting; b: how much long passages are held back.

    1.2 and 0.75 are the values of Robertson and Zaragoza (2009, section 3.3) and of Lucene.
    """

    k1: float = 1.2
    b: float = 0.75

    def __post_init__(self) -> None:
        """Refuse values outside the formula's range."""
        if self.k1 < 0 or not 0 <= self.b <= 1:
            raise ValueError(f"k1 must be at least 0 and b between 0 and 1, not {self.k1} and {self.b}")

    def norms(self, lengths: npt.NDArray[np.integer], *, average: float) -> Doubles:
        """What passages of those lengths in terms have beside tf below the fraction."""
        result: Doubles = self.k1 * (1 - self.b + self.b * lengths.astype(np.float64) / average)
        return result

    def saturated(self, tf: npt.NDArray[np.integer], norms: Doubles) -> Doubles:
        """The last factor of the formula for passages with those counts of a term and those `norms`."""
        counts = tf.astype(np.float64)
        return counts * (self.k1 + 1) / (counts + norms)


def idf(*, passages: int, df: int) -> float:
    """How much a term that stands in `df` of `passages` passages tells."""
    return math.log(1 + (passages - df + 0.5) / (df + 0.5))
