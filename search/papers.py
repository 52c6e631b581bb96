"""The identifier route: which papers a diarienummer, a §, a motion number or a file name means, in reading order."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from corpus import diarienummer
from corpus.document import DocumentType, Part
from corpus.months import ENGLISH, SWEDISH
from index.engine import Engine, Vectors
from index.filters import Filter
from index.terms import analyse
from search.candidates import Place
from search.identifiers import Named
from search.meetings import BODIES, Meeting
from search.shelf import Shelf

_ORDER = (
    DocumentType.MOTION,
    DocumentType.MEDBORGARFORSLAG,
    DocumentType.INTERPELLATION,
    DocumentType.MOTIONSSVAR,
    DocumentType.TJANSTESKRIVELSE,
    DocumentType.REMISSVAR,
)
"""What opens a case comes before what answers it; minutes and all else come after, by date."""

MOST = 100


def papers_named(
    engine: Engine, shelf: Shelf, named: Named, text: str, *, vector: Vectors, where: Filter
) -> tuple[Place, ...]:
    """The titles of the papers that are named, then the lines that say the number; empty if there is no such paper."""
    if named.meeting:
        return _minutes(engine, shelf, named.meeting, vector, where)
    where = replace(where, dnr=named.dnr or where.dnr, files=tuple(named.files) or where.files)
    terms = {term: 1.0 for one in (*named.sections, *named.motions, *named.dnr) for term in analyse(one)[:1]}
    if not terms and named.files:
        terms = dict.fromkeys(analyse(named.files[0]), 1.0)
    titles = _found(engine, shelf, {} if named.dnr else terms, vector, replace(where, kinds=("title",)))
    lines = _found(engine, shelf, terms, vector, replace(where, kinds=("text",))) if named.dnr else []
    if named.dnr:
        titles = _of_the_case(shelf, titles, named.dnr)
    else:
        titles = [place for place in titles if _meant(shelf, place, text)] or titles
    return tuple(dict.fromkeys((*sorted(titles, key=lambda place: _reading_order(shelf, place)), *lines)))


def _found(engine: Engine, shelf: Shelf, terms: dict[str, float], vector: Vectors, where: Filter) -> list[Place]:
    scored = engine.lexical(terms, MOST, where=where) if terms else engine.dense(vector, MOST, where=where)
    passages = shelf.passages(one.passage for one in scored)
    found = (passages[one.passage] for one in scored if one.passage in passages)
    return [(passage.file, passage.paragraphs[0]) for passage in found]


def _minutes(engine: Engine, shelf: Shelf, meeting: Meeting, vector: Vectors, where: Filter) -> tuple[Place, ...]:
    """The title of a meeting's minutes, then its §§."""
    day = meeting.day
    if (where.since or day) > day or (where.until or day) < day or (where.types and "protokoll" not in where.types):
        return ()
    where = replace(where, types=("protokoll",), kinds=("title",), since=day, until=day)
    kept = [place for place in _found(engine, shelf, {}, vector, where) if _of_meeting(shelf, place, meeting)]
    return tuple(sorted(kept, key=lambda place: _reading_order(shelf, place)))


def _of_meeting(shelf: Shelf, place: Place, meeting: Meeting) -> bool:
    head = shelf.head(place[0])
    bodies = " ".join(head.bodies).lower() if head else ""
    return all(body in bodies for body in meeting.bodies)


def _of_the_case(shelf: Shelf, titles: list[Place], dnr: tuple[str, ...]) -> list[Place]:
    """Of minutes that hold many matters, only the §§ of the one that is named."""
    kept = [place for place in titles if _names(shelf, place, dnr)]
    sections = {file for file, n in kept if _section(shelf, (file, n))}
    return [place for place in kept if _section(shelf, place) or place[0] not in sections]


def _names(shelf: Shelf, place: Place, dnr: tuple[str, ...]) -> bool:
    part = _section(shelf, place)
    if part is None:
        return True
    if part.dnr:
        return any(diarienummer.same(one, asked) for one in part.dnr for asked in dnr)
    cases = [case for case in shelf.cases_of(place[0]) if any(diarienummer.same(a, b) for a in case.dnr for b in dnr)]
    tied = {(tie.file, tie.section) for case in cases for tie in case.ties}
    steps = {(step.file, step.section) for case in cases for step in case.timeline}
    return (place[0], part.section) in tied | steps


def _section(shelf: Shelf, place: Place) -> Part | None:
    """The § whose heading this is."""
    head = shelf.head(place[0])
    return next((part for part in head.parts if part.section and part.first == place[1]), None) if head else None


def _reading_order(shelf: Shelf, place: Place) -> tuple[int, str, int]:
    head = shelf.head(place[0])
    if head is None:
        return (len(_ORDER) + 1, "", place[1])
    order = _ORDER.index(head.type) if head.type in _ORDER else len(_ORDER)
    return (order, head.date or "", place[1])


def _meant(shelf: Shelf, place: Place, text: str) -> bool:
    """Whether a title's paper is of the body and the month or year that the question names beside the §."""
    head = shelf.head(place[0])
    if head is None:
        return False
    parts = [part for part in head.parts if part.first == place[1]]
    bodies = " ".join(body.lower() for body in (*head.bodies, *(part.body or "" for part in parts)))
    date = (parts[0].date if parts and parts[0].date else head.date) or ""
    return all(body in bodies for body in _bodies(text)) and _when(text, date)


def _bodies(text: str) -> Iterable[str]:
    words = re.findall(r"\w+", text.lower())
    return {BODIES.get(word, word) for word in words if word in BODIES or word in BODIES.values()}


def _when(text: str, date: str) -> bool:
    lowered = text.lower()
    days = re.findall(r"\b(?:19|20)\d\d-\d\d-\d\d\b", text)
    years = re.findall(r"(?<![\d:/-])\b((?:19|20)\d\d)\b(?![:/-]?\d)", text)
    months = [
        n for names in (SWEDISH, ENGLISH) for n, name in enumerate(names, 1) if re.search(rf"\b{name}\b", lowered)
    ]
    return (
        (not days or date in days)
        and (not years or date[:4] in years)
        and (not months or date[5:7] in {f"{n:02}" for n in months})
    )
