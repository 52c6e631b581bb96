"""When a filter asks nothing."""

from __future__ import annotations

from index.filters import Filter


def test_a_filter_without_conditions_is_empty() -> None:
    assert Filter().empty
    assert not Filter(status="adopted").empty
    assert not Filter(types=("motion",)).empty
