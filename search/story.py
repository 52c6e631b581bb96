"""What is shown below a short list: of each matter how the vote went, what later papers recall, what was proposed and
decided on the same demand, what was asked and why it was answered so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from corpus.case import Case
from search.candidates import Place
from search.decisions import Item, Role, history, recalled, votes_at
from search.shelf import Shelf
from search.titles import title_place

_ORDER = ((Role.FINAL, Role.EARLIER), (Role.DEMAND,), (Role.RETOLD,), (Role.REASON,))


def story_of(shelf: Shelf, listed: Iterable[Place]) -> tuple[Place, ...]:
    """The places that tell more of the matters `listed`: first that of each matter which says most, then the next."""
    turns: list[list[Place]] = [[] for _ in range(3 + len(_ORDER))]
    for place in listed:
        turns[0] += votes_at(shelf, place)
        for case, items in _histories(shelf, place):
            turns[1] += recalled(shelf, case)
            for turn, roles in enumerate(_ORDER, 2):
                turns[turn] += [item.place for item in items if item.role in roles]
            turns[-1] += [title_place(shelf, item.place[0]) for item in items if item.role is Role.DEMAND]
    return tuple(dict.fromkeys(place for turn in turns for place in turn))


def _histories(shelf: Shelf, place: Place) -> Iterator[tuple[Case, tuple[Item, ...]]]:
    """The histories of the demands that are decided, or asked, in a paragraph."""
    for case in shelf.cases_of(place[0]):
        for demand in case.demands:
            items = history(shelf, (case.key, demand.n))
            if any(item.place == place for item in items):
                yield case, items
