"""Tables with drawn lines: lines that touch make a grid; cells are merged where the line between them is missing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ingest.pages.rows import Row
from ingest.pages.sheet import Sheet
from ingest.pages.tables import Table, table_of
from ingest.pages.words import Segment, Word

TOUCHING = 3.0
"""Points within which two lines meet or are one."""
MOST_LINES = 1500
COVERED = 0.6
"""Share of a cell's side that must be drawn for the side to part two cells."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A grid's column edges, row edges and the lines it is drawn with."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    across: tuple[Segment, ...]
    down: tuple[Segment, ...]

    def holds(self, word: Word) -> bool:
        """Whether the word's middle is inside."""
        x, y = _middle(word)
        return self.xs[0] - 1 <= x <= self.xs[-1] + 1 and self.ys[0] - 1 <= y <= self.ys[-1] + 1


class _Sets:
    """Which things are connected (union-find)."""

    def __init__(self, things: Iterable[tuple[int, int]]) -> None:
        self.parent = {thing: thing for thing in things}

    def find(self, thing: tuple[int, int]) -> tuple[int, int]:
        while self.parent[thing] != thing:
            self.parent[thing] = self.parent[self.parent[thing]]
            thing = self.parent[thing]
        return thing

    def join(self, one: tuple[int, int], other: tuple[int, int]) -> None:
        self.parent[self.find(one)] = self.find(other)


def take_ruled_tables(sheet: Sheet) -> tuple[list[Table], list[Row]]:
    """The ruled tables of a sheet, and its rows without their words."""
    rows = list(sheet.rows)
    tables = []
    for grid in _grids(sheet):
        inside = [word for row in rows for word in row.words if grid.holds(word)]
        if len(inside) < 4:
            continue
        table = _fill(grid, inside)
        if sum(map(len, table.rows)) < 4 or max(map(len, table.rows)) < 2:
            continue
        tables.append(table)
        left = ([word for word in row.words if not grid.holds(word)] for row in rows)
        rows = [row.part(words) for row, words in zip(rows, left, strict=True) if words]
    return tables, rows


def _grids(sheet: Sheet) -> list[Grid]:
    across = [rule for rule in sheet.rules if abs(rule[1] - rule[3]) < 1]
    down = [rule for rule in sheet.rules if abs(rule[0] - rule[2]) < 1]
    if min(len(across), len(down)) < 2 or len(across) + len(down) > MOST_LINES:
        return []
    grids = []
    for some_across, some_down in _connected(across, down):
        xs = _merged([v[0] for v in some_down] + [h[0] for h in some_across] + [h[2] for h in some_across])
        ys = _merged([h[1] for h in some_across] + [v[1] for v in some_down] + [v[3] for v in some_down])
        whole_page = (xs[-1] - xs[0]) * (ys[-1] - ys[0]) > 0.97 * sheet.width * sheet.height
        if len(xs) >= 3 and len(ys) >= 3 and not whole_page:
            grids.append(Grid(xs, ys, tuple(some_across), tuple(some_down)))
    return sorted(grids, key=lambda grid: grid.ys[0])


def _connected(across: list[Segment], down: list[Segment]) -> list[tuple[list[Segment], list[Segment]]]:
    sets = _Sets([(0, i) for i in range(len(across))] + [(1, j) for j in range(len(down))])
    for i, h in enumerate(across):
        for j, v in enumerate(down):
            if h[0] - TOUCHING <= v[0] <= h[2] + TOUCHING and v[1] - TOUCHING <= h[1] <= v[3] + TOUCHING:
                sets.join((0, i), (1, j))
    groups: dict[tuple[int, int], tuple[list[Segment], list[Segment]]] = defaultdict(lambda: ([], []))
    for i, h in enumerate(across):
        groups[sets.find((0, i))][0].append(h)
    for j, v in enumerate(down):
        groups[sets.find((1, j))][1].append(v)
    return [group for group in groups.values() if group[0] and group[1]]


def _merged(values: Sequence[float]) -> tuple[float, ...]:
    """The values with those closer than TOUCHING made one."""
    clusters: list[list[float]] = []
    for value in sorted(values):
        if clusters and value - clusters[-1][-1] < TOUCHING:
            clusters[-1].append(value)
        else:
            clusters.append([value])
    return tuple(sum(cluster) / len(cluster) for cluster in clusters)


def _fill(grid: Grid, words: Sequence[Word]) -> Table:
    wide, high = len(grid.xs) - 1, len(grid.ys) - 1
    cells = _Sets((i, j) for i in range(high) for j in range(wide))
    for i in range(high):
        for j in range(wide):
            if j + 1 < wide and not _drawn(grid.down, grid.xs[j + 1], grid.ys[i], grid.ys[i + 1], 0):
                cells.join((i, j + 1), (i, j))
            if i + 1 < high and not _drawn(grid.across, grid.ys[i + 1], grid.xs[j], grid.xs[j + 1], 1):
                cells.join((i + 1, j), (i, j))
    filled: dict[tuple[int, int], list[Word]] = defaultdict(list)
    for word in words:
        x, y = _middle(word)
        filled[cells.find((_slot(grid.ys, y), _slot(grid.xs, x)))].append(word)
    rows: dict[int, dict[int, list[Word]]] = defaultdict(dict)
    for (i, j), inside in filled.items():
        rows[i][j] = inside
    return table_of([rows[i] for i in sorted(rows)])


def _drawn(lines: Sequence[Segment], at: float, low: float, high: float, axis: int) -> bool:
    """Whether the side at `at` (x for axis 0, y for axis 1) from `low` to `high` is drawn for the most part."""
    along = 1 - axis
    covered = sum(
        max(0.0, min(high, line[along + 2]) - max(low, line[along]))
        for line in lines
        if abs(line[axis] - at) < TOUCHING
    )
    return covered >= COVERED * (high - low)


def _slot(edges: tuple[float, ...], value: float) -> int:
    for k in range(len(edges) - 1):
        if value < edges[k + 1] + 1:
            return k
    return len(edges) - 2


def _middle(word: Word) -> tuple[float, float]:
    return (word.x0 + word.x1) / 2, word.base - 0.3 * word.size
