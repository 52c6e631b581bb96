from __future__ import annotations

from corpus.stored import FoundPassage
from tests.search.made import COUNCIL, MOTION, PASSAGES, shelf


def test_what_is_there_and_what_is_not() -> None:
    held = shelf()
    head = held.head(MOTION)
    assert head is not None
    assert head.title == "Motion om fler lekplatser"
    assert held.head("saknas.pdf") is None
    assert held.paragraph(MOTION, 99) is None
    assert held.case("saknas") is None


def test_passages_by_id() -> None:
    held = shelf()
    assert held.passages((3, 0, 3)) == {one: FoundPassage.of(one, PASSAGES[one]) for one in (3, 0)}


def test_what_asks() -> None:
    held = shelf()
    assert [held.asks((MOTION, n)) for n in (2, 3, 4)] == [False, True, True]
    assert not held.asks((COUNCIL, 2))


def test_cases_and_counts() -> None:
    held = shelf()
    assert [case.key for case in held.cases_of(COUNCIL)] == ["KS 2020-11"]
    assert held.case_keys(COUNCIL) == ("KS 2020-11",)
    assert held.case_keys("saknas.pdf") == ()
    assert held.cases_of("saknas.pdf") == ()
    assert held.counts().documents == 6
    assert held.counts() is held.counts()


def test_paragraphs_in_a_row_as_far_as_there_are_any() -> None:
    held = shelf()
    first = held.paragraph(MOTION, 2)
    assert [one.n for one in held.paragraphs(MOTION, 2, 99)] == [2, 3, 4]
    assert held.paragraphs(MOTION, 2, 2)[0] is first
    assert held.paragraphs("borta.pdf", 1, 3) == ()
