"""Which of several like cases a question for earlier ones means, and where later papers refer to them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from corpus.case import Outcome
from corpus.citation import part_of
from corpus.decision import Decision, Reference
from corpus.document import Document
from corpus.petition import PETITION
from search.candidates import Place
from search.cues import NOTHING_AFTER
from search.decisions import STATEMENTS
from search.shelf import Shelf

Matter = str | Place
"""A case, by its key; or a decision that is a matter of its own, by its paragraph."""

ALIKE = 0.25
"""A case at least this likely, against the likeliest, is taken for another one on the same matter."""
LATEST = 0.3
"""Weight of the newest of several like cases, where what came before is asked for."""
_BEFORE = re.compile(
    r"(?<!\w)(?:tidigare|förut|förr|förra|redan|länge se(?:da)?n|på den tiden"
    r"|earlier|previous|in the past|ever been|long ago|back then"
    rf"|(?:innan|before){NOTHING_AFTER})",
    re.IGNORECASE,
)


def weighed_by_age(shelf: Shelf, text: str, matters: Mapping[Matter, float]) -> dict[Matter, float]:
    """The chances of matters; where the question looks back, the newest of several like ones is what it looks from."""
    weighed = dict(matters)
    top = max(matters.values(), default=0.0)
    near = (key for key, chance in matters.items() if chance >= ALIKE * top)
    alike = {key: opened for key in near if (opened := _opened(shelf, key))}
    if _BEFORE.search(text) and len(set(alike.values())) > 1:
        weighed[max(alike, key=lambda key: alike[key])] *= LATEST
    return weighed


def _opened(shelf: Shelf, matter: Matter) -> str | None:
    if not isinstance(matter, str):
        return next((decision.date for decision in _lone(shelf, matter)), None)
    case = shelf.case(matter)
    return case.opened or min((step.date for step in case.timeline if step.date), default=None) if case else None


def references_to(shelf: Shelf, matter: Matter, papers: Iterator[Document]) -> Iterator[Place]:
    """The paragraphs of others' papers that name how a matter ended: body, § and date as far as they are said."""
    own: tuple[str, ...]
    ends: Sequence[Outcome | Decision]
    if isinstance(matter, str):
        case = shelf.case(matter)
        own, ends = (case.files, case.outcomes) if case else ((), ())
    else:
        own, ends = (matter[0],), tuple(_lone(shelf, matter))
    for head in papers:
        if head.file not in own:
            for reference in head.references:
                if any(_names(reference, end.body, end.section, end.date) for end in ends):
                    yield (head.file, reference.paragraph)


def answers_a_demand(shelf: Shelf, place: Place) -> bool:
    """Whether a decision that is a matter of its own answers what somebody asked for, as a plan's adoption does not."""
    return any(decision.disposition not in STATEMENTS for decision in _lone(shelf, place))


def on_a_petition(shelf: Shelf, place: Place) -> bool:
    """Whether that was a motion or a proposal from the inhabitants, by the words of the decision or over it."""
    head = shelf.head(place[0])
    part = part_of(head, place[1]) if head else None
    titles = (part.title if part else None, head.title if head else None)
    words = (*titles, *(one for decision in _lone(shelf, place) for one in (decision.title, decision.text)))
    return any(PETITION.search(one or "") for one in words)


def _lone(shelf: Shelf, place: Place) -> Iterator[Decision]:
    head = shelf.head(place[0])
    return (decision for decision in (head.decisions if head else ()) if decision.paragraph == place[1])


def _names(reference: Reference, body: str | None, section: str | None, date: str | None) -> bool:
    if not section or reference.section != section:
        return False
    return (not reference.date or reference.date == date) and (
        not reference.body or not body or reference.body.lower().rstrip("s") == body.lower().rstrip("s")
    )
