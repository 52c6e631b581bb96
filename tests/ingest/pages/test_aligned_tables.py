from __future__ import annotations

from collections.abc import Callable

from ingest.pages.aligned_tables import find_aligned_tables
from ingest.pages.rows import rows_of, text_of
from ingest.pages.words import Word

Words = Callable[..., tuple[Word, ...]]


def found(words: tuple[Word, ...]) -> list[tuple[int, int, list[list[str]]]]:
    """First and last row of each table, and its cells as text."""
    return [
        (table.first, table.last, [[text_of(cell) for cell in row] for row in table.table.rows])
        for table in find_aligned_tables(rows_of(words), 10.0)
    ]


def test_three_rows_with_cells_in_the_same_strips_are_a_table(words: Words) -> None:
    rows = [(70.0, 100.0 + 15 * k, name) for k, name in enumerate(("Skola", "Vård", "Gata"))]
    numbers = [(300.0, 100.0 + 15 * k, value) for k, value in enumerate(("524,1", "310,0", "22,9"))]
    text = (70.0, 60.0, "Tabellen visar budgeten.")
    assert found(words(text, *rows, *numbers)) == [(1, 3, [["Skola", "524,1"], ["Vård", "310,0"], ["Gata", "22,9"]])]


def test_two_rows_are_not(words: Words) -> None:
    assert found(words((70, 100, "Ort"), (300, 100, "Datum"), (70, 115, "Norrvik"), (300, 115, "2023"))) == []


def test_list_items_are_not(words: Words) -> None:
    items = [(70.0, 100.0 + 12 * k, f"{k + 1}.") for k in range(4)]
    texts = [(100.0, 100.0 + 12 * k, "Motionen avslås.") for k in range(4)]
    assert found(words(*items, *texts)) == []


def test_a_line_that_wraps_in_its_cell_is_folded_in(words: Words) -> None:
    made = words(
        (70, 100, "Åtgärd"),
        (300, 100, "Ansvarig"),
        (70, 120, "Utbildning om"),
        (300, 120, "Socialchef"),
        (70, 132, "våld"),
        (70, 152, "Kartläggning"),
        (300, 152, "Polisen"),
    )
    assert found(made)[0][2] == [
        ["Åtgärd", "Ansvarig"],
        ["Utbildning om våld", "Socialchef"],
        ["Kartläggning", "Polisen"],
    ]


def test_a_margin_of_paragrafer_and_numbers_beside_text_is_no_table(words: Words) -> None:
    beside = [
        (150.0, 100.0, "Taxa för båtplatser"),
        (150.0, 142.0, "Nämnden den 4 mars"),
        (150.0, 160.0, "Taxan har prövats."),
        (150.0, 184.0, "Nämnden beslutar"),
    ]
    notes = [(50.0, 100.0, "Tn § 12"), (50.0, 118.0, "Tn 2024/31 805"), (50.0, 142.0, "Au § 9")]
    assert found(words(*beside, *notes, (50.0, 184.0, "Tn § 12"))) == []
    named = [(50.0, 100.0, "Tn § 12"), (50.0, 118.0, "Avgift"), (50.0, 142.0, "Au § 9")]
    assert len(found(words(*beside, *named, (50.0, 184.0, "Tn § 12")))) == 1


def test_a_table_of_paragrafer_without_text_between_stays(words: Words) -> None:
    rows = [(50.0, 100.0 + 15 * k, f"Tn § {12 + k}") for k in range(4)]
    titles = [(150.0, 100.0 + 15 * k, "Taxa för båtplatser") for k in range(4)]
    assert len(found(words(*rows, *titles))) == 1


def test_a_row_whose_label_nearly_fills_its_column_does_not_end_the_table(words: Words) -> None:
    labels = ["Plats", "Tid", "Närvarande", "Valda till justerare", "Paragrafer"]
    values = ["Hamnkontoret", "14.00–16.10", "9 ledamöter", "Siv Ek (C)", "12–19"]
    made = [(70.0, 100.0 + 18 * k, label) for k, label in enumerate(labels)]
    made += [(180.0, 100.0 + 18 * k, value) for k, value in enumerate(values)]
    assert found(words(*made)) == [(0, 4, [list(row) for row in zip(labels, values, strict=True)])]


def test_two_rows_drawn_as_a_table_are_one_and_a_margin_is_not(words: Words) -> None:
    def tables(first: str) -> int:
        made = words((70, 100, first), (250, 100, "Hamnnämnden"), (70, 120, "Dnr"), (250, 120, "HN 2024:31"))
        rules = [(66.0, y, 500.0, y) for y in (106.0, 126.0)]
        return len(find_aligned_tables(rows_of(made), 10.0, rules=rules))

    assert tables("Beslutad av") == 1
    assert tables("Hn § 12") == 0
