"""Cuts a column's rows into cells: at wide gaps, and at narrow ones where the rows around have their second cell."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.pages.markers import is_marker
from ingest.pages.rows import Row, cells_of, text_of
from ingest.pages.words import Word

Cells = list[list[Word]]
NARROW_GAP = 0.75
"""Least gap in em before a cell that begins where the cells above and below it begin."""
SAME_EDGE = 1.5
"""Points between left edges that are one."""
LEAST_EDGES = 2
"""Rows with a wide gap that make the left edge of a column."""
WRAPPED = 1.5
"""Baseline distance in em within which a row of the first column alone is the rest of a label."""
APART = 3.2
"""Baseline distance in em that ends a table."""


def cells_of_rows(rows: Sequence[Row], body: float) -> list[Cells]:
    """The cells of each row; a list marker and its text are one."""
    cells = [_cells(row, body) for row in rows]
    edges = [row[1][0].x0 for row in cells if len(row) == 2]
    sure = [len(row) == 2 and sum(_same(row[1][0].x0, edge) for edge in edges) >= LEAST_EDGES for row in cells]
    # Each pass takes a column's edge along from row to row, past lines that hang in the column.
    for order in (range(len(rows)), range(len(rows) - 1, -1, -1)):
        like: Cells | None = None
        before = 0.0
        for k in order:
            apart = abs(rows[k].base - before)
            near, before = apart <= APART * body, rows[k].base
            if sure[k]:
                like = cells[k]
            elif like is None or not near:
                like = None
            elif len(cells[k]) == 1 and (cut := _cut_like(cells[k][0], like)):
                cells[k], sure[k] = cut, True
            elif len(cells[k]) != 1 or not _hangs(cells[k][0], like, close=apart <= WRAPPED * body):
                like = None
    return cells


def _cells(row: Row, body: float) -> Cells:
    cells = cells_of(row.words)
    if len(cells) >= 2 and is_marker(text_of(cells[0])) and cells[1][0].x0 - cells[0][-1].x1 < 4 * body:
        return [cells[0] + cells[1], *cells[2:]]
    return cells


def _hangs(words: list[Word], like: Cells, *, close: bool) -> bool:
    """Whether a row with one cell goes on with the second of the row by it, or (`close` to it) with the first."""
    label = close and _same(words[0].x0, like[0][0].x0) and words[-1].x1 < like[1][0].x0 - NARROW_GAP * words[-1].size
    return label or _same(words[0].x0, like[1][0].x0)


def _cut_like(words: list[Word], like: Cells) -> Cells | None:
    """The words in two cells that begin where those of `like` do; None if they do not."""
    if not _same(words[0].x0, like[0][0].x0):
        return None
    for k in range(1, len(words)):
        gap = words[k].x0 - words[k - 1].x1
        if _same(words[k].x0, like[1][0].x0) and gap >= NARROW_GAP * words[k].size:
            return [words[:k], words[k:]]
    return None


def _same(one: float, other: float) -> bool:
    return abs(one - other) <= SAME_EDGE
