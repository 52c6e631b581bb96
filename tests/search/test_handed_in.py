"""What was handed in during a time: how it is asked, and what is listed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bench.retrieval_memory import MemoryLibrary
from index.filters import Filter
from search.decisions import ended_at
from search.handed_in import HandedIn, handed_in, handed_in_asked, period
from search.shelf import Shelf
from search.titles import title_place
from tests.search.made import CASES, DOCUMENTS, MOTION, OTHER, searcher

EVER = ("0000-01-01", "9999-12-31")


@pytest.mark.parametrize(
    ("text", "petition", "parties", "time"),
    [
        ("vilka motioner lämnades in på våren 2024", "motion", (), ("2024-01-01", "2024-06-31")),
        ("vilka motioner väcktes 2023?", "motion", (), ("2023-01-01", "2023-12-31")),
        ("motioner från centern som kommit in sedan 2022", "motion", ("C",), ("2022-01-01", "9999-12-31")),
        ("vilka medborgarförslag kom in i mars 2024", "medborgarförslag", (), ("2024-03-01", "2024-03-31")),
        ("motioner inkomna före 2020", "motion", (), ("0000-01-01", "2019-12-31")),
        ("which motions were submitted between 2021 and 2023", "motion", (), ("2021-01-01", "2023-12-31")),
        ("vilka interpellationer lämnades in hösten 2023", "", (), ("2023-07-01", "2023-12-31")),
        ("vilka motioner har lämnats in senast", "motion", (), EVER),
    ],
)
def test_what_was_handed_in_is_asked_for(
    text: str, petition: str, parties: tuple[str, ...], time: tuple[str, str]
) -> None:
    assert handed_in_asked(text) == HandedIn(petition, parties, *time)


@pytest.mark.parametrize(
    "text",
    [
        "vilka motioner om lekplatser lämnades in 2023",  # a subject
        "vilka motioner har lämnats in",  # no time
        "vem lämnade in motionen om badet 2023",
        "vilka motioner avslogs 2023",
        "när lämnades bygglovet in 2023",
    ],
)
def test_other_questions_ask_for_no_such_list(text: str) -> None:
    assert handed_in_asked(text) is None


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("efter 2021", ("2022-01-01", "9999-12-31")),
        ("since 2021", ("2021-01-01", "9999-12-31")),
        ("till och med år 2021", ("0000-01-01", "2021-12-31")),
        ("andra halvåret 2020", ("2020-07-01", "2020-12-31")),
        ("april och maj 2020", ("2020-04-01", "2020-05-31")),
        ("i våras", None),
    ],
)
def test_a_time_is_told_by_years_seasons_and_months(text: str, time: tuple[str, str] | None) -> None:
    assert period(text) == time


def test_titles_come_newest_first_and_then_how_each_demand_stands() -> None:
    library = MemoryLibrary(DOCUMENTS, CASES, ())
    shelf = Shelf(library, 1)
    found = handed_in(library, shelf, HandedIn("motion", (), *EVER), where=Filter())
    dates = {file: head.date for file in (MOTION, OTHER) if (head := shelf.head(file))}
    newest = sorted(dates, key=lambda file: dates[file] or "", reverse=True)
    assert found[:2] == tuple(title_place(shelf, file) for file in newest)
    ends = [end for file in newest for case in shelf.cases_of(file) for end in ended_at(shelf, case, source=file)]
    assert found[2:] == tuple(dict.fromkeys(end for end in ends if end not in found[:2]))


def test_the_time_the_party_the_kind_and_the_filter_narrow_it() -> None:
    library = MemoryLibrary(DOCUMENTS, CASES, ())
    shelf = Shelf(library, 1)
    head = shelf.head(MOTION)
    assert head is not None
    assert head.date is not None
    own = HandedIn("motion", (), head.date, head.date)
    assert title_place(shelf, MOTION) in handed_in(library, shelf, own, where=Filter())
    assert handed_in(library, shelf, replace(own, since="1900-01-01", until="1900-12-31"), where=Filter()) == ()
    assert handed_in(library, shelf, replace(own, petition="medborgarförslag"), where=Filter()) == ()
    assert handed_in(library, shelf, replace(own, parties=("SD",)), where=Filter()) == ()
    assert handed_in(library, shelf, own, where=Filter(until="1900-01-01")) == ()


def test_the_searcher_lists_what_was_handed_in() -> None:
    answer = searcher().ask("vilka motioner har lämnats in senast")
    assert answer.answerable
    assert answer.listed
    assert {answer.hits[0].file, answer.hits[1].file} == {MOTION, OTHER}
