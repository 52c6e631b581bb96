from __future__ import annotations

import pytest

from ingest.papers.asking import asking


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("Vi yrkar därför", True),
        ("Moderaterna föreslår att:", True),
        ("I motionen yrkas följande:", True),
        ("Motionens fyra förslag är", True),
        ("Alva Sund (KD) yrkar i sin motion", True),
        ("En boende har lämnat in ett medborgarförslag om", True),
        ("En boende har lämnat ett medborgarförslag om hundar", False),
        ("Jag hemställer att kommunfullmäktige beslutar", True),
        ("Motionen handlar om hundar", False),
    ],
)
def test_what_comes_before_a_list_of_demands(text: str, opens: bool) -> None:
    assert bool(asking().opens_list.search(text)) is opens


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Motionen innehåller tre yrkanden:", True),
        ("Förslagen i motionen lyder:", True),
        ("Förvaltningens förslag är:", False),
    ],
)
def test_phrases_that_name_a_motions_demands(text: str, named: bool) -> None:
    assert bool(asking().names.search(text)) is named


@pytest.mark.parametrize(("text", "found"), [("Anna Ek (KD)", True), ("Miljöpartiet", True), ("Nämnden", False)])
def test_who_asks(text: str, found: bool) -> None:
    assert bool(asking().petitioner.search(text)) is found


def test_the_demand_begins_after_att() -> None:
    text = "Vi yrkar därför att-satserna till trots att hundar får springa"
    match = asking().run_in.search(text)
    assert match is not None
    assert text[match.end() :] == "hundar får springa"


def test_a_motion_put_about_something_is_not_a_demand_before_att() -> None:
    asked = asking().run_in.search("En boende har lämnat ett medborgarförslag om att kajen lyfts.")
    assert asked is not None
    assert asking().run_in.search("En boende har lämnat ett medborgarförslag om kajen och anser att den är låg") is None


def test_a_wish_is_weaker() -> None:
    assert asking().wishes.match("vill att") is not None
    assert asking().wishes.match("yrkar att") is None
