"""Columns: rows with a strip that no word crosses and prose on both sides are read left, then right."""

from __future__ import annotations

import itertools
import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import mean

from ingest.pages.markers import is_marker
from ingest.pages.rows import WIDE_GAP, Row
from ingest.pages.words import Word

STRIP = 0.8
"""Least width of a gutter, em."""
STEP = 2.5
"""Points between the places that are tried for a gutter."""
SAME_START = 2.5
"""Two columns begin within so many em of each other."""
LEAST_KNOWN, LEAST_ROWS, LEAST_SIDE, LEAST_LETTERS = 2, 6, 5, 18
"""Rows in the run (where another page has the gutter, and else), rows with text on each side, letters on a half row:
below these it is no column of prose."""
FULL_LEFT, FULL_RIGHT, MOST_GAPPY = 0.45, 0.40, 0.25
"""Shares of half rows that reach the edge, and of those with inner gaps (more makes it a table)."""


@dataclass(frozen=True, slots=True)
class Column:
    """Rows of one column, top to bottom. `full` where it takes the whole width between the page's margins."""

    rows: tuple[Row, ...]
    full: bool = True


@dataclass(frozen=True, slots=True)
class _Cut:
    x: float
    first: int
    last: int


def gutters_of(rows: Sequence[Row], body: float) -> tuple[float, ...]:
    """The gutters found on a page, to be looked for on pages with few rows (a document's last)."""
    found: list[float] = []
    _split(list(rows), body, (), found, 0)
    return tuple(found)


def split_columns(rows: Sequence[Row], body: float, known: Sequence[float] = ()) -> list[Column]:
    """The rows in reading order, parted into columns; `known` are gutters of the document's other pages."""
    return _split(list(rows), body, known, [], 0) if rows else []


def _split(rows: list[Row], body: float, known: Sequence[float], found: list[float], depth: int) -> list[Column]:
    cut = _best_cut(rows, body, known) if depth <= 3 and len(rows) >= (LEAST_KNOWN if known else 8) else None
    if cut is None:
        return [Column(tuple(rows))]
    found.append(cut.x)
    run = rows[cut.first : cut.last + 1]
    columns: list[Column] = []
    for part, full in (
        (rows[: cut.first], True),
        (_half(run, cut.x, left=True), False),
        (_half(run, cut.x, left=False), False),
        (rows[cut.last + 1 :], True),
    ):
        inner = _split(part, body, known, found, depth + 1) if part else []
        columns += [Column(column.rows, full and column.full) for column in inner]
    return columns


def _best_cut(rows: list[Row], body: float, known: Sequence[float]) -> _Cut | None:
    left, right = min(row.x0 for row in rows), max(row.x1 for row in rows)
    if right - left < 22 * body:
        return None
    best: _Cut | None = None
    places = _places(left + 0.2 * (right - left), right - 0.2 * (right - left))
    for x, free in zip(places, _free_rows(rows, places, body), strict=True):
        is_known = any(abs(x - other) < 0.8 * body for other in known)
        for first, last in _runs(free):
            if last - first + 1 < (LEAST_KNOWN if is_known else LEAST_ROWS) or not _longer(first, last, best):
                continue
            first = _both_sides_begin(rows, first, last, x, body)
            if _longer(first, last, best) and _two_columns(
                rows[first : last + 1], x, (left, right), body, known=is_known
            ):
                best = _Cut(x, first, last)
    return best


def _places(left: float, right: float) -> list[float]:
    """Where a gutter is tried."""
    found, x = [], left
    while x < right:
        found.append(x)
        x += STEP
    return found


def _longer(first: int, last: int, best: _Cut | None) -> bool:
    return best is None or last - first > best.last - best.first


def _gaps(row: Row, least: float) -> list[tuple[float, float]]:
    """Where the row leaves at least so much free: between words, and outside them."""
    gaps = [(-math.inf, row.words[0].x0)]
    end = row.words[0].x1
    for word in row.words[1:]:
        if word.x0 - end >= least:
            gaps.append((end, word.x0))
        end = max(end, word.x1)
    return [*gaps, (end, math.inf)]


def _free_rows(rows: Sequence[Row], places: Sequence[float], body: float) -> list[bytearray]:
    """For each place which rows leave the strip around it free: 1, else 0."""
    lows, highs = [x - STRIP / 2 * body for x in places], [x + STRIP / 2 * body for x in places]
    free = [bytearray(len(rows)) for _ in places]
    for k, row in enumerate(rows):
        for begin, end in _gaps(row, STRIP * body - 0.01):
            for column in free[bisect_left(lows, begin) : bisect_right(highs, end)]:
                column[k] = 1
    return free


def _runs(free: bytearray) -> Iterator[tuple[int, int]]:
    """Stretches of rows (first, last) that are free."""
    first = free.find(1)
    while first >= 0:
        end = free.find(0, first)
        yield first, (end if end >= 0 else len(free)) - 1
        first = free.find(1, end) if end >= 0 else -1


def _both_sides_begin(rows: list[Row], first: int, last: int, x: float, body: float) -> int:
    """The row where columns begin: a title and what else stands above on one side only is not part of them."""
    run = range(first, last + 1)
    lefts = [rows[k].base for k in run if rows[k].words[0].x1 <= x]
    rights = [rows[k].base for k in run if rows[k].words[-1].x0 >= x]
    if not lefts or not rights:
        return first
    begin = max(lefts[0], rights[0]) - SAME_START * body
    return next(k for k in run if rows[k].base >= begin)


def _two_columns(run: list[Row], x: float, edges: tuple[float, float], body: float, *, known: bool) -> bool:
    if len(run) < (LEAST_KNOWN if known else LEAST_ROWS):
        return False
    lefts = [half for row in run if (half := [word for word in row.words if word.x1 <= x])]
    rights = [half for row in run if (half := [word for word in row.words if word.x0 >= x])]
    if len(lefts) < (2 if known else LEAST_SIDE) or len(rights) < (1 if known else LEAST_SIDE):
        return False
    if _gappy(lefts, body) > MOST_GAPPY or _gappy(rights, body) > MOST_GAPPY:
        return False
    if known:
        return True
    top, bottom = max(lefts[0][0].base, rights[0][0].base), min(lefts[-1][0].base, rights[-1][0].base)
    if bottom - top < 0.5 * (run[-1].base - run[0].base):
        return False
    if min(mean(map(_letters, lefts)), mean(map(_letters, rights))) < LEAST_LETTERS:
        return False
    full_left = mean(half[-1].x1 > x - 0.25 * (x - edges[0]) for half in lefts)
    full_right = mean(half[-1].x1 > edges[1] - 0.25 * (edges[1] - x) for half in rights)
    return full_left >= FULL_LEFT and full_right >= FULL_RIGHT


def _letters(half: Sequence[Word]) -> int:
    return sum(len(word.text) + 1 for word in half)


def _gappy(halves: list[list[Word]], body: float) -> float:
    return mean(
        any(
            after.x0 - before.x1 > WIDE_GAP * body and not is_marker(before.text)
            for before, after in itertools.pairwise(half)
        )
        for half in halves
    )


def _half(run: list[Row], x: float, *, left: bool) -> list[Row]:
    halves = ([word for word in row.words if (word.x1 <= x) == left] for row in run)
    return [row.part(half) for row, half in zip(run, halves, strict=True) if half]
