"""Questions for what nobody has settled yet ("vilka motioner är obesvarade"): answered from the cases, longest waiting
first, each demand by what was last done with it; and from the newest report of unanswered motions, which the council
gets each year (kommunallagen 5 kap. 35 §)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from corpus.case import Case
from corpus.citation import part_of
from corpus.paragraph import Kind, Paragraph
from corpus.petition import PETITION
from index.engine import Engine
from index.filters import Filter
from index.terms import analyse
from search.candidates import Place
from search.decisions import ended_at
from search.filtered import allowed_places
from search.library import Library
from search.listings import PETITION_TYPES, asks_for, has_subject, petition_and_parties
from search.meetings import years_in
from search.shelf import Shelf
from search.titles import title_place

_REPORT_WORDS = "redovisning rapport obesvarade ej färdigbehandlade färdigberedda motioner medborgarförslag"
_REPORT = re.compile(
    r"(?:obesvara|(?:ej|inte|ännu|icke)\s+(?:\w+\s+)?(?:färdig|be[hs]\w*|slut|avgjor|avslut)|under beredning)\w*\s"
    r".*(?:motion|förslag)|(?:motion|förslag)\w*\s.*(?:obesvara|under beredning|(?:inte|ej|ännu)\s)"
    r"|redovisning\s.*(?:av|över)\s+motioner",
    re.IGNORECASE,
)
_ON_ONE = re.compile(r"\b(?:motion(?:en)?|\w*förslag(?:et)?) (?:om|av|från)\b", re.IGNORECASE)
MOST_TITLES = 100
"""Titles looked through for the newest report."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """The paper that asked ("motion", "medborgarförslag", "" for any), the movers' parties and the years, if said;
    `then`: whether it is asked how matters stood in those years, not what of theirs waits still."""

    petition: str
    parties: tuple[str, ...]
    years: tuple[str, ...]
    then: bool = False


def waiting_asked(text: str) -> Waiting | None:
    """What unsettled matters `text` asks for; None where it asks for none, or about one of them."""
    if not (asks_for(text, "waiting") and asks_for(text, "waiting_what")):
        return None
    if has_subject(text, ("waiting", "waiting_what", "waiting_besides")):
        return None
    years = tuple(years_in(text))
    return Waiting(*petition_and_parties(text), years, bool(years) and asks_for(text, "waiting_then") is not None)


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


def reported_waiting(engine: Engine, shelf: Shelf, *, where: Filter, years: tuple[str, ...] = ()) -> tuple[Place, ...]:
    """What the newest report of unanswered motions tells of each: its rows, or its paragraphs where none of that year's
    has a table; of the reports of some `years` where these are said."""
    terms = dict.fromkeys(analyse(_REPORT_WORDS), 1.0)
    scored = engine.lexical(terms, MOST_TITLES, where=replace(where, kinds=("title",)))
    titles = shelf.passages(one.passage for one in scored).values()
    places = [(one.file, one.paragraphs[0]) for one in titles if _is_report(one.embed_text)]
    days = ((_told_on(shelf, place), place) for place in places)
    told = ((day, *_told_in(shelf, place)) for day, place in days if not years or day[:4] in years)
    newest = max(((day[:4], rows, day, lines) for day, rows, lines in told if lines), default=None)
    return newest[-1] if newest else ()


def _is_report(title: str) -> bool:
    return any(_REPORT.search(line) and not _ON_ONE.search(line) for line in title.split("\n"))


def _told_on(shelf: Shelf, place: Place) -> str:
    head = shelf.head(place[0])
    part = part_of(head, place[1]) if head else None
    return (part.date if part else None) or (head.date if head else None) or ""


def _told_in(shelf: Shelf, title: Place) -> tuple[bool, tuple[Place, ...]]:
    """Whether the report has a table, and its rows, or what its paragraphs tell of motions."""
    file, n = title
    head = shelf.head(file)
    part = part_of(head, n) if head else None
    paragraphs = shelf.paragraphs(file, n + 1, part.last) if part else ()
    rows = [one for one in paragraphs if one.kind is Kind.TABLE_ROW]
    return bool(rows), tuple((file, one.n) for one in rows or filter(_tells, paragraphs))


def _tells(paragraph: Paragraph) -> bool:
    return paragraph.kind is not Kind.HEADING and PETITION.search(paragraph.text) is not None


def _petition(shelf: Shelf, case: Case, petition: str) -> str | None:
    """The paper that began the case, None if none of its papers asks for anything."""
    heads = (shelf.head(file) for file in case.files)
    return next((head.file for head in heads if head and head.type in PETITION_TYPES[petition]), None)
