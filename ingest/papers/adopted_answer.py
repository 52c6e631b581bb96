"""A council that approves the answer to a motion and says no more: "att ställa sig bakom upprättat svar".

What the answer proposes is then decided, where a paper of the case tells it; else the motion counts as answered.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.decision import Decision, Disposition
from ingest.papers.dispositions import Verb

ANSWER_ADOPTED = "svaret på motionen godkänns: läst som besvarad"

_APPROVES = frozenset({Disposition.TILLSTYRKS, Disposition.ANTAS})
_NOUN = (
    r"(?:(?:motions)?svar(?:et|en|sskrivelsen?)?|svarsförslag(?:et)?|bedömning(?:en)?|(?:tjänste)?skrivelse(?:n)?"
    r"|yttrande(?:t|na)?|utlåtande(?:t)?)\b(?!\s+till\b)"
)
_APPROVED = (
    r"\b(?:(?:ställ\w+\s+sig|stå\w*)\s+(?:\w+\s+)?bakom|godkän\w+|anta(?:s|r|ga)?|fastställ\w+|instämm\w+\s+i"
    r"|biträd\w+|tillstyrk\w+)"
)
_ANSWER = re.compile(
    rf"{_APPROVED}\s+(?:[\w()åäö:-]+\s+){{0,5}}?{_NOUN}|\b{_NOUN}[^.;]{{0,80}}?{_APPROVED}\b", re.IGNORECASE
)
_TO_MOTION = re.compile(
    r"\b(?:svar|yttrande|utlåtande)\w*\s+(?:på|över|med\s+anledning\s+av|om|angående|avseende)\s+(?:\w+\s+)?"
    r"(?:motion|medborgarförslag|e-förslag|invånarförslag)|\bmotionssvar",
    re.IGNORECASE,
)
_AGENDA = re.compile(r"\b(?:dagordning|föredragningslist|ärendelist)", re.IGNORECASE)


def adopts_answer(text: str, verbs: Sequence[Verb], *, asked: bool) -> bool:
    """Whether the words approve an answer and decide nothing more; `asked` where the title tells what is answered."""
    kinds = {verb.disposition for verb in verbs}
    if not kinds & _APPROVES or not kinds <= _APPROVES | {Disposition.NOTERAS, Disposition.OVRIGT}:
        return False
    return (
        _ANSWER.search(text) is not None and (asked or _TO_MOTION.search(text) is not None) and not _AGENDA.search(text)
    )


def is_unsaid(decision: Decision) -> bool:
    """Whether a decision approves an answer and it is not known what that proposes."""
    return ANSWER_ADOPTED in decision.uncertain and decision.disposition is Disposition.BESVARAS
