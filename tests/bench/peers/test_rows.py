"""Cells, ratios and where a peer is ahead."""

from __future__ import annotations

from dataclasses import dataclass

from bench.peers.rows import Row, ahead, cell, is_ahead, table
from bench.peers.table import pages_first, percentile


@dataclass(frozen=True, slots=True)
class One:
    share: float | None = 0.5
    seconds: float = 2.0
    gone: bool = True


SHARE, SECONDS, GONE = Row("share", "share"), Row("seconds", "seconds", 1, -1, True), Row("gone", "gone", None)


def test_cells() -> None:
    assert cell(SHARE, One(), One()) == "0.500"
    assert cell(SHARE, One(share=None), None) == "–"
    assert cell(SECONDS, One(seconds=5.0), One()) == "5.0 (×2.50)"
    assert cell(GONE, One(gone=False), None) == "**no**"


def test_table() -> None:
    made = table((SECONDS,), {"ours": One(), "peer": One(seconds=1.0)}, ours="ours")
    assert made == "| | ours | peer |\n|---|---|---|\n| seconds | 2.0 | 1.0 (×0.50) |"


def test_ahead_by_more_than_a_tie() -> None:
    assert not is_ahead(SHARE, 0.504, 0.5)
    assert is_ahead(SHARE, 0.506, 0.5)
    assert not is_ahead(SECONDS, 1.92, 2.0)
    assert is_ahead(SECONDS, 1.9, 2.0)
    assert not is_ahead(SHARE, None, 0.5)
    assert is_ahead(GONE, True, False)


def test_who_is_ahead_is_told() -> None:
    measured = {"ours": One(), "fast": One(seconds=1.0), "slow": One(seconds=9.0)}
    assert list(ahead((SHARE, SECONDS), measured, ours="ours", on="costs")) == ["costs: seconds: fast 1.0; ours 2.0."]


def test_percentile_is_the_nearest_rank() -> None:
    values = [float(n) for n in range(20, 0, -1)]
    assert percentile(values, 0.5) == 10.0
    assert percentile(values, 0.95) == 19.0
    assert percentile([3.0], 0.5) == 3.0


def test_pages_of_the_papers_indexed_first() -> None:
    assert pages_first(220, 110) == 200.0
