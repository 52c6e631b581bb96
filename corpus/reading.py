"""What reading a PDF gives, before anything in it is understood: pages, paragraphs and what stood in the margins."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from corpus.paragraph import Box, Paragraph


class PageState(StrEnum):
    """How a page could be read."""

    TEXT = "text"
    OCR = "ocr"
    BLANK = "blank"
    UNREAD = "unread"  # a picture or garbled text, and no OCR at hand


@dataclass(frozen=True, slots=True)
class MarginLine:
    """A line of a running head or foot: not a paragraph, but board, date and diarienummer often stand there."""

    page: int
    text: str
    box: Box


@dataclass(frozen=True, slots=True)
class Reading:
    """A PDF as read. `page_sizes` are (width, height) in points as displayed; `page_states` has one entry a page."""

    sha256: str
    page_sizes: tuple[tuple[float, float], ...]
    page_states: tuple[PageState, ...]
    paragraphs: tuple[Paragraph, ...]
    margins: tuple[MarginLine, ...] = ()
    metadata_title: str | None = None
    metadata_created: str | None = None
    encrypted: bool = False
    warnings: tuple[str, ...] = ()

    @property
    def ocr(self) -> bool:
        """Whether any page was read by OCR."""
        return PageState.OCR in self.page_states
