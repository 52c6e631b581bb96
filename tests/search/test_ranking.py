from __future__ import annotations

import pytest

from bench.retrieval_memory import MemoryEngine, MemoryLibrary
from corpus.decision import Decision, Disposition, Status
from corpus.document import DocumentType
from index.passages import passages_of
from search.asked_particulars import Particular
from search.candidates import gather
from search.coverage import cover
from search.decisions import Item, history
from search.fusion import Fusion
from search.kinds import Wanted
from search.question import read_question
from search.ranking import Ranked, Ranking, rank
from search.searcher import EVERYTHING
from search.shelf import Shelf
from search.titles import Titles
from tests.search.made import (
    ANSWER,
    CASES,
    COUNCIL,
    DOCUMENTS,
    EMBEDDER,
    MOTION,
    OLD_PLAN,
    PASSAGES,
    PLAN,
    candidates,
    document,
    paragraph,
    shelf,
)

DECISION = Wanted(1.0, 0.0, 0.0, 0.0)
FACT = Wanted(0.0, 1.0, 0.0, 0.0)
LOOKUP = Wanted(0.0, 0.0, 1.0, 0.0)
PRECEDENT = Wanted(0.0, 0.0, 0.0, 1.0)


def ranked(text: str, wanted: Wanted, *, without: str = "") -> Ranked:
    held = shelf()
    return rank(
        candidates(text),
        wanted,
        held,
        titles=Titles(held, text),
        ranking=Ranking(),
        allowed=lambda place: place[0] != without,
    )


def test_a_decision_question_gets_the_outcome_then_the_papers_that_led_to_it() -> None:
    found = ranked("ny lekplats i Sörby", DECISION)
    assert found.demands[0][0] == ("KS 2020-11", 1)
    assert found.places[0][0] == (COUNCIL, 2)
    assert {place for place, _ in found.places[1:4]} == {(ANSWER, 2), (MOTION, 3), (ANSWER, 4)}


def test_a_demand_that_went_the_way_the_question_says_comes_first_of_its_like() -> None:
    held, text = shelf(), "lekplatser i Sörby"
    plain = ranked(text, DECISION).demands
    last = plain[-1][0]

    def went(items: tuple[Item, ...]) -> Item | None:
        return items[0] if items == history(held, last) else None

    found = rank(
        candidates(text),
        DECISION,
        held,
        titles=Titles(held, text),
        went=went,
        ranking=Ranking(went=1e6),
        allowed=lambda place: True,
    ).demands
    assert len(plain) > 1
    assert found[0][0] == last
    assert sum(chance for _, chance in found) == pytest.approx(sum(chance for _, chance in plain))


def test_a_question_of_fact_gets_the_text() -> None:
    assert ranked("lekplats kostar kronor", FACT).places[0][0] == (ANSWER, 4)


def test_a_question_for_a_document_gets_the_title_that_is_in_force() -> None:
    assert ranked("lekplatsplan", LOOKUP).places[0][0] == (PLAN, 1)


def test_a_replaced_plan_comes_after_the_one_in_force_where_what_holds_now_is_asked_for() -> None:
    asked = [place for place, _ in ranked("lekplats besiktigas vart tredje år", FACT).places]
    assert asked.index((OLD_PLAN, 2)) < asked.index((PLAN, 2))
    now = [place for place, _ in ranked("lekplats besiktigas vart tredje år nu", FACT).places]
    assert now.index((PLAN, 2)) < now.index((OLD_PLAN, 2))
    alone = [place for place, _ in ranked("lekplats besiktigas vart tredje år nu", FACT, without=PLAN).places]
    assert alone[0] == (OLD_PLAN, 2)


def test_a_question_for_precedents_gets_the_motion_and_how_it_ended() -> None:
    places = [place for place, _ in ranked("ny lekplats i Sörby", PRECEDENT).places]
    assert {(MOTION, 1), (COUNCIL, 2)} <= set(places[:3])


def test_an_old_section_whose_motion_is_not_there_is_a_precedent_too() -> None:
    old = document(
        "nämnd.pdf",
        DocumentType.PROTOKOLL,
        "§ 8 Medborgarförslag om en hinderbana",
        "2014-03-04",
        paragraph(2, "Nämnden avslår medborgarförslaget om en hinderbana."),
        decisions=(
            Decision("Tekniska nämnden", "§ 8", 1, Status.ADOPTED, Disposition.AVSLAS, "", 2, (), "2014-03-04"),
        ),
    )
    text = "har någon velat ha en hinderbana förut"
    passages = [*PASSAGES, *passages_of(old, ())]
    engine = MemoryEngine(passages, EMBEDDER.passages([passage.embed_text for passage in passages]))
    held, question = Shelf(MemoryLibrary((*DOCUMENTS, old), CASES, passages), 1), read_question(text)
    found = gather(
        engine,
        held,
        question,
        lambda: EMBEDDER.query(question.bare),
        covered=cover(question, engine),
        where=EVERYTHING,
        fusion=Fusion(),
    )
    ranks = rank(found, PRECEDENT, held, titles=Titles(held, text), ranking=Ranking(), allowed=lambda place: True)
    assert ranks.places[0][0] == ("nämnd.pdf", 2)


def test_what_is_not_allowed_is_not_ranked() -> None:
    assert all(place[0] != COUNCIL for place, _ in ranked("ny lekplats", DECISION, without=COUNCIL).places)


def test_chances_of_demands_come_highest_first() -> None:
    chances = [chance for _, chance in ranked("gungor", DECISION).demands]
    assert chances == sorted(chances, reverse=True)
    assert sum(chances) == pytest.approx(1.0)


def test_a_question_for_a_particular_gets_its_line_before_all_else() -> None:
    held, text = shelf(), "vilken paragraf var beslutet om en ny lekplats i Sörby"
    found = rank(
        candidates(text),
        DECISION,
        held,
        titles=Titles(held, text),
        particulars=(Particular.SECTION,),
        ranking=Ranking(),
        allowed=lambda place: True,
    )
    assert found.places[0][0] == (COUNCIL, 1)
