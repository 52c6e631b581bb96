from __future__ import annotations

import pytest

from ingest.papers.wording import akin, by_wording, holds, one_word, scores

DEMANDS = (
    "två miljoner kronor per år avsätts till en medborgarbudget",
    "medborgarförslagen ersätts av e-förslag",
    "ungdomsrådet får yttranderätt i kommunfullmäktige",
)


@pytest.mark.parametrize(
    ("wording", "number"),
    [
        ("två miljoner kronor", 1),
        ("ungdomsrådets yttranderätt", 3),
        ("e-förslag", 2),
        ("simhallens öppettider", None),
        ("", None),
    ],
)
def test_the_demand_meant(wording: str, number: int | None) -> None:
    assert by_wording(wording, DEMANDS) == number


def test_words_of_two_demands_decide_nothing() -> None:
    assert by_wording("hundar", ("hundar i parken", "hundar på stranden")) is None


def test_a_shared_word_weighs_less() -> None:
    assert scores("skolor parken", ("skolor parken", "skolor")) == (1.5, 0.5)


@pytest.mark.parametrize(
    ("first", "second", "one"),
    [
        ("hastigheten", "hastigheter", True),
        ("asfaltering", "asfalteras", True),
        ("hundrastgård", "hundrastgårdar", True),
        ("trygghetsmätningen", "trygghetsvärdar", False),
        ("hund", "hundra", True),
        ("bad", "badplats", False),
    ],
)
def test_inflections_meet(first: str, second: str, one: bool) -> None:
    assert one_word(first, second) is one
    assert holds(frozenset({second}), first) is one


@pytest.mark.parametrize(
    ("first", "second", "related"),
    [
        ("bidraget", "föreningsbidraget", True),
        ("bussarna", "skolbussen", True),
        ("belysning", "lyset", True),
        ("belysning", "belyses", True),
        ("höjning", "höjs", True),
        ("besprutningen", "sprutas", True),
        ("lyset", "lyssna", False),
        ("bad", "simbad", False),
        ("avgift", "avsked", False),
        ("skolan", "förskolan", False),
        ("skolan", "grundskolan", True),
        ("tal", "avtalet", False),
    ],
)
def test_what_is_called_by_a_part_or_by_what_is_done(first: str, second: str, *, related: bool) -> None:
    assert akin(first, second) is related
    assert akin(second, first) is related


def test_a_kindred_word_counts_where_no_demand_holds_the_word_itself() -> None:
    asked = ("föreningsbidraget höjs", "parkbänkar målas")
    assert by_wording("höjning av bidraget", asked) == 1
    assert by_wording("bidraget", ("hyresbidraget höjs", "föreningsbidraget höjs")) is None
    assert by_wording("bidrag", ("föreningsbidraget höjs", "bidrag ges till målning")) == 2


def test_a_wording_longer_than_the_demand_may_hold_days_and_sums() -> None:
    asked = ("pensionärer äter lunch i skolan", "skjuts ordnas från byarna")
    assert by_wording("lunch för pensionärer på prov i två månader under våren 1999 för 40 kronor", asked) == 1
    assert by_wording("prov med lunch i två månader under våren 1999 för 40 kronor om dagen", asked) is None


BUSES = (
    "kommunen inför avgiftsfri kollektivtrafik för ungdomar",
    "busshållplatserna får väderskydd",
    "en ny busslinje inrättas till Åsby",
)
CULTURE = ("kommunen anställer en kulturchef", "bibliotekets öppettider utökas", "en kulturplan tas fram")


@pytest.mark.parametrize(
    ("wording", "asked", "number"),
    [
        ("väderskydden", BUSES, 2),
        ("hållplatserna", BUSES, 2),
        ("linjen till Åsby", BUSES, 3),
        ("avgifterna", BUSES, 1),
        ("bussarna", BUSES, None),
        ("tågen", BUSES, None),
        ("anställning av en chef", CULTURE, 1),
        ("planen", CULTURE, 3),
        ("biblioteket", CULTURE, 2),
        ("kulturen", CULTURE, None),
        ("kostnaderna", CULTURE, None),
        ("en utökning av öppethållandet", CULTURE, 2),
    ],
)
def test_how_minutes_name_a_demand_for_short(wording: str, asked: tuple[str, ...], number: int | None) -> None:
    assert by_wording(wording, asked) == number


def test_what_was_asked_for_is_no_word_of_it_and_kin_tells_where_its_own_words_are_few() -> None:
    asked = ("kommunen köper in sex cykelpumpar till centrum", "gatlyktorna tänds hela natten")
    assert by_wording("tre av de sex begärda pumparna köps in", asked) == 1
