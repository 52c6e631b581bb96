"""Which of several like cases a question for earlier ones means, and where later papers refer to them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from corpus.case import Case
from corpus.decision import Reference
from corpus.document import Document
from search.candidates import Place
from search.shelf import Shelf

ALIKE = 0.25
"""A case at least this likely, against the likeliest, is taken for another one on the same matter."""
LATEST = 0.3
"""Weight of the newest of several like cases, where what came before is asked for."""
_BEFORE = re.compile(
    r"(?<!\w)(?:tidigare|förut|förr|förra|innan|redan|earlier|previous|before|in the past|ever been)", re.IGNORECASE
)


def weighed_by_age(shelf: Shelf, text: str, cases: Mapping[str, float]) -> dict[str, float]:
    """The chances of cases; where the question looks back, the newest of several like ones is the one it looks from."""
    weighed = dict(cases)
    top = max(cases.values(), default=0.0)
    alike = {key: opened for key, chance in cases.items() if chance >= ALIKE * top and (opened := _opened(shelf, key))}
    if _BEFORE.search(text) and len(set(alike.values())) > 1:
        weighed[max(alike, key=lambda key: alike[key])] *= LATEST
    return weighed


def _opened(shelf: Shelf, key: str) -> str | None:
    case = shelf.case(key)
    return case.opened or min((step.date for step in case.timeline if step.date), default=None) if case else None


def references_to(shelf: Shelf, case: Case, papers: Iterator[Document]) -> Iterator[Place]:
    """The paragraphs of other cases' papers that name how this case ended: body, § and date as far as they are said."""
    for head in papers:
        if head.file not in case.files:
            for reference in head.references:
                if any(_names(reference, outcome.body, outcome.section, outcome.date) for outcome in case.outcomes):
                    yield (head.file, reference.paragraph)


def _names(reference: Reference, body: str | None, section: str | None, date: str | None) -> bool:
    if not section or reference.section != section:
        return False
    return (not reference.date or reference.date == date) and (
        not reference.body or not body or reference.body.lower().rstrip("s") == body.lower().rstrip("s")
    )
