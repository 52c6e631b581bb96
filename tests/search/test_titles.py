from __future__ import annotations

from dataclasses import replace

import pytest

from bench.retrieval_memory import MemoryLibrary
from corpus.document import Adoption, Dated
from search.shelf import Shelf
from search.titles import Titles, title_place
from tests.search.made import CASES, COUNCIL, DOCUMENTS, MOTION, OLD_PLAN, PASSAGES, PLAN, shelf


def test_the_type_asked_for() -> None:
    features = Titles(shelf(), "visa protokollet om lekplatser")
    assert features.features((COUNCIL, 1))["type asked for"] == 1.0
    assert features.features((MOTION, 1))["another type asked for"] == 1.0


def test_replaced_plans_count_for_less_unless_the_question_looks_back() -> None:
    now = Titles(shelf(), "gällande lekplatsplan").features((OLD_PLAN, 1))
    before = Titles(shelf(), "tidigare lekplatsplan").features((OLD_PLAN, 1))
    assert (now["replaced"], now["replaced, as asked for"]) == (1.0, 0.0)
    assert (before["replaced"], before["replaced, as asked for"]) == (0.0, 1.0)


@pytest.mark.parametrize(
    ("text", "newer"),
    [
        ("vilken lekplatsplan gäller nu", PLAN),
        ("hur ofta besiktigas lekplatser i dag", PLAN),
        ("nuvarande lekplatsplan", PLAN),
        ("is the playground plan still in force", PLAN),
        ("vilken plan gällde före den som gäller nu", None),
        ("hur ofta besiktigas lekplatser", None),
        ("nuddar planen vid lekplatser", None),
    ],
)
def test_a_question_for_what_holds_now(text: str, newer: str | None) -> None:
    assert Titles(shelf(), text).newer((OLD_PLAN, 2)) == newer
    assert Titles(shelf(), text).newer((PLAN, 2)) is None


def test_lines_that_say_when_are_given_only_if_asked() -> None:
    plan = replace(
        next(d for d in DOCUMENTS if d.file == PLAN),
        adoption=Adoption("Kommunfullmäktige", "2022-01-10", "§ 4", 2),
        dates=(Dated("2030-12-31", "giltig till", 3, ""), Dated("2022-01-10", "dokument", 4, "")),
    )
    held = Shelf(MemoryLibrary((plan,), CASES, PASSAGES), 1)
    assert Titles(held, "när antogs lekplatsplanen").lines((PLAN, 1)) == ((PLAN, 2), (PLAN, 3))
    assert Titles(held, "lekplatsplanen").lines((PLAN, 1)) == ()


def test_where_a_title_stands() -> None:
    assert title_place(shelf(), MOTION) == (MOTION, 1)
    assert title_place(shelf(), "saknas.pdf") == ("saknas.pdf", 1)
