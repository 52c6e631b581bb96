"""What a region is: a stretch of one column, with its lines, its tables and its edges."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.pages.letter_head import LetterHead
from ingest.pages.lines import Line
from ingest.pages.tables import Table

STRETCHED = 0.7
"""Points from the right edge within which a line of justified text is stretched to it."""

Part = Line | Table | LetterHead


@dataclass(frozen=True, slots=True)
class Region:
    """Lines, tables and a letter's head of one column, top to bottom.

    `number` is unique in the document, `page` the sheet's index, `full` where it takes the whole width between the
    margins, `left` and `right` are its edges in points.
    """

    number: int
    page: int
    parts: tuple[Part, ...]
    full: bool = True
    left: float = 0.0
    right: float = 0.0

    @property
    def lines(self) -> list[Line]:
        """Its lines, without those of tables and letters' heads."""
        return [part for part in self.parts if isinstance(part, Line)]

    @property
    def justified(self) -> bool:
        """Whether its lines are stretched to the right edge."""
        ends = [self.right - line.x1 for line in self.lines]
        long = [end for end in ends if end < 0.12 * (self.right - self.left)]
        return len(long) >= 3 and sum(abs(end) < STRETCHED for end in long) >= 0.6 * len(long)
