"""What the verbs of an item do with what was asked, and where: "avslås", "att bifalla", "anses besvarad".

Words in a reason or a condition ("med hänvisning till att motionen 2019 avslogs") decide nothing. The words are those
of `vocabulary/decisions.toml`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from corpus.decision import Disposition
from ingest.papers.leads import OFFICE
from ingest.papers.phrases import phrases
from ingest.papers.tables import table


@dataclass(frozen=True, slots=True)
class Verb:
    """A word that decides: what it does and its half-open span."""

    disposition: Disposition
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open piece of a text."""

    start: int
    end: int

    def holds(self, at: int) -> bool:
        """Whether the offset lies inside."""
        return self.start <= at < self.end


@cache
def _verbs() -> tuple[tuple[Disposition, re.Pattern[str]], ...]:
    return tuple((Disposition(name), phrases(items)) for name, items in table("decisions")["dispositions"].items())


@cache
def _pattern(group: str, key: str) -> re.Pattern[str]:
    return phrases(table("decisions")[group][key])


_ASSUMES = re.compile(
    r"antar\s+att\b|antas?\s+(?:bli|vara|ha|kunna|komma|öka|minska|innebära|medföra)\b", re.IGNORECASE
)
"""What is thought to be so, and not adopted: "antar att behovet minskar", "antas bli dyrt"."""
_OPPOSITE = {Disposition.BIFALLS: Disposition.AVSLAS, Disposition.TILLSTYRKS: Disposition.AVSTYRKS}
_JOINT = r"(?:[,;.]|\b(?:och|samt|men|medan|dels))\s+(?:att\s+)?(?:dels\s+)?"
_NOUN = r"(?:att-?\s?sats\w*|yrkande\w*|förslag(?:et|en)?|punkt\w*|strecksats\w*|del(?:en|ar|arna)?)"
_SUBJECT = (
    r"(?:i\s+övrigt|i\s+övriga\s+delar|övriga\s+\w+|resterande\s+\w+|de\s+övriga|motionen|ärendet|"
    rf"(?:motionens\s+)?(?:den\s+|det\s+)?(?:\w+\s+){{0,3}}?{_NOUN})\b"
)
_VERB = r"(?:avslår?s?|bifalla|bifaller|bifalls|anser?s?|besvara[rs]?|återremittera[rs]?|bordlägga|bordläggs|är)\b"
_OWN_CLAUSE = re.compile(rf"{_JOINT}(?:{_SUBJECT}|{_VERB})", re.IGNORECASE)
"""Where a clause with a subject or a verb of its own begins after a reason."""
_NAMES = r"(?:(?-i:[A-ZÅÄÖ])[\wåäö-]+\s+){0,2}"
_OWNER = rf"(?:(?:före)?liggande\s+|{_NAMES}[\wåäö]+(?::?s|ens)\s+(?:och\s+{_NAMES}[\wåäö-]+:?s\s+)?|(?:{OFFICE})\s+)"
_PROPOSAL = r"(?:ändrings|tilläggs|besluts)?(?:förslag|yrkanden?|hemställan)\b"
_ADOPTS_PROPOSAL = re.compile(
    rf"\b(?:bifall\w*|biföll)\s+(?:till\s+)?{_OWNER}(?:\(\w+\)\s+)?(?:arbetsutskotts\s+)?{_PROPOSAL}"
    rf"|\b{_OWNER}(?:(?:ändrings|besluts)?förslag(?:\s+till\s+beslut)?|hemställan)\s+"
    r"(?:(?:har|blev|ska|skall)\s+(?:därmed\s+)?)?(?:bifall(?:s|es|its)|bifölls|antag(?:es|its)|godkännes|godkänts|godtag(?:es|its))\b",
    re.IGNORECASE,
)
_OF_THE_MOTION = re.compile(
    r"\b(?:motion\w*|medborgarförslag\w*|förslagsställar\w*)s\s+(?:\w+\s+)?(?:förslag|yrkande|hemställan)",
    re.IGNORECASE,
)
_POINT_OF_IT = re.compile(r"\bpunkt(?:en|er|erna)?\s+[\d\s,–och-]+i\s+$", re.IGNORECASE)
"""Before a proposal of which only points are adopted: "punkt 1 i kommunstyrelsens förslag bifalls"."""
_BY_REFERENCE = re.compile(
    r"\b(?:enligt|enl\.?|i\s+enlighet\s+med|i\s+överensstämmelse\s+med|i\s+linje\s+med|på)\s+(?:[\w,.:()åäö-]+\s+){0,8}?"
    r"(?:förslag(?:et)?|beslutsförslag(?:et)?|hemställan|yrkande|tjänsteskrivelse\w*|ovan(?:stående)?)\b"
    r"|\bi\s+(?:enlighet|överensstämmelse)\s+(?:här|där)med\b"
    r"|\b(?:enligt|i\s+enlighet\s+med)\s+vad\s+(?:som\s+|[\wåäö-]+\s+){1,3}(?:har\s+)?(?:föreslagit|föreslagits|hemställt|föreslår)\b",
    re.IGNORECASE,
)


def adopts_proposal(text: str) -> tuple[Span, ...]:
    """Where the text decides as another proposes ("bifaller kommunstyrelsens förslag", "enligt förslaget")."""
    bifall = (
        Span(m.start(), m.end())
        for m in _ADOPTS_PROPOSAL.finditer(text)
        if not _OF_THE_MOTION.search(m[0]) and not _POINT_OF_IT.search(text[: m.start()])
    )
    by_reference = (Span(m.start(), m.end()) for m in _BY_REFERENCE.finditer(text))
    return (*bifall, *by_reference)


def _reach(text: str, start: int, end: int) -> int:
    """Where a reason that begins at `start` (its marker ends at `end`) gives way to a clause of its own."""
    stop = re.search(r"[;.]\s|$", text[end:])
    last = end + (stop.start() if stop else len(text) - end)
    for own in _OWN_CLAUSE.finditer(text, end):
        if own.start() > last:
            break
        if _verb_follows(text, own.end()) or _is_verb(text, own):
            return own.start()
    return last


def _is_verb(text: str, own: re.Match[str]) -> bool:
    return any(pattern.search(own[0]) for disposition, pattern in _verbs() if disposition not in _WEAK)


def _verb_follows(text: str, at: int) -> bool:
    near = text[at : at + 70]
    near = re.split(r"[;.:]\s", near)[0]
    return any(pattern.search(near) for disposition, pattern in _verbs() if disposition not in _WEAK)


_WEAK = frozenset({Disposition.NOTERAS, Disposition.ANTAS})


def reasons_in(text: str, *, after: int = 0, conditions: bool = True) -> tuple[Span, ...]:
    """The reasons (and conditions) of a text that begin at or after `after`."""
    found = []
    for group in ("markers", "conditions") if conditions else ("markers",):
        for match in _pattern("reasons", group).finditer(text, after):
            found.append(Span(match.start(), _reach(text, match.start(), match.end())))
    return tuple(found)


@cache
def conditions() -> re.Pattern[str]:
    """Finds where a condition or change begins ("på så sätt att")."""
    return _pattern("reasons", "conditions")


def told_reason(text: str) -> str | None:
    """The words after "med hänvisning till" and the like, without the full stop."""
    match = _pattern("reasons", "told").search(text)
    if not match or not text[match.end() :].strip(" .,:"):
        return None
    end = _reach(text, match.start(), match.end())
    return text[match.end() : end].strip(" .,;:") or None


NEGATED_WITHIN = 40
"""Characters before a word that decides within which a negation turns it."""


@cache
def _negations() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What turns a word that decides: before it, with nothing between but small words, and right after it. Any other
    word ends what is negated: "Då medel inte finns avslås motionen".
    """
    words = "|".join(table("decisions")["negation"]["words"])
    between, subjects = ("|".join(table("decisions")["negation"][key]) for key in ("between", "subjects"))
    before = re.compile(rf"\b(?:{words})\s+(?:(?:{between})\s+)*$", re.IGNORECASE)
    after = rf"\s+(?:(?:{subjects})\s+)?(?:{words})\b(?!\s+(?:bara|endast|heller))"
    return before, re.compile(after, re.IGNORECASE)


def _is_negated(text: str, verb: re.Match[str]) -> bool:
    before, after = _negations()
    close = text[max(0, verb.start() - NEGATED_WITHIN) : verb.start()]
    return before.search(close) is not None or after.match(text, verb.end()) is not None


def _all_verbs(text: str) -> list[Verb]:
    found = []
    for disposition, pattern in _verbs():
        for match in pattern.finditer(text):
            if disposition is Disposition.ANTAS and _ASSUMES.match(text, match.start()):
                continue
            turned = _OPPOSITE.get(disposition, Disposition.OVRIGT)
            found.append(Verb(turned if _is_negated(text, match) else disposition, match.start(), match.end()))
    found.sort(key=lambda v: (v.start, -v.end))
    kept: list[Verb] = []
    for verb in found:
        if kept and verb.start < kept[-1].end:
            if verb.end > kept[-1].end and verb.end - verb.start > kept[-1].end - kept[-1].start:
                kept[-1] = verb
            continue
        kept.append(verb)
    return kept


def verbs_in(text: str) -> tuple[Verb, ...]:
    """The words that decide, in order; those of reasons, conditions and "bifall till nämndens förslag" left out."""
    found = _all_verbs(text)
    adopted = adopts_proposal(text)
    found = [verb for verb in found if not any(span.holds(verb.start) for span in adopted)]
    if not found:
        return ()
    spans = reasons_in(text, after=found[0].end)
    main = [verb for verb in found if not any(span.holds(verb.start) for span in spans)]
    leading = reasons_in(text[: found[0].start])
    if leading and len(main) > 1 and re.match(r"\s*(?:Med|Mot|Eftersom|Då|På|Utifrån|I\s+och|Till)\b", text):
        return tuple(main[-1:]) if _same_clause(text, main) else tuple(main)
    return tuple(main)


def _same_clause(text: str, verbs: list[Verb]) -> bool:
    between = text[verbs[0].end : verbs[-1].start]
    return re.search(r"[,;.]|\b(?:och|samt|men)\b", between) is None


def limits(text: str) -> re.Match[str] | None:
    """The words that make a bifall partial ("i den del som avser", "såvitt gäller", "delvis"), None without such.

    `text` is what follows the verb; only its first sentence counts, and "för" only next to the verb.
    """
    sentence = re.split(r"[.;]\s", text)[0]
    for match in _pattern("partial", "markers").finditer(sentence):
        if _pattern("partial", "not_partial").match(sentence, match.start()):
            continue
        if match[0].lower() != "för" or not sentence[: match.start()].strip():
            return match
    return None
