"""One paper as the rules see it: its paragraphs, the lines of its margins, and where its head ends."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from corpus.paragraph import Kind, Paragraph
from corpus.reading import MarginLine, Reading
from ingest.papers.bodies import abbreviations_defined
from ingest.papers.headings import is_kind_word, is_section

HEAD_PARAGRAPHS = 30
"""A head (sender, date, diarienummer, receivers, title) never held more paragraphs than this in the papers studied."""


def _right_below(upper: MarginLine, lower: MarginLine) -> bool:
    """Whether a margin line stands under another, at most a line's height apart and at the same left edge (3 pt)."""
    height = max(upper.box[3] - upper.box[1], 6.0)
    gap = lower.box[1] - upper.box[3]
    return abs(upper.box[0] - lower.box[0]) < 3 and -0.3 * height < gap < 1.2 * height


@dataclass(frozen=True)
class Paper:
    """A run of paragraphs of one PDF that is one paper, with the margin lines of its pages.

    `page` is the page it begins on; `metadata_title` only for the paper that begins the file.
    """

    paragraphs: tuple[Paragraph, ...]
    margins: tuple[MarginLine, ...]
    page: int = 1
    metadata_title: str | None = None
    metadata_created: str | None = None

    @cached_property
    def head(self) -> tuple[Paragraph, ...]:
        """The paragraphs before the first section, on the paper's first page or cover."""
        head: list[Paragraph] = []
        for paragraph in self.paragraphs[:HEAD_PARAGRAPHS]:
            if paragraph.kind is Kind.HEADING and is_section(paragraph.text) and head:
                break
            if paragraph.kind is Kind.PARAGRAPH and len(paragraph.text) > 250:
                break
            head.append(paragraph)
        return tuple(head)

    @cached_property
    def first_margins(self) -> tuple[str, ...]:
        """The margin lines of the paper's first page, else of its second (covers have none)."""
        for page in (self.page, self.page + 1):
            lines = tuple(line.text for line in self.margins if line.page == page)
            if lines:
                return lines
        return ()

    @cached_property
    def stacked(self) -> tuple[tuple[str, str], ...]:
        """Lines of the first page's margins with the line right below them in the same column (label and value)."""
        page = next((n for n in (self.page, self.page + 1) if any(m.page == n for m in self.margins)), self.page)
        own = [line for line in self.margins if line.page == page]
        pairs = []
        for upper in own:
            below = [line for line in own if _right_below(upper, line)]
            if below:
                pairs.append((upper.text, min(below, key=lambda line: line.box[1]).text))
        return tuple(pairs)

    @cached_property
    def margin_texts(self) -> tuple[str, ...]:
        """Every distinct margin line, in order."""
        return tuple(dict.fromkeys(line.text for line in self.margins))

    @cached_property
    def headings(self) -> tuple[Paragraph, ...]:
        """Its headings, in order."""
        return tuple(p for p in self.paragraphs if p.kind is Kind.HEADING)

    @cached_property
    def banner(self) -> tuple[str, ...]:
        """Lines of the first page's margins and head that only say what kind of paper it is."""
        return self._kind_words([*self.first_margins, *(p.text for p in self.head)])

    @cached_property
    def plain_banner(self) -> tuple[str, ...]:
        """The banner without table cells: a column may be headed "Program" or "Plan"."""
        return self._kind_words([*self.first_margins, *(p.text for p in self.head if not p.cells)])

    @staticmethod
    def _kind_words(lines: list[str]) -> tuple[str, ...]:
        pieces = [piece for line in lines for piece in re.split(r"\s{2,}|\s[|/]\s|\t|\n", line)]
        return tuple(piece.strip() for piece in pieces if is_kind_word(piece))

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The paper's own abbreviations of bodies."""
        own: dict[str, str] = {}
        for paragraph in self.paragraphs:
            if "(" in paragraph.text:
                own.update(abbreviations_defined(paragraph.text))
        return own

    @cached_property
    def text(self) -> str:
        """All paragraphs, one a line."""
        return "\n".join(p.text for p in self.paragraphs)


def whole(reading: Reading) -> Paper:
    """The PDF as one paper."""
    return Paper(reading.paragraphs, reading.margins, 1, reading.metadata_title, reading.metadata_created)


def cut(reading: Reading, first: int, last: int) -> Paper:
    """The paper that paragraphs `first` to `last` (numbers from 1, both included) of the PDF make."""
    paragraphs = reading.paragraphs[first - 1 : last]
    pages = {page for p in paragraphs for page in p.pages} or {1}
    margins = tuple(line for line in reading.margins if min(pages) <= line.page <= max(pages))
    begins = first == 1
    return Paper(
        paragraphs,
        margins,
        min(pages),
        reading.metadata_title if begins else None,
        reading.metadata_created if begins else None,
    )
