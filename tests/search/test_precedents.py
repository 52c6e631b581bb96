from __future__ import annotations

from index.filters import Filter
from tests.search.made import MOTION, OTHER, searcher


def test_the_demand_most_like_it_comes_first_with_how_it_was_answered() -> None:
    (found,) = searcher().precedents(["att en lekplats byggs i Sörby"])
    first = found.precedents[0]
    assert (found.n, first.case, first.demand, first.demand_file, first.demand_paragraph) == (
        1,
        "KS 2020-11",
        1,
        MOTION,
        3,
    )
    assert first.outcome is not None
    assert (first.outcome.disposition, first.outcome.status) == ("bifalls", "adopted")
    likeness = [one.similarity for one in found.precedents]
    assert likeness == sorted(likeness, reverse=True)


def test_an_open_demand_has_no_outcome() -> None:
    (found,) = searcher().precedents(["hundrastgård i Vallda"], top=1)
    assert [(one.demand_file, one.outcome) for one in found.precedents] == [(OTHER, None)]


def test_filters_and_numbers() -> None:
    found = searcher().precedents(["lekplats", "hundrastgård"], where=Filter(parties=("L",)))
    assert [one.n for one in found] == [1, 2]
    assert {p.party for one in found for p in one.precedents} == {"L"}
