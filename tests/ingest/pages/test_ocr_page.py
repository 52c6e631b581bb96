from __future__ import annotations

from dataclasses import replace

import pytest

from ingest.pages.ocr_page import SeenWord, confident, ocr_page, without_specks
from ingest.pages.words import PageText

PAGE = PageText(2, 595.0, 842.0, image_share=1.0)


def seen(text: str, x: float, y: float, *, confidence: float = 95.0, line: int = 1, height: float = 29.0) -> SeenWord:
    """A word in a picture of 300 dpi (4.1667 pixels a point)."""
    return SeenWord(text, confidence, x, y, 20.0 * len(text), height, (1, 1, line))


def test_pixels_become_points_and_letters_tell_the_size() -> None:
    page = ocr_page(PAGE, [seen("Motionen", 250, 400)], 300 / 72)
    word = page.words[0]
    assert (round(word.x0, 2), round(word.base, 2)) == (60.0, 102.96)
    assert word.size == pytest.approx(29 / (300 / 72) / 0.70, abs=0.06)  # an M is 0.70 em high
    assert (page.index, page.ocr, page.characters) == (2, True, 8)


def test_a_leaning_page_is_set_straight() -> None:
    lines = [
        [
            seen(text, 250 + 400 * k, 400 + 60 * n + 4 * k, line=n)
            for k, text in enumerate(("Motionen", "har", "avslås", "nu", "helt"))
        ]
        for n in range(4)
    ]
    page = ocr_page(PAGE, [word for line in lines for word in line], 300 / 72)
    assert page.skew == pytest.approx(0.01, abs=0.001)
    assert len({word.base for word in page.words}) == 4


def test_lines_of_one_paragraph_have_one_size() -> None:
    words = [seen("Motionen", 250, 400), seen("avslås", 250, 460, line=2, height=35), seen("nu", 250, 520, line=3)]
    assert len({word.size for word in ocr_page(PAGE, words, 300 / 72).words}) == 1


def test_a_word_alone_at_the_end_stands_where_the_lines_above_say_though_dirt_touches_it() -> None:
    lines = [[seen("Motionen", 250 + 200 * k, 400 + 60 * n, line=n) for k in range(5)] for n in range(3)]
    touched = seen("hela", 250, 580, line=3, height=62)
    page = ocr_page(PAGE, [*(word for line in lines for word in line), touched], 300 / 72)
    assert len({word.size for word in page.words}) == 1
    bases = [round(base, 2) for base in dict.fromkeys(word.base for word in page.words)]
    assert bases == [102.96, 117.36, 131.76, 146.16]


def test_a_word_that_goes_on_below_one_long_line_stands_where_the_page_says() -> None:
    lines = [[seen("Motionen", 250 + 200 * k, 400 + 60 * n, line=n) for k in range(5)] for n in range(3)]
    own = (1, 2, 1)
    long = [replace(seen("Kommunen", 250 + 200 * k, 600), line=own) for k in range(5)]
    touched = replace(seen("vägtrafik.", 250, 665, height=52), line=(1, 2, 2))
    page = ocr_page(PAGE, [*(one for line in lines for one in line), *long, touched], 300 / 72)
    assert len({one.size for one in page.words}) == 1


def test_a_heading_of_one_word_above_its_text_keeps_its_size() -> None:
    words = [
        seen("Reservation", 250, 400, height=58),
        *(seen("Motionen", 250 + 200 * k, 500, line=2) for k in range(5)),
    ]
    assert len({word.size for word in ocr_page(PAGE, words, 300 / 72).words}) == 2


@pytest.mark.parametrize("dirt", [15, 30])
def test_dirt_that_touches_many_words_of_a_line_makes_it_neither_taller_nor_lower(dirt: int) -> None:
    """Four of six words of the middle line are taller than they are, and reach below its foot."""
    lines = [[seen("Hamnen", 250 + 160 * k, 400 + 60 * n, line=n) for k in range(6)] for n in range(3)]
    touched = [seen("Hamnen", 250 + 160 * k, 460 - dirt, line=1, height=29 + 2 * dirt) for k in range(4)]
    words = [*lines[0], *touched, *lines[1][4:], *lines[2]]
    page = ocr_page(PAGE, words, 300 / 72)
    assert {word.size for word in page.words} == {9.9}
    assert [round(base, 2) for base in dict.fromkeys(word.base for word in page.words)] == [102.96, 117.36, 131.76]


def test_a_line_is_in_larger_type_only_where_its_letters_are_wider() -> None:
    def size(wide: float) -> float:
        text = [seen("Hamnens", 250 + 200 * k, 400 + 60 * n, line=n) for n in range(3) for k in range(4)]
        tall = [seen("Hamnens", 250 + 300 * k, 250, line=9, height=48) for k in range(4)]
        head = [replace(word, width=wide * word.width, line=(2, 1, 1)) for word in tall]
        return ocr_page(PAGE, [*head, *text], 300 / 72).words[0].size

    assert size(1.1) == pytest.approx(9.9, abs=0.06)
    assert size(1.3) == pytest.approx(48 / (300 / 72) / 0.70, abs=0.06)


def test_a_paragraph_sign_read_as_another_is_kept() -> None:
    assert len(without_specks([seen("$", 0, 0, confidence=78), seen("$", 0, 0, confidence=20)])) == 1
    signs = [seen("&", 0, 0, confidence=66), seen("14", 0, 0), seen("$&", 0, 0, confidence=5), seen("22,", 0, 0)]
    assert len(without_specks(signs)) == 4
    assert [word.text for word in without_specks([signs[0], seen("Miljö", 0, 0), signs[2]])] == ["Miljö"]
    assert len(without_specks([signs[0], seen("14", 0, 0, line=2)])) == 1


def test_the_sign_between_two_names_is_no_dirt() -> None:
    park = [seen("Gata", 0, 0), seen("&", 0, 0, confidence=80), seen("Park", 0, 0)]
    assert [word.text for word in without_specks(park)] == ["Gata", "&", "Park"]
    doubted = [park[0], seen("&", 0, 0, confidence=20), park[2]]
    assert [word.text for word in without_specks(doubted)] == ["Gata", "Park"]
    assert [word.text for word in without_specks([seen("ett", 0, 0), park[1], seen("hus", 0, 0)])] == ["ett", "hus"]


def test_dirt_is_not_text() -> None:
    words = [
        seen("|", 0, 0),
        seen("~", 0, 0),
        seen(";", 0, 0, confidence=80),
        seen("Vv", 0, 0, confidence=0),
        seen("–", 0, 0),
    ]
    assert [word.text for word in without_specks([*words, seen("i", 0, 0), seen("Motionen", 0, 0, confidence=5)])] == [
        "–",
        "i",
        "Motionen",
    ]


def test_a_drawing_is_not_text() -> None:
    assert confident([])
    assert confident([seen("Motionen", 0, 0, confidence=60)])
    assert not confident([seen("Motionen", 0, 0, confidence=41)])
