"""When two rows alone are a table: lines are drawn along them, or bold labels stand beside plain values.

Two rows of cells without either are rather two names above two titles, or a letter's head.
"""

from __future__ import annotations

from collections.abc import Sequence

from ingest.pages.row_cells import SAME_EDGE, Cells
from ingest.pages.rows import Row, is_bold
from ingest.pages.words import Segment

ALONG = 0.9
"""Share of the way from the first cell's left edge to the second's that a line along a row is drawn. Of 73 pairs of
rows that begin alike, in 142 real papers and 437 made ones, three had two such lines: the tables. Lines to sign on
leave a gap.
"""
MOST_LINES = 6
"""Lines up to which two rows without drawn lines are a table: a list of all who took part is not."""
ABOVE, BELOW = 2.2, 1.8
"""Em above the first baseline and below the last within which a line is the table's edge."""


def two_make_a_table(rows: Sequence[Row], cells: Sequence[Cells], rules: Sequence[Segment], body: float) -> bool:
    """Whether these rows are a table; the first has cells, one more has, the others are lines that wrap."""
    second = max(k for k, row in enumerate(cells) if len(row) >= 2)
    upper, lower = cells[0], cells[second]
    if len(upper) != len(lower) or abs(upper[0][0].x0 - lower[0][0].x0) > SAME_EDGE:
        return False
    if _is_ruled(rows, second, (upper[0][0].x0, upper[1][0].x0), rules, body):
        return True
    aligned = len(rows) <= MOST_LINES and len(upper) == 2 and abs(upper[1][0].x0 - lower[1][0].x0) <= SAME_EDGE
    return aligned and all(is_bold(row[0]) and not any(word.style.bold for word in row[1]) for row in (upper, lower))


def _is_ruled(
    rows: Sequence[Row], second: int, across: tuple[float, float], rules: Sequence[Segment], body: float
) -> bool:
    """Whether a line is drawn between the two rows, and one more above or below them."""
    top, bottom = rows[0].base, rows[-1].base
    between = (rows[second - 1].base, rows[second].base - 0.5 * rows[second].size)
    above = (top - ABOVE * body, top - 0.6 * rows[0].size)
    below = (bottom, bottom + BELOW * body)
    return _drawn(rules, between, across) and (_drawn(rules, above, across) or _drawn(rules, below, across))


def _drawn(rules: Sequence[Segment], height: tuple[float, float], across: tuple[float, float]) -> bool:
    """Whether lines between these heights cover the stretch across."""
    covered, at = 0.0, across[0]
    pieces = sorted((x0, x1) for x0, y0, x1, y1 in rules if abs(y0 - y1) < 1 and height[0] < y0 < height[1])
    for x0, x1 in pieces:
        start, end = max(x0, at), min(x1, across[1])
        if end > start:
            covered, at = covered + end - start, end
    return covered >= ALONG * (across[1] - across[0])
