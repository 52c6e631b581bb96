from __future__ import annotations

from dataclasses import replace

import pytest

from tests.ui.web.made import CASE, CASES, WAITS
from ui.texts import texts
from ui.web.desk import Desk
from ui.web.start import decided, example_questions, start_view, subject


def test_decided_cases_newest_first_with_their_last_decision() -> None:
    earlier = replace(CASE, key="KS 2", outcomes=(replace(CASE.outcomes[0], date="2020-01-01"),))
    later = replace(CASE, key="KS 3", outcomes=(CASE.outcomes[0], replace(CASE.outcomes[0], date="2025-01-01")))
    found = decided((earlier, WAITS, later, CASE))
    assert [case.key for case, _ in found] == ["KS 3", "KS 2021-845", "KS 2"]
    assert [outcome.date for outcome in found[0][1]] == ["2025-01-01"]
    assert found[1][1] == (CASE.outcomes[0],)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Motion (V) – Bekämpa prostitutionen i Linköpings kommun, svar", "Bekämpa prostitutionen i Linköpings kommun"),
        ("Motion: Tryggare skolvägar", "Tryggare skolvägar"),
        ("Kameror i centrum", "Kameror i centrum"),
        ("Ett program för barn och unga – del 2", "Ett program för barn och unga – del 2"),
    ],
)
def test_a_title_without_its_genre(title: str, expected: str) -> None:
    assert subject(title) == expected


def test_examples_come_from_the_collection() -> None:
    assert example_questions(CASES, texts("sv")) == (
        "vad har vi beslutat om Öppna en KAST-mottagning", "KS 2021-845",
    )  # fmt: skip
    assert example_questions((), texts("sv")) == ()


def test_the_page_before_a_question(desk: Desk) -> None:
    html = start_view(None, desk)
    assert "Senaste besluten" in html
    assert "27 februari 2024 · Kommunfullmäktige" in html
    assert "?q=KS+2021-845" in html
    assert "7 handlingar i samlingen" in html
