from __future__ import annotations

from collections.abc import Callable

from ingest.pages.rows import cells_of, fragments_of, is_bold, rows_of, text_of
from ingest.pages.words import Word

Words = Callable[..., tuple[Word, ...]]


def test_words_on_one_baseline_are_a_row_from_left_to_right(words: Words) -> None:
    rows = rows_of(words((200, 100, "motionen"), (70, 102, "1."), (70, 115, "nästa")))
    assert [row.text for row in rows] == ["1. motionen", "nästa"]
    assert (rows[0].x0, rows[0].x1) == (70, 240)


def test_a_raised_digit_is_taken_out_of_the_text(words: Words) -> None:
    sign = words((110, 96, "1"), size=6)
    rows = rows_of((*words((70, 100, "lagstöd.")), *sign))
    assert [row.text for row in rows] == ["lagstöd."]
    assert [word.text for word in rows[0].raised] == ["1"]


def test_a_raised_digit_in_front_numbers_its_footnote(words: Words) -> None:
    rows = rows_of((*words((70, 697, "1"), size=5), *words((73.5, 700, "Lag (2009:724)"), size=8)))
    assert [row.text for row in rows] == ["1 Lag (2009:724)"]


def test_small_print_of_its_own_is_a_row(words: Words) -> None:
    rows = rows_of((*words((70, 100, "lagstöd.")), *words((70, 130, "1"), size=6)))
    assert [row.text for row in rows] == ["lagstöd.", "1"]


def test_a_gap_of_more_than_1_7_em_parts_a_row(words: Words) -> None:
    one = words((70, 100, "ab"), (96, 100, "cd"))  # 16 points between
    two = words((70, 100, "ab"), (98, 100, "cd"))  # 18 points between
    assert len(fragments_of(one)) == 1
    assert [text_of(part) for part in fragments_of(two)] == ["ab", "cd"]


def test_a_justified_line_of_few_words_is_one_cell(words: Words) -> None:
    even = words((70, 100, "som"), (120, 100, "alla"), (175, 100, "vet"))
    uneven = words((70, 100, "som"), (120, 100, "alla"), (300, 100, "vet"))
    assert len(cells_of(even)) == 1
    assert len(cells_of(uneven)) == 3


def test_words_are_bold_whatever_the_signs_among_them_are(words: Words) -> None:
    bold, plain = words((70, 100, "Beslut"), bold=True), words((120, 100, "–"))
    assert is_bold((*bold, *plain))
    assert not is_bold((*bold, *words((130, 100, "fattas"))))
    assert not is_bold(plain)
