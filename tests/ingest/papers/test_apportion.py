from __future__ import annotations

import pytest

from ingest.papers.answers import answers_in
from ingest.papers.apportion import Said, apportioned, how_of
from ingest.papers.targets import BY_WORDS, LEFT_OVER, UNCLEAR

KF = "Kommunfullmäktige"
DEMANDS = (
    "badhusets öppettider förlängs till klockan 21",
    "pensionärer åker gratis med ortstrafiken",
    "en lekplats anläggs i Hagaparken",
)


def read(*items: str, demands: tuple[str, ...] = DEMANDS) -> list[tuple[str, tuple[int, ...], tuple[str, ...]]]:
    said = [Said(item, a.disposition, a.target) for item in items for a in answers_in(item, body=KF)]
    shares = apportioned(said, demands)
    return [(one.disposition.value, numbers, notes) for one, (numbers, notes) in zip(said, shares, strict=True)]


def test_the_rest_is_what_the_named_parts_leave() -> None:
    assert read("att bifalla motionen såvitt rör ortstrafiken", "att i övrigt avslå motionen") == [
        ("bifalls", (2,), (BY_WORDS,)),
        ("avslås", (1, 3), ()),
    ]


def test_a_part_of_the_motion_may_be_what_is_decided() -> None:
    assert read("Den del av motionen som rör ortstrafiken bifalls.", "I övrigt avslås motionen.") == [
        ("bifalls", (2,), (BY_WORDS,)),
        ("avslås", (1, 3), ()),
    ]


def test_where_the_named_part_is_not_known_the_rest_is_not_either() -> None:
    assert read("att bifalla motionen i vad avser simhallen", "att i övrigt avslå motionen") == [
        ("bifalls", (), (UNCLEAR,)),
        ("avslås", (), (UNCLEAR,)),
    ]


def test_the_only_demand_left_is_meant_by_words_that_fit_none() -> None:
    assert read(
        "att motionen i den del den rör badhuset avslås",
        "att motionen i vad den angår äldres resor avslås",
        "att bifalla motionen såvitt avser lekplatsen",
    ) == [("avslås", (1,), (BY_WORDS,)), ("avslås", (2,), (LEFT_OVER,)), ("bifalls", (3,), (BY_WORDS,))]


def test_of_two_demands_left_none_is_guessed() -> None:
    assert read("att bifalla motionen såvitt avser lekplatsen", "att avslå den vad gäller äldres resor") == [
        ("bifalls", (3,), (BY_WORDS,)),
        ("avslås", (), (UNCLEAR,)),
    ]


def test_a_bifall_in_part_is_of_the_demand_that_its_way_means() -> None:
    assert read(
        "att motionen bifalles på så sätt att badhusets öppettider under hösten 1998 förlängs till klockan 20",
        "att motionen i övrigt avslås",
    ) == [("delvis bifalls", (1,), ("yrkandet är funnet genom orden, inte ett nummer",)), ("avslås", (2, 3), ())]
    assert read(
        "att en enklare lekplats anläggs, varmed motionen delvis bifalles", "att motionen i övrigt anses besvarad"
    ) == [("delvis bifalls", (3,), (BY_WORDS,)), ("besvaras", (1, 2), ())]


def test_a_way_that_no_demand_holds_divides_nothing() -> None:
    assert read("att motionen bifalles på så sätt att frågan utreds", "att motionen i övrigt avslås") == [
        ("delvis bifalls", (), (UNCLEAR,)),
        ("avslås", (), (UNCLEAR,)),
    ]
    assert read("att motionen anses delvis besvarad och avslås i övrigt") == [
        ("besvaras", (), (UNCLEAR,)),
        ("avslås", (), (UNCLEAR,)),
    ]


def test_the_only_demand_needs_no_dividing() -> None:
    assert read("att motionen bifalles på så sätt att frågan utreds", demands=DEMANDS[:1]) == [
        ("delvis bifalls", (1,), ())
    ]


@pytest.mark.parametrize(
    ("words", "how"),
    [
        ("att motionen bifalles på så vis att taxan halveras, och i övrigt avslås", "taxan halveras"),
        ("att taxan halveras, varigenom motionen delvis bifalles", "att taxan halveras"),
        ("att bifalla motionen", ""),
    ],
)
def test_what_is_to_be_done(words: str, how: str) -> None:
    assert how_of(words) == how


def test_in_this_part_is_what_was_just_said_to_be_done() -> None:
    answered = "att motionen därmed skall anses besvarad i denna del"
    assert read("att låta anlägga en lekplats vid Torget", answered, "att motionen i övrigt avslås")[1:] == [
        ("besvaras", (3,), (BY_WORDS,)),
        ("avslås", (1, 2), ()),
    ]
    assert read("att anslå medel till en ny bro", answered, "att motionen i övrigt avslås")[1:] == [
        ("besvaras", (), (UNCLEAR,)),
        ("avslås", (), (UNCLEAR,)),
    ]
