"""Which of a motion's demands each item of one decision answers, once the items are seen together.

"I övrigt" is what the other items leave; where it cannot be told what they take, nothing is tied and that is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from corpus.decision import Disposition
from ingest.papers.answers import DECIDING
from ingest.papers.phrases import phrases
from ingest.papers.pointers import pointers_in
from ingest.papers.tables import table
from ingest.papers.targets import LEFT_OVER, UNCLEAR, Target, by_words, numbers_of

_IN_FAVOUR = frozenset({Disposition.BIFALLS, Disposition.DELVIS_BIFALLS, Disposition.TILLSTYRKS})
_ANSWERS = DECIDING | {Disposition.TILLSTYRKS, Disposition.AVSTYRKS}
_IN_PART = re.compile(r"\bdelvis\b|\btill\s+(?:viss\s+)?del\b|\bi\s+vissa\s+delar\b", re.IGNORECASE)
_THIS_PART = re.compile(r"\bi\s+(?:denna|nämnda)\s+del\b|\bi\s+den\s+delen\b", re.IGNORECASE)
_CLAUSE_ENDS = re.compile(
    r"[.;]\s|,?\s+(?:samt|och|men)\s+(?=(?:att\s+)?(?:motionen\b|i\s+övrigt\b|avslå|anse))", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Said:
    """What one item says: its words, what it does, and what it is about as far as its own words tell."""

    words: str
    disposition: Disposition
    target: Target


@cache
def _words(key: str) -> re.Pattern[str]:
    return phrases(table("decisions")["wording"][key])


def how_of(words: str) -> str:
    """What is to be done where a motion is approved in part: "bifalls på så sätt att …", "…, varmed den bifalls"."""
    if match := _words("how").search(words):
        return _CLAUSE_ENDS.split(words[match.end() :])[0].strip(" ,")
    if match := _words("thereby").search(words):
        return words[: match.start()].strip(" ,")
    return ""


def _whole(target: Target) -> bool:
    """Whether a target is the motion, no part of it named or left out."""
    return target.every and not (target.wording or target.but or target.but_wording)


_CLOSES = re.compile(
    r"\b(?:färdig|slut)behandla\w*|\b(?:därmed|härmed|därigenom|med\s+det(?:ta)?)\b[^.;]*\b(?:besvara[dt]|avsluta[dt])\w*"
    r"|\b(?:besvara[dt]|avsluta[dt])\w*\s+(?:därmed|härmed)\b",
    re.IGNORECASE,
)


def closes(said: Said) -> bool:
    """Whether an item says that the matter is over: "Motionen är därmed färdigbehandlad"."""
    answers = said.disposition is Disposition.BESVARAS and _whole(said.target)
    return answers and _CLOSES.search(said.words) is not None and not _THIS_PART.search(said.words)


def only_closes(index: int, items: Sequence[Said], texts: Sequence[str], numbers: Sequence[int]) -> bool:
    """Whether such an item decides nothing, as the others answer what was asked."""
    if not closes(items[index]) or numbers:
        return False
    beside = (item for at, item in enumerate(items) if at != index and item.disposition in _ANSWERS)
    return bool(texts) or any(not item.target.empty for item in beside)


def _settled_beside(index: int, items: Sequence[Said]) -> bool:
    """Whether another item decides the motion, or what the others leave of it."""
    beside = (item for at, item in enumerate(items) if at != index and item.disposition in _ANSWERS)
    return any(
        item.target.rest or (_whole(item.target) and item.disposition is not Disposition.BESVARAS) for item in beside
    )


_OF_SEVERAL = re.compile(r"\b(?:motionerna|motionernas|medborgarförslagen|medborgarförslagens)\b", re.IGNORECASE)
"""The rest of several motions at once: "övriga yrkanden i motionerna avslås"."""


def _none_left(index: int, items: Sequence[Said]) -> bool:
    """Whether an item on the rest of several motions leaves this one out, as another item decides the whole of it."""
    if not items[index].target.rest or not _OF_SEVERAL.search(items[index].words):
        return False
    beside = (item for at, item in enumerate(items) if at != index and item.disposition in _ANSWERS)
    return any(_whole(item.target) and not _in_part(item) and not closes(item) for item in beside)


def _names_part(said: Said) -> bool:
    """Whether an item decides a part of the motion that it names by its subject: "i den del som avser belysning"."""
    return said.disposition in _ANSWERS and bool(said.target.wording)


def _by_how(said: Said, items: Sequence[Said], texts: Sequence[str]) -> Target:
    """The target of an item on the motion as a whole, narrowed to the demand that its "på så sätt att" means, or that
    its reason names: "med hänvisning till nämndens yttrande vad gäller belysning", not the next clause of its sentence:
    "anses besvarad, dock att den del som rör belysning bifalls"."""
    if not _whole(said.target) or said.disposition not in _ANSWERS:
        return said.target
    how = how_of(said.words) if said.disposition in _IN_FAVOUR else ""
    beside = [one.target.wording for one in items if one.words == said.words and one.target.wording]
    taken = {number for wording in beside for number in by_words(wording, texts)}
    named = next((pointer.wording for pointer in pointers_in(said.words) if pointer.wording), "")
    named = "" if taken.intersection(by_words(named, texts)) else named
    return next((Target(wording=words) for words in (how, named) if words and by_words(words, texts)), said.target)


def _in_this_part(index: int, items: Sequence[Said], texts: Sequence[str]) -> Target:
    """The target of an item on "denna del" of the motion: what was just said to be done."""
    item = items[index]
    if not _whole(item.target) or not _THIS_PART.search(item.words):
        return item.target
    said = (how_of(item.words), items[index - 1].words if index else "")
    return Target(wording=next((words for words in said if by_words(words, texts)), item.words))


def apportioned(items: Sequence[Said], texts: Sequence[str]) -> Iterator[tuple[tuple[int, ...], tuple[str, ...]]]:
    """For each item the numbers of the demands it answers, of those worded as `texts`, and what was uncertain."""
    several = len(texts) > 1
    if several:
        items = [replace(item, target=_in_this_part(index, items, texts)) for index, item in enumerate(items)]
    leaves_rest = any(item.target.rest for item in items)
    if several and (leaves_rest or any(_names_part(item) for item in items)):
        items = [replace(item, target=_by_how(item, items, texts)) for item in items]
    explicit = [_explicit(item.target, texts) for item in items]
    unclear = [i for i, item in enumerate(items) if several and item.target.wording and not explicit[i]]
    left = _only_one_left(items, explicit, unclear, texts)
    for index, item in enumerate(items):
        taken = frozenset(n for i, numbers in enumerate(explicit) if i != index for n in numbers)
        if _none_left(index, items) or (closes(item) and _settled_beside(index, items)):
            yield (), ()
        elif left and index in unclear:
            yield (left,), (LEFT_OVER,)
        elif several and leaves_rest and _cannot_be_told(item, items, unclear=bool(unclear)):
            yield (), (UNCLEAR,)
        else:
            yield numbers_of(item.target, texts, taken)


def _explicit(target: Target, texts: Sequence[str]) -> frozenset[int]:
    """The demands that a target names itself, by number or by words."""
    names = bool(target.wording) or not (target.every or target.rest)
    return frozenset(numbers_of(target, texts)[0]) if names else frozenset()


def _only_one_left(
    items: Sequence[Said], explicit: Sequence[frozenset[int]], unclear: Sequence[int], texts: Sequence[str]
) -> int | None:
    """The demand that an item means whose words fit none, where the other items name all but one; None otherwise."""
    if len(unclear) != 1 or items[unclear[0]].disposition not in _ANSWERS:
        return None
    if any(item.target.rest or (_whole(item.target) and not closes(item)) for item in items):
        return None
    left = set(range(1, len(texts) + 1)).difference(*explicit)
    return left.pop() if len(left) == 1 else None


def _cannot_be_told(item: Said, items: Sequence[Said], *, unclear: bool) -> bool:
    """Whether an item on the rest, or on a part that is not named, shares the motion in a way the words do not tell."""
    part = any(_whole(one.target) and _in_part(one) for one in items)
    return (item.target.rest and (unclear or part)) or (_whole(item.target) and _in_part(item))


def _in_part(item: Said) -> bool:
    return item.disposition is Disposition.DELVIS_BIFALLS or (
        item.disposition in _ANSWERS and _IN_PART.search(item.words) is not None
    )
