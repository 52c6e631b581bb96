"""How dates, ages and §§ are written for people: "27 oktober 2023", "3 år och 2 månader"."""

from __future__ import annotations

import re

from ui.texts import Texts

_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")


def written(date: str | None, texts: Texts) -> str:
    """An ISO date in words; "utan datum" for None; anything else as it is."""
    if not date:
        return texts("date.none")
    found = _ISO.fullmatch(date)
    if not found:
        return date
    year, month, day = found.groups()
    return f"{int(day)} {texts('date.months').split()[int(month) - 1]} {year}"


def unbroken(section: str | None) -> str | None:
    """A § that is not torn from its number at a line's end."""
    return section.replace(" ", "\u00a0") if section else None


def months_between(first: str, last: str) -> int:
    """Whole months from one ISO date to a later one; 0 if it is not later."""
    year, month, day = map(int, first.split("-"))
    to_year, to_month, to_day = map(int, last.split("-"))
    return max(0, (to_year - year) * 12 + to_month - month - (to_day < day))


def age(first: str, last: str, texts: Texts) -> str:
    """How long it is between two ISO dates, in years and months."""
    years, months = divmod(months_between(first, last), 12)
    parts = [texts.count("date.years", years)] if years else []
    if months or not years:
        parts.append(texts.count("date.month_count", months))
    return texts("date.and").join(parts)
