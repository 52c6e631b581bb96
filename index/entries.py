"""What an engine is fed with: the searchable part of each passage, and what came and went since a generation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

from corpus.stored import Changes, Model
from index.facet_keys import FacetRow

Half = npt.NDArray[np.float16]
Ids = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Entry:
    """A passage as an engine holds it: its analysed terms with repeats, its vector `(dim,) float16, unit length`."""

    id: int
    terms: tuple[str, ...]
    facets: FacetRow
    vector: Half


class EntrySource(Protocol):
    """Where entries come from. Ids are never used again, and what an id names never changes."""

    @property
    def generation(self) -> int:
        """Grows with every committed change."""
        ...

    @property
    def model(self) -> Model | None:
        """The model whose vectors are in use, None before the first."""
        ...

    def ids(self) -> Ids:
        """The ids of all entries, ascending."""
        ...

    def changes(self, since: int) -> Changes:
        """What came and went after generation `since`."""
        ...

    def entries(self, ids: Sequence[int]) -> Iterator[Entry]:
        """Those of the entries that are there and have a vector, in any order."""
        ...
