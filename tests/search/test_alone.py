"""Decisions that answer no demand (a plan is adopted) beside those that do."""

from __future__ import annotations

from bench.retrieval_memory import MemoryEngine, MemoryLibrary
from corpus.decision import Decision, Disposition, Status
from corpus.document import DocumentType, Part
from corpus.paragraph import Kind
from index.passages import passages_of
from search.chances import decided_features
from search.hits import lone_decision_hit
from search.searcher import Searcher
from search.shelf import Shelf
from tests.search.made import CASES, COUNCIL, DOCUMENTS, EMBEDDER, document, paragraph

MINUTES, LETTER = "kf-cykelplan.pdf", "ts-cykelplan.pdf"


def _decision(status: Status, section: str | None, date: str) -> Decision:
    text, title = "Cykelplan för Sörby antas.", "Cykelplan för Sörby"
    return Decision("Kommunfullmäktige", section, 1, status, Disposition.ANTAS, text, 2, (), date, title)


ADOPTION = (
    document(
        MINUTES,
        DocumentType.PROTOKOLL,
        "Protokoll kommunfullmäktige 2022-03-01",
        "2022-03-01",
        paragraph(2, "Cykelplan för Sörby antas.", Kind.LIST_ITEM),
        parts=(
            Part(DocumentType.PROTOKOLL, 2, 2, "§ 30", "Cykelplan för Sörby", (), "Kommunfullmäktige", "2022-03-01"),
        ),
        decisions=(_decision(Status.ADOPTED, "§ 30", "2022-03-01"),),
    ),
    document(
        LETTER,
        DocumentType.TJANSTESKRIVELSE,
        "Cykelplan för Sörby",
        "2022-02-01",
        paragraph(2, "Cykelplan för Sörby antas.", Kind.LIST_ITEM),
        decisions=(_decision(Status.PROPOSED, None, "2022-02-01"),),
    ),
)
TOWN = (*DOCUMENTS, *ADOPTION)
PASSAGES = [p for d in TOWN for p in passages_of(d, [case for case in CASES if d.file in case.files])]
LIBRARY = MemoryLibrary(TOWN, CASES, PASSAGES)
ENGINE = MemoryEngine(PASSAGES, EMBEDDER.passages([passage.embed_text for passage in PASSAGES]))


def asked(text: str) -> list[tuple[str, str | None]]:
    answer = Searcher(LIBRARY, ENGINE, EMBEDDER).ask(text)
    return [(one.file, one.demand_text) for one in answer.decisions]


def test_the_adoption_comes_first_and_the_proposal_after_it() -> None:
    assert asked("vad är beslutat om cykelplan för Sörby")[:2] == [(MINUTES, None), (LETTER, None)]


def test_a_demand_still_comes_first_where_it_is_meant() -> None:
    found = asked("vad är beslutat om att kontrollera gungor varje månad")
    assert found[0] == (COUNCIL, "att alla gungor kontrolleras varje månad")


def test_both_compete_for_what_is_meant() -> None:
    look = Searcher(LIBRARY, ENGINE, EMBEDDER).look("cykelplan för Sörby")
    keys = decided_features(look.found, look.shelf)
    assert {key.key for key in keys if not key.demand} == {(MINUTES, 2), (LETTER, 2)}
    chances = [chance for _, chance in (*look.ranked.demands, *look.ranked.alone)]
    assert 0.99 < sum(chances) < 1.01
    assert look.ranked.alone[0][1] > look.ranked.demands[0][1]


def test_how_it_is_shown() -> None:
    one = lone_decision_hit(Shelf(LIBRARY, 1), (MINUTES, 2))
    assert one is not None
    assert (one.title, one.case, one.demand, one.section, one.status) == (
        "Cykelplan för Sörby",
        "",
        None,
        "§ 30",
        "adopted",
    )
    assert lone_decision_hit(Shelf(LIBRARY, 1), (MINUTES, 1)) is None
