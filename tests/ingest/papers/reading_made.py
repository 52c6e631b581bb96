"""Makes readings for the tests of the paper's rules: text lines, margin lines with or without places."""

from __future__ import annotations

from dataclasses import replace

from corpus.paragraph import Paragraph, Place
from corpus.reading import MarginLine, PageState, Reading
from ingest.papers.paper import Paper, whole
from tests.ingest.papers.paper_made import paragraphs


def _placed(text: str) -> tuple[Paragraph, ...]:
    """A line "===" begins a new page."""
    pages = text.split("===")
    found: list[Paragraph] = []
    for page, lines in enumerate(pages, 1):
        for paragraph in paragraphs(lines):
            size = 16.0 if paragraph.level else 11.0
            place = Place(page, (50.0, 100.0, 500.0, 112.0))
            found.append(replace(paragraph, n=len(found) + 1, places=(place,), size=size))
    return tuple(found)


def reading(
    text: str,
    *,
    margins: tuple[str, ...] = (),
    title: str | None = None,
    created: str | None = None,
    later_margins: tuple[tuple[int, str], ...] = (),
) -> Reading:
    """A reading; `margins` stand on page 1 at no particular place, `later_margins` on the pages they name."""
    made = _placed(text)
    pages = max((page for p in made for page in p.pages), default=1)
    lines = [MarginLine(1, line, (0.0, 0.0, 0.0, 0.0)) for line in margins]
    lines += [MarginLine(page, line, (0.0, 0.0, 0.0, 0.0)) for page, line in later_margins]
    return Reading(
        "0" * 64,
        ((595.0, 842.0),) * pages,
        (PageState.TEXT,) * pages,
        made,
        margins=tuple(lines),
        metadata_title=title,
        metadata_created=created,
    )


def paper(text: str, *, margins: tuple[str, ...] = (), title: str | None = None, created: str | None = None) -> Paper:
    """The reading as one paper."""
    return whole(reading(text, margins=margins, title=title, created=created))
