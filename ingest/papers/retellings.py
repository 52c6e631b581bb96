"""Where the other papers of a case tell what its motion asks: "Kalle Ek (C) föreslår i en motion att det byggs …".

Letters and minutes are read for demands like motions are; what they tell is tied to the motion's by its words.
"""

from __future__ import annotations

from collections.abc import Sequence

from corpus.case import Retelling
from corpus.decision import Demand
from ingest.papers.resolve import Member
from ingest.papers.wording import content, holds

SAME_DEMAND = 0.6
"""The share of the shorter one's words from which two wordings are one demand."""


def retellings_of(demands: Sequence[Demand], file: str | None, members: Sequence[Member]) -> tuple[Retelling, ...]:
    """Each paragraph of `members` that tells a demand of `demands`, which were read from `file`."""
    own = {(file, demand.paragraph) for demand in demands}
    found = {
        Retelling(demand.n, member.document.file, told.paragraph): None
        for member in members
        for told in member.demands
        if (member.document.file, told.paragraph) not in own
        for demand in demands
        if _same(told.text, demand.text)
    }
    return tuple(found)


def _same(told: str, asked: str) -> bool:
    less, more = sorted((content(told), content(asked)), key=len)
    return bool(less) and sum(holds(more, word) for word in less) >= SAME_DEMAND * len(less)
