from __future__ import annotations

import math

import ir_measures
import pytest
from ir_measures import RR, R, nDCG

from search.measures import mean, ndcg, recall, reciprocal_rank

GAINS = [0.0, 2.0, 1.0, 0.0, 1.0]
GRADES = [2.0, 1.0, 1.0, 2.0]


def test_ndcg_by_hand() -> None:
    got = 2 / math.log2(3) + 1 / math.log2(4) + 1 / math.log2(6)
    best = 2 / math.log2(2) + 2 / math.log2(3) + 1 / math.log2(4) + 1 / math.log2(5)
    assert ndcg(GAINS, GRADES, 10) == pytest.approx(got / best)
    assert ndcg([], GRADES, 10) == 0.0
    assert ndcg(GAINS, [], 10) == 0.0


def test_the_same_as_ir_measures() -> None:
    qrels = {"q": {"b": 2, "c": 1, "e": 1, "x": 2}}
    run = {"q": {name: float(-rank) for rank, name in enumerate("abcde")}}
    theirs = ir_measures.calc_aggregate([nDCG @ 10, R @ 10, RR @ 10], qrels, run)
    assert theirs[nDCG @ 10] == pytest.approx(ndcg(GAINS, GRADES, 10))
    assert theirs[R @ 10] == pytest.approx(recall(GAINS, 4, 10))
    assert theirs[RR @ 10] == pytest.approx(reciprocal_rank(GAINS, 10))


def test_recall_counts_what_could_be_found() -> None:
    assert recall([1.0, 1.0], 8, 2) == 1.0
    assert recall([], 0, 5) == 0.0


def test_reciprocal_rank() -> None:
    assert reciprocal_rank(GAINS, 10) == 0.5
    assert reciprocal_rank(GAINS, 1) == 0.0


def test_means_with_intervals() -> None:
    constant = mean([0.5] * 20)
    assert (constant.value, constant.low, constant.high, constant.questions) == (0.5, 0.5, 0.5, 20)
    spread = mean([0.0, 1.0] * 50)
    assert spread.low < 0.5 < spread.high
    assert spread.high - spread.low == pytest.approx(4 * 0.05, abs=0.04)
    assert math.isnan(mean([]).value)
