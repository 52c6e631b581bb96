"""Whether a paragraph goes on in the next column or on the next page; footnotes in between are stepped over."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.paragraph import Kind
from ingest.board import BOARD
from ingest.pages.breaks import DECIDES
from ingest.pages.drafts import ATT, Draft
from ingest.pages.headings import SECTION
from ingest.pages.markers import is_paragraf
from ingest.pages.measures import Measures
from ingest.pages.region import STRETCHED

_ABBREVIATION = re.compile(r"\b(bl\.a|t\.ex|dvs|m\.m|kl|nr|jfr|s\.k|f\.d|resp|ca|enl|ang|st)\.$", re.IGNORECASE)
_FLOWING = (Kind.PARAGRAPH, Kind.LIST_ITEM)
GOES_ON = re.compile(
    rf"(?:{BOARD}\s)?§\s?\d{{1,4}}\b[^.]{{0,60}}?[\s(,]forts\b.{{0,160}}|forts(?:\.|ättning\s+(?:på|av|från))?\s+§\s?\d{{1,4}}\b.{{0,40}}",
    re.IGNORECASE,
)
"""The head of a § once more on top of the next page: "§ 16 forts.", "Forts. § 16"."""
FULL_LINE = 0.22
"""A last line is full if it ends within this share of the column's width from its right edge."""


@dataclass(frozen=True, slots=True)
class Continuation:
    """Joins with a document's measures; `trust_tags` when its structure tree passed the gate."""

    measures: Measures
    trust_tags: bool

    def join(self, drafts: Sequence[Draft]) -> list[Draft]:
        """The drafts with those that go on over a column or page made one."""
        out: list[Draft] = []
        for draft in drafts:
            k = self._left_open(draft, out)
            if k is None:
                out.append(draft)
            else:
                out[k] = out[k].joined_with(draft)
        return out

    def _left_open(self, draft: Draft, before: Sequence[Draft]) -> int | None:
        """The position of the paragraph that `draft` goes on with; None if it starts its own."""
        if draft.kind not in _FLOWING or draft.marker:
            return None
        for k in range(len(before) - 1, -1, -1):
            if self._head_again(draft, before, k):
                continue
            if before[k].kind in _FLOWING:
                goes_on = before[k].region != draft.region and self._goes_on(before[k], draft)
                return k if goes_on else None
            if before[k].kind is not Kind.FOOTNOTE:
                return None
        return None

    def _head_again(self, draft: Draft, before: Sequence[Draft], k: int) -> bool:
        """Whether the draft `k`, on the page of `draft`, is the head of a § once more, or its title below that."""
        if before[k].first.page != draft.first.page:
            return False
        titles = before[k].kind is Kind.HEADING and k > 0 and GOES_ON.fullmatch(before[k - 1].plain_text) is not None
        return titles or GOES_ON.fullmatch(before[k].plain_text) is not None

    def _goes_on(self, start: Draft, rest: Draft) -> bool:
        above, below = start.last, rest.first
        if abs(above.size - below.size) > 0.6 or above.is_bold != below.is_bold or below.page - above.page > 1:
            return False
        if self.trust_tags and above.tag.block >= 0 and above.tag.block == below.tag.block:
            return True
        if above.hyphen:
            return True
        first = below.text[:1]
        if start.marker and not is_paragraf(start.marker) and first.isupper() and not self._hangs_alike(start, rest):
            return False
        opened = above.text.endswith(":") or DECIDES.search(above.text)
        if ATT.match(below.text) and (ATT.match(start.first.text) or opened):
            return start.right - above.x1 < below.first_width + 0.3 * below.size
        if above.ends_sentence and not _ABBREVIATION.search(above.text):
            return self._full_to_the_stop(start, rest)
        if first.islower():
            return True
        full = above.x1 > start.right - FULL_LINE * (start.right - start.left)
        plain = first in '(–"”' or first.isdigit() or not SECTION.match(below.text)
        return full and not rest.is_bold and len(above.text) > 30 and plain

    def _full_to_the_stop(self, start: Draft, rest: Draft) -> bool:
        """In justified text a line that ends a sentence and is stretched to the edge does not end its paragraph.

        6 of 6 right on 150 made papers; last lines that nearly fill the column end 2.6 points and more from its edge.
        """
        above, below = start.last, rest.first
        stretched = start.justified and abs(start.right - above.x1) < STRETCHED
        starts_plain = below.text[:1].isupper() and not rest.is_bold and not SECTION.match(below.text)
        return above.text.endswith(".") and stretched and starts_plain

    def _hangs_alike(self, item: Draft, rest: Draft) -> bool:
        x0 = rest.first.x0
        return min(abs(x0 - item.first.text_x0), abs(x0 - item.last.x0)) <= 0.8 * self.measures.body
