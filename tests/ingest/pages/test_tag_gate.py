from __future__ import annotations

from ingest.pages.measures import Measures
from ingest.pages.sheet import sheet_of
from ingest.pages.structure_tree import Tag
from ingest.pages.tag_gate import trusted
from ingest.pages.words import PageText, Style, Word

MEASURES = Measures(10.0, {10: 12.0})


def page(*lines: tuple[float, int]) -> PageText:
    """A page of lines (baseline, marked-content id)."""
    words = tuple(Word("motionen", 70, base - 8, 110, base + 2, base, Style(10.0, mcid=mcid)) for base, mcid in lines)
    return PageText(0, 595.0, 842.0, words)


def test_tags_that_part_lines_as_the_page_does() -> None:
    sheets = [sheet_of(page((100, 1), (112, 1), (140, 2), (152, 2)))]
    assert trusted(sheets, {(0, 1): Tag(1, "P"), (0, 2): Tag(2, "P")}, MEASURES)


def test_one_block_for_several_paragraphs_is_an_automatic_tagger_s() -> None:
    sheets = [sheet_of(page((100, 1), (130, 1), (160, 1), (190, 1)))]
    assert not trusted(sheets, {(0, 1): Tag(1, "P")}, MEASURES)


def test_one_clear_break_inside_a_block_is_forgiven() -> None:
    sheets = [sheet_of(page((100, 1), (112, 1), (142, 1)))]
    assert trusted(sheets, {(0, 1): Tag(1, "P")}, MEASURES)


def test_tags_on_half_the_page_do_not_count() -> None:
    sheets = [sheet_of(page((100, 1), (112, 1), (124, 9), (136, 9)))]
    assert not trusted(sheets, {(0, 1): Tag(1, "P")}, MEASURES)


def test_no_tags() -> None:
    assert not trusted([], {}, MEASURES)
