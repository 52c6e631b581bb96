from __future__ import annotations

from dataclasses import replace

from bench.retrieval_memory import MemoryLibrary
from corpus.case import Retelling
from search.shelf import Shelf
from search.story import story_of
from tests.search.made import ANSWER, CASES, COUNCIL, DOCUMENTS, MOTION, PASSAGES


def _shelf() -> Shelf:
    """The town, its council's § with a vote, its letter with a look back and the demand retold."""
    documents = [
        replace(one, votes=(3,)) if one.file == COUNCIL else replace(one, recalls=(4,)) if one.file == ANSWER else one
        for one in DOCUMENTS
    ]
    retold = replace(CASES[0], retellings=(Retelling(1, ANSWER, 3),))
    return Shelf(MemoryLibrary(documents, (retold, *CASES[1:]), PASSAGES), 1)


def test_the_vote_comes_first_then_what_is_recalled_proposed_asked_and_retold() -> None:
    assert story_of(_shelf(), [(COUNCIL, 2)]) == (
        (COUNCIL, 3),
        (ANSWER, 4),
        (COUNCIL, 2),
        (ANSWER, 2),
        (MOTION, 3),
        (ANSWER, 3),
        (MOTION, 1),
    )


def test_a_paragraph_of_no_case_has_none() -> None:
    assert story_of(_shelf(), [("lekplatser.pdf", 2)]) == ()
