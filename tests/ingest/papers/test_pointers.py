from __future__ import annotations

import pytest

from ingest.papers.pointers import anothers_points, pointers_in, without_anothers


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Motionens andra förslag", (2,)),
        ("andra och fjärde förslag", (2, 4)),
        ("att-satserna ett till tre", (1, 2, 3)),
        ("Punkterna 1, 3 och 4", (1, 3, 4)),
        ("yrkande nr 2", (2,)),
        ("punkt a", (1,)),
        ("punkterna a–c", (1, 2, 3)),
        ("den första att-satsen", (1,)),
        ("motionens första, andra och femte yrkande", (1, 2, 5)),
        ("Att-sats #2", (2,)),
        ("2:a att-satsen", (2,)),
        ("Motionens förslag 2", (2,)),
        ("tredje strecksatsen", (3,)),
        ("Det första av motionens tre yrkanden", (1,)),
    ],
)
def test_numbers(text: str, numbers: tuple[int, ...]) -> None:
    (pointer,) = [p for p in pointers_in(text) if p.numbers]
    assert pointer.numbers == numbers


@pytest.mark.parametrize(
    "text",
    ["Motionen", "Ärendet", "Samtliga yrkanden", "motionens fyra förslag", "båda att-satserna", "Medborgarförslaget"],
)
def test_everything(text: str) -> None:
    assert any(p.every for p in pointers_in(text))


@pytest.mark.parametrize(
    "text",
    [
        "i övrigt",
        "övriga yrkanden",
        "i övriga delar",
        "de övriga",
        "resterande att-satser",
        "resterande yrkande",
        "övriga attsatser",
    ],
)
def test_the_rest(text: str) -> None:
    assert any(p.rest for p in pointers_in(text))


@pytest.mark.parametrize(
    "text",
    ["Förvaltningens förslag tillstyrks", "Nämndens första förslag till yttrande", "yrkandena bifalls", "kommunen"],
)
def test_other_papers_are_no_demands(text: str) -> None:
    assert not any(p.numbers for p in pointers_in(text))


def test_positions_from_either_end() -> None:
    assert [(p.first, p.last) for p in pointers_in("de två första att-satserna")] == [(2, 0)]
    assert [(p.first, p.last) for p in pointers_in("sista yrkandet")] == [(0, 1)]
    assert [(p.first, p.last) for p in pointers_in("näst sista yrkandet")] == [(0, -2)]


def test_words_where_no_number_is_given() -> None:
    (pointer,) = pointers_in("Förslaget om två miljoner kronor")
    assert pointer.wording == "två miljoner kronor"


def test_a_number_after_the_words_wins() -> None:
    assert [p.numbers for p in pointers_in("i den del som avser yrkande 2")] == [(2,)]


def test_points_of_anothers_proposal_are_none_of_the_motions() -> None:
    for text in ("Punkterna 2–3 i kontorets förslag bordläggs", "punkt 2 i stadsledningskontorets tjänsteutlåtande"):
        assert not any(p.numbers for p in pointers_in(text))
    assert pointers_in("punkt 2 i motionens förslag")[0].numbers == (2,)


def test_a_residents_proposal_by_its_number_is_the_whole() -> None:
    assert any(p.every for p in pointers_in("Bodarpsförslag 12883 avslås"))


def test_points_that_go_on_with_anothers_are_none_of_the_motions() -> None:
    item = "Bifaller punkt 1 i kontorets förslag, avslår punkt 2 och bifaller motionens punkt 3"
    called = anothers_points(item)
    assert called == {"punkt"}
    clauses = ("avslår punkt 2 och ", "bifaller motionens punkt 3")
    found = [without_anothers(pointers_in(clause), clause, called) for clause in clauses]
    assert [[(p.numbers, p.wording) for p in pointers] for pointers in found] == [[((), "punkt 2")], [((3,), "")]]
    assert anothers_points("Punkt 1 bifalls enligt punkt 2 i kontorets förslag") == frozenset()
