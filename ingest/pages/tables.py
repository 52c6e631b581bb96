"""What a table is on a page: rows of cells, each cell the words in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.pages.words import Word

Cell = tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells from top to bottom. `columns` has, for each row, the column numbers (from 0) its cells stand in."""

    rows: tuple[tuple[Cell, ...], ...]
    columns: tuple[tuple[int, ...], ...]

    @property
    def top(self) -> float:
        """The first baseline."""
        return min(word.base for row in self.rows for cell in row for word in cell)


def table_of(rows: Sequence[dict[int, list[Word]]]) -> Table:
    """The table whose rows hold words by column number."""
    filled = [row for row in rows if row]
    return Table(
        tuple(tuple(tuple(row[column]) for column in sorted(row)) for row in filled),
        tuple(tuple(sorted(row)) for row in filled),
    )
