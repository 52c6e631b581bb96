from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from ingest.batch.checking import check
from ingest.batch.findings import Area, Finding
from tests.ingest.batch.spoiled import indexed, spoil
from tests.ingest.batch.stand_ins import DIM, stages


@pytest.mark.parametrize("value", [np.nan, np.inf, 0.0, 0.5])
def test_vectors_that_are_not_of_unit_length(tmp_path: Path, value: float) -> None:
    _, home = indexed(tmp_path)
    spoil(home, "update vectors set vector = ? where id in (1, 2)", (np.full(DIM, value, "<f2").tobytes(),))
    assert check(home, stages()) == (Finding(Area.VECTORS, "2 vektorer är skadade (fake)."),)
    assert check(home, stages(), repair=True) == (
        Finding(Area.VECTORS, "2 vektorer är skadade (fake).", repaired=True),
    )
    assert check(home, stages()) == ()


def test_another_model_at_hand_cannot_repair(tmp_path: Path) -> None:
    _, home = indexed(tmp_path)
    spoil(home, "delete from vectors where id = 1")
    assert [finding.repaired for finding in check(home, stages(name="annan"), repair=True)] == [False]
