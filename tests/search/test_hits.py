from __future__ import annotations

from search.decisions import Role, history
from search.hits import decision_hit, decisions_at, decisions_of_cases, hit, hits
from tests.search.made import ANSWER, COUNCIL, MOTION, shelf


def no_marks(text: str) -> tuple[tuple[int, int], ...]:
    return ()


def test_a_hit_shows_the_paragraph_and_its_citation() -> None:
    one = hit(shelf(), (COUNCIL, 2), rank=1, score=0.5, marks=no_marks)
    assert one is not None
    assert (one.text, one.status, one.date, one.pages, one.case) == (
        "Första förslaget bifalls.",
        "adopted",
        "2020-09-21",
        (1,),
        "KS 2020-11",
    )
    assert one.citation == "§ 12 Svar på motion om fler lekplatser, 2020-09-21, Dnr KS 2020-11, s. 1, st. 2"


def test_paragraphs_that_are_gone_leave_no_hole_in_the_ranks() -> None:
    found = hits(shelf(), (((MOTION, 2), 0.9), ((MOTION, 99), 0.8), ((ANSWER, 4), 0.7)), top=5, marks=no_marks)
    assert [(one.rank, one.file) for one in found] == [(1, MOTION), (2, ANSWER)]


def test_a_decision_shows_its_demand_and_its_reason() -> None:
    asked = ("KS 2020-11", 1)
    items = history(shelf(), asked)
    one = decision_hit(shelf(), asked, items[0], items)
    assert one is not None
    assert (one.demand_text, one.demand_file, one.demand_paragraph) == (
        "att kommunen bygger en ny lekplats i Sörby",
        MOTION,
        3,
    )
    assert one.reason_text is not None
    assert one.reason_text.startswith("En lekplats av den storleken kostar")
    assert decision_hit(shelf(), asked, next(i for i in items if i.role is Role.DEMAND), items) is None


def test_decisions_in_a_paragraph_and_of_named_cases() -> None:
    assert [one.demand for one in decisions_at(shelf(), [(COUNCIL, 3)])] == [2]
    assert [one.demand for one in decisions_of_cases(shelf(), [(COUNCIL, 1)], ("KS 2020-11",))] == [1, 2]
    assert decisions_of_cases(shelf(), [(COUNCIL, 1)], ("KS 1999-1",)) == ()
