from __future__ import annotations

import pytest

from ingest.papers.wording import by_wording, holds, one_word, scores

DEMANDS = (
    "två miljoner kronor per år avsätts till en medborgarbudget",
    "medborgarförslagen ersätts av e-förslag",
    "ungdomsrådet får yttranderätt i kommunfullmäktige",
)


@pytest.mark.parametrize(
    ("wording", "number"),
    [
        ("två miljoner kronor", 1),
        ("ungdomsrådets yttranderätt", 3),
        ("e-förslag", 2),
        ("simhallens öppettider", None),
        ("", None),
    ],
)
def test_the_demand_meant(wording: str, number: int | None) -> None:
    assert by_wording(wording, DEMANDS) == number


def test_words_of_two_demands_decide_nothing() -> None:
    assert by_wording("hundar", ("hundar i parken", "hundar på stranden")) is None


def test_a_shared_word_weighs_less() -> None:
    assert scores("skolor parken", ("skolor parken", "skolor")) == (1.5, 0.5)


@pytest.mark.parametrize(
    ("first", "second", "one"),
    [
        ("hastigheten", "hastigheter", True),
        ("asfaltering", "asfalteras", True),
        ("hundrastgård", "hundrastgårdar", True),
        ("trygghetsmätningen", "trygghetsvärdar", False),
        ("hund", "hundra", True),
        ("bad", "badplats", False),
    ],
)
def test_inflections_meet(first: str, second: str, one: bool) -> None:
    assert one_word(first, second) is one
    assert holds(frozenset({second}), first) is one
