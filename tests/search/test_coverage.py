from __future__ import annotations

import math

import pytest

from search.coverage import NEAR_COUNTS, PART_COUNTS, cover
from search.question import read_question
from tests.search.made import ENGINE, PASSAGES


def test_a_word_that_is_nowhere_is_unknown() -> None:
    assert cover(read_question("kärnkraft"), ENGINE).unknown == 1.0
    assert cover(read_question("gungor"), ENGINE).unknown == 0.0


def test_weights_are_idf() -> None:
    covered = cover(read_question("gungor"), ENGINE)
    n, df = len(PASSAGES), sum("gunga" in passage.terms for passage in PASSAGES)
    assert covered.weights[0][1] == pytest.approx(math.log(1 + (n - df + 0.5) / (df + 0.5)))


def test_shares_by_hand() -> None:
    covered = cover(read_question("lekplats gungor"), ENGINE)
    (_, first), (_, second) = covered.weights
    assert covered.share({"lekplats", "gunga"}) == 1.0
    assert covered.share({"lekplats"}) == pytest.approx((first + NEAR_COUNTS * second) / (first + second))
    assert covered.share({"lek", "plats"}) == pytest.approx(PART_COUNTS * first / (first + second))
    assert covered.share(set()) == 0.0


def test_cues_do_not_count() -> None:
    covered = cover(read_question("vad beslutades om gungor"), ENGINE)
    assert [unit.terms for unit, _ in covered.weights] == [("gunga",)]
