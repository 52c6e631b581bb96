from __future__ import annotations

from corpus.paragraph import Kind, Paragraph
from index.pieces import LONGEST_WORDS, neighbourhood, pieces


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
