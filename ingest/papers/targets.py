"""Which demands a clause is about, first as its words say, then as numbers once the demands are known."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.papers.clauses import Clause
from ingest.papers.dispositions import conditions
from ingest.papers.numerals import CARDINAL, JOIN, ORDINAL, RANGE, numbers_in
from ingest.papers.pointers import Pointer
from ingest.papers.wording import by_wording

BY_WORDS = "yrkandet är funnet genom orden, inte ett nummer"
UNCLEAR = "det framgår inte vilket yrkande orden avser"
LEFT_OVER = "läst som det som de andra punkterna inte avgör"
UNKNOWN = "yrkande {} finns inte bland de {} som lästs"
RESOLVING = re.compile(
    "|".join((re.escape(BY_WORDS), re.escape(UNCLEAR), re.escape(LEFT_OVER), r"yrkande \d+ finns inte"))
)
"""What `numbers_of` may note: it no longer holds once the item is read again with other demands."""

_NUMERAL = rf"(?:{CARDINAL}|{ORDINAL})"
_BARE = re.compile(rf"(?:den\s+|det\s+)?{_NUMERAL}(?:(?:{JOIN}|{RANGE}){_NUMERAL})*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Target:
    """What an answer is about before the demands are known: numbers, positions, all, the rest, or words."""

    numbers: tuple[int, ...] = ()
    last: int = 0
    first: int = 0
    every: bool = False
    rest: bool = False
    wording: str = ""
    but: tuple[int, ...] = ()
    """The numbers left out of all: "motionen utom att-sats 3"; `but_wording` where words say which."""
    but_wording: str = ""
    noun_rest: bool = False
    """Whether the rest is a subject of its own ("övriga yrkanden"), not an adverb ("i övrigt")."""

    @property
    def empty(self) -> bool:
        """Whether it points at nothing."""
        return not (self.numbers or self.last or self.first or self.every or self.rest or self.wording)


def numbers_in_pointers(pointers: Sequence[Pointer]) -> tuple[int, ...]:
    """The numbers that the pointers name, ascending, each once."""
    return tuple(sorted({n for p in pointers for n in p.numbers}))


def _target_of(clause: Clause) -> Target:
    """What the clause itself says it is about."""
    pointers = clause.pointers
    left_out = numbers_in_pointers([p for p in pointers if p.excepted])
    if left_out and not numbers_in_pointers([p for p in pointers if not p.excepted]):
        return Target(every=True, but=left_out)
    if words := next((p.wording for p in pointers if p.wording and p.excepted), ""):
        return Target(every=True, but_wording=words)
    last, first = (next((getattr(p, key) for p in pointers if getattr(p, key)), 0) for key in ("last", "first"))
    numbers = numbers_in_pointers(pointers) or _barenumbers_in_pointers(clause)
    if numbers or last or first:
        return Target(numbers=numbers, last=last, first=first)
    wording = next((p.wording for p in pointers if p.wording), "")
    rest = [clause.text[p.start : p.end].lower() for p in pointers if p.rest]
    every = any(p.every for p in pointers)
    return Target(every=every, rest=bool(rest), wording=wording, noun_rest=any(not r.startswith("i ") for r in rest))


def _barenumbers_in_pointers(clause: Clause) -> tuple[int, ...]:
    """Numbers that alone are the subject: "att-sats ett avslås, två bifalls"."""
    subject = clause.before_verb.strip(" ,;:–-")
    subject = re.sub(r"\s+(?:ska|bör|får|kan|anses?|är|blir)(?:\s+(?:anses|vara|därmed|härmed))*$", "", subject)
    return numbers_in(subject) if _BARE.fullmatch(subject) else ()


_THESE_PARTS = re.compile(r"\bi\s+(?:dessa\s+delar|(?:de\s+)?nämnda\s+delar|de\s+delarna|den\s+delen)\b", re.IGNORECASE)
"""What a clause before has named: "bifalls vad avser punkt 1 och 3, och motionen är i dessa delar besvarad"."""


def targets_of(clauses: Sequence[Clause]) -> list[tuple[Clause, Target]]:
    """Each clause with its target; a clause without a subject of its own takes the one before it.

    "i övrigt" is the rest of the demand just named, but the rest of the motion where "motionen" is the subject.
    """
    found: list[tuple[Clause, Target]] = []
    subject, of_motion = Target(), False
    for clause in clauses:
        own = _target_of(clause)
        motion_named = any(p.every and not p.pronoun for p in clause.pointers)
        anothers = any(p.another for p in clause.pointers)
        goes_on = not motion_named and not own.numbers and not subject.empty and not anothers
        if own.every and not subject.empty and _THESE_PARTS.search(clause.text):
            target = subject
        elif (subject.but or subject.but_wording) and re.match(r"\W*(?:som|vilk\w+|där)\b", clause.text):
            target = Target(numbers=subject.but, wording=subject.but_wording)
        elif own.rest:
            same = goes_on and not own.noun_rest and not of_motion and clause.elliptic
            target = subject if same else Target(rest=True)
        elif own.empty or (own.every and goes_on):
            target = subject
        elif own.wording and goes_on and clause.elliptic:
            target = replace(subject, wording=own.wording) if subject.every else subject
        else:
            target = own
            of_motion = motion_named or (of_motion and clause.elliptic)
        subject = target if not target.empty else subject
        found.append((clause, target))
    return _bracketed_for_all(found)


def _bracketed_for_all(found: list[tuple[Clause, Target]]) -> list[tuple[Clause, Target]]:
    """A number in brackets at the end ("(förslag 1)") is about the whole item."""
    pointers = found[-1][0].pointers if found else ()
    bracketed = tuple(p for p in pointers if p.bracketed)
    if len(found) > 1 and bracketed and not any(t.numbers for _, t in found[:-1]):
        return [(clause, Target(numbers=numbers_in_pointers(bracketed))) for clause, _ in found]
    return found


_GOES_ON = re.compile(
    r",\s+(?:att\b|från\b|fr\.?\s?o\.?\s?m|varvid|varmed|dock|med\s+(?:start|början|verkan|hänvisning))", re.IGNORECASE
)
"""What follows the thing that a wording names: "såvitt avser avgiften, att gälla från och med nästa år"."""
_FOR_REASON = re.compile(
    r"\s(?:med\s+(?:hänvisning\s+till|(?:den\s+)?motivering)|eftersom|därför\s+att|på\s+grund\s+av|mot\s+bakgrund\s+av|"
    r"till\s+följd\s+av|av\s+\w+\s+skäl)\b",
    re.IGNORECASE,
)
"""Where the reason begins: "i den del som avser belysning med hänvisning till fåglarna" names the lights alone."""


def by_words(wording: str, texts: Sequence[str]) -> tuple[int, ...]:
    """The demands that the wording means, as a whole or, where it names several things, one for each."""
    for end in (conditions().search(wording), _GOES_ON.search(wording), _FOR_REASON.search(wording)):
        wording = wording[: end.start()] if end else wording
    whole = by_wording(wording, texts)
    pieces = [by_wording(piece, texts) for piece in re.split(r",\s*|\s+(?:och|samt|respektive)\s+", wording)]
    named = tuple(sorted({number for number in pieces if number}))
    if len(named) > 1 and len(pieces) == sum(number is not None for number in pieces):
        return named
    return (whole,) if whole else ()


def numbers_of(
    target: Target, texts: Sequence[str], taken: frozenset[int] = frozenset()
) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """The demands' numbers, and what was uncertain.

    `texts` are the demands' words, `taken` the numbers that the other items answer.
    """
    count = len(texts)
    known = tuple(range(1, count + 1))
    uncertain: tuple[str, ...] = ()
    if target.numbers or target.last or target.first:
        numbers = set(target.numbers)
        numbers.update(known[: target.first])
        if target.last == -2:
            numbers.update(known[-2:-1])
        elif target.last > 0:
            numbers.update(known[-target.last :])
        if count and any(n > count for n in numbers):
            uncertain = (UNKNOWN.format(max(numbers), count),)
            numbers = {n for n in numbers if n <= count}
        return tuple(sorted(numbers)), uncertain
    if target.wording and count > 1:
        found = by_words(target.wording, texts)
        return found, (BY_WORDS if found else UNCLEAR,)
    if target.wording and not target.every and (found := by_words(target.wording, texts)):
        return found, (BY_WORDS,)
    if target.rest or (target.every and taken and not target.wording and not (target.but or target.but_wording)):
        left = tuple(n for n in known if n not in taken)
        return left, uncertain if target.rest or not left else (LEFT_OVER,)
    if target.every:
        left_out = (*target.but, *(by_words(target.but_wording, texts) if target.but_wording else ()))
        return tuple(n for n in known if n not in left_out), (BY_WORDS,) if target.but_wording else ()
    return (), uncertain
