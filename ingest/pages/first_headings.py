"""Whether a repeated line is a heading that happens to stand first on several pages, and no running head.

A running head has a place of its own, a heading stands where text stands: its words or its style stand in the middle of
pages too, and pages without it begin with other text at its height.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ingest.pages.headings import LARGER, SECTION
from ingest.pages.rows import Row, fragments_of, is_bold
from ingest.pages.sheet import Sheet

NEARLY_ALL = 0.8
"""On this share of many pages a line is a running one whatever it says."""
FEW = 0.5
"""On up to this share of the pages a line may be a heading for its style alone."""
FEW_PAGES = 3
"""Papers so short may have a heading first on all their pages."""
HEAD = 0.09
"""Above this share of the page stand running heads, as a rule no text."""
SAME_SIZE = 0.3
"""Points between two sizes of one style."""
LIKE_IT = 3
"""Other headings of its style in the middle of pages that make a line one."""
_FIRST_PAGE = 0


@dataclass(frozen=True, slots=True)
class _Standing:
    """A row on its page (from 0), what it says and what the row below says."""

    page: int
    row: Row
    text: str
    below: str

    def is_like(self, other: _Standing) -> bool:
        """Whether the other has the same size and weight."""
        return abs(self.row.size - other.row.size) < SAME_SIZE and is_bold(self.row.words) == is_bold(other.row.words)


class FirstHeadings:
    """Knows the rows of a document's pages; `masked` is how rows are compared, `top` the share running heads reach."""

    def __init__(self, sheets: Sequence[Sheet], body: float, masked: Callable[[str], str], top: float) -> None:
        self.pages = len(sheets)
        self.body = body
        self.heights = {sheet.index: sheet.height for sheet in sheets}
        self.firsts: dict[str, list[_Standing]] = defaultdict(list)
        self.middle: list[_Standing] = []
        for sheet in sheets:
            texts = [*(masked(row.text) for row in sheet.rows), ""]
            for k, row in enumerate(sheet.rows):
                standing = _Standing(sheet.index, row, texts[k], texts[k + 1])
                if row.base < top * sheet.height:
                    self.firsts[standing.text].append(standing)
                elif len(fragments_of(row.words)) == 1:
                    self.middle.append(standing)

    def holds(self, text: str, base: float, near: float) -> bool:
        """Whether the line of these (masked) words at this height, give or take `near` points, is a heading."""
        here = [one for one in self.firsts[text] if abs(one.row.base - base) < near]
        if not here or not all(self._may_head(one.row) for one in here):
            return False
        share = len({one.page for one in here}) / self.pages
        if share >= NEARLY_ALL and self.pages > FEW_PAGES:
            return False
        among_text = self._text_at(base, near, {one.page for one in here})
        if SECTION.match(here[0].row.text):
            return among_text or all(one.row.base >= HEAD * self.heights[one.page] for one in here)
        if not among_text:
            return False
        alike = [one for one in self.middle if one.is_like(here[0])]
        if any(one.text == text for one in alike):
            return True
        others = {one.text for one in alike}
        return share <= FEW and len(others) >= LIKE_IT and len({one.below for one in here}) == len(here)

    def _may_head(self, row: Row) -> bool:
        """Whether the row is drawn as a heading: one fragment, bold or large, and not marked as an artifact."""
        drawn = is_bold(row.words) or row.size >= LARGER * self.body
        artifact = any(word.style.artifact for word in row.words)
        return drawn and not artifact and row.size >= self.body - SAME_SIZE and len(fragments_of(row.words)) == 1

    def _text_at(self, base: float, near: float, without: set[int]) -> bool:
        """Whether a page but the first and those `without` has text of its own, on no other page, at this height."""
        return any(
            abs(one.row.base - base) < near and one.page not in without and one.page != _FIRST_PAGE
            for same in self.firsts.values()
            if len({one.page for one in same}) == 1
            for one in same
        )
