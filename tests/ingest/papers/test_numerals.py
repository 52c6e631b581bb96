from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.papers.numerals import CARDINALS, LETTERS, ORDINALS, label_number, number_of, numbers_in


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("1", (1,)),
        ("1, 2 och 4", (1, 2, 4)),
        ("ett till tre", (1, 2, 3)),
        ("1–3", (1, 2, 3)),
        ("2 t.o.m. 4", (2, 3, 4)),
        ("ett till och med tre", (1, 2, 3)),
        ("första och tredje", (1, 3)),
        ("andra, tredje samt femte", (2, 3, 5)),
        ("a–c", (1, 2, 3)),
        ("2:a", (2,)),
        ("tolfte", (12,)),
        ("ett respektive två", (1, 2)),
        ("I, II och IV", (1, 2, 4)),
    ],
)
def test_lists_and_ranges(text: str, numbers: tuple[int, ...]) -> None:
    assert numbers_in(text) == numbers


@pytest.mark.parametrize(
    ("label", "number"),
    [
        ("1.", 1),
        ("2)", 2),
        ("b)", 2),
        ("–", None),
        ("•", None),
        ("iii.", 3),
        ("I.", 1),
        ("IV.", 4),
        ("V.", 5),
        ("att-sats 2:", 2),
        (None, None),
        ("12.", 12),
    ],
)
def test_markers_of_list_items(label: str | None, number: int | None) -> None:
    assert label_number(label) == number


@given(st.integers(min_value=1, max_value=20))
def test_words_and_figures_are_the_same_number(n: int) -> None:
    assert number_of(str(n)) == number_of(CARDINALS[n - 1]) == number_of(ORDINALS[n - 1].upper()) == n


@given(st.integers(min_value=1, max_value=len(LETTERS)))
def test_letters_count_from_a(n: int) -> None:
    assert number_of(f"{LETTERS[n - 1]})") == n


@given(st.sets(st.integers(min_value=1, max_value=20), min_size=1, max_size=6))
def test_a_written_list_gives_its_numbers(numbers: set[int]) -> None:
    *head, last = sorted(numbers)
    text = ", ".join(map(str, head)) + (" och " if head else "") + str(last)
    assert numbers_in(text) == tuple(sorted(numbers))


def test_a_scanner_may_have_lost_the_dots() -> None:
    assert [number_of(word) for word in ("förste", "forste", "forsta", "fjarde", "tva")] == [1, 1, 1, 4, 2]
