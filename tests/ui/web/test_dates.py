from __future__ import annotations

import pytest

from ui.texts import texts
from ui.web.dates import age, months_between, unbroken, written


def test_dates_in_words() -> None:
    assert written("2023-10-27", texts("sv")) == "27 oktober 2023"
    assert written("2023-03-01", texts("en")) == "1 March 2023"
    assert written(None, texts("sv")) == "utan datum"
    assert written("2023", texts("sv")) == "2023"


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        ("2023-01-31", "2023-02-28", 0),
        ("2023-01-15", "2023-02-15", 1),
        ("2022-12-31", "2023-12-30", 11),
        ("2020-02-29", "2024-02-29", 48),
        ("2024-01-01", "2023-01-01", 0),
    ],
)
def test_whole_months(first: str, last: str, months: int) -> None:
    assert months_between(first, last) == months


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        ("2026-11-20", "0 månader"),
        ("2026-10-01", "1 månad"),
        ("2025-11-24", "1 år"),
        ("2022-05-16", "4 år och 6 månader"),
    ],
)
def test_ages(first: str, expected: str) -> None:
    assert age(first, "2026-11-24", texts("sv")) == expected


def test_a_section_keeps_its_number() -> None:
    assert unbroken("§ 22") == "§\u00a022"
    assert unbroken(None) is None
