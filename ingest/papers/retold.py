"""Which proposals in minutes only recount: what a committee, an office or the chair proposed to the body.

They are background once the § has a decision of its own. They are kept, marked, only until a decision "enligt
arbetsutskottets förslag" has been read from them (`ingest.papers.resolve`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum

from corpus.decision import Decision, Status
from ingest.papers.bodies import is_council, same_body
from ingest.papers.sections import Scene, Section

RETOLD = "återgivet förslag"
"""The note of a recounted proposal; the proposer follows in brackets."""
_VIEW = f"{RETOLD} i löptext"
"""The note of one that only a decision which names its proposer has."""


class Voice(StrEnum):
    """Whose words an item is in minutes."""

    OWN = "own"  # the body's own decision, or what it proposes to another
    OTHERS = "others"  # what others, or nobody named, proposed to the body
    BEFORE = "before"  # what an earlier body proposed in a turn of its own, under its own § and day: kept as that
    TOLD = "told"  # what a sentence tells that another body has proposed, under no heading: only to be referred to
    VIEW = "view"  # what a sentence tells that another body thought of the petition: for a decision that names it
    UNSAID = "unsaid"  # proposed to a body above, nobody says by whom: the body's own unless it decides so elsewhere


def voice_of(section: Section, own: str | None, heading: str = "") -> Voice:
    """Whose words stand in a section, headed `heading`, of minutes of the body `own`.

    A "ställningstagande" gives reasons where the § has a Beslut, and is the decision where it has none.
    """
    if "ställningstagande" in heading.lower():
        return Voice.OTHERS
    if section.scene is Scene.DECISION:
        return _voice_of_decision(section.bodies, own)
    if section.scene is not Scene.PROPOSAL:
        return Voice.OWN
    if section.proposer is not None:
        return Voice.OWN if _speaks(section.proposer, own) else Voice.OTHERS
    above = any(not same_body(body, own) for body in section.bodies)
    return Voice.UNSAID if above else Voice.OTHERS


def _voice_of_decision(bodies: Sequence[str], own: str | None) -> Voice:
    """In the council's minutes "Kommunstyrelsens beslut" is earlier; in the board's the council's is to come."""
    if own is None or not bodies or any(_speaks(body, own) for body in bodies):
        return Voice.OWN
    return Voice.UNSAID if is_council(bodies[0]) else Voice.OTHERS


def _speaks(proposer: str, own: str | None) -> bool:
    """Whether the proposer is the body itself: "Arbetsutskottet" in kommunstyrelsens arbetsutskott's own minutes."""
    return same_body(proposer, own) or (own or "").lower().endswith(f"s {re.sub(r'(?:et|en)$', '', proposer.lower())}")


def recounted(voices: Sequence[tuple[Voice, str | None]]) -> tuple[bool, ...]:
    """For each item of a § (its voice and body) whether it only recounts: none does where no item is the body's own."""
    decided = [body for voice, body in voices if voice is Voice.OWN]
    return tuple(
        voice in (Voice.TOLD, Voice.VIEW)
        or (
            bool(decided)
            and (voice is Voice.OTHERS or (voice is Voice.UNSAID and any(same_body(body, one) for one in decided)))
        )
        for voice, body in voices
    )


def marked(decision: Decision, proposer: str | None, voice: Voice = Voice.OTHERS) -> Decision:
    """The decision as a recounted proposal."""
    said = _VIEW if voice is Voice.VIEW else RETOLD
    note = f"{said} ({proposer})" if proposer else said
    return replace(decision, status=Status.PROPOSED, uncertain=(note, *decision.uncertain))


def is_retold(decision: Decision) -> bool:
    """Whether it is marked as recounted."""
    return any(note.startswith(RETOLD) for note in decision.uncertain)


def meant(proposals: Sequence[Decision], text: str) -> tuple[Decision, ...]:
    """Of several recounted proposals those whose proposer the deciding text names; where it names none all.

    A view told in running text counts only if it is named, and nothing else is.
    """
    printed = tuple(p for p in proposals if not any(note.startswith(_VIEW) for note in p.uncertain))
    for group in (printed, proposals):
        if named := tuple(p for p in group if any(_names(note, text) for note in p.uncertain)):
            return named
    return printed


def _names(note: str, text: str) -> bool:
    match = re.match(rf"{RETOLD}(?: i löptext)? \((.+)\)$", note)
    return match is not None and match[1].lower() in text.lower()
