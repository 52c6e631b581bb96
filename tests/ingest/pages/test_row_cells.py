from __future__ import annotations

from collections.abc import Callable

from ingest.pages.row_cells import cells_of_rows
from ingest.pages.rows import rows_of, text_of
from ingest.pages.words import Word

Words = Callable[..., tuple[Word, ...]]
Placed = tuple[float, float, str]
LEFT, RIGHT = 70.0, 180.0
WIDE: list[Placed] = [
    (LEFT, 100, "Plats"),
    (RIGHT, 100, "Hamnkontoret"),
    (LEFT, 118, "Närvarande"),
    (RIGHT, 118, "9 ledamöter"),
]


def cells(words: tuple[Word, ...]) -> list[list[str]]:
    """The text of each row's cells."""
    return [[text_of(cell) for cell in row] for row in cells_of_rows(rows_of(words), 10.0)]


def test_a_wide_gap_parts_cells(words: Words) -> None:
    assert cells(words(*WIDE)) == [["Plats", "Hamnkontoret"], ["Närvarande", "9 ledamöter"]]


def test_a_marker_and_its_text_are_one_cell(words: Words) -> None:
    assert cells(words((70, 100, "1."), (95, 100, "Motionen avslås."))) == [["1. Motionen avslås."]]


def test_a_label_that_nearly_fills_its_column_is_a_cell(words: Words) -> None:
    label = (LEFT, 136, "Valda till justerare")  # ends at 170, an em before the column
    assert cells(words(*WIDE, label, (RIGHT, 136, "Siv Ek (C)")))[2] == ["Valda till justerare", "Siv Ek (C)"]


def test_above_them_too_and_past_lines_that_hang_in_the_column(words: Words) -> None:
    label = [(LEFT, 64, "Ärenden på listan nu"), (RIGHT, 64, "12–19"), (RIGHT, 82, "och 21–24")]
    assert cells(words(*WIDE, *label))[:2] == [["Ärenden på listan nu", "12–19"], ["och 21–24"]]


def test_a_space_between_words_parts_nothing(words: Words) -> None:
    made = words(*WIDE, (LEFT, 136, "Siv Ek som valts till"), (RIGHT, 136, "justerare"))  # half an em before the column
    assert cells(made)[2] == ["Siv Ek som valts till justerare"]


def test_one_row_makes_no_column(words: Words) -> None:
    made = words(*WIDE[:2], (LEFT, 118, "Valda till justerare"), (RIGHT, 118, "Siv Ek (C)"))
    assert cells(made)[1] == ["Valda till justerare Siv Ek (C)"]


def test_text_between_ends_the_column(words: Words) -> None:
    text = (LEFT, 136, "Nämnden har gått igenom listan och lägger den till handlingarna.")
    made = words(*WIDE, text, (LEFT, 154, "Valda till justerare"), (RIGHT, 154, "Siv Ek (C)"))
    assert cells(made)[3] == ["Valda till justerare Siv Ek (C)"]


def test_past_the_rest_of_a_label_that_wraps(words: Words) -> None:
    def third(rest: str, below: float) -> list[str]:
        wrapped = [(LEFT, 118 + below, rest), (LEFT, 148, "Anslaget tas ned den"), (RIGHT, 148, "2023-04-27")]
        return cells(words(*WIDE, *wrapped))[3]

    assert third("och röstande", 12) == ["Anslaget tas ned den", "2023-04-27"]
    assert third("och röstande", 20) == ["Anslaget tas ned den 2023-04-27"]  # a line of its own
    assert third("och alla röstande på mötet", 12) == ["Anslaget tas ned den 2023-04-27"]  # crosses the column
