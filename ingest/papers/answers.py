"""What one item answers: each disposition in it with the demands it is about ("att-sats 1 bifalls, i övrigt avslås motionen")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from corpus.decision import Disposition
from ingest.papers.bodies import is_council
from ingest.papers.dispositions import Verb, adopts_proposal, limits, reasons_in, verbs_in
from ingest.papers.numerals import CARDINAL, JOIN, ORDINAL, RANGE, numbers_in
from ingest.papers.targets import Pointer, pointers_in
from ingest.papers.wording import by_wording

_RANK = (
    Disposition.ATERREMITTERAS,
    Disposition.BORDLAGGS,
    Disposition.DELVIS_BIFALLS,
    Disposition.BIFALLS,
    Disposition.AVSLAS,
    Disposition.BESVARAS,
    Disposition.TILLSTYRKS,
    Disposition.AVSTYRKS,
    Disposition.ANTAS,
    Disposition.NOTERAS,
    Disposition.OVRIGT,
)
DECIDING = frozenset(_RANK[:6])
"""Dispositions that decide a demand, if only for the moment."""
_FOR = frozenset({Disposition.BIFALLS, Disposition.TILLSTYRKS, Disposition.DELVIS_BIFALLS})
_AGAINST = frozenset({Disposition.AVSLAS, Disposition.AVSTYRKS})


BY_WORDS = "yrkandet är funnet genom orden, inte ett nummer"
UNCLEAR = "det framgår inte vilket yrkande orden avser"


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


@dataclass(frozen=True, slots=True)
class Answer:
    """One disposition and what it is about; `by_reference` when the item decides as another paper proposes."""

    disposition: Disposition
    target: Target
    by_reference: bool = False
    uncertain: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Clause:
    verb: Verb
    text: str
    pointers: tuple[Pointer, ...]
    after_verb: str


_NUMERAL = rf"(?:{CARDINAL}|{ORDINAL})"
_BARE = re.compile(rf"(?:den\s+|det\s+)?{_NUMERAL}(?:(?:{JOIN}|{RANGE}){_NUMERAL})*", re.IGNORECASE)
_SEPARATORS = (
    r",?\s+(?=(?:som|vilken|vilket|vilka)\s+(?:i\s+stället\s+|däremot\s+)?(?:avslås|bifalls|anses|besvaras|återremitteras)\b)",
    
    r"[;.]\s",
    r",?\s+(?:samt|och|dels|men)\s+att\s",
    r",\s+att\s",
    r",?\s+(?:samt|men|medan|dels)\s",
    r",\s",
    r"\s+(?:och|respektive)\s",
)


def _cut(text: str, start: int, end: int, pointers: Sequence[Pointer]) -> int:
    """Where between two verbs the second one's clause begins: at the strongest separator outside any pointer."""
    for separator in _SEPARATORS:
        places = [
            m
            for m in re.finditer(separator, text[start:end], re.IGNORECASE)
            if not any(p.start < start + m.end() - 1 < p.end and not p.wording for p in pointers)
        ]
        if places:
            return start + places[-1].end()
    return end


def _clauses(text: str, verbs: Sequence[Verb]) -> list[_Clause]:
    pointers = pointers_in(text)
    cuts = [0, *(_cut(text, a.end, b.start, pointers) for a, b in pairwise(verbs)), len(text)]
    clauses = []
    for verb, start, end in zip(verbs, cuts, cuts[1:], strict=False):
        inside = pointers_in(text[start:end], stops=(verb.start - start,))
        reasons = reasons_in(text[start:end], after=verb.end - start, conditions=False)
        outside = tuple(p for p in inside if not any(span.holds(p.start) for span in reasons))
        clauses.append(_Clause(verb, text[start:end], outside or inside, text[verb.end : end]))
    return clauses


def _numbers(pointers: Sequence[Pointer]) -> tuple[int, ...]:
    return tuple(sorted({n for p in pointers for n in p.numbers}))


def _own_target(clause: _Clause) -> Target:
    """What the clause itself says it is about."""
    pointers = clause.pointers
    left_out = _numbers([p for p in pointers if p.excepted])
    if left_out and not _numbers([p for p in pointers if not p.excepted]):
        return Target(every=True, but=left_out)
    if words := next((p.wording for p in pointers if p.wording and p.excepted), ""):
        return Target(every=True, but_wording=words)
    last, first = (next((getattr(p, key) for p in pointers if getattr(p, key)), 0) for key in ("last", "first"))
    numbers = _numbers(pointers) or _bare_numbers(clause)
    if numbers or last or first:
        return Target(numbers=numbers, last=last, first=first)
    wording = next((p.wording for p in pointers if p.wording), "")
    rest = [clause.text[p.start : p.end].lower() for p in pointers if p.rest]
    every = any(p.every for p in pointers)
    return Target(every=every, rest=bool(rest), wording=wording, noun_rest=any(not r.startswith("i ") for r in rest))


def _bare_numbers(clause: _Clause) -> tuple[int, ...]:
    """Numbers that alone are the subject: "att-sats ett avslås, två bifalls"."""
    subject = clause.text[: _verb_offset(clause)].strip(" ,;:–-")
    subject = re.sub(r"\s+(?:ska|bör|får|kan|anses?|är|blir)(?:\s+(?:anses|vara|därmed|härmed))*$", "", subject)
    return numbers_in(subject) if _BARE.fullmatch(subject) else ()


def _resolved_ellipsis(clauses: Sequence[_Clause]) -> list[tuple[_Clause, Target]]:
    """Each clause with its target; a clause without a subject of its own takes the one before it.

    "i övrigt" is the rest of the demand just named, but the rest of the motion where "motionen" is the subject.
    """
    found: list[tuple[_Clause, Target]] = []
    subject, of_motion = Target(), False
    for clause in clauses:
        own = _own_target(clause)
        motion_named = any(p.every and not p.pronoun for p in clause.pointers)
        goes_on = not motion_named and not own.numbers and not subject.empty
        if subject.but and re.match(r"\W*(?:som|vilk\w+)\b", clause.text):
            target = Target(numbers=subject.but)
        elif own.rest:
            same = goes_on and not own.noun_rest and not of_motion and _elliptic(clause)
            target = subject if same else Target(rest=True)
        elif own.empty or (own.every and goes_on):
            target = subject
        elif own.wording and goes_on and _elliptic(clause):
            target = replace(subject, wording=own.wording) if subject.every else subject
        else:
            target = own
            of_motion = motion_named or (of_motion and _elliptic(clause))
        subject = target if not target.empty else subject
        found.append((clause, target))
    return _bracketed_for_all(found)


_SMALL = re.compile(
    r"\b(?:i\s+övrig\w*(?:\s+delar)?|och|samt|men|att|dock|därmed|härmed|däremot|ska|bör|anses?|är|även|också)\b|[,;.:\s]"
)


def _elliptic(clause: _Clause) -> bool:
    """Whether nothing stands before the clause's verb: its subject stands in the clause before."""
    return not _SMALL.sub("", clause.text[: _verb_offset(clause)].lower())


def _verb_offset(clause: _Clause) -> int:
    return len(clause.text) - len(clause.after_verb) - (clause.verb.end - clause.verb.start)


def _bracketed_for_all(found: list[tuple[_Clause, Target]]) -> list[tuple[_Clause, Target]]:
    """A number in brackets at the end ("(förslag 1)") is about the whole item."""
    pointers = found[-1][0].pointers if found else ()
    bracketed = tuple(p for p in pointers if p.bracketed)
    if len(found) > 1 and bracketed and not any(t.numbers for _, t in found[:-1]):
        return [(clause, Target(numbers=_numbers(bracketed))) for clause, _ in found]
    return found


def _partial(clause: _Clause, target: Target) -> bool:
    """Whether a bifall is limited by words that do not themselves name the demand."""
    match = limits(clause.after_verb)
    if match is None or target.but or target.but_wording:
        return False
    if not target.numbers:
        return not target.wording
    offset = len(clause.text) - len(clause.after_verb)
    return not any(
        p.numbers and offset + match.start() <= p.start <= offset + match.end() + 40 for p in clause.pointers
    )


def _composed(clauses: list[tuple[_Clause, Target]]) -> list[tuple[Disposition, Target, _Clause]]:
    """Dispositions with "tillstyrker att … avslås" turned into what the body says of the demand."""
    found: list[tuple[Disposition, Target, _Clause]] = []
    matrix: Disposition | None = None
    for clause, target in clauses:
        disposition = clause.verb.disposition
        if matrix and disposition in (Disposition.BIFALLS, Disposition.AVSLAS, Disposition.DELVIS_BIFALLS):
            agrees = (disposition in _FOR) == (matrix is Disposition.TILLSTYRKS)
            disposition = Disposition.TILLSTYRKS if agrees else Disposition.AVSTYRKS
            if found and found[-1][0] is matrix and found[-1][2].verb is not clause.verb and found[-1][1].empty:
                found.pop()
        elif disposition in (Disposition.TILLSTYRKS, Disposition.AVSTYRKS):
            opens = re.match(r"\s+(?:till\s+)?att(?![\w-])", clause.after_verb)
            matrix = disposition if opens else None
            of_proposal = re.search(r"\bförslag\w*(?:\s+\w+){0,3}\s+(?:om\s+)?(?:att|till)\s*$", clause.after_verb)
            if of_proposal:
                found.append((disposition, Target(), clause))
                break
            if opens and not re.search(r"\bi\s+stället\b", clause.text):
                found.append((disposition, Target(), clause))
                continue
        found.append((disposition, target, clause))
    return found


def _merged(
    found: list[tuple[Disposition, Target, _Clause]], *, council: bool
) -> list[tuple[Disposition, Target]]:
    """One answer for each target; bifall and avslag of the same demand is a partial bifall."""
    groups: dict[Target, list[Disposition]] = {}
    for disposition, target, clause in found:
        if disposition is Disposition.BIFALLS and _partial(clause, target):
            disposition = Disposition.DELVIS_BIFALLS
        groups.setdefault(target, []).append(disposition)
    merged: dict[Disposition, list[Target]] = {}
    if any(disposition in DECIDING for found in groups.values() for disposition in found):
        groups = {t: d for t, d in groups.items() if not (t.empty and not set(d) & DECIDING)}
    for target, dispositions in groups.items():
        merged.setdefault(_one(dispositions, council=council), []).append(target)
    return [(disposition, _joined(targets)) for disposition, targets in merged.items()]


def _one(dispositions: Sequence[Disposition], *, council: bool) -> Disposition:
    kinds = set(dispositions)
    views = kinds & {Disposition.TILLSTYRKS, Disposition.AVSTYRKS}
    if views and not council:
        return min(views, key=_RANK.index)
    if kinds & {Disposition.BIFALLS, Disposition.DELVIS_BIFALLS} and Disposition.AVSLAS in kinds:
        return Disposition.DELVIS_BIFALLS
    return min(kinds, key=_RANK.index)


def _joined(targets: Sequence[Target]) -> Target:
    pointing = [t for t in targets if not t.empty] or [Target()]
    if len(pointing) == 1:
        return pointing[0]
    numbers = tuple(sorted({n for t in pointing for n in t.numbers}))
    return replace(max(pointing, key=lambda t: (t.rest, t.every)), numbers=numbers)


_AS_ANSWER = re.compile(r"\bsvar\s+på\b", re.IGNORECASE)
"""A board's statement is sent "som svar på motionen": only the council answers it."""
_OWN_PAPER = re.compile(
    r"\b(?:yttrande\w*|remissvar\w*|tjänste\w+|förslag\w*\s+till|svar(?:et)?\b|förvaltningens\s+\w+)", re.IGNORECASE
)


def answers_in(text: str, *, body: str | None, states: bool = False) -> tuple[Answer, ...]:
    """What the words of one item answer. `body` decides or states; `states` for "Nämnden föreslår att …"."""
    verbs = verbs_in(text)
    if not is_council(body) and len(verbs) > 1:
        verbs = tuple(v for v in verbs if not _AS_ANSWER.search(text[v.start : v.end])) or verbs
    if not verbs:
        reference = bool(adopts_proposal(text))
        disposition = Disposition.OVRIGT
        return (Answer(disposition, _own_target_of(text), by_reference=reference),)
    clauses = _resolved_ellipsis(_clauses(text, verbs))
    if states:
        statement = Verb(Disposition.TILLSTYRKS, 0, 0)
        clauses.insert(0, (_Clause(statement, "", (), " att"), Target()))
    found = _composed(clauses)
    found = [f for f in found if f[2].text or not states]
    merged = _merged(_without_openings(found), council=is_council(body))
    return tuple(_answer(disposition, target, text, body) for disposition, target in merged)


def _without_openings(found: list[tuple[Disposition, Target, _Clause]]) -> list[tuple[Disposition, Target, _Clause]]:
    """Without the "tillstyrker att" whose clauses have said what is tillstyrkt."""
    said = [f for f in found if not f[1].empty]
    return (
        said
        if said and any(f[1].empty and re.match(r"\s+(?:till\s+)?att(?![\w-])", f[2].after_verb) for f in found)
        else found
    )


def _own_target_of(text: str) -> Target:
    numbers = _numbers(pointers_in(text))
    return Target(numbers=numbers)


def _answer(disposition: Disposition, target: Target, text: str, body: str | None) -> Answer:
    if disposition in (Disposition.TILLSTYRKS, Disposition.AVSTYRKS, Disposition.ANTAS, Disposition.NOTERAS):
        target = _stated_target(target, text)
    if disposition in (Disposition.OVRIGT, Disposition.NOTERAS):
        target = Target(numbers=target.numbers)
    if is_council(body) and not target.empty and disposition in (Disposition.TILLSTYRKS, Disposition.AVSTYRKS):
        turned = Disposition.BIFALLS if disposition is Disposition.TILLSTYRKS else Disposition.AVSLAS
        return Answer(turned, target, uncertain=(f"fullmäktige {disposition.value}: läst som {turned.value}",))
    uncertain = (
        ("bifall med villkor eller ändring",)
        if disposition is Disposition.DELVIS_BIFALLS and "avslå" not in text
        else ()
    )
    return Answer(disposition, target, uncertain=uncertain)


def _stated_target(target: Target, text: str) -> Target:
    """A view on a demand names it; "i övrigt tillstyrks förvaltningens förslag" is about the officers' proposal."""
    if target.numbers or target.last or target.first:
        return target
    if _OWN_PAPER.search(text):
        return Target()
    return target if re.search(r"\b(?:motion|medborgarförslag|yrkande|att-sats)", text, re.IGNORECASE) else Target()


def _by_words(wording: str, texts: Sequence[str]) -> tuple[int, ...]:
    """The demands that the wording means, as a whole or, where it names several things, one for each."""
    whole = by_wording(wording, texts)
    pieces = [by_wording(piece, texts) for piece in re.split(r",\s*|\s+(?:och|samt|respektive)\s+", wording)]
    named = tuple(sorted({number for number in pieces if number}))
    if len(named) > 1 and len(pieces) == sum(number is not None for number in pieces):
        return named
    return (whole,) if whole else ()


def numbers_of(
    target: Target, texts: Sequence[str], taken: frozenset[int] = frozenset()
) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """The demands' numbers, and what was uncertain. `texts` are the demands' words, `taken` what the other items answer."""
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
            uncertain = (f"yrkande {max(numbers)} finns inte bland de {count} som lästs",)
            numbers = {n for n in numbers if n <= count}
        return tuple(sorted(numbers)), uncertain
    if target.wording and count > 1:
        found = _by_words(target.wording, texts)
        return found, (BY_WORDS if found else UNCLEAR,)
    if target.rest or (target.every and taken and not target.wording and not (target.but or target.but_wording)):
        left = tuple(n for n in known if n not in taken)
        return left, uncertain if target.rest or not left else ("läst som det som de andra punkterna inte avgör",)
    if target.every:
        left_out = (*target.but, *(_by_words(target.but_wording, texts) if target.but_wording else ()))
        return tuple(n for n in known if n not in left_out), (BY_WORDS,) if target.but_wording else ()
    return (), uncertain
