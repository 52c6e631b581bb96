"""Papers and §§ that deal with several motions: which these are, and to which of the motions each item belongs.

The item's own words say it ("motion KS 2023-97 avslås", "att bifalla motionen från Centerpartiet"), else the heading or
opening above it ("Förslag till beslut beträffande motion KS 2023-97"). What neither tells is left to none of them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from corpus import diarienummer
from corpus.decision import Decision
from corpus.document import Document
from corpus.paragraph import Kind, Paragraph
from corpus.petition import PETITION, SHORTEST_NAME
from ingest.papers.answers import DECIDING
from ingest.papers.decisions import BY_REFERENCE
from ingest.papers.matters import squeeze
from ingest.papers.people import parties_by_name, parties_in_brackets
from ingest.papers.pointers import pointers_in
from ingest.papers.sentences import sentences_of
from ingest.papers.tables import mapping
from ingest.papers.units import Unit

_MANY = r"(?:två|tre|fyra|fem|sex|båda|bägge|flera|samtliga|alla)"
_PETITIONS = (
    rf"(?:\bmotioner(?:na|nas|s)?\b|\b{_MANY}\s+(?:\w+\s+)?(?:medborgarförslag|e-förslag)\b|\bmedborgarförslagen\b)"
)
_SEVERAL = re.compile(rf"{_PETITIONS}|\bmotion(?:en)?\b.*\b(?:och|samt)\s+motion(?:en)?\b", re.IGNORECASE)
"""A title of several petitions: "Svar på två motioner om skolan", "Motion om bad och motion om bastu"."""
_ALL_OF_THEM = re.compile(_PETITIONS, re.IGNORECASE)
_NUMBER = re.compile(r"(?<![\w/-])(?:[A-ZÅÄÖ]{2,6}\s)?(?:[A-ZÅÄÖ]{1,6}-?)?\d[\w./:-]*\d(?![\w/-])")
"""What may be a diarienummer where it stands without a label ("motion 23KS97"): only known ones are asked about."""
_MOTION_NUMBERED = re.compile(
    rf"\b(?:motion|medborgarförslag|e-förslag)(?:en|et)?\s*(?:\([^)]*\)\s*)?,?\s*(?:med\s+)?"
    rf"(?:(?:dnr|diarienr|diarienummer|ärende)\.?:?\s*)?\(?(?P<number>{_NUMBER.pattern})",
    re.IGNORECASE,
)
_OPENING = re.compile(r"\bbeslut|\bföreslå|^\s*(?:svar\s+på\s+)?(?:motion|medborgarförslag)", re.IGNORECASE)
LONGEST_OPENING = 200
"""Characters of the longest sentence that opens a list of items and says which motion they answer."""
_NEAR = (30, 45)
"""Characters before and after "motion" within which a party or a member is whose motion it is."""


@dataclass(frozen=True, slots=True)
class Motion:
    """What one of several motions is told by: its squeezed titles, its diarienummer (comparable), parties, movers."""

    titles: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    parties: frozenset[str] = frozenset()
    movers: frozenset[str] = frozenset()


def deals_with_several(unit: Unit) -> bool:
    """Whether a paper or § is on several motions: by its title, or as it names two of its diarienummer as motions."""
    if unit.is_motion or not unit.on_motion:
        return False
    if _SEVERAL.search(unit.title):
        return True
    if len(unit.numbers) < 2:
        return False
    named = {number for p in unit.paragraphs for number in _numbers_of_motions(p.text)}
    return len(named & unit.numbers) > 1


def _numbers_of_motions(text: str) -> frozenset[str]:
    """The diarienummer that a text calls motions: "motion 23KS97"."""
    return frozenset(diarienummer.normalise(match["number"]) for match in _MOTION_NUMBERED.finditer(text))


def motion_of(units: Sequence[Unit]) -> Motion:
    """What the motion of the matter that these units make is told by."""
    keys = {unit.matter_key for unit in units if unit.on_motion and len(unit.matter_key) >= SHORTEST_NAME}
    return Motion(
        frozenset(keys),
        frozenset(number for unit in units for number in (*unit.numbers, *_own_number(unit))),
        frozenset(party for unit in units for party in unit.party),
        frozenset(name for unit in units for name in unit.putters),
    )


def _own_number(unit: Unit) -> tuple[str, ...]:
    """A motion's running number ("2024:3"), comparable as the diarienummer that it is written like."""
    return (diarienummer.normalise(unit.motion_number),) if unit.is_motion and unit.motion_number else ()


def _by_number(text: str, motions: Sequence[Motion]) -> set[int]:
    told = {diarienummer.normalise(match[0]) for match in _NUMBER.finditer(text)}
    return {i for i, motion in enumerate(motions) if told & motion.numbers}


def _by_title(text: str, motions: Sequence[Motion]) -> set[int]:
    said = squeeze(text)
    found = {i: {title for title in motion.titles if title in said} for i, motion in enumerate(motions)}
    longest = {i: max(titles, key=len) for i, titles in found.items() if titles}
    within = {i for i, one in longest.items() if any(one in other for j, other in longest.items() if j != i)}
    return set(longest) - within


@cache
def _of_party() -> re.Pattern[str]:
    letters = "|".join(mapping("parties", "beteckningar"))
    return re.compile(rf"\b({letters})(?:-|:?s\s)motion")


def _by_owner(text: str, motions: Sequence[Motion]) -> set[int]:
    """By the party or the member named beside "motionen"."""
    parties = Counter(party for motion in motions for party in motion.parties)
    found: set[int] = set()
    for match in re.finditer(r"(?i)motion\w*", text):
        before = re.split(r"[,;.]|\boch\b", text[max(0, match.start() - _NEAR[0]) : match.start()])[-1]
        after = re.split(r"[,;.]|\boch\s+att\b", text[match.end() : match.end() + _NEAR[1]])[0]
        near = f"{before}{match[0]}{after}"
        told = {*parties_in_brackets(near), *parties_by_name(near), *_of_party().findall(near)}
        for i, motion in enumerate(motions):
            own = any(parties[party] == 1 for party in told & motion.parties)
            if own or any(re.search(rf"\b{re.escape(name)}", near) for name in motion.movers):
                found.add(i)
    return found


def named_in(text: str, motions: Sequence[Motion]) -> frozenset[int]:
    """Which of the motions (from 0) a text names, all where it says "motionerna"; none where it does not tell."""
    found = [named for rule in (_by_number, _by_title, _by_owner) if (named := rule(text, motions))]
    if found:
        return frozenset(next((named for named in found if len(named) == 1), found[0]))
    return frozenset(range(len(motions))) if _ALL_OF_THEM.search(text) else frozenset()


def numbered_by(unit: Unit, motions: Sequence[Motion]) -> tuple[Motion, ...]:
    """The motions with the numbers that the unit's own text gives them: "Motion 23KS97 från Vänsterpartiet"."""
    known = {number for motion in motions for number in motion.numbers}
    found = list(motions)
    for sentence in (sentence for paragraph in unit.paragraphs for sentence in sentences_of(paragraph.text)):
        told = {diarienummer.normalise(match[0]) for match in _NUMBER.finditer(sentence)} & (unit.numbers - known)
        named = _by_title(sentence, found) or _by_owner(sentence, found)
        if len(told) == 1 and len(named) == 1:
            (index,) = named
            if not found[index].numbers & unit.numbers:
                found[index] = replace(found[index], numbers=found[index].numbers | told)
                known |= told
    return tuple(found)


def _named_above(before: Sequence[Paragraph], motions: Sequence[Motion]) -> frozenset[int]:
    """The motions named by the nearest heading or opening, of the paragraphs above, that names any."""
    for above in reversed(before):
        opens = above.kind is not Kind.LIST_ITEM and len(above.text) <= LONGEST_OPENING and _OPENING.search(above.text)
        if (above.kind is Kind.HEADING or opens) and (named := named_in(above.text, motions)):
            return named
    return frozenset()


def _decides(decision: Decision) -> bool:
    """Whether it is a motion that an item settles, or points of one."""
    if BY_REFERENCE in decision.uncertain:
        return False
    return decision.disposition in DECIDING or any(
        pointer.numbers or PETITION.search(decision.text[pointer.start : pointer.end])
        for pointer in pointers_in(decision.text)
    )


def items_of_first(
    decisions: Sequence[Decision], document: Document, motions: Sequence[Motion]
) -> tuple[Decision, ...]:
    """Of the items of a paper or § on several motions those of the first one, and those that settle none.

    Headings tell whose the items are only if each motion has some: under "Motion B", "Bedömning", "Förslag till beslut"
    a lone list may be about them all.
    """
    told = [_told(decision, decisions, motions) for decision in decisions]
    headed = [own or _under(one, document, motions) for one, own in zip(decisions, told, strict=True)]
    if {index for named in headed if len(named) == 1 for index in named} == set(range(len(motions))):
        told = headed
    return tuple(
        decision
        for decision, named in zip(decisions, told, strict=True)
        if 0 in named or not (named or _decides(decision))
    )


def _told(decision: Decision, decisions: Sequence[Decision], motions: Sequence[Motion]) -> frozenset[int]:
    """The motions an item names, none of one that decides several differently ("avslå A och bifalla B")."""
    named = named_in(decision.text, motions)
    place = (decision.paragraph, decision.item, decision.text)
    ways = {one.disposition for one in decisions if (one.paragraph, one.item, one.text) == place}
    return frozenset() if len(named) > 1 and len(ways) > 1 else named


def _under(decision: Decision, document: Document, motions: Sequence[Motion]) -> frozenset[int]:
    if not _decides(decision) or named_in(decision.text, motions):
        return frozenset()
    part = next((p for p in document.parts if p.first <= decision.paragraph <= p.last), None)
    first = part.first if part else 1
    named = _named_above(document.paragraphs[first - 1 : decision.paragraph - 1], motions)
    return named if len(named) == 1 else frozenset()
