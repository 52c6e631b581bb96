from __future__ import annotations

from collections.abc import Callable

from ingest.pages.columns import gutters_of, split_columns
from ingest.pages.rows import rows_of
from ingest.pages.words import Word

Words = Callable[..., tuple[Word, ...]]
LEFT = [(50.0, 100.0 + 12 * k, f"vänster {k:02} spalten är full av text nu") for k in range(10)]
RIGHT = [(310.0, 100.0 + 12 * k, f"höger {k:02} spalten är också full av det") for k in range(10)]


def texts(words: tuple[Word, ...], known: tuple[float, ...] = ()) -> list[tuple[bool, list[str]]]:
    """Each column's fullness and the first words of its rows."""
    return [
        (column.full, [row.words[0].text for row in column.rows])
        for column in split_columns(rows_of(words), 10.0, known)
    ]


def test_two_columns_are_read_left_then_right(words: Words) -> None:
    assert texts(words(*LEFT, *RIGHT)) == [(False, ["vänster"] * 10), (False, ["höger"] * 10)]


def test_a_title_above_the_columns_stands_alone(words: Words) -> None:
    title = (50.0, 50.0, "Måltidspolicy")
    assert texts(words(title, *LEFT, *RIGHT))[0] == (True, ["Måltidspolicy"])


def test_prose_in_one_column_is_not_split(words: Words) -> None:
    prose = [
        (50.0, 100.0 + 12 * k, "en rad som går över hela sidan utan någon lucka alls " + "x" * k) for k in range(12)
    ]
    assert len(texts(words(*prose))) == 1


def test_a_few_rows_are_split_where_another_page_has_its_gutter(words: Words) -> None:
    short = words(*LEFT[:2], *RIGHT[:2])
    assert len(texts(short)) == 1
    gutters = gutters_of(rows_of(words(*LEFT, *RIGHT)), 10.0)
    assert len(gutters) == 1
    assert 236 < gutters[0] < 310
    assert [full for full, _ in texts(short, gutters)] == [False, False]
