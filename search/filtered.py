"""Which paragraphs a filter lets through, for those that no engine was asked about (a decision's other papers)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from corpus.passage import Facets
from index.context import Context
from index.facet_keys import conditions, facet_row
from index.filters import Filter
from search.candidates import Place
from search.shelf import Shelf


def allowed_places(shelf: Shelf, where: Filter) -> Callable[[Place], bool]:
    """A test that agrees with the engines' own filters, kinds aside."""
    where = replace(where, kinds=())
    if where.empty:
        return lambda place: True
    asked = conditions(where)
    contexts: dict[str, Context | None] = {}

    def allowed(place: Place) -> bool:
        file = place[0]
        if file not in contexts:
            head = shelf.head(file)
            contexts[file] = Context(head) if head else None
        context = contexts[file]
        if context is None:
            return False
        return asked.admit(facet_row(_facets(shelf, context, place), file=file, kind=""))

    return allowed


def _facets(shelf: Shelf, context: Context, place: Place) -> Facets:
    """As the passages of this place have them: with the case's party and diarienummer, if it has one case."""
    cases = shelf.cases_of(place[0])
    case = cases[0] if len(cases) == 1 else None
    return context.facets(place[1], party=case.party if case else None, dnr=case.dnr if case else ())
