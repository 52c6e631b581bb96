from __future__ import annotations

from ingest.pages.letter_spacing import with_words
from ingest.pages.words import Style, Word


def apart(text: str, *, gap: float, space: float) -> list[Word]:
    """The letters of a text 6 points wide and `gap` apart, its words `space` apart, at 10 points."""
    made: list[Word] = []
    x = 70.0
    for word in text.split():
        for letter in word:
            made.append(Word(letter, x, 92.0, x + 6, 102.0, 100.0, Style(10.0)))
            x += 6 + gap
        x += space - gap
    return made


def test_capitals_set_apart_are_words_where_wider_gaps_part_them() -> None:
    spaced = apart("BODARPS STAD", gap=2, space=7)
    joined = with_words(spaced)
    assert [(word.text, word.x0, word.x1) for word in joined] == [("BODARPS", 70, 124), ("STAD", 131, 161)]
    plain = Word("Datum", 300.0, 92.0, 330.0, 102.0, 100.0, Style(10.0))
    assert [word.text for word in with_words([*spaced, plain])] == ["BODARPS", "STAD", "Datum"]


def test_letters_in_a_list_or_in_cells_stay_apart() -> None:
    for pieces in (
        apart("ABCDEFGH", gap=3, space=3),
        apart("SSMCVL SSMCVL", gap=20, space=60),
        apart("AB CD EF GH", gap=2, space=7),
        apart("ABC DE", gap=2, space=7),
    ):
        assert with_words(pieces) == tuple(pieces)
