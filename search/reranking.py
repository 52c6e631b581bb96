"""Ordering the best texts anew by a model that reads question and text together, for those who have set one.

Only texts are reordered: a decision shares no words with the question that it answers, so its tie is the better judge.
No such model that knows Swedish comes with the program; what it gives was therefore not measured.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from index.engine import Scored
from search.candidates import Group
from search.fusion import stretched

MOST = 30
"""Texts that are read again; beyond them the first ranking stands."""


class Reranker(Protocol):
    """Reads question and text together; `index.model.sentence.Reranker` is one."""

    def scores(self, question: str, texts: Sequence[str]) -> tuple[float, ...]:
        """One score a text, higher = better."""
        ...


def reranked(group: Group, question: str, reranker: Reranker) -> Group:
    """The group with its best texts in the reranker's order; they share out the fused scores that they had."""
    best, rest = group.found[:MOST], group.found[MOST:]
    if not best:
        return group
    scores = reranker.scores(question, [one.passage.embed_text for one in best])
    order = sorted(range(len(best)), key=lambda place: -scores[place])
    among = stretched([Scored(place, scores[place]) for place in order], floor=None)
    low, high = best[-1].fused, best[0].fused
    again = tuple(best[place]._replace(fused=low + (high - low) * among[place]) for place in order)
    return replace(group, found=(*again, *rest))
