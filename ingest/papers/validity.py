"""Reads a styrdokument's adoption and validity: by whom and when adopted, in force from and to, what it replaces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from corpus.document import Adoption, Dated
from corpus.paragraph import Paragraph
from ingest.papers.bodies import bodies_in
from ingest.papers.paper import Paper
from ingest.papers.tables import alternatives
from ingest.papers.written_dates import dates_in


@dataclass(frozen=True, slots=True)
class Validity:
    """What a styrdokument says of itself; `replaces` the words of what it replaces, `dates` where validity was read."""

    adoption: Adoption | None
    valid_from: str | None
    valid_to: str | None
    replaces: str | None
    dates: tuple[Dated, ...] = ()


_SECTION = re.compile(r"§\s*(\d{1,4})")
_YEARS = re.compile(r"(?<!\d)(?P<from>20\d{2})\s?[–‑-]\s?(?P<to>20\d{2}|\d{2})(?!\d)(?!-\d)")
_HEADING_LINES = 25


@cache
def _adopted() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives('validity', 'antaget')})(?!\w)", re.IGNORECASE)


@cache
def _other_label() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives('validity', 'annan_uppgift')})\b", re.IGNORECASE)


@cache
def _from() -> re.Pattern[str]:
    more = rf"(?:\s+(?:{alternatives('validity', 'fran')})(?!\w))*"
    return re.compile(rf"\b(?:{alternatives('validity', 'galler')})\b{more}\s*[:|]?\s*", re.IGNORECASE)


@cache
def _to() -> re.Pattern[str]:
    return re.compile(rf"(?:\b(?:{alternatives('validity', 'till')})|[–-])\s*(?:den\s+)?$", re.IGNORECASE)


@cache
def _until() -> re.Pattern[str]:
    begins = rf"\b(?:{alternatives('validity', 'galler')})\s*[:|]?\s+(?:{alternatives('validity', 'till')})"
    return re.compile(rf"{begins}\s*(?:den\s+)?(?P<rest>.*)", re.IGNORECASE)


@cache
def _replaces() -> re.Pattern[str]:
    begins = rf"\b(?:{alternatives('validity', 'ersatter')})\b\s*(?:dokument(?:et)?)?\s*[:|]?\s*"
    return re.compile(rf"{begins}(?P<what>[^.;|\n]{{4,200}})", re.IGNORECASE)


def _lines(paper: Paper) -> Iterator[tuple[str, Paragraph | None]]:
    """Where a styrdokument speaks of itself: cover, head, information box, margins; never the running text."""
    for paragraph in paper.paragraphs[:_HEADING_LINES]:
        if paragraph.cells:
            yield from ((cell, paragraph) for cell in paragraph.cells)
            columns = zip(paragraph.columns, paragraph.cells, strict=False)
            yield from ((f"{column}: {cell}", paragraph) for column, cell in columns if column != cell)
            yield paragraph.text.replace(" | ", ": "), paragraph
        elif len(paragraph.text) < 320:
            yield paragraph.text, paragraph
    for text in paper.first_margins:
        yield text, None
    for paragraph in paper.paragraphs[-8:]:
        if len(paragraph.text) < 200 and _adopted().search(paragraph.text):
            yield paragraph.text, paragraph


def _adoption(paper: Paper) -> Adoption | None:
    body = date = section = None
    place: int | None = None
    for text, paragraph in _lines(paper):
        match = _adopted().search(text)
        if match is None:
            continue
        after = _other_label().split(text[match.start() :])[0]
        names = bodies_in(after, own_names=paper.names)
        dates = dates_in(after)
        found = _SECTION.search(after)
        place = place if place is not None or not (names or dates) else (paragraph.n if paragraph else None)
        body = body or (names[0] if names else None)
        date = date or (dates[0].iso if dates else None)
        section = section or (f"§ {found[1]}" if found else None)
        if body and date:
            break
    return Adoption(body, date, section, place) if body or date else None


def _full_year(year: str, like: str) -> str:
    return year if len(year) == 4 else like[:2] + year


def _span(text: str) -> tuple[str | None, str | None]:
    """Validity in a line that speaks of it: two dates, one date, or a span of years."""
    if match := _until().search(text):
        dates = dates_in(match["rest"])
        return None, dates[0].iso if dates else None
    match = _from().search(text)
    if match is None:
        return None, None
    rest = text[match.end() :]
    dates = dates_in(rest)
    if dates:
        ends = next((d.iso for d in dates[1:] if _to().search(rest[: d.start])), None)
        return dates[0].iso, ends
    if years := _YEARS.search(rest):
        return f"{years['from']}-01-01", f"{_full_year(years['to'], years['from'])}-12-31"
    return None, None


def _title_years(title: str) -> tuple[str | None, str | None]:
    years = _YEARS.search(title)
    if years is None:
        return None, None
    return f"{years['from']}-01-01", f"{_full_year(years['to'], years['from'])}-12-31"


def validity_of(paper: Paper, title: str) -> Validity:
    """What the paper says of its adoption and validity; a span of years in the title counts where it says no more."""
    begins = ends = replaces = None
    dates: list[Dated] = []
    for text, paragraph in _lines(paper):
        first, last = _span(text)
        place = paragraph.n if paragraph else None
        if first and not begins:
            dates.append(Dated(first, "giltig från", place, "uppgiften om giltighet"))
        if last and not ends:
            dates.append(Dated(last, "giltig till", place, "uppgiften om giltighet"))
        begins, ends = begins or first, ends or last
        match = _replaces().search(text)
        if match and replaces is None:
            replaces = match["what"].strip(" ,–-")
    by_title = _title_years(title)
    told = (("giltig från", by_title[0], begins), ("giltig till", by_title[1], ends))
    dates += [Dated(day, what, None, "årtalen i titeln") for what, day, own in told if day and not own]
    return Validity(_adoption(paper), begins or by_title[0], ends or by_title[1], replaces, tuple(dates))
