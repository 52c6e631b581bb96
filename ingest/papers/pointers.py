"""Which phrases of an item point at demands: a number, ordinal, letter or range, "övriga", "i sin helhet", or words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from corpus.petition import NUMBERED
from ingest.papers.numerals import CARDINAL, JOIN, LETTER, ORDINAL, RANGE, number_of, numbers_in
from ingest.papers.phrases import phrase_pattern, phrases
from ingest.papers.tables import table


@dataclass(frozen=True, slots=True)
class Pointer:
    """What one phrase points at, with its half-open span.

    Exactly one of: `numbers`; `last` (the last n; -2 the last but one); `first` (the first n); `every`; `rest`;
    `wording`. `bracketed`: it stands in brackets; `pronoun`: "förslaget", which means the demand just named, else all;
    `excepted`: it is left out ("utom punkt 3"); `another`: its wording are points of another's proposal.
    """

    start: int
    end: int
    numbers: tuple[int, ...] = ()
    last: int = 0
    first: int = 0
    every: bool = False
    rest: bool = False
    wording: str = ""
    bracketed: bool = False
    pronoun: bool = False
    excepted: bool = False
    another: bool = False


@cache
def _noun() -> str:
    words = sorted(table("decisions")["demand_nouns"]["words"], key=len, reverse=True)
    return f"(?:{'|'.join(phrase_pattern(word) for word in words)})"


_FRONT = r"(?:(?:motionens?|motionärens|motionärernas|den|det|de|i)\s+)*"
_OF_ALL = r"(?:motionens|motionärens|motionärernas|de|samtliga|alla)"
_CARDINALS = rf"(?:{CARDINAL}|{LETTER})"
_MANY = rf"{_CARDINALS}(?:(?:{RANGE}|{JOIN})(?:nr\s+)?{_CARDINALS}(?![\w-]))*"
_ORDINALS = rf"{ORDINAL}(?:(?:{RANGE}|{JOIN})(?:den\s+|det\s+|de\s+)?{ORDINAL})*"
_OUT_OF = rf"(?:\s+av\s+(?:motionens|motionärens|motionärernas|de|dessa)(?:\s+{CARDINAL})?)?"
"""After an ordinal: "det första av motionens tre yrkanden"."""
_BARE_END = (
    r"(?=\s*(?:$|[,.;:)]|(?:och|men|medan|samt|respektive|i\s+övrigt|anses|besvara\w+|lämnas"
    r"|(?:bi|av)(?:falls|faller|fallen|fallet|slås|slår|slagen|slaget)|(?:till|av)styrk\w+|återremittera\w+)(?!\w)))"
)
"""After an ordinal whose noun was said before: "tillstyrker det andra och …", "medan den tredje avslås"."""
_NO_NUMBER = r"(?!\s*(?:kap|§|procent|%|kronor|000))"
"""What follows a figure that counts something else than demands."""


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """By name: "yrkande 1–3", "första och tredje yrkandet", "de två första", "sista", "motionens fyra yrkanden" …"""
    noun = _noun()
    nouns = {
        "after": rf"{noun}(?:(?!\w)\s*|(?=\d))(?:(?:nr|nummer|no)\.?\s*|#\s*)?(?P<list>{_MANY})(?![\w-]){_NO_NUMBER}",
        "before": rf"{_FRONT}(?P<list>{_ORDINALS})(?:\s+och\s+(?P<last>sista))?{_OUT_OF}\s+(?:\w+\s+)?{noun}",
        "spread": rf"(?P<list>{_ORDINALS})\s+{noun}",
        "bare": rf"(?<!för )(?:den|det)\s+(?P<list>{ORDINAL}(?:{JOIN}(?:den\s+|det\s+)?{ORDINAL})*){_BARE_END}",
        "some": rf"(?:de|motionens|dess)\s+(?P<n>båda|bägge|{CARDINAL})\s+(?P<end>första|sista|avslutande)\s+{noun}",
        "some_after": rf"(?:de|motionens)\s+(?P<end>första|sista)\s+(?P<n>{CARDINAL})\s+{noun}",
        "last": rf"{_FRONT}(?:sista|avslutande|sistnämnda)\s+{noun}",
        "next_last": rf"{_FRONT}näst\s+sista\s+{noun}",
        "counted": rf"(?<!av ){_OF_ALL}\s+{CARDINAL}\s+{noun}",
        "single": r"(?:hela\s+)?(?:yrkandet|att-satsen|förslaget|kravet|hemställan|densamma|detsamma)",
        "wording": rf"(?:{_before_wording()})\s+(?P<words>[^;.()]+)",
    }
    found = {name: re.compile(rf"(?<![\w-]){one}(?![\w-])", re.IGNORECASE) for name, one in nouns.items()}
    return found | {name: phrases(table("decisions")["demand_nouns"][name]) for name in ("rest", "whole")}


def _before_wording() -> str:
    return "|".join(phrase_pattern(item) for item in table("decisions")["wording"]["before"])


@cache
def _left_out() -> re.Pattern[str]:
    """The words that leave out what follows, at the end of a text."""
    words = phrases(table("decisions")["demand_nouns"]["except"]).pattern
    return re.compile(rf"(?:{words})\s+(?:motionens\s+)?$", re.IGNORECASE)


_OTHERS = re.compile(
    r"(?:[\wåäö]+(?:(?<!motion)(?<!motionär)(?<!ställar)ens|ets|tiges|(?<!motionärer)nas)|liggande|föreliggande|framlagda|"
    r"framlagt|upprättat|upprättade|redovisade)\s+$",
    re.IGNORECASE,
)
"""Before "förslag": it is a body's or an office's ("nämndens", "kontorets", "liggande"), not the motion's."""
_FOR_ANSWER = re.compile(r"^\s+(?:till\s+(?:beslut|svar|yttrande|remissvar)|på\s+(?:svar|yttrande))", re.IGNORECASE)


_IN_ANOTHERS = re.compile(
    r"^\s+i\s+(?:(?:före)?liggande\s+|(?:[\wåäö-]+\s+){0,2}?(?!motion|medborgarförslag|förslagsställar)[\wåäö-]{3,}(?:ens|ets|tiges|nas)\s+)"
    r"(?:[\wåäö-]*(?:förslag|yrkande)|hemställan|[\wåäö-]*(?:skrivelse|utlåtande))\b",
    re.IGNORECASE,
)
"""After "punkterna 2–4": they are those of a proposal ("i kontorets förslag"), not the motion's."""


def _foreign(text: str, start: int, end: int) -> bool:
    """Whether "förslag" here is a body's or an officer's, not the motion's."""
    said = text[start:end].lower()
    if "förslag" not in said and "yrkande" not in said:
        return False
    if said.startswith("motion"):
        return False
    return _OTHERS.search(text[:start]) is not None or _FOR_ANSWER.match(text[end:]) is not None


def _numbered(text: str) -> list[Pointer]:
    found: list[Pointer] = []
    for name in ("after", "before", "spread", "bare"):
        for match in _patterns()[name].finditer(text):
            numbers = numbers_in(match["list"])
            bare = match["list"].lower().strip()
            if not numbers or _foreign(text, match.start(), match.end()):
                continue
            if (
                name != "after"
                and bare == "andra"
                and re.search(r"(?:delar|yrkanden|förslagen|punkter|att-satser|frågor)$", match[0], re.IGNORECASE)
            ):
                continue
            if others := _IN_ANOTHERS.match(text[match.end() :]):
                end = match.end() + others.end()
                found.append(Pointer(match.start(), end, wording=text[match.start() : end], another=True))
                continue
            bracketed = match.start() > 0 and text[match.start() - 1] == "("
            excepted = _left_out().search(text[: match.start()]) is not None
            found.append(Pointer(match.start(), match.end(), numbers=numbers, bracketed=bracketed, excepted=excepted))
            if name == "before" and match["last"]:
                found.append(Pointer(match.end() - 1, match.end(), last=1))
    return found


def _positional(text: str) -> list[Pointer]:
    found: list[Pointer] = []
    for match in (m for name in ("some", "some_after") for m in _patterns()[name].finditer(text)):
        n = number_of(match["n"]) or 2
        front = match["end"].lower() == "första"
        found.append(Pointer(match.start(), match.end(), first=n if front else 0, last=0 if front else n))
    found += [Pointer(m.start(), m.end(), last=-2) for m in _patterns()["next_last"].finditer(text)]
    found += [Pointer(m.start(), m.end(), last=1) for m in _patterns()["last"].finditer(text)]
    found += [Pointer(m.start(), m.end(), every=True) for m in _patterns()["counted"].finditer(text)]
    return found


def _general(text: str) -> list[Pointer]:
    rest = [Pointer(m.start(), m.end(), rest=True) for m in _patterns()["rest"].finditer(text)]
    whole = [Pointer(m.start(), m.end(), every=True) for m in _patterns()["whole"].finditer(text)]
    whole += [Pointer(m.start(), m.end(), every=True) for m in NUMBERED.finditer(text)]
    single = [
        Pointer(m.start(), m.end(), every=True, pronoun=True)
        for m in _patterns()["single"].finditer(text)
        if not _foreign(text, m.start(), m.end())
    ]
    return rest + whole + single


def _worded(text: str, stops: Sequence[int]) -> list[Pointer]:
    found = []
    for match in _patterns()["wording"].finditer(text):
        start, end = match.span("words")
        end = min([stop for stop in stops if start < stop < end] or [end])
        words = text[start:end].strip(" ,")
        if words:
            excepted = _left_out().search(text[: match.start()]) is not None
            found.append(Pointer(match.start(), max(end, match.start() + 1), wording=words, excepted=excepted))
    return found


@lru_cache(maxsize=4096)
def pointers_in(text: str, *, stops: tuple[int, ...] = ()) -> tuple[Pointer, ...]:
    """Every phrase that points at demands, in order; none overlaps another. Wordings end at the offsets `stops`.

    Kept by text, as a case's papers are read for each of its demands and again with each batch that touches the case.
    """
    taken: list[Pointer] = []
    for group in (_positional(text), _numbered(text), _general(text), _worded(text, stops)):
        for pointer in sorted(group, key=lambda p: (p.start, -p.end)):
            if pointer.wording and any(p.numbers and pointer.start <= p.start < pointer.end for p in taken):
                continue
            same = [p for p in taken if p.start < pointer.end and pointer.start < p.end]
            if not same or (pointer.wording and all(p.every for p in same)):
                taken = [p for p in taken if p not in same]
                taken.append(pointer)
    return tuple(sorted(taken, key=lambda p: p.start))


_POINT = re.compile(r"punkt|sats|yrkande|moment|krav|förslag|del", re.IGNORECASE)
"""What a point is called, by which two pointers are told to count the same list."""
_MOTIONS_OWN = re.compile(r"\bmotion|\bmedborgarförslag|\be-förslag", re.IGNORECASE)
"""Within `OWNER_NEAR` characters of a point: it is the motion's."""
_BY_THEM = re.compile(r"\b(?:enligt|enlighet\s+med|hänvisning\s+till|stöd\s+av)\s+$", re.IGNORECASE)
"""Before points that are only what a decision rests on."""
OWNER_NEAR = 16


def anothers_points(text: str) -> frozenset[str]:
    """What the points are called that an item names as those of another's proposal: "punkt" where it decides
    "punkt 1 i kommunstyrelsens förslag"."""
    named = (p for p in pointers_in(text) if p.another and not _BY_THEM.search(text[: p.start]))
    points = (_POINT.search(pointer.wording) for pointer in named)
    return frozenset(point[0].lower() for point in points if point)


def without_anothers(pointers: Sequence[Pointer], text: str, called: frozenset[str]) -> tuple[Pointer, ...]:
    """The pointers of a clause, those that go on with such points turned into words: "… och avslår punkt 2"."""

    def goes_on(pointer: Pointer) -> bool:
        near = text[max(0, pointer.start - OWNER_NEAR) : pointer.end + OWNER_NEAR]
        point = _POINT.search(text[pointer.start : pointer.end]) if pointer.numbers else None
        return point is not None and point[0].lower() in called and not _MOTIONS_OWN.search(near)

    return tuple(
        Pointer(one.start, one.end, wording=text[one.start : one.end], another=True) if called and goes_on(one) else one
        for one in pointers
    )
