from __future__ import annotations

from index.context import Context
from tests.search.made import COUNCIL, DOCUMENTS, MOTION, OLD_PLAN

BY_FILE = {document.file: document for document in DOCUMENTS}


def test_facets_of_a_decision_item() -> None:
    facets = Context(BY_FILE[COUNCIL]).facets(2)
    assert (facets.type, facets.status, facets.date, facets.bodies) == (
        "protokoll",
        "adopted",
        "2020-09-21",
        ("Kommunfullmäktige",),
    )


def test_facets_of_other_paragraphs_have_no_status() -> None:
    facets = Context(BY_FILE[MOTION]).facets(2)
    assert (facets.status, facets.party, facets.dnr) == (None, ("MP",), ("KS 2020-11",))


def test_a_replaced_plan_says_so() -> None:
    assert Context(BY_FILE[OLD_PLAN]).facets(1).replaced


def test_the_title_paragraph_and_the_line_of_headings() -> None:
    context = Context(BY_FILE[COUNCIL])
    assert context.title_paragraph == 1
    assert context.title_of(2) == "Svar på motion om fler lekplatser"
    assert context.heading_line(BY_FILE[COUNCIL].paragraph(2)) == "Svar på motion om fler lekplatser"


def test_what_a_paper_is_known_as() -> None:
    context = Context(BY_FILE[COUNCIL])
    assert context.known_as(context.part(2)) == "protokoll Kommunfullmäktige KS 2020-11 § 12 2020-09-21 2020"


def test_which_paragraphs_decide() -> None:
    context = Context(BY_FILE[COUNCIL])
    assert [context.decides(n) for n in (1, 2, 3)] == [False, True, True]
