"""How much is done before the next writing: rounds of candidates, by number and bytes, so that memory is bounded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ingest.batch.plan import Candidate


@dataclass(frozen=True, slots=True)
class RoundLimits:
    """A round ends when it has this many files or bytes of PDF."""

    files: int = 128
    size: int = 64_000_000


ROUND_LIMITS = RoundLimits()


def rounds(candidates: Iterable[Candidate], limits: RoundLimits) -> Iterator[tuple[Candidate, ...]]:
    """The candidates in their order, cut into rounds; a single large file is a round of its own."""
    current: list[Candidate] = []
    size = 0
    for candidate in candidates:
        if current and (len(current) >= limits.files or size + candidate.found.size > limits.size):
            yield tuple(current)
            current, size = [], 0
        current.append(candidate)
        size += candidate.found.size
    if current:
        yield tuple(current)
