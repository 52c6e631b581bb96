from __future__ import annotations

import numpy as np
import pytest

from corpus.document import Document
from corpus.passage import PassageKind
from index.engine import Vectors
from search.candidates import EVERY_KIND, Group, gather
from search.coverage import cover
from search.fusion import Fusion
from search.question import read_question
from search.searcher import EVERYTHING
from tests.search.made import ANSWER, COUNCIL, DIM, ENGINE, LIBRARY, MOTION, OTHER, candidates, shelf


def test_groups_hold_their_kinds() -> None:
    found = candidates("lekplats i Sörby")
    assert {one.passage.kind for one in found.texts.found} == {PassageKind.TEXT}
    assert {one.passage.kind for one in found.tied.found} == {PassageKind.DEMAND, PassageKind.DECISION}
    assert {one.passage.kind for one in found.titles.found} == {PassageKind.TITLE}


def test_a_group_without_kinds_is_empty_and_the_others_are_as_ever() -> None:
    whole = candidates("lekplats i Sörby")
    some = candidates("lekplats i Sörby", ((), EVERY_KIND[1], ()))
    assert (some.texts, some.titles) == (Group((), (), ()), Group((), (), ()))
    assert some.tied == whole.tied


def test_found_comes_best_first() -> None:
    scores = [one.fused for one in candidates("lekplats i Sörby").texts.found]
    assert scores == sorted(scores, reverse=True)


def test_the_demand_that_was_asked_about_is_the_best() -> None:
    demands = candidates("gungor som kontrolleras varje månad").demands()
    assert max(demands, key=lambda asked: demands[asked].fused) == ("KS 2020-11", 2)


def test_a_decided_demand_is_found_by_its_decisions_an_open_one_by_itself() -> None:
    demands = candidates("lekplats hundrastgård").demands()
    assert demands["KS 2020-11", 1].passage.kind is PassageKind.DECISION
    assert demands["KS 2020-11", 1].passage.file in (ANSWER, COUNCIL)
    assert demands["KS 2021-30", 1].passage.file == OTHER


def test_a_place_is_a_file_and_its_first_paragraph() -> None:
    found = candidates("ingenstans att leka")
    assert found.texts.found[0].place == (MOTION, 2)
    assert found.untied() == {}


def test_the_papers_of_a_matter_that_words_found_are_read_before_the_vector_is_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read: list[str] = []
    head = LIBRARY.head

    def noted(file: str) -> Document | None:
        read.append(file)
        return head(file)

    monkeypatch.setattr(LIBRARY, "head", noted)
    question = read_question("gungor")
    by_then: set[str] = set()

    def vector() -> Vectors:
        by_then.update(read)
        return np.full(DIM, DIM**-0.5, np.float32)

    gather(ENGINE, shelf(), question, vector, covered=cover(question, ENGINE), where=EVERYTHING, fusion=Fusion())
    assert {MOTION, ANSWER, COUNCIL} <= by_then
