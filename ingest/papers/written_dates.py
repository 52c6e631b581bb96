"""Reads dates as Swedish papers write them: 2025-11-05, "den 5 november 2025", "5 nov 2025", 2025.11.05, 20251105."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from functools import cache

from ingest.papers.tables import mapping

_HYPHENS = str.maketrans("‐‑−", "---")


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date in a text: ISO, and its half-open span ("den" is not part of it)."""

    iso: str
    start: int
    end: int


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    months = "|".join(sorted(mapping("months", "manader"), key=len, reverse=True))
    return (
        re.compile(
            r"(?<![\w-])(?P<y>(?:19|20)\d{2})\s?[-–‑./]\s?(?P<m>\d{1,2})\s?[-–‑./]\s?(?P<d>\d{1,2})(?![\w])(?!-\d)"
        ),
        re.compile(
            rf"(?<!\w)(?P<d>\d{{1,2}})(?::?e)?[ \u00a0]+(?P<name>{months})\.?,?[ \u00a0]+(?P<y>(?:19|20)\d{{2}})(?!\w)",
            re.IGNORECASE,
        ),
        re.compile(r"(?<!\w)(?P<d>\d{1,2})[./](?P<m>\d{1,2})[./ ](?P<y>20\d{2})(?!\w)"),
        re.compile(r"(?<![\w-])(?P<y>(?:19|20)\d{2})(?P<m>\d{2})(?P<d>\d{2})(?![\w-])"),
    )


def _iso(match: re.Match[str]) -> str | None:
    parts = match.groupdict()
    month = int(parts["m"]) if parts.get("m") else int(mapping("months", "manader")[str(parts["name"]).lower()])
    try:
        return datetime.date(int(parts["y"]), month, int(parts["d"])).isoformat()
    except ValueError:
        return None


def dates_in(text: str) -> tuple[WrittenDate, ...]:
    """Every complete date in `text`, in order; impossible days (2021-02-30) are left out."""
    text = text.translate(_HYPHENS)
    found: list[WrittenDate] = []
    for pattern in _patterns():
        for match in pattern.finditer(text):
            iso = _iso(match)
            if iso and not any(f.start < match.end() and match.start() < f.end for f in found):
                found.append(WrittenDate(iso, match.start(), match.end()))
    return tuple(sorted(found, key=lambda f: f.start))


def without_dates(text: str) -> str:
    """The text with its dates taken out: a header row may glue sender and date together."""
    for date in reversed(dates_in(text)):
        text = text[: date.start] + text[date.end :]
    return " ".join(text.split())
