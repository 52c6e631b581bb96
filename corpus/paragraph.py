"""What a paragraph is: the unit that is cited, with its words, its places on the pages and under the headings."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

Box = tuple[float, float, float, float]
"""`(x0, top, x1, bottom)` in PDF points from the top left of the page as displayed (crop box and rotation applied)."""


class Kind(StrEnum):
    """What a paragraph is on the page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"
    FOOTNOTE = "footnote"
    SIGNATURE = "signature"


@dataclass(frozen=True, slots=True)
class Place:
    """Where one line of a paragraph stands: page from 1, box in PDF points."""

    page: int
    box: Box


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of a document, in reading order.

    `n` counts from 1 in the document. `label` is a list item's marker as printed ("1.", "a)", "–"), never part of
    `text`. `level` is a heading's depth (1 = top, 0 = the document's title), None for all else. A table row keeps its
    `cells` and the heads of its `columns`; its `text` is the cells joined by " | ". `alternatives` holds other
    spellings of words whose line-end hyphen could not be decided. `size` is the font size in points.
    """

    n: int
    kind: Kind
    text: str
    places: tuple[Place, ...]
    heading_path: tuple[str, ...] = ()
    label: str | None = None
    level: int | None = None
    cells: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    alternatives: tuple[str, ...] = ()
    size: float = 0.0
    bold: bool = False
    ocr: bool = False

    @property
    def pages(self) -> tuple[int, ...]:
        """The pages it stands on, ascending, each once."""
        return tuple(sorted({place.page for place in self.places}))
