"""A document's own measures: its body size, and the leading of each font size."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ingest.pages.region import Region
from ingest.pages.sheet import Sheet

DEFAULT_LEADING = 1.25
"""Baseline distance in em where a document has too few lines to measure."""
LEAST_PAIRS = 2
"""Pairs of lines from which a font size's leading is measured."""


@dataclass(frozen=True, slots=True)
class Measures:
    """`body` is the font size most letters have; `leadings` the usual baseline distance by rounded font size."""

    body: float
    leadings: Mapping[int, float] = field(default_factory=dict)

    def leading(self, size: float) -> float:
        """The baseline distance of lines inside a paragraph of this font size, in points."""
        return self.leadings.get(round(size), self.leading_ratio * size)

    @property
    def leading_ratio(self) -> float:
        """The body's leading in em."""
        return self.leadings.get(round(self.body), DEFAULT_LEADING * self.body) / self.body


def body_size(sheets: Sequence[Sheet]) -> float:
    """The font size in points that most letters have."""
    sizes: Counter[float] = Counter()
    for sheet in sheets:
        for row in sheet.rows:
            for word in row.words:
                sizes[round(word.size * 2) / 2] += len(word.text)
    return max(4.0, sizes.most_common(1)[0][0]) if sizes else 11.0


def scanned_bodies(sheets: Sequence[Sheet]) -> dict[int, float]:
    """The body size on scanned pages among others, by page index: a picture is drawn at a size of its own."""
    scanned = [sheet for sheet in sheets if sheet.ocr]
    if len(scanned) == len(sheets):
        return {}
    return {sheet.index: body_size([sheet]) for sheet in scanned}


def leadings_of(regions: Iterable[Region]) -> dict[int, float]:
    """The leading by rounded font size, where lines wrap: the next line's first word would not have fitted.

    Distances of other lines say nothing: in minutes nearly every line is a paragraph.
    """
    gaps: dict[int, Counter[float]] = defaultdict(Counter)
    for region in regions:
        for above, below in pairwise(region.lines):
            gap = below.base - above.base
            wraps = region.right - above.x1 < below.first_width + 0.2 * below.size
            if wraps and abs(above.size - below.size) < 0.6 and 0.9 * above.size < gap < 2.2 * above.size:
                gaps[round(above.size)][round(gap * 4) / 4] += 1
    leadings = {}
    for size, counts in gaps.items():
        if counts.total() >= LEAST_PAIRS:
            often = 0.25 * counts.most_common(1)[0][1]
            leadings[size] = min(gap for gap, count in counts.items() if count >= often) + 0.25
    return leadings
