from __future__ import annotations

import pytest

from index.faiss_choice import FaissOptions, IndexKind, lists_for


def test_kinds_by_size() -> None:
    options = FaissOptions(coded_from=5, hnsw_from=10, ivf_from=20)
    assert [options.kind(count) for count in (0, 4, 5, 9, 10, 19, 20)] == [
        IndexKind.EXACT,
        IndexKind.EXACT,
        IndexKind.CODED,
        IndexKind.CODED,
        IndexKind.HNSW,
        IndexKind.HNSW,
        IndexKind.IVF,
    ]


def test_lists_are_the_power_of_two_nearest_four_roots() -> None:
    assert [lists_for(count) for count in (0, 1, 10_000, 200_000, 1_000_000)] == [1, 4, 512, 2048, 4096]


def test_switch_points_in_the_wrong_order_are_refused() -> None:
    with pytest.raises(ValueError, match="at most ivf_from"):
        FaissOptions(hnsw_from=5, ivf_from=4)
    with pytest.raises(ValueError, match="positive"):
        FaissOptions(coded_from=0)
