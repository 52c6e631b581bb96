"""What stands among the items of a decision and is none: words on the meeting, or on whose proposal follows."""

from __future__ import annotations

import re
from functools import cache

from corpus.paragraph import Kind, Paragraph
from ingest.papers.dispositions import adopts_proposal, verbs_in
from ingest.papers.phrases import phrases
from ingest.papers.sentences import sentences_of
from ingest.papers.tables import table
from ingest.papers.votes import only_votes

_ACCORDING = re.compile(r"(?:enligt|i\s+(?:enlighet|överensstämmelse)\s+med)\b(?=.{0,120}$)", re.IGNORECASE)
"""Words that say whose the points below are, before a colon: "Enligt tilläggsyrkande från S och MP:"."""
_FOLLOWING = re.compile(r"\bföljande\s+(?:förslag|beslut)\b", re.IGNORECASE)
_TELLS = re.compile(
    r"\b(?:har|hade)\s+(?:den\s+\d|.{0,30}\bbehandlat\b)|\b(?:behandlade|reserverade)s?\b", re.IGNORECASE
)


@cache
def _asides() -> re.Pattern[str]:
    return phrases(table("sections")["asides"]["starts"])


def is_aside(text: str) -> bool:
    """Whether a paragraph among the items tells of the meeting: a reservation, jäv, an adjournment, a vote.

    One whose first sentence decides does not: "Budgeten antas. Paragrafen justeras omedelbart."
    """
    if only_votes(text):
        return True
    if _asides().search(text[:120]) is None:
        return False
    first, *rest = sentences_of(text)
    return not rest or _asides().search(first) is not None or not verbs_in(first)


def only_opens(paragraph: Paragraph, text: str) -> bool:
    """Whether a paragraph only says whose the item below it is: "Enligt nämndens förslag med följande ändring:"."""
    listed = paragraph.kind is Kind.LIST_ITEM
    opens = bool(adopts_proposal(text)) or _FOLLOWING.search(text) is not None or _ACCORDING.match(text) is not None
    return not listed and text.endswith(":") and opens and not verbs_in(text)


def follows(text: str) -> bool:
    """Whether a line only says whose proposal is followed: "Enligt kommunstyrelsens förslag"."""
    return any(span.start == 0 and span.end >= len(text.rstrip(" :,")) for span in adopts_proposal(text))


def tells(text: str) -> bool:
    """Whether a letter's sentence tells how a board dealt with the matter, and is no point of what it proposes."""
    return _TELLS.search(text) is not None
