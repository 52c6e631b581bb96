"""Questions for what nobody has settled yet ("vilka motioner är obesvarade"): answered from the cases, longest waiting
first, each demand by what was last done with it."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.case import Case
from corpus.document import DocumentType
from index.filters import Filter
from search.candidates import Place
from search.decisions import ended_at
from search.filtered import allowed_places
from search.library import Library
from search.listings import asks_for, has_subject, petition_and_parties
from search.meetings import years_in
from search.shelf import Shelf
from search.titles import title_place

_PETITIONS = {
    "motion": (DocumentType.MOTION,),
    "medborgarförslag": (DocumentType.MEDBORGARFORSLAG,),
    "": (DocumentType.MOTION, DocumentType.MEDBORGARFORSLAG, DocumentType.INTERPELLATION),
}


@dataclass(frozen=True, slots=True)
class Waiting:
    """The paper that asked ("motion", "medborgarförslag", "" for any), the movers' parties and the years, if said."""

    petition: str
    parties: tuple[str, ...]
    years: tuple[str, ...]


def waiting_asked(text: str) -> Waiting | None:
    """What unsettled matters `text` asks for; None where it asks for none, or about one of them."""
    if not (asks_for(text, "waiting") and asks_for(text, "waiting_what")):
        return None
    if has_subject(text, ("waiting", "waiting_what", "waiting_besides")):
        return None
    return Waiting(*petition_and_parties(text), tuple(years_in(text)))


def still_waiting(library: Library, shelf: Shelf, asked: Waiting, *, where: Filter) -> tuple[Place, ...]:
    """What holds for each demand of the cases that wait for their decision; a motion without demands by its title."""
    found = []
    for case in library.cases():
        file = None if case.answered else _petition(shelf, case, asked.petition)
        if file is None or (asked.parties and case.party not in asked.parties):
            continue
        if not asked.years or (case.opened or "")[:4] in asked.years:
            found.append((case.opened or "9999", case.key, tuple(ended_at(shelf, case)) or (title_place(shelf, file),)))
    allowed = allowed_places(shelf, where)
    return tuple(dict.fromkeys(place for *_, places in sorted(found) for place in places if allowed(place)))


def _petition(shelf: Shelf, case: Case, petition: str) -> str | None:
    """The paper that began the case, None if none of its papers asks for anything."""
    heads = (shelf.head(file) for file in case.files)
    return next((head.file for head in heads if head and head.type in _PETITIONS[petition]), None)
