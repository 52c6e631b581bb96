"""Reads a styrdokument's adoption and validity: by whom and when adopted, in force from and to, what it replaces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.document import Adoption
from corpus.paragraph import Paragraph
from ingest.papers.bodies import bodies_in
from ingest.papers.paper import Paper
from ingest.papers.written_dates import dates_in


@dataclass(frozen=True, slots=True)
class Validity:
    """What a styrdokument says of itself; dates ISO, `replaces` the words of what it replaces."""

    adoption: Adoption | None
    valid_from: str | None
    valid_to: str | None
    replaces: str | None


_ADOPTED = re.compile(
    r"\b(?:antag(?:en|et|na|its|ande)|anta(?:s|gen)|fastställ(?:d|t|da|s|lelse)|beslut(?:ad|at|ade|sdatum|ande instans|sinstans|sfattare)|beslut(?= )|datum för (?:beslut|antagande|fastställande)|godkän(?:d|t|da)|beslutas av)\b",
    re.IGNORECASE,
)
_OTHER_LABEL = re.compile(
    r"\b(?:revider\w*|senast|gäller|giltig\w*|ersätter|dokumentansvarig|diarienummer|uppfölj\w*)\b", re.IGNORECASE
)
_SECTION = re.compile(r"§\s*(\d{1,4})")
_FROM = re.compile(
    r"\b(?:gäller|giltig(?:t|a)?|i kraft|ikraftträdande|träder i kraft|giltighet(?:stid)?|gällande)\b(?:\s+(?:från|fr\.?\s?o\.?\s?m\.?|den|och|med|period|tid|from|för|perioden)\b)*\s*[:|]?\s*",
    re.IGNORECASE,
)
_TO = re.compile(
    r"(?:\btill(?:\s+och\s+med)?\b|\bt\.?\s?o\.?\s?m\.?|\btom\b|[–-]|\blängst till\b|\bdock längst\b)\s*(?:den\s+)?$",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    r"\b(?:gäller|giltig(?:t|a)?)\s+(?:till(?: och med)?|t\.?\s?o\.?\s?m\.?|längst till)\s*(?:den\s+)?(?P<rest>.*)",
    re.IGNORECASE,
)
_REPLACES = re.compile(
    r"\b(?:ersätter|upphäver|ersätter tidigare|tidigare version)\b\s*(?:dokument(?:et)?)?\s*[:|]?\s*(?P<what>[^.;|\n]{4,200})",
    re.IGNORECASE,
)
_YEARS = re.compile(r"(?<!\d)(?P<from>20\d{2})\s?[–‑-]\s?(?P<to>20\d{2}|\d{2})(?!\d)(?!-\d)")
_HEADING_LINES = 25


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
        if len(paragraph.text) < 200 and _ADOPTED.search(paragraph.text):
            yield paragraph.text, paragraph


def _adoption(paper: Paper) -> Adoption | None:
    body = date = section = None
    place: int | None = None
    for text, paragraph in _lines(paper):
        match = _ADOPTED.search(text)
        if match is None:
            continue
        after = _OTHER_LABEL.split(text[match.start() :])[0]
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
    if match := _UNTIL.search(text):
        dates = dates_in(match["rest"])
        return None, dates[0].iso if dates else None
    match = _FROM.search(text)
    if match is None:
        return None, None
    rest = text[match.end() :]
    dates = dates_in(rest)
    if dates:
        ends = next((d.iso for d in dates[1:] if _TO.search(rest[: d.start])), None)
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
    """What the paper says of its own adoption and validity; a span of years in the title counts where it says no more."""
    begins = ends = replaces = None
    for text, _ in _lines(paper):
        first, last = _span(text)
        begins, ends = begins or first, ends or last
        match = _REPLACES.search(text)
        if match and replaces is None:
            replaces = match["what"].strip(" ,–-")
    by_title = _title_years(title)
    return Validity(_adoption(paper), begins or by_title[0], ends or by_title[1], replaces)
