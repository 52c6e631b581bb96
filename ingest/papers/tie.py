"""What a tie between two papers is, and what forbids one: numbers, parties or times that contradict."""

from __future__ import annotations

import datetime
from collections import defaultdict
from dataclasses import dataclass

from ingest.papers.units import Unit

YEARS = 6
"""A motion was never answered later than this in the papers studied (the law asks for one year)."""

LONG_WORD = 10
"""One word of so many letters ("Utmaningsrätt") tells a matter, if the party agrees; "Skola" does not."""


WORD_OF_ONE_MOVER = 8
"""Letters of a title's one word ("Bokbussen") that tell which of one member's motions is meant."""


def is_telling(unit: Unit) -> bool:
    """Whether the words of its title tell its matter from others."""
    return len(unit.words) >= 2 or (len(unit.words) == 1 and len(unit.matter_key) >= LONG_WORD)


def whole_in(unit: Unit, other: Unit) -> bool:
    """Whether a title's one word, a long one ("Reservkraft"), stands in the other's title."""
    return len(unit.words) == 1 and len(unit.matter_key) >= WORD_OF_ONE_MOVER and unit.words <= other.words


@dataclass(frozen=True, slots=True)
class Edge:
    """Two units of one matter; `strength` orders how ties are made, strongest first; `reason` is for people."""

    first: int
    second: int
    strength: float
    reason: str


def years_apart(first: Unit, second: Unit) -> float:
    """The years between two papers; 0 where one has no date."""
    if not first.date or not second.date:
        return 0.0
    days = datetime.date.fromisoformat(first.date) - datetime.date.fromisoformat(second.date)
    return abs(days.days) / 365.25


def answers_in_time(first: Unit, second: Unit) -> bool:
    """Nothing answers a motion before it is put, or years after."""
    motion, other = (first, second) if first.is_motion else (second, first)
    if motion.is_motion and motion.date and other.date and other.date < motion.date and not other.is_motion:
        return False
    return years_apart(first, second) <= YEARS


def contradicts(first: Unit, second: Unit) -> bool:
    """Whether the same register gave them different numbers, or their titles name different parties."""
    mine: dict[str, set[str]] = defaultdict(set)
    yours: dict[str, set[str]] = defaultdict(set)
    for table, unit in ((mine, first), (yours, second)):
        for number in unit.numbers:
            board, _, serial = number.rpartition(" ")
            table[board].add(serial)
    shared = (mine.keys() & yours.keys()) - {""}
    if shared and not any(mine[board] & yours[board] for board in shared):
        return True
    return bool(first.party and second.party and not first.party & second.party)
