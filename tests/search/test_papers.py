from __future__ import annotations

from search.identifiers import named
from search.papers import papers_named
from search.searcher import EVERYTHING
from tests.search.made import ANSWER, COUNCIL, EMBEDDER, ENGINE, MOTION, shelf


def places(text: str) -> list[tuple[str, int]]:
    vector = EMBEDDER.query(text)
    return list(papers_named(ENGINE, shelf(), named(text), text, vector=vector, where=EVERYTHING))


def test_a_case_in_reading_order() -> None:
    assert places("KS 2020-11")[:3] == [(MOTION, 1), (ANSWER, 1), (COUNCIL, 1)]


def test_a_number_without_its_board_is_the_same() -> None:
    assert places("dnr 2020-11")[:3] == [(MOTION, 1), (ANSWER, 1), (COUNCIL, 1)]


def test_a_section_of_the_minutes_that_were_meant() -> None:
    assert places("KF § 12 september 2020") == [(COUNCIL, 1)]


def test_what_is_not_there_is_not_found() -> None:
    assert places("KS 1999-1") == []
    assert places("§ 999") == []
