"""Ties by who has put a motion: its day, its title's words, or what a paper tells of it beside the mover's name."""

from __future__ import annotations

from corpus.document import DocumentType
from ingest.papers.edge import WORD_OF_ONE_MOVER, Edge, whole_in, years_apart
from ingest.papers.matters import alike, content
from ingest.papers.units import Unit

OF_ITS_DAY = 3.2
"""Strength of a tie by who put a motion and the day: several motions of that day are told apart by their titles."""


def days_put(unit: Unit) -> frozenset[str]:
    """The day a motion is dated, or an answer says that its motion was put."""
    if unit.is_motion:
        return frozenset({unit.date} if unit.date else ())
    inside = unit.part.first, unit.part.last
    told = (d for d in unit.document.dates if d.what == "motion" and d.paragraph is not None)
    return frozenset(d.date for d in told if inside[0] <= (d.paragraph or 0) <= inside[1])


def _mover_names(first: Unit, second: Unit) -> list[str]:
    return sorted(first.putters & second.putters)


def by_mover(first: Unit, second: Unit) -> Edge | None:
    """A motion and a paper on a motion: by the same people, of the day that it was put, or in the title's words."""
    if first.is_motion == second.is_motion or not (first.on_motion and second.on_motion):
        return None
    names = _mover_names(first, second)
    likeness = alike(first.matter, second.matter)
    days = days_put(first) & days_put(second)
    if days and (names or first.party & second.party):
        who = names[0] if names else ", ".join(sorted(first.party & second.party))
        return Edge(0, 0, OF_ITS_DAY, f"motion av {who} den {min(days)}")
    asker = "motionär" if DocumentType.MEDBORGARFORSLAG not in (first.kind, second.kind) else "förslagsställare"
    papers = first.section is None and second.section is None
    if names and likeness >= (0.5 if papers else 1.0):
        return Edge(0, 0, 2.0 + likeness / 2, f"{asker} {names[0]} och rubrikens ord")
    if names and (whole_in(first, second) or whole_in(second, first)):
        return Edge(0, 0, 2.0, f"{asker} {names[0]} och rubrikens enda ord")
    shared = len(first.words & second.words)
    if likeness == 1.0 and (shared >= 3 or (shared == 2 and first.party & second.party)):
        return Edge(0, 0, 1.5 + shared / 20, f"rubrikens ord: ”{first.matter}”")
    return None


def by_subject(first: Unit, second: Unit) -> Edge | None:
    """A motion under a title of its own ("Mer jord åt alla!") and a paper headed by who put it and what it asks for."""
    motion, other = (first, second) if first.is_motion else (second, first)
    if other.is_motion or not motion.is_motion or not other.titled_movers:
        return None
    telling = len(other.words) >= 2 or len(other.matter_key) >= WORD_OF_ONE_MOVER
    asked = content(" ".join((motion.title, *(demand.text for demand in motion.demands))))
    if motion.titled_movers != other.titled_movers or not telling or not other.words <= asked:
        return None
    names = " och ".join(sorted(other.titled_movers))
    return Edge(0, 0, 1.9 - years_apart(first, second) / 10, f"motion av {names} om ”{other.matter}”")


RETOLD_WORDS, RETOLD_SHARE = 5, 0.6
"""The least telling words of a sentence that retells a motion, and the least share of them that the motion's demands
hold."""


def by_teller(first: Unit, second: Unit) -> Edge | None:
    """A motion under a title of its own and a paper on a motion that tells who put it: its title, or the sentence that
    tells it, is in the words of what the motion asks."""
    motion, other = (first, second) if first.is_motion else (second, first)
    if other.is_motion or not motion.is_motion or not other.on_motion:
        return None
    names = sorted(motion.putters & other.told_movers)
    if not names:
        return None
    asked = content(" ".join((motion.title, *(demand.text for demand in motion.demands))))
    titled = (len(other.words) >= 2 or len(other.matter_key) >= WORD_OF_ONE_MOVER) and other.words <= asked
    told = content(other.telling) - content(" ".join(names))
    retold = len(told) >= RETOLD_WORDS and len(told & asked) >= RETOLD_SHARE * len(told)
    if not (titled or retold):
        return None
    return Edge(0, 0, 1.8 - years_apart(first, second) / 10, f"motion av {names[0]} om ”{other.matter}”")
