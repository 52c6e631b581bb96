from __future__ import annotations

from dataclasses import replace

from bench.retrieval_memory import MemoryEngine, MemoryLibrary
from corpus.document import DocumentType, Part
from corpus.paragraph import Kind
from index.passages import passages_of
from search.identifiers import named
from search.papers import papers_named
from search.searcher import EVERYTHING
from search.shelf import Shelf
from tests.search.made import ANSWER, CASES, COUNCIL, DOCUMENTS, EMBEDDER, ENGINE, MOTION, paragraph, shelf


def places(text: str) -> list[tuple[str, int]]:
    vector = EMBEDDER.query(text)
    return list(papers_named(ENGINE, shelf(), named(text), text, vector=vector, where=EVERYTHING))


def test_a_case_in_reading_order() -> None:
    assert places("KS 2020-11")[:3] == [(MOTION, 1), (ANSWER, 1), (COUNCIL, 1)]


def test_a_number_without_its_board_is_the_same() -> None:
    assert places("dnr 2020-11")[:3] == [(MOTION, 1), (ANSWER, 1), (COUNCIL, 1)]


def test_a_section_of_the_minutes_that_were_meant() -> None:
    assert places("KF § 12 september 2020") == [(COUNCIL, 1)]


def test_the_minutes_of_a_meeting() -> None:
    assert places("protokoll KF 21 september 2020") == [(COUNCIL, 1)]
    assert places("protokoll KS 21 september 2020") == []
    assert places("protokoll KF 22 september 2020") == []


def test_what_is_not_there_is_not_found() -> None:
    assert places("KS 1999-1") == []
    assert places("§ 999") == []


def test_of_minutes_with_many_matters_only_the_paragraf_that_was_named() -> None:
    minutes = next(d for d in DOCUMENTS if d.file == COUNCIL)
    both = replace(
        minutes,
        dnr=("KS 2020-11", "KS 2019-5"),
        paragraphs=(*minutes.paragraphs, paragraph(4, "§ 13 Taxa", Kind.HEADING), paragraph(5, "Taxan antas.")),
        parts=(
            replace(minutes.parts[0], dnr=("KS 2020-11",)),
            Part(DocumentType.PROTOKOLL, 4, 5, "§ 13", "Taxa", ("KS 2019-5",)),
        ),
    )
    passages = [p for d in (DOCUMENTS[0], both) for p in passages_of(d, [c for c in CASES if d.file in c.files])]
    held = Shelf(MemoryLibrary((DOCUMENTS[0], both), CASES, passages), 1)
    engine = MemoryEngine(passages, EMBEDDER.passages([p.embed_text for p in passages]))
    text = "KS 2020-11"
    found = papers_named(engine, held, named(text), text, vector=EMBEDDER.query(text), where=EVERYTHING)
    assert (COUNCIL, 1) in found
    assert (COUNCIL, 4) not in found
