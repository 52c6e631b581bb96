"""Which demand a council grants by deciding it in the demand's own words: "att folkomröstning ska hållas om bron" where
a petition asked that one is held. Nothing is called granted that is narrowed, only looked into, or denied.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.decision import Decision, Disposition
from ingest.papers.bodies import is_council
from ingest.papers.wording import content, holds

BY_ITS_WORDS = "beslutar med yrkandets egna ord: läst som bifall"
LEAST_WORDS = 3
"""Telling words of the shortest demand that can be known again by them."""
OF_DEMAND, OF_ITEM = 0.85, 0.7
"""The least share of the demand's words that stand in the item, and of the item's that stand in the demand."""
_NOT_SO = re.compile(
    r"\b(?:inte|ej|icke|ingen|inga|avslå\w*|avslag|utred\w*|pröva\w*|undersök\w*|överväg\w*|möjlighet\w*|förutsättning\w*"
    r"|uppdra\w*|uppdrag\w*|bered\w*|återremi\w*|bordlägg\w*|tidigast|delvis)\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d+")


def granted(decision: Decision, texts: Sequence[str]) -> int | None:
    """The number (from 1) of the one demand, of those worded as `texts`, that an item decides in its own words."""
    if decision.disposition is not Disposition.OVRIGT or not is_council(decision.body):
        return None
    found = [n for n, text in enumerate(texts, 1) if _same(decision.text, text)]
    return found[0] if len(found) == 1 else None


def _same(item: str, demand: str) -> bool:
    said, asked = content(item), content(demand)
    if len(asked) < LEAST_WORDS or _turns(item) - _turns(demand) or _figures(item) ^ _figures(demand):
        return False
    own = sum(holds(said, word) for word in asked)
    other = sum(holds(asked, word) for word in said)
    return own >= OF_DEMAND * len(asked) and other >= OF_ITEM * len(said)


def _turns(text: str) -> set[str]:
    return {match[0].lower() for match in _NOT_SO.finditer(text)}


def _figures(text: str) -> set[str]:
    return set(_FIGURE.findall(text))
