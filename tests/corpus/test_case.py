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


@pytest.mark.parametrize(
    ("disposition", "answered"),
    [(Disposition.ATERREMITTERAS, False), (Disposition.BORDLAGGS, False), (Disposition.BESVARAS, True)],
)
def test_what_was_sent_back_waits_for_its_answer(disposition: Disposition, answered: bool) -> None:
    outcome = Outcome(1, "Bokbuss", disposition, Status.ADOPTED, "Kommunstyrelsen", "2023-10-10", "ks.pdf", 4)
    case = Case("ks2023120", "Bokbuss", "V", ("KS 2023-120",), ("ks.pdf",), (), (), (outcome,), ())
    assert case.answered is answered
