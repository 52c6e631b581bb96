from __future__ import annotations

import pytest

from index.engine import Scored
from search.fusion import Fusion, fuse, stretched

DENSE = (Scored(1, 0.9), Scored(2, 0.8), Scored(3, 0.7))
LEXICAL = (Scored(3, 10.0), Scored(2, 5.0))


def test_stretching_by_hand() -> None:
    assert stretched(DENSE, floor=None) == pytest.approx({1: 1.0, 2: 0.5, 3: 0.0})
    assert stretched(LEXICAL, floor=0.0) == {3: 1.0, 2: 0.5}
    assert stretched((), floor=None) == {}
    assert stretched((Scored(4, 0.5),), floor=None) == {4: 1.0}


def test_fusing_by_hand() -> None:
    assert fuse(DENSE, LEXICAL, share=0.6, depth=10) == pytest.approx({1: 0.6, 2: 0.6 * 0.5 + 0.4 * 0.5, 3: 0.4})


def test_depth_cuts_before_stretching() -> None:
    assert fuse(DENSE, (), share=1.0, depth=2) == pytest.approx({1: 1.0, 2: 0.0})


def test_the_dense_share_falls_with_what_is_said() -> None:
    fusion = Fusion()
    assert fusion.share(0.0) == fusion.most == 0.75
    assert fusion.share(0.5) == pytest.approx(0.9 - 0.65 * 0.5)
    assert fusion.share(1.0) == pytest.approx(0.25)


def test_bad_values_are_refused() -> None:
    with pytest.raises(ValueError, match="shares"):
        Fusion(least=0.8, most=0.2)
