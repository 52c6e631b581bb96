"""A question that names a meeting's minutes and nothing else: "protokoll KF 24 oktober 2022"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from corpus.months import ENGLISH, SWEDISH

YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_MINUTES = re.compile(r"\b(?:protokoll\w*|minutes|sammanträde\w*|mötet?|meeting)\b", re.IGNORECASE)
_ISO = re.compile(r"\b((?:19|20)\d\d)-(\d\d)-(\d\d)\b")
_MONTH = {name: n for names in (SWEDISH, ENGLISH) for n, name in enumerate(names, 1)}
_NAMES = "|".join(_MONTH)
_DAY_FIRST = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?({_NAMES}),?\s+((?:19|20)\d\d)\b", re.IGNORECASE)
_MONTH_FIRST = re.compile(rf"\b({_NAMES})\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+((?:19|20)\d\d)\b", re.IGNORECASE)
BODIES = {
    "kf": "kommunfullmäktige",
    "ks": "kommunstyrelsen",
    "fullmäktige": "kommunfullmäktige",
    "council": "kommunfullmäktige",
}
_BODY = re.compile(
    r"\b(?:kf|ks|council|\w*fullmäktige|kommunstyrelsen|(?:\w+-,? (?:och )?)*\w*nämnden|\w*utskottet)s?\b",
    re.IGNORECASE,
)
_SMALL = re.compile(
    r"\b(?:från|för|den|det|i|av|vid|hos|visa|hitta|the|of|from|for|on|show|find|municipal|city)\b", re.I
)


@dataclass(frozen=True, slots=True)
class Meeting:
    """A day, ISO, and the bodies named, in full and lower case."""

    day: str
    bodies: tuple[str, ...] = ()


def years_in(text: str) -> list[str]:
    """The years that `text` names, in order."""
    return YEAR.findall(text)


def meeting_named(text: str) -> Meeting | None:
    """The meeting whose minutes `text` asks for; None where it asks for anything else besides."""
    days = tuple(dict.fromkeys(_days(text)))
    if len(days) != 1 or not _MINUTES.search(text):
        return None
    rest = text
    for pattern in (_MINUTES, _ISO, _DAY_FIRST, _MONTH_FIRST, _BODY, _SMALL):
        rest = pattern.sub(" ", rest)
    if re.search(r"\w", rest):
        return None
    bodies = (
        match[0].lower().removesuffix("s") if len(match[0]) > 2 else match[0].lower() for match in _BODY.finditer(text)
    )
    return Meeting(days[0], tuple(dict.fromkeys(BODIES.get(body, body) for body in bodies)))


def _days(text: str) -> Iterator[str]:
    for match in _ISO.finditer(text):
        yield from _day(int(match[1]), int(match[2]), int(match[3]))
    for match in _DAY_FIRST.finditer(text):
        yield from _day(int(match[3]), _MONTH[match[2].lower()], int(match[1]))
    for match in _MONTH_FIRST.finditer(text):
        yield from _day(int(match[3]), _MONTH[match[1].lower()], int(match[2]))


def _day(year: int, month: int, day: int) -> Iterator[str]:
    """The day in ISO; nothing where there is none such ("§ 88 april 2023")."""
    try:
        yield date(year, month, day).isoformat()
    except ValueError:
        return
