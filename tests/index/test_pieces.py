from __future__ import annotations

import pytest

from corpus.paragraph import Kind, Paragraph
from index.pieces import LINES_TOGETHER, LONGEST_WORDS, lines_together, neighbourhood, pieces


def paragraph(n: int, text: str, kind: Kind = Kind.PARAGRAPH, path: tuple[str, ...] = ("Bakgrund",)) -> Paragraph:
    return Paragraph(n, kind, text, (), path)


def test_a_short_text_is_one_piece() -> None:
    assert pieces("Motionen  avslås.\nPunkt.") == ("Motionen avslås. Punkt.",)


def test_a_long_text_is_cut_at_sentences_and_loses_nothing() -> None:
    sentence = "Kommunen bygger en lekplats till nästa sommar i Sörby."  # 9 words
    text = " ".join([sentence] * 60)  # 540 words
    found = pieces(text)
    assert [len(piece.split()) for piece in found] == [216, 216, 108]
    assert " ".join(found) == text


def test_a_sentence_longer_than_a_piece_is_cut_between_words() -> None:
    assert [len(piece.split()) for piece in pieces("ord " * 500)] == [LONGEST_WORDS, LONGEST_WORDS, 60]


def test_a_short_paragraph_gets_its_neighbours_under_the_same_heading() -> None:
    every = (paragraph(1, "Före här."), paragraph(2, "Kort."), paragraph(3, "Efter här.", path=("Annat",)))
    assert neighbourhood(every, every[1]) == "Före här."


def test_long_paragraphs_and_table_rows_get_none() -> None:
    every = (paragraph(1, "Före."), paragraph(2, "ord " * 20), paragraph(3, "1 | 2", Kind.TABLE_ROW))
    assert neighbourhood(every, every[1]) == ""
    assert neighbourhood(every, every[2]) == ""


def test_lines_of_a_letterhead_say_together_which_paper_it_is() -> None:
    lines = ("Kommunstyrelsen", "Dnr KS 2021-389", "2022-03-10")
    every = tuple(paragraph(n, line) for n, line in enumerate(lines, start=1))
    said = {lines_together((*every, paragraph(4, "Motionären vill ha en badbrygga vid sjön.")), line) for line in every}
    assert said == {"Kommunstyrelsen … Dnr KS 2021-389 … 2022-03-10"}


@pytest.mark.parametrize(
    "other",
    [
        paragraph(2, "Nämnden är enig."),
        paragraph(2, "att en brygga byggs"),
        paragraph(2, "Förvaltningen anser i sitt svar på motionen att bryggan bör byggas"),
        paragraph(2, "Brygga", Kind.LIST_ITEM),
        paragraph(2, "Brygga | 2", Kind.TABLE_ROW),
        paragraph(2, "Kommunstyrelsen", path=("Annat",)),
    ],
)
def test_a_sentence_an_item_and_another_headings_line_are_no_such_lines(other: Paragraph) -> None:
    every = (paragraph(1, "Dnr KS 2021-389"), other)
    assert [lines_together(every, one) for one in every] == ["", ""]


def test_a_long_list_of_lines_is_placed_in_lots() -> None:
    every = tuple(paragraph(n, f"Ledamot {n}") for n in range(1, 2 * LINES_TOGETHER + 2))
    said = [lines_together(every, one) for one in every]
    assert len(set(said)) == 3
    assert said[0].startswith("Ledamot 1 … Ledamot 2")
    assert said[LINES_TOGETHER].startswith(f"Ledamot {LINES_TOGETHER + 1} …")
    assert said[-1] == ""
