"""Whose turn it is inside one § of old-fashioned minutes: "Au § 80 Allmänna utskottet den 28 september 2021".

There a council's § carries what each body before it said, each under its own § and day; the council's own comes last.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.board import BOARD
from ingest.papers.bodies import as_body, mentions, same_body
from ingest.papers.tables import mapping
from ingest.papers.written_dates import dates_in

SECTION = r"§{1,2}\s*(?P<n>\d{1,4}(?:\s?[a-z](?!\w))?)(?:\s?[/:]\s?(?:20)?\d{2}(?!\d))?"
_FIRST = re.compile(rf"^(?:(?P<letters>{BOARD})\s+)?{SECTION}(?!\s?[–-]\s?\d)(?P<rest>.*)$")
_LAST = re.compile(rf"^(?P<rest>\S.*?)[\s,;]+{SECTION}$")
_SMALL = re.compile(r"\b(?:den|sammanträdet?|sammanträde|möte|protokoll)\b|[\s,.:;|–-]", re.IGNORECASE)
LONGEST = 120
"""Characters of a line that names a body, its § and its day, and nothing else."""


@dataclass(frozen=True, slots=True)
class Instance:
    """A body's turn: the board's letters ("Au"), its § ("§ 80"), the body and the day, as far as the line says them."""

    letters: str
    section: str
    body: str | None
    date: str | None

    @property
    def dated(self) -> bool:
        """Whether it names both body and day: then it opens no § of the minutes, whatever their letters are."""
        return self.body is not None and self.date is not None


def _only(rest: str) -> tuple[str | None, str | None] | None:
    """The body and day that a text names if it says nothing else."""
    bodies, dates = mentions(rest), dates_in(rest)
    if len(bodies) > 1 or len(dates) > 1:
        return None
    left = rest
    spans = [*((one.start, one.end) for one in bodies), *((one.start, one.end) for one in dates)]
    for start, end in sorted(spans, reverse=True):
        left = left[:start] + left[end:]
    if _SMALL.sub("", left):
        return None
    return bodies[0].name if bodies else None, dates[0].iso if dates else None


def _of_letters(letters: str) -> str | None:
    """The body that a board's letters stand for, in any case: "Ks", "TN"; None for letters of the town's own."""
    known = {key.lower(): name for key, name in mapping("bodies", "forkortningar").items()}
    return as_body(known[letters.lower()]) if letters.lower() in known else None


def instance_of(text: str) -> Instance | None:
    """The turn that a line opens: a § with its board's letters alone, or with a body and a day; None for all else."""
    line = " ".join(text.split())
    match = _FIRST.match(line) or _LAST.match(line) if len(line) < LONGEST else None
    said = _only(match["rest"]) if match else None
    if match is None or said is None:
        return None
    letters = (match.groupdict().get("letters") or "").strip()
    body, date = said
    if not letters and not (body and date):
        return None
    return Instance(letters, f"§ {match['n'].strip()}", body or (_of_letters(letters) if letters else None), date)


def is_own(instance: Instance, *, body: str | None, section: str | None, date: str | None) -> bool:
    """Whether the turn is that of the minutes themselves: their §, body and day, as far as they are said."""
    if instance.section != section:
        return False
    others = instance.body is not None and body is not None and not same_body(instance.body, body)
    return not others and (instance.date is None or date is None or instance.date == date)
