from __future__ import annotations

import pytest

from ingest.papers.tie import contradicts, whole_in
from tests.ingest.papers.case_made import T, document, tie_reason, unit_of


def test_nothing_answers_a_motion_before_it_is_put_or_years_after() -> None:
    motion = document("m.pdf", T.MOTION, "Motion: Fler cyklar i stan", "2020-09-14")
    for day in ("2020-01-01", "2027-01-01"):
        assert tie_reason(motion, document("s.pdf", T.MOTIONSSVAR, "Svar på motion: Fler cyklar i stan", day)) is None


def test_parties_and_registers_contradict() -> None:
    motion = document("m.pdf", T.MOTION, "Motion (V): Fler cyklar i stan", "2020-09-14", party=("V",))
    answer = document("s.pdf", T.MOTIONSSVAR, "Svar på motion (MP): Fler cyklar i stan", "2021-05-06")
    assert contradicts(unit_of(motion), unit_of(answer))
    assert tie_reason(motion, answer) is None
    one = document("a.pdf", T.MOTIONSSVAR, "Svar på motion: Fler cyklar", "2021-05-06", dnr=("KS 2020-1",))
    two = document("b.pdf", T.MOTIONSSVAR, "Svar på motion: Fler cyklar", "2021-05-06", dnr=("KS 2020-2",))
    assert contradicts(unit_of(one), unit_of(two))
    board = document("c.pdf", T.MOTIONSSVAR, "Svar på motion: Fler cyklar", "2021-05-06", dnr=("BUN 2020-2",))
    assert not contradicts(unit_of(one), unit_of(board))


@pytest.mark.parametrize(
    ("title", "other", "within"),
    [
        ("Motion om reservkraft", "Svar på motion om reservkraft i skolan", True),
        ("Motion om badet", "Svar på motion om badet i skolan", False),
        ("Motion om reservkraft i skolan", "Svar på motion om reservkraft i skolan", False),
        ("Motion om reservkraft", "Svar på motion om elkraft", False),
    ],
)
def test_a_title_of_one_long_word_that_stands_in_another(title: str, other: str, within: bool) -> None:
    assert whole_in(unit_of(document("m.pdf", T.MOTION, title)), unit_of(document("s.pdf", T.MOTION, other))) is within
