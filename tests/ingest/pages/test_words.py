from __future__ import annotations

from ingest.pages.words import ASCENT, DESCENT, Style, Word


def test_a_word_has_its_style_s_size() -> None:
    assert Word("Motion", 0, 0, 30, 10, 8, Style(11.5)).size == 11.5


def test_a_line_s_box_is_one_em_and_a_little() -> None:
    assert round(ASCENT + DESCENT, 2) == 1.02
