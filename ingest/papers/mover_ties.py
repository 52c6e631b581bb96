"""Ties a motion to the papers that tell who put it: by its day, its title's words, or what it is told to ask."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from corpus.document import DocumentType
from ingest.papers.matters import alike, content
from ingest.papers.shared_keys import days_put
from ingest.papers.tie import WORD_OF_ONE_MOVER, Edge, whole_in, years_apart
from ingest.papers.units import Unit

OF_ITS_DAY = 3.2
"""Strength of a tie by who put a motion and the day: several motions of that day are told apart by their titles."""

SAME_MATTER = 0.8
"""Likeness of titles from which two papers of one motion are one motion."""


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


RETOLD_WORDS, RETOLD_SHARE, RETOLD_ASKED = 5, 0.6, 3
"""The least telling words of a sentence that retells a motion, the least share of them that the motion's text holds,
and the least of them that what it asks holds: no sentence on another motion of the same member came near both."""


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
    told = content(other.telling) - content(" ".join(other.told_movers | motion.putters))
    said = content(" ".join(paragraph.text for paragraph in motion.paragraphs)) | asked
    retold = len(told) >= RETOLD_WORDS and len(told & said) >= RETOLD_SHARE * len(told)
    retold = retold and len(told & asked) >= RETOLD_ASKED
    if not (titled or retold):
        return None
    asked_in = "förslag" if motion.kind is DocumentType.MEDBORGARFORSLAG else "motion"
    return Edge(0, 0, 1.8 - years_apart(first, second) / 10, f"{asked_in} av {names[0]} om ”{other.matter}”")


def of_one_motion(found: Sequence[Edge], units: Sequence[Unit]) -> Iterator[Edge]:
    """The ties without those by a mover and a day that fit several motions alike: the likest title is meant."""
    tied: dict[int, set[int]] = defaultdict(set)
    pairs = {edge: _motion_first(edge, units) for edge in found}
    for motion, other in pairs.values():
        if units[motion].is_motion:
            tied[other].add(motion)
    for edge, (motion, other) in pairs.items():
        matter, own = units[other].matter, units[motion].matter
        rivals = {units[one].matter for one in tied[other] if alike(units[one].matter, own) < SAME_MATTER}
        if edge.strength != OF_ITS_DAY or all(alike(own, matter) > alike(rival, matter) for rival in rivals):
            yield edge


def _motion_first(edge: Edge, units: Sequence[Unit]) -> tuple[int, int]:
    return (edge.first, edge.second) if units[edge.first].is_motion else (edge.second, edge.first)
