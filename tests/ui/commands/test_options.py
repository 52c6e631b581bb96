"""Filters from options: dates that mean a whole year or month, and refusals that list what there is."""

from __future__ import annotations

from typing import Any

import pytest

from corpus.errors import FilterError
from ui.commands.options import filter_of, first_day, last_day

NOTHING: dict[str, Any] = {
    "types": None,
    "bodies": None,
    "parties": None,
    "since": None,
    "until": None,
    "status": None,
    "in_force": False,
    "dnr": None,
}


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2021", "2021-01-01", "2021-12-31"),
        ("2021-12", "2021-12-01", "2021-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-02", "2023-02-01", "2023-02-28"),
        (" 2021-03-15 ", "2021-03-15", "2021-03-15"),
    ],
)
def test_a_period_is_its_first_and_last_day(text: str, first: str, last: str) -> None:
    assert first_day(text) == first
    assert last_day(text) == last


@pytest.mark.parametrize("text", ["i fjol", "2021-13", "2021-02-30", "21", ""])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(FilterError, match="2021-03-15"):
        first_day(text)


def test_no_options_give_the_empty_filter() -> None:
    assert filter_of(**NOTHING).empty


def test_options_become_conditions() -> None:
    found = filter_of(**NOTHING | {"types": ["motion"], "parties": ["V", "S"], "until": "2020", "status": "adopted"})
    assert found.types == ("motion",)
    assert found.parties == ("V", "S")
    assert (found.since, found.until, found.status) == (None, "2020-12-31", "adopted")


def test_an_unknown_type_lists_the_known() -> None:
    with pytest.raises(FilterError, match="motionssvar"):
        filter_of(**NOTHING | {"types": ["brev"]})


def test_an_unknown_status_lists_the_known() -> None:
    with pytest.raises(FilterError, match="proposed eller adopted"):
        filter_of(**NOTHING | {"status": "klar"})


def test_the_last_year_of_the_calendar_has_a_last_day() -> None:
    assert last_day("9999") == "9999-12-31"
