"""Questions for what was handed in during a time ("vilka motioner lämnades in våren 2024"): answered from the papers
that asked, newest first, by their titles and then by how each demand stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.document import Document
from corpus.months import ENGLISH, SWEDISH
from index.filters import Filter
from search.candidates import Place
from search.decisions import ended_at
from search.filtered import allowed_places
from search.library import Library
from search.listings import PETITION_TYPES, asks_for, has_subject, petition_and_parties
from search.meetings import years_in
from search.shelf import Shelf
from search.titles import title_place

_FIRST, _LAST = "0000-01-01", "9999-12-31"
_MONTHS = {name: (n, n) for names in (SWEDISH, ENGLISH) for n, name in enumerate(names, 1)}
_SEASONS = {
    r"vår(?:en|terminen)?|spring": (1, 6),
    r"sommaren|summer": (6, 8),
    r"höst(?:en|terminen)?|autumn|fall": (7, 12),
    r"första halvåret|first half": (1, 6),
    r"andra halvåret|second half": (7, 12),
}
_PARTS_OF_A_YEAR = tuple(
    (re.compile(rf"\b(?:{words})\b", re.IGNORECASE), months) for words, months in {**_SEASONS, **_MONTHS}.items()
)
_A_YEAR = r"\s+(?:år(?:et)?\s+)?\d{4}"
_ONWARDS = re.compile(rf"\b(?:sedan|från och med|fr\.?o\.?m\.?|efter|since|after){_A_YEAR}", re.IGNORECASE)
_UP_TO = re.compile(rf"\b(?:före|innan|till och med|t\.?o\.?m\.?|before|until){_A_YEAR}", re.IGNORECASE)
_EXCLUSIVE = re.compile(r"\b(?:efter|after|före|innan|before)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class HandedIn:
    """The paper that asked ("motion", "medborgarförslag", "" for any), the movers' parties, and the first and last day,
    ISO, both inside."""

    petition: str
    parties: tuple[str, ...]
    since: str
    until: str


def handed_in_asked(text: str) -> HandedIn | None:
    """What papers, handed in when, `text` asks for; None where it asks for none, tells no time, or names a subject."""
    if not (asks_for(text, "handed_in") and asks_for(text, "handed_in_what")):
        return None
    time = period(text) or ((_FIRST, _LAST) if asks_for(text, "handed_in_lately") else None)
    if time is None or has_subject(text, ("handed_in", "handed_in_what", "handed_in_lately", "handed_in_besides")):
        return None
    return HandedIn(*petition_and_parties(text), *time)


def period(text: str) -> tuple[str, str] | None:
    """The first and last day of the time that `text` names by its years, with a season or a month in them if said.

    They are to be compared as text: every month ends on its 31st.
    """
    years = sorted(years_in(text))
    if not years:
        return None
    first, last = years[0], years[-1]
    if len(years) == 1 and (_ONWARDS.search(text) or _UP_TO.search(text)):
        beside = 1 if _EXCLUSIVE.search(text) else 0
        if _ONWARDS.search(text):
            return f"{int(first) + beside}-01-01", _LAST
        return _FIRST, f"{int(last) - beside}-12-31"
    parts = [months for words, months in _PARTS_OF_A_YEAR if words.search(text)]
    begins = min((first_month for first_month, _ in parts), default=1)
    ends = max((last_month for _, last_month in parts), default=12)
    return f"{first}-{begins:02}-01", f"{last}-{ends:02}-31"


def handed_in(library: Library, shelf: Shelf, asked: HandedIn, *, where: Filter) -> tuple[Place, ...]:
    """The titles of the papers, newest first, then how each of their demands stands."""
    found: list[tuple[str, str, tuple[Place, ...]]] = []
    for case in library.cases():
        for head in filter(None, map(shelf.head, case.files)):
            if _is_asked_for(head, asked):
                ends = tuple(ended_at(shelf, case, source=head.file))
                found.append((head.date or "", head.file, ends))
    newest = sorted(dict.fromkeys(found), reverse=True)
    return tuple(dict.fromkeys(filter(allowed_places(shelf, where), _titles_then_ends(shelf, newest))))


def _titles_then_ends(shelf: Shelf, papers: list[tuple[str, str, tuple[Place, ...]]]) -> Iterator[Place]:
    yield from (title_place(shelf, file) for _, file, _ in papers)
    yield from (place for *_, ends in papers for place in ends)


def _is_asked_for(head: Document, asked: HandedIn) -> bool:
    return (
        head.type in PETITION_TYPES[asked.petition]
        and asked.since <= (head.date or "") <= asked.until
        and (not asked.parties or not {person.party for person in head.movers}.isdisjoint(asked.parties))
    )
