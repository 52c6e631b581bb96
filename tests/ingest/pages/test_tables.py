from __future__ import annotations

from collections.abc import Callable

from ingest.pages.tables import table_of
from ingest.pages.words import Word

Words = Callable[..., tuple[Word, ...]]


def test_empty_rows_go_and_columns_are_remembered(words: Words) -> None:
    a, b, c = words((70, 100, "Zon"), (200, 100, "Avgift"), (200, 115, "22"))
    table = table_of([{0: [a], 2: [b]}, {}, {2: [c]}])
    assert table.rows == (((a,), (b,)), ((c,),))
    assert table.columns == ((0, 2), (2,))
    assert table.top == 100
