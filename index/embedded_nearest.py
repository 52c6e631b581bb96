"""How the nearest rows of one segment are found: ties whole, and several filters of one question from one search."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from index.engine import DENSE_DIGITS, Doubles, Vectors, steady
from index.faiss_choice import IndexKind

if TYPE_CHECKING:
    from index.faiss_store import FaissStore

Mask = npt.NDArray[np.bool_]
Rows = npt.NDArray[np.int64]
Found = tuple[Rows, Doubles]
Wide = tuple[Rows, Vectors]
TIED = 8
"""Rows fetched beyond k at first; papers repeat whole sentences, whose vectors are then the same."""
WIDE = 3000
"""Rows of one search from which several filters pick: exact search takes as long for 3,000 rows as for 100. Texts,
demands and titles of 200,000 passages took 8 ms instead of 20 (12, 4 and 4 under filters of 83, 11 and 6 %)."""
WIDE_FROM = 0.5
"""The share that a filter must let through for its question to begin with a wide search."""
WIDE_KEPT = 32
COMPARED = 100
"""Rows beyond k of a wide search that are compared at first: all k are then sure, or with twice as many."""
SLACK = 6
"""Standard deviations of a wide search's error within which a row not compared may lie; 4 were never passed."""


class NearestRows:
    """Over the vectors of one segment; safe to share between threads."""

    def __init__(self, vectors: FaissStore) -> None:
        """Search in `vectors`."""
        self._vectors = vectors
        self._wide: tuple[tuple[bytes, Wide], ...] = ()

    def find(self, vector: Vectors, k: int, mask: Mask | None) -> Found:
        """The k nearest rows that `mask` lets through, with all that lie as near as the last of them, in any order."""
        if mask is not None and self._vectors.kind in (IndexKind.EXACT, IndexKind.CODED) and len(mask) > WIDE:
            picked = self._picked(vector, k, mask)
            if picked is not None:
                return picked
        return self._searched(vector, k, mask)

    def _picked(self, vector: Vectors, k: int, mask: Mask) -> Found | None:
        """From a wide search, if it holds k that are let through; None if not, or if it would not pay.

        As many of what is let through are compared by float16 as it takes: how far the wide search errs on these says
        down to which product none of the others can lie.
        """
        wide = next((found for key, found in self._wide if key == vector.tobytes()), None)
        if wide is None:
            if mask.mean() < WIDE_FROM:
                return None
            wide = self._vectors.wide(vector, WIDE)
            self._wide = ((vector.tobytes(), wide), *self._wide[: WIDE_KEPT - 1])
        let_through = mask[wide[0]]
        rows, about = wide[0][let_through], np.append(wide[1][let_through], wide[1][-1])
        compared = k + COMPARED
        while 0 < k <= len(rows):
            some = rows[:compared]
            products = self._vectors.products(vector, some)
            scores = steady(products.astype(np.float64), DENSE_DIGITS)
            error = products - about[: len(some)]
            beyond = about[len(some)] + error.mean() + SLACK * error.std()
            if np.partition(scores, -k)[-k] > steady(beyond.astype(np.float64), DENSE_DIGITS):
                return some, scores
            if len(some) == len(rows):
                break
            compared *= 2
        return None

    def _searched(self, vector: Vectors, k: int, mask: Mask | None) -> Found:
        wanted = k + TIED
        while True:
            rows, products = self._vectors.nearest(vector, wanted, mask)
            scores = steady(products.astype(np.float64), DENSE_DIGITS)
            if len(rows) < wanted or k <= 0 or scores[-1] < scores[k - 1]:
                return rows, scores
            wanted *= 4
