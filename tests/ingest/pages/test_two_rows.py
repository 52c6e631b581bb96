from __future__ import annotations

from collections.abc import Callable, Sequence

from ingest.pages.row_cells import cells_of_rows
from ingest.pages.rows import rows_of
from ingest.pages.two_rows import two_make_a_table
from ingest.pages.words import Segment, Word

Words = Callable[..., tuple[Word, ...]]
Placed = tuple[float, float, str]
LABELS: list[Placed] = [(70, 100, "Beslutad av"), (70, 120, "Dnr")]
VALUES: list[Placed] = [(200, 100, "Hamnnämnden 2024-03-12"), (200, 120, "HN 2024:31")]


def line(y: float, x0: float = 66, x1: float = 500) -> Segment:
    """A line drawn across."""
    return (x0, y, x1, y)


def is_table(words: Sequence[Word], *rules: Segment) -> bool:
    """Whether the rows of these words are a table."""
    rows = rows_of(words)
    return two_make_a_table(rows, cells_of_rows(rows, 10.0), rules, 10.0)


def test_two_rows_alone_are_not(words: Words) -> None:
    assert not is_table(words(*LABELS, *VALUES))


def test_a_line_between_them_and_one_below_or_above_make_them_one(words: Words) -> None:
    made = words(*LABELS, *VALUES)
    assert is_table(made, line(106), line(126))
    assert is_table(made, line(88), line(106))
    assert is_table(made, line(106, 66, 190), line(106, 190, 500), line(126, 66, 190), line(126, 190, 500))


def test_one_line_or_lines_elsewhere_do_not(words: Words) -> None:
    made = words(*LABELS, *VALUES)
    assert not is_table(made, line(106))
    assert not is_table(made, line(88), line(126))
    assert not is_table(made, line(106), line(160))


def test_lines_to_sign_on_do_not(words: Words) -> None:
    names = words((70, 100, "Siv Ek"), (200, 100, "Bo Krok"), (70, 120, "Hamnchef"), (200, 120, "Jurist"))
    lines = [line(y, x0, x0 + 90) for y in (88, 106) for x0 in (70, 200)]
    assert not is_table(names, *lines)


def test_a_table_that_is_ruled_may_have_more_columns_set_to_the_right(words: Words) -> None:
    head = [(70.0, 100.0, "Båt"), (200.0, 100.0, "Sommar"), (300.0, 100.0, "Vinter")]
    row = [(70.0, 120.0, "Eka"), (215.0, 120.0, "310"), (315.0, 120.0, "90")]
    assert is_table(words(*head, *row), line(106), line(126))
    assert not is_table(words(*head, *row))


def test_bold_labels_beside_plain_values_make_them_one(words: Words) -> None:
    assert is_table([*words(*LABELS, bold=True), *words(*VALUES)])
    assert not is_table(words(*LABELS, *VALUES, bold=True))


def test_a_bold_row_above_a_plain_one_does_not(words: Words) -> None:
    head, row = [LABELS[0], VALUES[0]], [LABELS[1], VALUES[1]]
    assert not is_table([*words(*head, bold=True), *words(*row)])


def test_values_that_wrap_belong_but_not_a_list_of_everyone(words: Words) -> None:
    def with_lines(count: int) -> bool:
        more = [(200.0, 112.0 + 12 * k, "och Siv Ek") for k in range(count)]
        labels = [LABELS[0], (70.0, 120.0 + 12 * count, "Dnr")]
        values = [VALUES[0], (200.0, 120.0 + 12 * count, "HN 2024:31")]
        return is_table([*words(*labels, bold=True), *words(*values, *more)])

    assert with_lines(1)
    assert with_lines(4)
    assert not with_lines(5)
