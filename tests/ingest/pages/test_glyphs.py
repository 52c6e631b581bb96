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


def test_glyphs_that_share_one_box_are_a_ligature() -> None:
    builder = WordBuilder()
    for text in ("o", "f", "f"):
        builder.glyph(text, (0, 0, 5, 10) if text == "o" else (5, 0, 11, 10), 8, LARGE)
    builder.glyph("e", (11, 0, 16, 10), 8, LARGE)
    builder.space()
    assert [(word.text, word.x0, word.x1) for word in builder.words] == [("offe", 0, 16)]


def test_a_gap_of_a_sixth_of_an_em_is_a_space() -> None:
    assert words(("a", 0, 20, LARGE), ("b", 6.5, 20, LARGE), ("c", 13.2, 20, LARGE)) == ["ab", "c"]


def test_a_step_of_the_baseline_starts_a_word() -> None:
    assert words(("a", 0, 20, LARGE), ("b", 5, 33, LARGE)) == ["a", "b"]


def test_text_that_runs_upwards_is_read_along_its_baseline() -> None:
    style = Style(10.0, angle=270)
    builder = WordBuilder()
    for text, bottom in (("u", 100.0), ("p", 95.0)):
        builder.glyph(text, (40, bottom - 5, 50, bottom), 48, style)
    builder.space()
    assert [word.text for word in builder.words] == ["up"]
