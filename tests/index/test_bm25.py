from __future__ import annotations

import math

import numpy as np
import pytest

from index.bm25 import Bm25, idf


def test_idf_worked_out_by_hand() -> None:
    assert idf(passages=3, df=2) == pytest.approx(math.log(1.6))
    assert idf(passages=10, df=10) == pytest.approx(math.log(1 + 0.5 / 10.5))


def last_factor(bm25: Bm25, tf: list[int], lengths: list[int], *, average: float) -> list[float]:
    found: list[float] = bm25.saturated(np.array(tf), bm25.norms(np.array(lengths), average=average)).tolist()
    return found


def test_the_last_factor_worked_out_by_hand() -> None:
    found = last_factor(Bm25(), [1, 2], [4, 8], average=4.0)
    # 2.2 / (1 + 1.2) and 4.4 / (2 + 1.2·(0.25 + 0.75·2))
    assert found == pytest.approx([1.0, 4.4 / 4.1])


def test_without_length_and_saturation() -> None:
    assert last_factor(Bm25(k1=0.0), [1, 9], [1, 5], average=3.0) == [1.0, 1.0]
    assert last_factor(Bm25(b=0.0), [1], [100], average=1.0) == pytest.approx([1.0])


@pytest.mark.parametrize(("k1", "b"), [(-0.1, 0.5), (1.2, 1.1), (1.2, -0.1)])
def test_values_outside_the_formula_are_refused(k1: float, b: float) -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        Bm25(k1=k1, b=b)
