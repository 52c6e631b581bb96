"""A document's own measures: its body size, the leading of each font size, and the words it uses."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ingest.pages.rows import Row
from ingest.pages.sheet import Sheet

DEFAULT_LEADING = 1.25
"""Baseline distance in em where a document has too few lines to measure."""


@dataclass(frozen=True, slots=True)
class Measures:
    """`body` is the font size most letters have; `leadings` the common baseline distance by rounded font size."""

    body: float
    leadings: Mapping[int, float]

    def leading(self, size: float) -> float:
        """The baseline distance of lines inside a paragraph of this font size, in points."""
        return self.leadings.get(round(size), self.leading_ratio * size)

    @property
    def leading_ratio(self) -> float:
        """The body's leading in em."""
        return self.leadings.get(round(self.body), DEFAULT_LEADING * self.body) / self.body


def measure(sheets: Sequence[Sheet]) -> Measures:
    """Take the measures of a document."""
    sizes: Counter[float] = Counter()
    for sheet in sheets:
        for row in sheet.rows:
            for word in row.words:
                sizes[round(word.size * 2) / 2] += len(word.text)
    body = max(4.0, sizes.most_common(1)[0][0]) if sizes else 11.0
    return Measures(body, _leadings(sheets))


def _leadings(sheets: Sequence[Sheet]) -> dict[int, float]:
    gaps: dict[int, Counter[float]] = defaultdict(Counter)
    for sheet in sheets:
        for above, below in zip(sheet.rows, sheet.rows[1:], strict=False):
            _note_gap(above, below, gaps)
    leadings = {}
    for size, counts in gaps.items():
        often = max(2.0, 0.25 * counts.most_common(1)[0][1])
        common = [gap for gap, count in counts.items() if count >= often]
        if common and counts.total() >= 3:
            leadings[size] = min(common) + 0.25
    return leadings


def _note_gap(above: Row, below: Row, gaps: dict[int, Counter[float]]) -> None:
    size = round(max(word.size for word in above.words))
    gap = below.base - above.base
    if abs(above.size - below.size) < 0.6 and 0.95 * size < gap < 1.9 * size:
        gaps[size][round(gap * 4) / 4] += 1
