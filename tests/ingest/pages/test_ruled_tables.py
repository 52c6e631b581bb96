from __future__ import annotations

from collections.abc import Callable

from ingest.pages.rows import text_of
from ingest.pages.ruled_tables import take_ruled_tables
from ingest.pages.sheet import sheet_of
from ingest.pages.words import PageText, Segment, Word

Words = Callable[..., tuple[Word, ...]]


def grid(xs: tuple[float, ...], ys: tuple[float, ...]) -> tuple[Segment, ...]:
    """A full grid's lines."""
    across = [(xs[0], y, xs[-1], y) for y in ys]
    return (*across, *((x, ys[0], x, ys[-1]) for x in xs))


def taken(words: tuple[Word, ...], rules: tuple[Segment, ...]) -> tuple[list[list[list[str]]], list[str]]:
    """The tables' cells as text, and the rows that are left."""
    tables, rows = take_ruled_tables(sheet_of(PageText(0, 595.0, 842.0, words, rules)))
    cells = [[[text_of(cell) for cell in row] for row in table.rows] for table in tables]
    return cells, [row.text for row in rows]


def test_a_grid_s_cells_and_the_text_around(words: Words) -> None:
    made = words(
        (70, 60, "Före"),
        (75, 112, "Åtgärd"),
        (205, 112, "Ansvarig"),
        (75, 132, "Utbildning"),
        (205, 132, "Socialchef"),
        (70, 200, "Efter"),
    )
    cells, left = taken(made, grid((70, 200, 330), (100, 120, 140)))
    assert cells == [[["Åtgärd", "Ansvarig"], ["Utbildning", "Socialchef"]]]
    assert left == ["Före", "Efter"]


def test_a_missing_line_merges_two_cells(words: Words) -> None:
    made = words((75, 112, "Rubrik"), (75, 132, "a"), (205, 132, "b"), (75, 152, "c"), (205, 152, "d"))
    lines = [line for line in grid((70, 200, 330), (100, 120, 140, 160)) if line[0] != 200]
    cells, _ = taken(made, (*lines, (200, 120, 200, 160)))
    assert cells == [[["Rubrik"], ["a", "b"], ["c", "d"]]]


def test_a_frame_around_text_is_no_table(words: Words) -> None:
    made = words((75, 112, "Ett"), (75, 124, "stycke"), (75, 136, "i"), (75, 148, "en ruta"))
    cells, left = taken(made, grid((70, 330), (100, 160)))
    assert cells == []
    assert len(left) == 4
