from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from index.filters import Filter
from search.decisions import history
from search.listings import Listing, listed, listing_asked, way_asked, went
from tests.search.made import ANSWER, COUNCIL, ENGINE, MOTION, searcher, shelf


@pytest.mark.parametrize(
    ("text", "dispositions", "overruled", "years", "bodies"),
    [
        ("vilka ärenden har återremitterats av fullmäktige?", ("återremitteras",), False, (), ("fullmäktige",)),
        ("motioner som avslogs 2023", ("avslås",), False, ("2023",), ()),
        ("vilken motion skickades tillbaka av en minoritet", ("återremitteras",), False, (), ()),
        ("which motions were sent back or postponed", ("återremitteras", "bordläggs"), False, (), ()),
        ("motioner där KF gick emot kommunstyrelsens förslag", (), True, (), ()),
    ],
)
def test_a_listing_that_is_asked_for(
    text: str, dispositions: tuple[str, ...], overruled: bool, years: tuple[str, ...], bodies: tuple[str, ...]
) -> None:
    found = listing_asked(text)
    assert found is not None
    assert (found.dispositions, found.overruled, found.years, found.bodies) == (dispositions, overruled, years, bodies)


@pytest.mark.parametrize(
    ("text", "parties", "petition", "latest"),
    [
        ("kristdemokraternas motioner hittills och hur det gick", ("KD",), "motion", True),
        ("vilka motioner från V avslogs 2023", ("V",), "motion", False),
        ("motions by the Left Party", ("V",), "motion", True),
        ("vilka förslag har Liberalerna fått igenom", ("L",), "", False),
        ("har nåt medborgarförslag nånsin gått igenom?", (), "medborgarförslag", False),
    ],
)
def test_a_listing_of_a_partys_motions_or_of_one_kind_of_petition(
    text: str, parties: tuple[str, ...], petition: str, latest: bool
) -> None:
    found = listing_asked(text)
    assert found is not None
    assert (found.parties, found.petition, found.latest) == (parties, petition, latest)


@pytest.mark.parametrize(
    "text",
    [
        "moderaternas förslag om vindkraft",
        "V:s motioner om skolan",
        "vad tycker moderaterna",
        "kristdemokraternas motion om volontärer",
        "vilka motioner om lekplatser har bifallits",
        "avslogs motionen",
        "vad blev det av förslaget om lekplatser",
        "vilka ärenden finns",
        "were earlier motions on dog parks rejected",
    ],
)
def test_a_question_with_a_subject_or_without_a_way_is_none(text: str) -> None:
    assert listing_asked(text) is None


def _listing(*dispositions: str, overruled: bool = False, years: tuple[str, ...] = ()) -> Listing:
    return Listing(dispositions, overruled, overruled, years, (), "bifalls avslås förslaget")


def test_what_was_decided_so_is_listed_and_nothing_proposed() -> None:
    assert listed(ENGINE, shelf(), _listing("bifalls"), where=Filter()) == ((COUNCIL, 2), (COUNCIL, 3))
    assert listed(ENGINE, shelf(), _listing("avslås"), where=Filter()) == ()
    assert listed(ENGINE, shelf(), _listing("avslås"), where=Filter(status="proposed")) == ((ANSWER, 2),)


def test_years_narrow_it() -> None:
    assert listed(ENGINE, shelf(), _listing("bifalls", years=("2019",)), where=Filter()) == ()


def test_where_the_proposal_was_not_followed() -> None:
    assert listed(ENGINE, shelf(), _listing(overruled=True), where=Filter()) == ((COUNCIL, 2),)


def test_how_each_of_a_partys_demands_stands() -> None:
    found = listing_asked("vilka motioner har MP lagt")
    assert found is not None
    assert listed(ENGINE, shelf(), found, where=Filter()) == ((COUNCIL, 2), (COUNCIL, 3))
    assert listed(ENGINE, shelf(), replace(found, parties=("SD",)), where=Filter()) == ()


def test_an_answer_to_a_motion_is_none_to_a_citizens_proposal() -> None:
    asked = _listing("bifalls")
    assert listed(ENGINE, shelf(), replace(asked, petition="medborgarförslag"), where=Filter()) == ()
    assert listed(ENGINE, shelf(), replace(asked, petition="motion"), where=Filter()) == ((COUNCIL, 2), (COUNCIL, 3))


def test_the_searcher_lists_with_the_decisions_beside() -> None:
    answer = searcher().ask("vilka motioner har bifallits?")
    assert [(hit.file, hit.paragraph) for hit in answer.hits[:2]] == [(COUNCIL, 2), (COUNCIL, 3)]
    assert (answer.listed, (MOTION, 3) in [(hit.file, hit.paragraph) for hit in answer.hits[2:]]) == (2, True)
    assert (answer.answerable, [one.demand for one in answer.decisions]) == (True, [1, 2])


def test_a_longer_list_says_how_many_it_holds() -> None:
    asked = "vilka motioner har bifallits?"
    first = searcher().ask(asked, top=1)
    assert (len(first.hits), first.listed) == (1, 2)
    assert searcher().ask(asked, top=2).listed == 2
    assert searcher().ask("ny lekplats i Sörby").listed is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("har fullmäktige gått emot kommunstyrelsen i frågan om elsparkcyklar", "mot"),
        ("vem skickade tillbaka ärendet om simhallen", "återremitteras"),
        ("which board postponed the matter of street lamps", "bordläggs"),
        ("varför avslogs motionen om badbryggan", "-"),
        ("vad ska nämnden göra om ett barn far illa", "-"),
        ("vad kostar en lekplats", "-"),
    ],
)
def test_the_turn_that_a_question_with_a_subject_says_its_matter_took(text: str, said: str) -> None:
    way = way_asked(text)
    assert ("-" if way is None else "mot" if way.overruled else way.dispositions[0]) == said


def test_which_demand_took_that_turn() -> None:
    held = shelf()
    asked = {n: history(held, ("KS 2020-11", n)) for n in (1, 2)}
    final = {n: items[0] for n, items in asked.items()}
    assert {n: went(held, items, _listing("avslås")) for n, items in asked.items()} == {1: None, 2: None}
    assert {n: went(held, items, _listing("bifalls")) for n, items in asked.items()} == final
    assert {n: went(held, items, _listing(overruled=True)) for n, items in asked.items()} == {1: final[1], 2: None}


def _probes() -> list[tuple[str, str, str]]:
    lines = Path(__file__).with_name("listings_asked.txt").read_text("utf-8").splitlines()
    fields = [[field.strip() for field in line.split("|")] for line in lines if line and not line.startswith("#")]
    return [(text, way, petition) for text, way, petition in fields]


@pytest.mark.parametrize(("text", "way", "petition"), _probes())
def test_a_listing_asked_for_in_other_words(text: str, way: str, petition: str) -> None:
    found = listing_asked(text)
    said = "-" if found is None else "mot" if found.overruled else found.dispositions[0]
    assert (said, found.petition if found else "") == (way, petition)
