from __future__ import annotations

from collections.abc import Callable

from ingest.pages.aligned_tables import find_aligned_tables
from ingest.pages.broken_tables import Beyond
from ingest.pages.rows import Row, rows_of
from ingest.pages.words import Word

Words = Callable[..., tuple[Word, ...]]


def rows(words: Words, top: float, *pairs: tuple[str, str]) -> list[Row]:
    """Rows of a label at 70 and a value at 300, 16 points apart."""
    placed = [
        (x, top + 16 * k, text) for k, pair in enumerate(pairs) for x, text in zip((70.0, 300.0), pair, strict=True)
    ]
    return list(rows_of(words(*placed)))


def spans(own: list[Row], beyond: Beyond) -> list[tuple[int, int]]:
    """First and last row of each table."""
    return [(table.first, table.last) for table in find_aligned_tables(own, 10.0, beyond=beyond)]


def test_two_rows_at_a_pages_end_and_two_on_the_next_are_one_table(words: Words) -> None:
    ends = [
        *rows_of(words((70, 700, "Kostnaderna framgår nedan."))),
        *rows(words, 740, ("Post", "Kronor"), ("Lön", "41 000")),
    ]
    begins = [*rows(words, 90, ("Hyra", "9 000"), ("El", "750")), *rows_of(words((70, 150, "Nämnden har medel.")))]
    assert spans(ends, Beyond(below=begins)) == [(1, 2)]
    assert spans(begins, Beyond(above=ends)) == [(0, 1)]
    assert spans(ends, Beyond()) == spans(begins, Beyond()) == []


def test_rows_in_other_columns_or_away_from_the_edge_are_not(words: Words) -> None:
    ends = rows(words, 740, ("Eva Ek", "Bo Alm"), ("Ordförande", "Sekreterare"))
    elsewhere = rows_of(words((70, 90, "Datum"), (220, 90, "2024-03-01"), (70, 106, "Dnr"), (220, 106, "2024/12")))
    assert spans(ends, Beyond(below=elsewhere)) == []
    text = rows_of(words((70, 772, "Justeras omedelbart.")))
    assert spans([*ends, *text], Beyond(below=rows(words, 90, ("Hyra", "9 000")))) == []


def test_one_row_alone_on_its_page_is_of_the_table_on_the_next(words: Words) -> None:
    ends = rows(words, 760, ("Post", "Kronor"))
    begins = rows(words, 90, ("Hyra", "9 000"), ("El", "750"))
    assert spans(ends, Beyond(below=begins)) == [(0, 0)]
    assert spans(begins, Beyond(above=ends)) == [(0, 1)]
