from __future__ import annotations

from dataclasses import replace

from search.answer import Coverage, Route
from tests.ui.web.made import COVERAGE, DECISION, MOTION, answer, hit
from ui.texts import texts
from ui.web.summary import answer_head, coverage_line, held, route_line


def test_coverage_says_what_was_searched_and_what_was_not_read() -> None:
    assert coverage_line(COVERAGE, texts("sv")) == (
        "7 handlingar genomsökta, från 1 februari 2018 till 27 februari 2024. Inte läst: en fil och en sida."
    )
    assert coverage_line(Coverage(1, 0, 0, None, None), texts("sv")) == "En handling genomsökt. Alla kunde läsas."
    assert coverage_line(Coverage(0, 3, 0, None, None), texts("en")) == "0 papers searched. Not read: 3 files."


def test_the_route_is_said() -> None:
    assert route_line(answer(), texts("sv")) == "Sökt på innebörd och ord på 0,03 sekunder."
    found = replace(answer(), route=Route.IDENTIFIER)
    assert route_line(found, texts("en")) == "Searched by number in 0.03 seconds."


def heading(made: str) -> str:
    return made.split("<h2>")[1].split("</h2>")[0]


def test_the_heading_tells_decisions_from_proposals() -> None:
    proposal = replace(DECISION, status="proposed")
    swedish = texts("sv")
    assert heading(answer_head(answer(decisions=(DECISION, DECISION)), swedish)) == "2 beslut hittades"
    assert heading(answer_head(answer(decisions=(DECISION,)), swedish)) == "Ett beslut hittades"
    both = answer_head(answer(decisions=(DECISION, proposal)), swedish)
    assert heading(both) == "Ett beslut och ett förslag hittades"
    only = answer_head(answer(decisions=(proposal, proposal)), swedish)
    assert heading(only) == "Inget beslut hittades, men 2 förslag"
    papers = answer_head(answer(hit(MOTION, 3)), swedish)
    assert heading(papers) == "Inget beslut hittades, men handlingar som tar upp frågan"


def test_decisions_that_answer_no_demand_are_told_too() -> None:
    proposal, decision = hit(MOTION, 3, status="proposed"), hit(MOTION, 4, rank=2, status="adopted")
    swedish = texts("sv")
    assert heading(answer_head(answer(proposal, decision), swedish)) == "Beslut finns bland handlingarna nedan"
    only = answer_head(answer(proposal), swedish)
    assert heading(only) == "Inget beslut hittades, men förslag bland handlingarna nedan"


def test_nothing_found_is_said_with_what_was_searched() -> None:
    made = answer_head(answer(hit(MOTION, 3), answerable=False), texts("sv"))
    assert heading(made) == "Inget beslut hittades"
    assert "Inget i de handlingar som söktes igenom besvarar frågan." in made
    assert "7 handlingar genomsökta" in made
    assert "Inte läst: en fil och en sida." in made
    empty = answer_head(answer(), texts("sv"))
    assert heading(empty) == "Inget beslut hittades"
    assert "står nedan" in made
    assert "står nedan" not in empty


def test_filters_leave_fewer_papers_to_search() -> None:
    made = answer_head(answer(hit(MOTION, 3)), texts("sv"), within=2)
    assert "2 av 7 handlingar genomsökta, från 1 februari 2018" in made


def test_before_a_question_nothing_is_said_to_be_searched() -> None:
    assert held(Coverage(1, 0, 0, None, None), texts("sv")) == "En handling i samlingen. Alla kunde läsas."


def test_a_list_that_goes_on_says_so() -> None:
    listing = replace(answer(hit(MOTION, 3), decisions=(DECISION,)), listed=23)
    assert "1 av 23 punkter visas" in answer_head(listing, texts("sv"))
    assert "punkter" not in answer_head(replace(listing, listed=1), texts("sv"))
    assert "punkter" not in answer_head(replace(listing, listed=None), texts("sv"))
