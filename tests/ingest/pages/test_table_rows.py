from __future__ import annotations

from collections.abc import Callable

from ingest.pages.hyphens import Hyphens
from ingest.pages.table_rows import drafts_of_table
from ingest.pages.tables import Table, table_of
from ingest.pages.words import Word

Words = Callable[..., tuple[Word, ...]]


def table(words: Words, *rows: tuple[str, ...], bold_first: bool = False) -> Table:
    """A table with columns at 70, 200 and 330."""
    return table_of(
        [
            {
                j: list(words((70 + 130 * j, 100 + 20 * i, text), bold=bold_first and not i))
                for j, text in enumerate(row)
                if text
            }
            for i, row in enumerate(rows)
        ]
    )


def test_each_row_knows_its_cells_and_their_columns(words: Words) -> None:
    made = table(words, ("Zon", "Område"), ("Röd", "Stortorget"), bold_first=True)
    head, row = drafts_of_table(made, 0, 7, {}, Hyphens())
    assert (head.cells, head.columns) == (("Zon", "Område"), ("Zon", "Område"))
    assert (row.cells, row.columns, row.region) == (("Röd", "Stortorget"), ("Zon", "Område"), 7)


def test_an_empty_cell_does_not_shift_the_heads(words: Words) -> None:
    made = table(words, ("Zon", "Område", "Avgift"), ("Röd", "", "22 kr"), bold_first=True)
    assert drafts_of_table(made, 0, 0, {}, Hyphens())[1].columns == ("Zon", "Avgift")


def test_words_above_digits_are_heads(words: Words) -> None:
    rows = drafts_of_table(
        table(words, ("Indikator", "Mål"), ("Simkunniga", "98"), ("Låntagare", "600")), 0, 0, {}, Hyphens()
    )
    assert rows[2].columns == ("Indikator", "Mål")


def test_a_table_of_words_without_bold_has_no_heads(words: Words) -> None:
    rows = drafts_of_table(table(words, ("Röd", "Stortorget"), ("Gul", "Centrum")), 0, 0, {}, Hyphens())
    assert rows[1].columns == ()


def test_a_wrapped_cell_is_one_text_and_a_list_like_one_has_semicolons(words: Words) -> None:
    wrapped = words((70, 100, "Grundutbildning om våld för"), (70, 112, "alla nya"))
    names = words((300, 100, "Runa Ek"), (300, 112, "Bo Ek"), (300, 124, "Saga Lindmarker"))
    made = table_of([{0: list(wrapped), 1: list(names)}])
    assert drafts_of_table(made, 0, 0, {}, Hyphens())[0].cells == (
        "Grundutbildning om våld för alla nya",
        "Runa Ek; Bo Ek; Saga Lindmarker",
    )
