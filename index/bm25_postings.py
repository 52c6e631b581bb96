"""Postings: for each key (a term or a facet) the rows that have it and how often, as flat arrays that can be mapped."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

Arrays = Mapping[str, npt.NDArray[Any]]
Rows = npt.NDArray[np.int32]
Counts = npt.NDArray[np.uint16]


FOUND_KEPT = 10_000
"""Keys whose number is kept: one question looks up its words for their spelling, their weight and their rows."""


class Postings:
    """Keys in byte order, end to end in one blob; the rows of key i are `rows[starts[i]:starts[i + 1]]`, ascending."""

    def __init__(self, arrays: Arrays) -> None:
        """Over arrays that `PostingsBuilder` made, in memory or mapped."""
        self.arrays = arrays
        self._blob = arrays["blob"].data  # views: one number out of an array costs ten times what one of them does
        self._ends = arrays["ends"].data
        self._starts = arrays["starts"]
        self._rows: Rows = arrays["rows"]
        self._counts: Counts = arrays["counts"]
        self._find = lru_cache(FOUND_KEPT)(self._searched)

    def get(self, key: str) -> tuple[Rows, Counts]:
        """The rows that have `key`, ascending, and how often each has it; both empty for a key that is not there."""
        i = self._find(key.encode("utf-8", "surrogatepass"))
        span = slice(0, 0) if i is None else slice(int(self._starts[i]), int(self._starts[i + 1]))
        return self._rows[span], self._counts[span]

    def _searched(self, key: bytes) -> int | None:
        low, high = 0, len(self._ends)
        while low < high:
            middle = (low + high) // 2
            if self._key(middle) < key:
                low = middle + 1
            else:
                high = middle
        return low if low < len(self._ends) and self._key(low) == key else None

    def _key(self, i: int) -> bytes:
        return bytes(self._blob[self._ends[i - 1] if i else 0 : self._ends[i]])


class PostingsBuilder:
    """Takes the keys of row 0, 1, … in turn; four bytes a key until `finish`."""

    def __init__(self) -> None:
        """Start with no row."""
        self._numbers: dict[str, int] = {}
        self._flat = array("i")
        self._sizes = array("i")

    def add(self, keys: Iterable[str]) -> None:
        """The next row's keys, with repeats."""
        before = len(self._flat)
        self._flat.extend(self._numbers.setdefault(key, len(self._numbers)) for key in keys)
        self._sizes.append(len(self._flat) - before)

    def finish(self) -> Postings:
        """All rows as postings."""
        keys = sorted((key.encode("utf-8", "surrogatepass"), number) for key, number in self._numbers.items())
        rank = np.empty(len(keys), np.int64)
        rank[[number for _, number in keys]] = np.arange(len(keys))
        rows = max(len(self._sizes), 1)
        row_of = np.repeat(np.arange(len(self._sizes), dtype=np.int64), np.frombuffer(self._sizes, np.int32))
        pairs, counts = np.unique(rank[np.frombuffer(self._flat, np.int32)] * rows + row_of, return_counts=True)
        key_of, row = np.divmod(pairs, rows)
        return Postings(
            {
                "blob": np.frombuffer(b"".join(key for key, _ in keys), np.uint8),
                "ends": np.cumsum([len(key) for key, _ in keys], dtype=np.int64),
                "starts": np.searchsorted(key_of, np.arange(len(keys) + 1)).astype(np.int64),
                "rows": row.astype(np.int32),
                "counts": np.minimum(counts, np.iinfo(np.uint16).max).astype(np.uint16),
            }
        )
