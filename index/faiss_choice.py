"""Which FAISS index fits how many vectors, and how hard it searches; the switch points are those of the plot.

Measured with bench/scale_faiss.py (bench/results/scale_faiss.*): 384 dimensions, one core, recall@10 against exact.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class IndexKind(StrEnum):
    """How vectors are searched."""

    EXACT = "exact"
    CODED = "exact-sq8"
    HNSW = "hnsw"
    IVF = "ivf-sq8"


@dataclass(frozen=True, slots=True)
class FaissOptions:
    """Switch points in vectors, and the effort of the approximate kinds.

    Exact costs some 4 ms for each 100,000 vectors, and half of it with 8-bit codes beside (0.4 kB a vector, a second to
    build); a graph answers in a few, but takes 1.05 kB of memory a vector, ten
    minutes to build for a million, and ever more effort to stay right; inverted lists with 8-bit codes are built in a
    third of the time, and hold 0.4 kB a vector in memory while the float16 vectors that rerank stay on the disk.
    """

    coded_from: int = 50_000
    hnsw_from: int = 300_000
    ivf_from: int = 600_000
    links: int = 32
    build_effort: int = 80
    search_share: float = 1 / 400
    """How many vectors a graph looks at for each that it holds: what keeps recall@10 over 0.98 as it grows."""
    probed_share: float = 1 / 4
    """The share of its lists that a question looks into."""
    rerank: int = 8
    """IVF fetches this many times k by 8-bit codes, and orders them by the float16 vectors."""
    exact_below: float = 0.2
    """A filter that lets through a smaller share is searched exactly, which is then faster and always complete."""

    def __post_init__(self) -> None:
        """Refuse switch points in the wrong order."""
        if not 0 < self.hnsw_from <= self.ivf_from or self.coded_from <= 0:
            raise ValueError(f"switch points must be positive, hnsw_from at most ivf_from: {self}")

    def kind(self, count: int) -> IndexKind:
        """The kind for `count` vectors."""
        if count < self.hnsw_from:
            return IndexKind.EXACT if count < self.coded_from else IndexKind.CODED
        return IndexKind.HNSW if count < self.ivf_from else IndexKind.IVF


def lists_for(count: int) -> int:
    """How many inverted lists: the power of two nearest 4·√n (FAISS wiki, "Guidelines to choose an index")."""
    wanted = max(1.0, 4 * count**0.5)
    power = 1 << (int(wanted).bit_length() - 1)
    return power if wanted / power < 2 * power / wanted else 2 * power
