from __future__ import annotations

from collections.abc import Callable

from ingest.pages.margin_column import is_label, with_margin_first
from ingest.pages.rows import rows_of
from ingest.pages.words import Word

Words = Callable[..., tuple[Word, ...]]
TEXT = "Tora Brink har i motion föreslagit att badstranden får en brygga och att"


def read(words: tuple[Word, ...]) -> list[str]:
    """The rows' texts in reading order."""
    return [row.text for row in with_margin_first(rows_of(words), 10.0)]


def test_a_paragraf_with_or_without_letters_is_a_label(words: Words) -> None:
    assert all(is_label(words((50, 100, text))) for text in ("Rf § 12", "§ 12", "Bnau § 8/2021"))
    assert not any(is_label(words((50, 100, text))) for text in ("enligt § 12", "§ 12 Motion", "Rf 2021/12"))


def test_a_title_stays_beside_its_paragraf(words: Words) -> None:
    assert read(words((50, 100, "Rf § 12"), (150, 100, "Brygga"), (150, 120, TEXT))) == ["Rf § 12 Brygga", TEXT]


def test_running_text_beside_a_paragraf_follows_it(words: Words) -> None:
    made = words((50, 100, "Rsau § 9"), (150, 100, TEXT), (150, 112, "den städas."))
    assert read(made) == ["Rsau § 9", TEXT, "den städas."]


def test_what_stands_below_the_paragraf_never_parts_the_text_beside_it(words: Words) -> None:
    text = ((150.0, 112.0, TEXT), (150.0, 124.0, "den städas."))
    made = words((50, 100, "Rf § 12"), (150, 100, "Brygga"), (50, 112, "Rs 2021/40"), (50, 124, "821"), *text)
    assert read(made) == ["Rf § 12 Brygga", "Rs 2021/40", "821", TEXT, "den städas."]


def test_a_bold_title_goes_on_before_the_margin(words: Words) -> None:
    bold = words((50, 100, "Rf § 12"), (150, 100, "Brygga vid"), (150, 112, "badstranden"), bold=True)
    assert read((*bold, *words((50, 112, "Rs 2021/40")))) == ["Rf § 12 Brygga vid", "badstranden", "Rs 2021/40"]


def test_rows_without_a_margin_stay_as_they_are(words: Words) -> None:
    assert read(words((50, 100, "Datum"), (150, 100, "2021-03-01"), (50, 112, TEXT))) == ["Datum 2021-03-01", TEXT]


def test_a_word_space_of_the_title_below_is_no_gutter(words: Words) -> None:
    title = "Motion om brygga vid stranden"
    edge = next(word.x0 for word in words((50, 120, title)) if word.text == "brygga")
    assert read(words((50, 100, "Rf § 12"), (edge, 100, "Dnr 2021-40-821"), (50, 120, title)))[1] == title
