"""What a tie between two papers is, and what of a title or a date the rules for ties go by."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from ingest.papers.units import Unit

WORD_OF_ONE_MOVER = 8
"""Letters of a title's one word ("Bokbussen") that tell which of one member's motions is meant."""


@dataclass(frozen=True, slots=True)
class Edge:
    """Two units of one matter; `strength` orders how ties are made, strongest first; `reason` is for people."""

    first: int
    second: int
    strength: float
    reason: str


def years_apart(first: Unit, second: Unit) -> float:
    """Years between the two papers, 0 where a day is not known."""
    if not first.date or not second.date:
        return 0.0
    days = datetime.date.fromisoformat(first.date) - datetime.date.fromisoformat(second.date)
    return abs(days.days) / 365.25


def whole_in(unit: Unit, other: Unit) -> bool:
    """Whether a title's one word, a long one ("Reservkraft"), stands in the other's title."""
    return len(unit.words) == 1 and len(unit.matter_key) >= WORD_OF_ONE_MOVER and unit.words <= other.words
