"""Cuts a retold demand into its clauses where each has a verb of its own: "en brygga byggs, kajaker köps in och …".

A list of things ("köper in bänkar, kajaker och flytvästar") is one demand; so is what a clause within it enumerates.
"""

from __future__ import annotations

import re
from functools import cache

from ingest.papers.tables import table

LEAST = 3
"""Fewer clauses are one demand: "ser över och förbättrar belysningen"."""
_JOINT = re.compile(r",\s+(?:och\s+|samt\s+)?|\s+(?:och|samt)\s+")
_WITHIN = re.compile(
    r"\b(?:som|där|när|hur|om|då|eftersom|att|vilk\w+|vars|exempelvis|bland annat|t\.?\s?ex|såsom|antingen|både)\b",
    re.IGNORECASE,
)
"""In a piece that holds a clause within it, or enumerates."""


def _forms(bid: str) -> tuple[str, str]:
    """The present of a verb and its passive, from how it bids: bygg → bygger, byggs; laga → lagar, lagas."""
    if bid.endswith("r"):
        return bid, f"{bid}s"
    return f"{bid}r" if bid[-1] in "aeoåö" else f"{bid}er", f"{bid}s"


@cache
def _verb() -> re.Pattern[str]:
    bids = [word for word in table("demands")["asking"]["bidding"] if " " not in word]
    forms = {form for word in bids for form in _forms(word)} | set(table("demands")["asking"]["doing"])
    return re.compile(rf"\b(?:{'|'.join(sorted(forms))})\b", re.IGNORECASE)


def own_clauses(text: str) -> tuple[str, ...]:
    """The clauses of a demand where they are three or more, each with a verb and what it is about; else the text."""
    pieces = tuple(piece.strip() for piece in _JOINT.split(text))
    first = _verb().search(pieces[0])
    whole = all(_verb().search(piece) and len(piece.split()) > 1 for piece in pieces)
    if len(pieces) < LEAST or first is None or not whole or _WITHIN.search(text):
        return (text,)
    return pieces
