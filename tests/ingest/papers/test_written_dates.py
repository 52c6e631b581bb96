from __future__ import annotations

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.papers.written_dates import dates_in, without_dates

MONTHS = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2025-11-05", ["2025-11-05"]),
        ("den 5 november 2025, § 228", ["2025-11-05"]),
        ("tisdagen den 28 september 2021 klockan 13.00–19.40", ["2021-09-28"]),
        ("5 nov. 2025", ["2025-11-05"]),
        ("20251105", ["2025-11-05"]),
        ("2025.11.05", ["2025-11-05"]),
        ("från 2022-07-01 till 2030-12-31", ["2022-07-01", "2030-12-31"]),
        ("2021-02-30", []),
        ("KS 2021-845", []),
        ("2018–2021", []),
        ("den 12 i månaden", []),
    ],
)
def test_dates_as_papers_write_them(text: str, iso: list[str]) -> None:
    assert [date.iso for date in dates_in(text)] == iso


@settings(deadline=None)
@given(st.dates(datetime.date(1950, 1, 1), datetime.date(2049, 12, 31)))
def test_every_day_is_read_back(day: datetime.date) -> None:
    written = f"den {day.day} {MONTHS[day.month - 1]} {day.year}"
    assert [d.iso for d in dates_in(written)] == [day.isoformat()]
    assert [d.iso for d in dates_in(f"Datum {day.isoformat()}.")] == [day.isoformat()]


def test_dates_taken_out() -> None:
    assert without_dates("Arbetsmarknadsenheten 2021-02-22") == "Arbetsmarknadsenheten"
