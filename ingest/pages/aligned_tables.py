"""Tables without a grid: three or more rows in the same strips, or two drawn as one; wrapped lines are folded in."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.board import BOARD
from ingest.pages.broken_tables import LEAST_ROWS, NOTHING, Beyond, last_of_broken
from ingest.pages.row_cells import APART, Cells, cells_of_rows
from ingest.pages.rows import Row, text_of
from ingest.pages.tables import Table, table_of
from ingest.pages.two_rows import two_make_a_table
from ingest.pages.words import Segment, Word

COLUMN_GAP = 0.55
"""Least strip between two columns in em, once the rows are known to be a table."""


_NOTE = re.compile(
    rf"(?:{BOARD}\s)?§+\s?\d{{1,4}}|(?i:dnr|diarienr|diarienummer)?[:.\s]*(?:{BOARD}\s)?\d{{2,4}}[-/:.]\d{{1,6}}(?:[\s.-]\d{{1,4}})?"
)
"""What stands in the margin beside a matter: "Kf § 45", "§ 45", "Ks 2022/77 140", "Dnr 2022-77"."""


@dataclass(frozen=True, slots=True)
class Found:
    """A table that takes up rows `first` to `last` (both included)."""

    first: int
    last: int
    table: Table


def find_aligned_tables(
    rows: Sequence[Row], body: float, *, rules: Sequence[Segment] = (), beyond: Beyond = NOTHING
) -> list[Found]:
    """The tables without a grid among a column's rows; `rules` are the lines drawn on their page, `beyond` the rows of
    the pages beside it."""
    parts = cells_of_rows(rows, body)
    found = []
    k = 0
    while k < len(rows):
        last = _last_row(rows, parts, k, rules, body) if len(parts[k]) >= 2 else None
        if last is None:
            last = last_of_broken(rows, parts, k, beyond, body)
        if last is None or _beside_notes(parts[k : last + 1]):
            k += 1
        else:
            found.append(Found(k, last, _cut(rows[k : last + 1], body)))
            k = last + 1
    return found


def _beside_notes(parts: Sequence[list[list[Word]]]) -> bool:
    """Whether the first column holds nothing but the § and numbers that minutes set in the margin of their text."""
    second = min(row[1][0].x0 for row in parts if len(row) >= 2)
    notes = [text_of(row[0]) for row in parts if row[0][-1].x1 < second]
    text = any(row[0][0].x0 >= second for row in parts)
    return text and any("§" in note for note in notes) and all(_NOTE.fullmatch(note) for note in notes)


def _last_row(rows: Sequence[Row], parts: list[Cells], first: int, rules: Sequence[Segment], body: float) -> int | None:
    """The last row of the table that starts at `first`; None if there is none."""
    columns = [[part[0].x0, part[-1].x1] for part in parts[first]]
    last = end = first
    for k in range(first + 1, len(rows)):
        gap = rows[k].base - rows[k - 1].base
        widened = _widened(columns, parts[k], body) if gap <= APART * body else None
        if widened is None or _is_prose(parts[k], columns, widened, gap, body):
            break
        columns, end = widened, k
        if len(parts[k]) >= 2:
            last = k
    celled = [k for k in range(first, last + 1) if len(parts[k]) >= 2]
    if len(celled) < 2 or len(columns) < 2:
        return None
    if len(celled) < LEAST_ROWS:
        pair = slice(first, last + 1)
        noted = any(_NOTE.fullmatch(text_of(parts[k][0])) for k in celled)
        if noted or not two_make_a_table(rows[pair], parts[pair], rules, body):
            return None
    second = min(parts[k][1][0].x0 for k in celled)
    hanging = sum(len(parts[k]) == 1 and abs(parts[k][0][0].x0 - second) < 2.5 for k in range(first, last + 1))
    high = last + 1 - first
    if len(celled) < 0.4 * high and len(celled) + hanging < 0.85 * high:
        return None
    while last < end and rows[last + 1].base - rows[last].base < 1.45 * body:
        last += 1
    return last


def _widened(columns: list[list[float]], parts: list[list[Word]], body: float) -> list[list[float]] | None:
    """The columns once the row's parts are in them; None if a part would bridge two."""
    wider = [column[:] for column in columns]
    for part in parts:
        x0, x1 = part[0].x0, part[-1].x1
        over = [column for column in wider if x0 < column[1] + 1 and x1 > column[0] - 1]
        if len(over) > 1:
            return None
        if over:
            over[0][0], over[0][1] = min(over[0][0], x0), max(over[0][1], x1)
        else:
            wider.append([x0, x1])
    wider.sort()
    if any(left[1] + 0.6 * body > right[0] for left, right in itertools.pairwise(wider)):
        return None
    return wider


def _is_prose(
    parts: list[list[Word]], columns: list[list[float]], widened: list[list[float]], gap: float, body: float
) -> bool:
    """A single fragment that is in no column, or a long one after a gap at the left: the table is over."""
    if len(parts) != 1:
        return False
    if len(widened) > len(columns):
        return True
    return gap > 1.6 * body and parts[0][0].x0 < columns[0][1] and len(text_of(parts[0])) > 40


def _cut(rows: Sequence[Row], body: float) -> Table:
    """Columns are the strips that no word of the table crosses; lines that only wrap are folded into the row above."""
    columns = _strips([word for row in rows for word in row.words], body)
    gaps = sorted(below.base - above.base for above, below in itertools.pairwise(rows)) or [0.0]
    tight = 1.12 * gaps[0]
    filled: list[dict[int, list[Word]]] = []
    for k, row in enumerate(rows):
        cells: dict[int, list[Word]] = defaultdict(list)
        for word in row.words:
            cells[_column(word, columns)].append(word)
        close = k > 0 and row.base - rows[k - 1].base < tight < gaps[-1]
        if close and (len(cells) < len(columns) or not _has_digits(cells)):
            for column, words in cells.items():
                filled[-1].setdefault(column, []).extend(words)
        else:
            filled.append(dict(cells))
    return table_of(filled)


def _strips(words: Sequence[Word], body: float) -> list[list[float]]:
    strips: list[list[float]] = []
    for x0, x1 in sorted((word.x0, word.x1) for word in words):
        if strips and x0 - strips[-1][1] < COLUMN_GAP * body:
            strips[-1][1] = max(strips[-1][1], x1)
        else:
            strips.append([x0, x1])
    return strips


def _column(word: Word, columns: list[list[float]]) -> int:
    for k, (x0, x1) in enumerate(columns):
        if word.x0 < x1 + 0.5 and word.x1 > x0 - 0.5:
            return k
    return 0


def _has_digits(cells: dict[int, list[Word]]) -> bool:
    return any(char.isdigit() for column, words in cells.items() if column for word in words for char in word.text)
