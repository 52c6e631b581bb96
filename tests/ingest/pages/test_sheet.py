from __future__ import annotations

from dataclasses import replace

from ingest.pages.sheet import sheet_of
from ingest.pages.words import PageText, Style, Word


def sideways(text: str, x: float, y0: float) -> Word:
    """A word that runs downwards at x, baseline to its left."""
    return Word(text, x, y0, x + 10, y0 + 5 * len(text), x + 2, Style(10.0, angle=90))


def test_a_sideways_page_is_turned_and_its_boxes_turned_back() -> None:
    page = PageText(0, 600.0, 800.0, (sideways("första", 500, 100), sideways("andra", 480, 100)))
    sheet = sheet_of(page)
    assert (sheet.turn, sheet.width, sheet.height) == (90, 800.0, 600.0)
    assert [row.text for row in sheet.rows] == ["första", "andra"]
    word = sheet.rows[0].words[0]
    assert (word.x0, word.top, word.x1, word.bottom) == (100, 90, 130, 100)
    assert sheet.shown((word.x0, word.top, word.x1, word.bottom)) == (500, 100, 510, 130)


def test_words_printed_twice_are_read_once() -> None:
    word = Word("Beslut", 70, 92, 100, 102, 100, Style(10.0))
    sheet = sheet_of(PageText(0, 600.0, 800.0, (word, replace(word, x0=70.3, x1=100.3))))
    assert [row.text for row in sheet.rows] == ["Beslut"]


def test_hidden_words_are_read_only_on_scans() -> None:
    hidden = Word("osynlig", 70, 92, 105, 102, 100, Style(10.0, hidden=True))
    assert sheet_of(PageText(0, 600.0, 800.0, (hidden,))).rows == ()
    scan = sheet_of(PageText(0, 600.0, 800.0, (hidden,), image_share=1.0))
    assert [row.text for row in scan.rows] == ["osynlig"]


def test_a_page_without_words_is_an_empty_sheet() -> None:
    assert sheet_of(PageText(0, 600.0, 800.0, image_share=1.0)).rows == ()


def test_a_leaning_scan_s_boxes_lean_with_it() -> None:
    sheet = sheet_of(PageText(0, 600.0, 800.0, skew=0.01))
    assert sheet.shown((500, 100, 600, 110)) == (500, 102.5, 600, 112.5)
    assert sheet.shown((0, 100, 100, 110)) == (0, 97.5, 100, 107.5)
