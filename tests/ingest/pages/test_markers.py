from __future__ import annotations

from collections.abc import Callable

import pytest

from ingest.pages.markers import count_of, is_marker, is_paragraf, marker_of
from ingest.pages.words import Word

Words = Callable[..., tuple[Word, ...]]


@pytest.mark.parametrize(
    "text", ["1.", "12)", "a)", "(b)", "(2)", "iv.", "IV.", "B)", "2.1", "§12", "•", "–", "\uf0b7"]
)
def test_markers(text: str) -> None:
    assert is_marker(text)


@pytest.mark.parametrize("text", ["2023", "1,5", "Dnr", "och", "B.", "12:30", "(2021)", "(2", ""])
def test_words_and_numbers_are_no_markers(text: str) -> None:
    assert not is_marker(text)


def test_a_number_before_text(words: Words) -> None:
    assert marker_of(words((70, 100, "1. Motionen avslås."))) == ("1.", 85)


def test_a_dash_in_running_text_is_none(words: Words) -> None:
    tight = words((70, 100, "-"), (77, 100, "alltså"))
    assert marker_of(tight) == ("", 70)


def test_a_dash_set_apart_is_one(words: Words) -> None:
    assert marker_of(words((70, 100, "-"), (88, 100, "alltså"))) == ("-", 88)


def test_the_paragraf_sign_and_its_number_are_one_marker(words: Words) -> None:
    assert marker_of(words((70, 100, "§ 164 Motion"))) == ("§ 164", 100)
    assert is_paragraf("§ 164")


def test_a_year_at_the_start_of_a_line_is_none(words: Words) -> None:
    assert marker_of(words((70, 100, "2023 antog fullmäktige"))) == ("", 70)


def test_count_of() -> None:
    assert [count_of(marker) for marker in ("3.", "14)", "(2)", "a)", "§ 3", "–")] == [3, 14, 2, None, None, None]


def test_a_board_s_paragraf_of_the_margin_is_one_marker(words: Words) -> None:
    assert marker_of(words((50, 100, "Bn § 61"), (150, 100, "Motion"))) == ("Bn § 61", 150)
    assert marker_of(words((50, 100, "Bn §61"), (150, 100, "Motion"))) == ("Bn §61", 150)
    assert marker_of(words((50, 100, "Enligt § 61 i reglementet"))) == ("", 50)
    assert is_paragraf("Bn § 61")
