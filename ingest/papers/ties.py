"""Decides which papers are of one matter, and why: by diarienummer, motion number, title, demand wording, § references.

Precise before complete: a wrong tie is worse than a missing one. Two units are only compared if they share a key
(`keys_of`), so that adding ten papers to a hundred thousand compares those ten with the few that share one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from corpus.decision import Demand
from corpus.document import DocumentType
from ingest.papers.appendices import heads_appendix
from ingest.papers.bodies import same_body
from ingest.papers.matters import alike, content
from ingest.papers.mover_ties import by_mover, by_subject, by_teller, of_one_motion
from ingest.papers.registered import registered_in
from ingest.papers.shared_keys import adopted_by, identity_of, keys_of
from ingest.papers.tie import WORD_OF_ONE_MOVER, Edge, answers_in_time, contradicts, is_telling, whole_in, years_apart
from ingest.papers.units import Unit

COLLECTIVE = 40
"""A key that more units share is no matter: a diarienummer for "Meddelanden", a title such as "Delegationsbeslut"."""

LIKE_DEMAND = 0.8
"""Share of a demand's words that must stand in the other; answers correct spelling and leave out "att"."""


_HANDS_OVER = re.compile(r"\b(?:överlåt|överläm|delegera|lämna\w*\s+över)\w*", re.IGNORECASE)


def _by_number(first: Unit, second: Unit) -> Edge | None:
    shared = sorted(first.numbers & second.numbers, key=lambda number: (not number.startswith("KS"), number))
    if not shared:
        return None
    like = alike(first.matter, second.matter) >= 0.5 or whole_in(first, second) or whole_in(second, first)
    if " " in shared[0] or like:
        return Edge(0, 0, 6.0, f"diarienummer {shared[0]}")
    return None


def _by_head_number(first: Unit, second: Unit) -> Edge | None:
    """A § under a head with several diarienummer: the one whose matter it shares most words with."""
    shared = sorted((first.head_numbers & second.numbers) | (second.head_numbers & first.numbers))
    if shared and alike(first.matter, second.matter) >= 0.5:
        return Edge(0, 0, 4.8, f"diarienummer {shared[0]} i utdragets huvud och rubrikens ord")
    return None


def _by_remiss(first: Unit, second: Unit) -> Edge | None:
    """A board's letter and the matter that was sent to it for its opinion."""
    shared = sorted((first.remitted_under & second.numbers) | (second.remitted_under & first.numbers))
    if shared and first.on_motion and second.on_motion:
        return Edge(0, 0, 4.7, f"remitterad under diarienummer {shared[0]}")
    return None


def _by_motion_number(first: Unit, second: Unit) -> Edge | None:
    number = first.motion_number
    if number and number == second.motion_number:
        return Edge(0, 0, 5.0, f"motion {number}")
    return None


def _by_told_number(first: Unit, second: Unit) -> Edge | None:
    """A paper whose text names the other's motion by its number, where one title's words stand in the other's."""
    for teller, named in ((first, second), (second, first)):
        number = named.motion_number
        within = named.words <= teller.words or teller.words <= named.words
        if number in teller.told_numbers and within and named.words and teller.words:
            return Edge(0, 0, 4.6, f"motion {number} nämns i texten")
    return None


def _like(first: str, second: str) -> float:
    a, b = content(first), content(second)
    return len(a & b) / max(len(a), len(b), 1) if len(a & b) >= 4 else 0.0


def _told_together(first: Unit, second: Unit) -> list[tuple[Demand, Demand]]:
    """A motion's demands that the other paper retells as one: "att kommunen mäter …, påbörjar … och bjuder in …"."""
    motion, other = (first, second) if first.is_motion else (second, first)
    if not motion.is_motion or len(motion.demands) < 2:
        return []
    for told in other.demands:
        words = content(told.text)
        held = [(own, content(own.text)) for own in motion.demands]
        pairs = [
            (own, told) for own, asked in held if len(asked) >= 4 and len(asked & words) >= LIKE_DEMAND * len(asked)
        ]
        if len(pairs) > 1:
            return pairs
    return []


def _by_demand(first: Unit, second: Unit) -> Edge | None:
    if first.is_motion == second.is_motion and first.is_motion:
        return None
    pairs = [(a, b) for a in first.demands for b in second.demands if _like(a.text, b.text) >= LIKE_DEMAND]
    pairs = pairs or _told_together(first, second)
    if not pairs:
        return None
    words = " ".join(pairs[0][0].text.split()[:8])
    share = len(pairs) / max(1, min(len(first.demands), len(second.demands)))
    return Edge(0, 0, 4.0 + min(share, 1.0) / 2, f"samma förslag: ”{words} …”")


def _by_title(first: Unit, second: Unit) -> Edge | None:
    if not (first.on_motion and second.on_motion) or (first.is_motion and second.is_motion):
        return None
    told = len(first.words) >= 2 or (is_telling(first) and first.party & second.party)
    if first.matter_key != second.matter_key:
        return None
    if told:
        return Edge(0, 0, 3.0, f"samma rubrik: ”{first.matter}”")
    if is_telling(first) and " " in first.matter and first.is_motion != second.is_motion:
        return Edge(0, 0, 2.9 - years_apart(first, second) / 10, f"samma rubrik: ”{first.matter}”")
    return None


def _names(unit: Unit, other: Unit) -> str | None:
    for reference in unit.references:
        same = reference.section == other.section and reference.date == other.date
        if same and other.section and same_body(reference.body, other.part.body):
            return f"hänvisar till {other.part.body} {other.date} {other.section}"
    return None


def _by_reference(first: Unit, second: Unit) -> Edge | None:
    reason = _names(first, second) or _names(second, first)
    if reason and (alike(first.matter, second.matter) >= 0.5 or _handed(first, second) or _handed(second, first)):
        return Edge(0, 0, 3.5, reason)
    return None


def _handed(minutes: Unit, other: Unit) -> bool:
    """Whether a § hands one petition over to a board, and the other paper deals with it: "överlåts till nämnden"."""
    if not other.on_motion or minutes.section is None or len(minutes.numbers) > 1:
        return False
    sent = any(_HANDS_OVER.search(decision.text) for decision in minutes.decisions)
    said = content(" ".join(paragraph.text for paragraph in minutes.paragraphs))
    telling = len(other.words) >= 2 or len(other.matter_key) >= WORD_OF_ONE_MOVER
    return sent and telling and other.words <= said


def _by_adoption(first: Unit, second: Unit) -> Edge | None:
    """A styrdokument and the § that it says has adopted it."""
    for paper, minutes in ((first, second), (second, first)):
        own = identity_of(minutes.part.body, minutes.date, minutes.section)
        if own and adopted_by(paper) == own:
            return Edge(0, 0, 4.9, f"antagen av {minutes.part.body} {minutes.date} {minutes.section}")
    return None


def names(unit: Unit, motion: Unit) -> bool:
    """Whether a § that decides several motions names this one by its title."""
    return motion.is_motion and motion.matter_key in unit.motions_named


def _by_name(first: Unit, second: Unit) -> Edge | None:
    if names(first, second) or names(second, first):
        return Edge(0, 0, 4.6, f"nämner motionen ”{(first if first.is_motion else second).matter}”")
    return None


_WEAK = (
    _by_adoption,
    _by_head_number,
    _by_remiss,
    _by_told_number,
    _by_name,
    _by_demand,
    _by_reference,
    _by_title,
    by_mover,
    by_subject,
    by_teller,
)


def tie(first: Unit, second: Unit) -> Edge | None:
    """The strongest reason that two units are of one matter, None if there is none (the edge's ends are yet 0, 0)."""
    for rule in (_by_number, _by_motion_number):
        if edge := rule(first, second):
            return edge
    if contradicts(first, second) or not answers_in_time(first, second):
        return None
    return next((edge for rule in _WEAK if (edge := rule(first, second))), None)


def _pairs(units: Sequence[Unit]) -> Iterator[tuple[int, int]]:
    holders: dict[str, list[int]] = defaultdict(list)
    for index, unit in enumerate(units):
        for key in keys_of(unit):
            holders[key].append(index)
    seen: set[tuple[int, int]] = set()
    for key in sorted(holders):
        held = holders[key]
        if len(held) > COLLECTIVE:
            continue
        for i, first in enumerate(held):
            for second in held[i + 1 :]:
                if (first, second) not in seen:
                    seen.add((first, second))
                    yield first, second


def _registered(units: Sequence[Unit]) -> Iterator[Edge]:
    """A motion and what bears the diarienummer that a list of motions gives for its title."""
    numbers: dict[str, set[str]] = defaultdict(set)
    for unit in units:
        for title, number in registered_in(unit):
            numbers[title].add(number)
    for index, motion in enumerate(units):
        told = numbers.get(motion.matter_key, set()) if motion.is_motion and not motion.numbers else set()
        if len(told) != 1 or not is_telling(motion):
            continue
        (number,) = told
        for other, unit in enumerate(units):
            fits = other != index and number in unit.numbers and not unit.is_motion and unit.on_motion
            if fits and not contradicts(motion, unit) and answers_in_time(motion, unit):
                yield Edge(
                    min(index, other), max(index, other), 4.65, f"diarienummer {number} enligt en lista över motioner"
                )


def _appended(units: Sequence[Unit]) -> Iterator[Edge]:
    """A motion appended to the paper that answers it, and a bilaga of minutes and the § that it belongs to."""
    sections: dict[tuple[str, str | None, str | None], int] = {}
    for index, own in enumerate(units):
        place = own.file, own.section, own.part.title
        if own.section and sections.setdefault(place, index) < index and heads_appendix(own.paragraphs[0]):
            yield Edge(sections[place], index, 6.5, f"bilaga till {own.section}")
    for index in range(1, len(units)):
        before, own = units[index - 1], units[index]
        answers = own.file == before.file and own.is_motion and before.kind is DocumentType.MOTIONSSVAR
        if answers and not contradicts(before, own):
            yield Edge(index - 1, index, 5.5, "motionen är bilagd")


def edges(units: Sequence[Unit]) -> tuple[Edge, ...]:
    """Every tie between the units, strongest first."""
    found = [*_appended(units), *_registered(units)]
    for first, second in _pairs(units):
        edge = tie(units[first], units[second])
        if edge:
            found.append(Edge(first, second, edge.strength, edge.reason))
    return tuple(sorted(of_one_motion(found, units), key=lambda e: (-e.strength, e.first, e.second)))
