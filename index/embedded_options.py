"""What governs the embedded engine: BM25, the FAISS kinds, and when segments are joined."""

from __future__ import annotations

from dataclasses import dataclass, field

from index.bm25 import Bm25
from index.faiss_choice import FaissOptions


@dataclass(frozen=True, slots=True)
class EmbeddedOptions:
    """`small`: a segment with at most so many rows is joined with whatever comes (rewriting it takes some 0.07 s);
    `join_ratio`: so is one at most so many times larger than what it is joined with; `most_dead`: a segment with a
    larger share of dead rows is rewritten, as they cost memory and time in every question."""

    bm25: Bm25 = field(default_factory=Bm25)
    faiss: FaissOptions = field(default_factory=FaissOptions)
    small: int = 512
    join_ratio: int = 2
    most_dead: float = 0.2

    def __post_init__(self) -> None:
        """Refuse values that would join nothing or everything."""
        if self.small < 0 or self.join_ratio < 1 or not 0 < self.most_dead <= 1:
            raise ValueError(f"small, join_ratio or most_dead out of range: {self}")
