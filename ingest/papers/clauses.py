"""Cuts an item into its clauses, one for each word that decides, with what each clause points at."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.papers.dispositions import Span, Verb, reasons_in
from ingest.papers.pointers import Pointer, anothers_points, pointers_in, without_anothers


@dataclass(frozen=True, slots=True)
class Clause:
    """One deciding word with the words around it; `pointers` have offsets in `text`."""

    verb: Verb
    text: str
    pointers: tuple[Pointer, ...]
    after_verb: str

    @property
    def before_verb(self) -> str:
        """What stands before the deciding word."""
        return self.text[: len(self.text) - len(self.after_verb) - (self.verb.end - self.verb.start)]

    @property
    def said(self) -> str:
        """The deciding word itself."""
        return self.text[len(self.before_verb) : len(self.text) - len(self.after_verb)]

    @property
    def elliptic(self) -> bool:
        """Whether nothing stands before the clause's verb: its subject stands in the clause before."""
        return not _SMALL.sub("", self.before_verb.lower())


_SMALL = re.compile(
    r"\b(?:i\s+övrig\w*(?:\s+delar)?|och|samt|men|att|dock|därmed|härmed|däremot|ska|bör|anses?|är|även|också)\b|[,;.:\s]"
)
_SEPARATORS = (
    r",?\s+(?=(?:som|vilken|vilket|vilka)\s+(?:i\s+stället\s+|däremot\s+)?(?:avslås|bifalls|anses|besvaras|återremitteras|$))",
    r"[;.]\s",
    r",?\s+(?:samt|och|dels|men|dock)\s+att[\s,]",
    r",\s+att[\s,]",
    r",?\s+(?:samt|men|medan|dels)\s",
    r",\s",
    r"\s+(?:och|respektive)\s",
)


_NAMES_PART = re.compile(
    r"\b(?:såvitt(?:\s+(?:den|det|de))?|(?:i\s+)?vad(?:\s+(?:den|det|de))?|när\s+det|(?:i|till)\s+(?:den|de)\s+del(?:ar)?"
    r"(?:\s+(?:som|den|det|de|motionen))?)\s+(?:avser|gäller|rör|angår|beträffar|berör)\s+(?:motionens\s+)?(?:(?:de[nt]?)\s+)?$"
    r"|\b(?:i\s+fråga\s+om|avseende|beträffande)\s+(?:motionens\s+)?(?:(?:de[nt]?)\s+)?$",
    re.IGNORECASE,
)
"""Before demands that a decision is about, be it after its reason: "enligt yttrandet vad gäller punkt 1"."""
_SURELY_NAMES_PART = re.compile(r"(?:såvitt|(?:i|till)\s+(?:den|de)\s+del)", re.IGNORECASE)
_CLAUSE_WITHIN = re.compile(r"\batt\s", re.IGNORECASE)


def _scopes(text: str, pointer: Pointer, reason: Span) -> bool:
    """Whether a pointer inside a reason that is no clause says which part is decided: "med hänvisning till nämndens
    yttrande vad gäller första att-satsen"."""
    if _CLAUSE_WITHIN.search(text, reason.start, pointer.start):
        return False
    if pointer.wording:
        return _SURELY_NAMES_PART.match(text, pointer.start) is not None
    return not pointer.every and _NAMES_PART.search(text[: pointer.start]) is not None


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


def clauses_of(text: str, verbs: Sequence[Verb]) -> list[Clause]:
    """The clause of each of the deciding words `verbs`, in order."""
    pointers, called = pointers_in(text), anothers_points(text)
    cuts = [0, *(_cut(text, a.end, b.start, pointers) for a, b in pairwise(verbs)), len(text)]
    clauses = []
    for verb, start, end in zip(verbs, cuts, cuts[1:], strict=False):
        inside = pointers_in(text[start:end], stops=(verb.start - start,))
        inside = without_anothers(inside, text[start:end], called)
        reasons = reasons_in(text[start:end], after=verb.end - start, conditions=False)
        outside = tuple(
            p
            for p in inside
            if not any(span.holds(p.start) and not _scopes(text[start:end], p, span) for span in reasons)
        )
        clauses.append(Clause(verb, text[start:end], outside or inside, text[verb.end : end]))
    return clauses
