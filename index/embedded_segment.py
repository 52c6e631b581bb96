"""A segment: a run of entries that is built once and never changed, searched by row; a mask says which rows count."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from index.bm25_postings import Arrays, Postings, PostingsBuilder
from index.embedded_nearest import Found, NearestRows
from index.engine import Vectors
from index.entries import Entry, Half, Ids
from index.facet_keys import NO_DATE, Conditions

if TYPE_CHECKING:
    from index.faiss_store import FaissStore

Mask = npt.NDArray[np.bool_]
_TERMS, _FACETS = "terms.", "facets."


class Segment:
    """Entries by row. `vectors` is called once, when the first question needs them; `name` is None in memory."""

    def __init__(self, arrays: Arrays, vectors: Callable[[], FaissStore], *, name: str | None = None) -> None:
        """Over arrays that `SegmentBuilder` made, in memory or mapped."""
        self.arrays = arrays
        self.name = name
        self.ids: Ids = arrays["ids"]
        self.lengths = arrays["lengths"]
        self.terms = Postings(_below(arrays, _TERMS))
        self._facets = Postings(_below(arrays, _FACETS))
        self._make_vectors = vectors
        self._nearest: NearestRows | None = None

    def __len__(self) -> int:
        """How many rows it has."""
        return len(self.ids)

    def nearest(self, vector: Vectors, k: int, mask: Mask | None) -> Found:
        """The k nearest rows that `mask` lets through and what ties with the last; the first call loads the vectors."""
        if self._nearest is None:
            self._nearest = NearestRows(self._make_vectors())
        return self._nearest.find(vector, k, mask)

    def admitted(self, conditions: Conditions) -> Mask:
        """Which rows a filter lets through."""
        mask = np.ones(len(self), np.bool_)
        for group in conditions.groups:
            mask &= self._any_of(group)
        date = self.arrays["date"]
        if conditions.since is not None:
            mask &= date >= conditions.since
        if conditions.until is not None:
            mask &= (date <= conditions.until) & (date > NO_DATE)
        if conditions.in_force_on is not None:
            mask &= self.arrays["force_from"] <= conditions.in_force_on
            mask &= self.arrays["force_to"] >= conditions.in_force_on
        return mask

    def _any_of(self, keys: Iterable[str]) -> Mask:
        mask = np.zeros(len(self), np.bool_)
        for key in keys:
            mask[self._facets.get(key)[0]] = True
        return mask


class SegmentBuilder:
    """Takes entries one by one; holds two bytes a dimension and some four a term."""

    def __init__(self, capacity: int, dim: int) -> None:
        """For at most `capacity` entries with vectors of `dim` numbers."""
        self._vectors: Half = np.empty((capacity, dim), np.float16)
        self._terms = PostingsBuilder()
        self._facets = PostingsBuilder()
        self._columns = {name: array("q") for name in ("ids", "lengths", "date", "force_from", "force_to")}

    def add(self, entry: Entry) -> None:
        """The next row."""
        columns = self._columns
        self._vectors[len(columns["ids"])] = entry.vector
        self._terms.add(entry.terms)
        self._facets.add(entry.facets.keys)
        columns["ids"].append(entry.id)
        columns["lengths"].append(len(entry.terms))
        columns["date"].append(entry.facets.date)
        columns["force_from"].append(entry.facets.force_from)
        columns["force_to"].append(entry.facets.force_to)

    def add_dead(self, id_: int) -> None:
        """A row that nothing finds, where the vectors that are kept have one."""
        self._terms.add(())
        self._facets.add(())
        for name, column in self._columns.items():
            column.append(id_ if name == "ids" else 0)

    def finish(self) -> tuple[Arrays, Half]:
        """The arrays of all but the vectors, and the vectors."""
        arrays = {
            name: np.frombuffer(column, np.int64).astype(np.int64 if name == "ids" else np.int32)
            for name, column in self._columns.items()
        }
        arrays |= {_TERMS + name: values for name, values in self._terms.finish().arrays.items()}
        arrays |= {_FACETS + name: values for name, values in self._facets.finish().arrays.items()}
        return arrays, self._vectors[: len(arrays["ids"])]


def _below(arrays: Arrays, prefix: str) -> Arrays:
    return {name.removeprefix(prefix): values for name, values in arrays.items() if name.startswith(prefix)}
