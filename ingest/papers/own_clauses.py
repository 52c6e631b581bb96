"""Cuts a retold demand into its clauses where each has a verb of its own: "en brygga byggs, kajaker köps in och …".

A list of things ("köper in bänkar, kajaker och flytvästar") is one demand; so is what a clause within it enumerates.
"""

from __future__ import annotations

import re
from functools import cache

from ingest.papers.tables import table

LEAST = 3
"""Fewer clauses are one demand ("ser över och förbättrar belysningen"), but two where each says what it is about."""
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


_PARTICLE = r"(?:över|ut|in|upp|ned|ner|fram|av|om|till|på|bort|igång|med|även|också|samtidigt)"
_SAME = r"(?:den|det|dem|denna|detta|dessa|sig|resultatet|förslaget|frågan)\b"
"""What stands for the thing that the clause before is about: "tar fram en plan och redovisar den"."""
_ABOUT = re.compile(rf"(?:\s+{_PARTICLE})*\s+(?!{_SAME}|{_PARTICLE}\b)(?=\w)", re.IGNORECASE)


def _about_its_own(piece: str) -> bool:
    """Whether a clause says after its verb what it is about, in words of its own."""
    verb = _verb().search(piece)
    return verb is not None and _ABOUT.match(piece, verb.end()) is not None


def own_clauses(text: str) -> tuple[str, ...]:
    """The clauses of a demand where they are three or more, each with a verb and what it is about, or two that both are
    about something of their own; else the text."""
    pieces = tuple(piece.strip() for piece in _JOINT.split(text))
    first = _verb().search(pieces[0])
    whole = all(_verb().search(piece) and len(piece.split()) > 1 for piece in pieces)
    few = len(pieces) < LEAST and not (len(pieces) == 2 and all(_about_its_own(piece) for piece in pieces))
    if few or first is None or not whole or _WITHIN.search(text):
        return (text,)
    return pieces
