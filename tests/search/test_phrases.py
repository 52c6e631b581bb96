from __future__ import annotations

from search.phrases import paragraphs_with
from search.searcher import EVERYTHING
from tests.search.made import ENGINE, MOTION, shelf


def places(*phrases: str) -> set[tuple[str, int]]:
    return {place for place, _ in paragraphs_with(ENGINE, shelf(), phrases, where=EVERYTHING, top=10)}


def test_only_paragraphs_with_those_words_in_that_order() -> None:
    assert places("ny lekplats") == {(MOTION, 3)}
    assert places("lekplats ny") == set()


def test_every_phrase_must_be_there() -> None:
    assert places("ny lekplats", "i Sörby") == {(MOTION, 3)}
    assert places("ny lekplats", "gungor") == set()
