from __future__ import annotations

import pytest

from ingest.papers.edge import whole_in, years_apart
from ingest.papers.units import Unit, units_of
from tests.ingest.papers.case_made import T, document


def _unit(title: str, date: str | None = "2021-03-01") -> Unit:
    return units_of(document("m.pdf", T.MOTION, title, date))[0]


def test_years_between_two_papers() -> None:
    assert years_apart(_unit("Badet"), _unit("Badet", "2023-03-01")) == pytest.approx(730 / 365.25)
    assert years_apart(_unit("Badet"), _unit("Badet", None)) == 0.0


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
    assert whole_in(_unit(title), _unit(other)) is within
