"""Tables without a grid that a page break parts: too few rows on one page, but enough in the same columns over two."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile

from ingest.pages.row_cells import APART, SAME_EDGE, Cells, cells_of_rows
from ingest.pages.rows import Row

LEAST_ROWS = 3
"""Rows with two or more cells that need nothing else to be a table."""


@dataclass(frozen=True, slots=True)
class Beyond:
    """The rows of the column that ends the page before, and of the one that begins the page after."""

    above: Sequence[Row] = ()
    below: Sequence[Row] = ()


NOTHING = Beyond()


def last_of_broken(rows: Sequence[Row], parts: Sequence[Cells], first: int, beyond: Beyond, body: float) -> int | None:
    """The last row of the part of a broken table that starts at `first`; None if there is none."""
    if len(parts[first]) < 2:
        return None
    last = first
    while last + 1 < len(rows) and rows[last + 1].base - rows[last].base <= APART * body:
        if not _alike(parts[first], parts[last + 1]):
            break
        last += 1
    count = last + 1 - first
    if first == 0 and beyond.above:
        count += _run(parts[first], reversed(cells_of_rows(beyond.above, body)))
    if last + 1 == len(rows) and beyond.below:
        count += _run(parts[first], cells_of_rows(beyond.below, body))
    return last if count > last + 1 - first and count >= LEAST_ROWS else None


def _run(like: Cells, cells: Iterable[Cells]) -> int:
    return sum(1 for _ in takewhile(lambda row: _alike(like, row), cells))


def _alike(one: Cells, other: Cells) -> bool:
    """Whether two rows have as many cells, set to the same edges."""
    if len(one) != len(other) or abs(one[0][0].x0 - other[0][0].x0) > SAME_EDGE:
        return False
    pairs = zip(one[1:], other[1:], strict=True)
    return all(abs(a[0].x0 - b[0].x0) <= SAME_EDGE or abs(a[-1].x1 - b[-1].x1) <= SAME_EDGE for a, b in pairs)
