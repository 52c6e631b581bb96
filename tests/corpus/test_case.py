"""When a case counts as answered."""

from __future__ import annotations

import pytest

from corpus.case import Case, Outcome
from corpus.decision import Disposition, Status


@pytest.mark.parametrize(
    ("statuses", "answered"),
    [((), False), ((Status.PROPOSED,), False), ((Status.PROPOSED, Status.ADOPTED), True)],
)
def test_answered_needs_an_adopted_outcome(statuses: tuple[Status, ...], answered: bool) -> None:
    outcomes = tuple(
        Outcome(n, "Hundrastgård", Disposition.AVSLAS, status, "Kommunfullmäktige", "2022-05-31", "kf.pdf", 3)
        for n, status in enumerate(statuses, 1)
    )
    case = Case("ks2021845", "Hundrastgård", "KD", ("KS 2021-845",), ("kf.pdf",), (), (), outcomes, ())
    assert case.answered is answered
