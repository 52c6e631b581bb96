from __future__ import annotations

from ingest.batch.plan import Candidate
from ingest.batch.rounds import RoundLimits, rounds
from ingest.batch.scan import Found


def _sizes(sizes: list[int], limits: RoundLimits) -> list[list[int]]:
    candidates = [Candidate(Found(str(n), "/", size, 0), None) for n, size in enumerate(sizes)]
    return [[candidate.found.size for candidate in some] for some in rounds(candidates, limits)]


def test_by_number() -> None:
    assert _sizes([1, 1, 1, 1, 1], RoundLimits(files=2, size=100)) == [[1, 1], [1, 1], [1]]


def test_by_bytes_and_a_large_one_alone() -> None:
    assert _sizes([4, 4, 30, 4, 4, 4], RoundLimits(files=9, size=10)) == [[4, 4], [30], [4, 4], [4]]


def test_nothing() -> None:
    assert _sizes([], RoundLimits()) == []
