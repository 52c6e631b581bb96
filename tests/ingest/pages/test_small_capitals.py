from __future__ import annotations

from ingest.pages.glyphs import WordBuilder
from ingest.pages.words import Style

LARGE, SMALL = Style(10.0), Style(7.0)


def words(*glyphs: tuple[str, float, float, Style]) -> list[str]:
    """The words of glyphs given as (text, x0, baseline, style), each half its size wide."""
    builder = WordBuilder()
    for text, x0, base, style in glyphs:
        builder.glyph(text, (x0, base - 8, x0 + style.size / 2, base), base, style)
    builder.space()
    return [word.text for word in builder.words]


def test_a_capital_and_its_small_capitals_are_one_word() -> None:
    assert words(("F", 0, 20, LARGE), ("ö", 5, 20, SMALL), ("r", 8.5, 20, SMALL)) == ["För"]


def test_a_small_digit_is_a_note_reference() -> None:
    assert words(("ö", 0, 20, LARGE), ("1", 5, 20, SMALL)) == ["ö", "1"]


def test_a_raised_small_letter_is_apart() -> None:
    assert words(("m", 0, 20, LARGE), ("a", 5, 18, SMALL)) == ["m", "a"]
