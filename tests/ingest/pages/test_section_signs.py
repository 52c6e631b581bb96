from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ingest.pages.rows import rows_of
from ingest.pages.section_signs import restore_section_signs
from ingest.pages.words import PageText

MakePage = Callable[..., PageText]


def restored(page: MakePage, *rows: str, ocr: bool = True) -> list[str]:
    """The rows of a page as they read afterwards."""
    made = page(*((70.0, 100.0 + 15 * k, text) for k, text in enumerate(rows)))
    (after,) = restore_section_signs([replace(made, ocr=ocr)])
    return [row.text for row in rows_of(after.words)]


def test_before_a_number_and_a_capital(page: MakePage) -> None:
    assert restored(page, "8 178 Motion (V)", "$ 12 Upprop") == ["§ 178 Motion (V)", "§ 12 Upprop"]


def test_a_thousand_is_a_number(page: MakePage) -> None:
    assert restored(page, "8 178 kronor") == ["8 178 kronor"]


def test_alone_only_where_numbers_climb(page: MakePage) -> None:
    assert restored(page, "8 178", "text", "8 179") == ["§ 178", "text", "§ 179"]
    assert restored(page, "8 178") == ["8 178"]


def test_after_the_letters_of_a_board(page: MakePage) -> None:
    assert restored(page, "Bun $ 9 Motion (V)", "Ks $ 102", "Nämnden $ 7 fann") == [
        "Bun § 9 Motion (V)",
        "Ks § 102",
        "Nämnden 7 fann",
    ]
    assert restored(page, "Sid 8 12") == ["Sid 8 12"]


def test_a_dollar_sign_anywhere_else_is_dirt(page: MakePage) -> None:
    assert restored(page, "Motionen $ avslås") == ["Motionen avslås"]
    assert restored(page, "Motionen $ avslås", ocr=False) == ["Motionen $ avslås"]


def test_between_a_number_and_a_law(page: MakePage) -> None:
    assert restored(page, "Enligt 3 kap. 3 8 socialtjänstlagen ska") == ["Enligt 3 kap. 3 § socialtjänstlagen ska"]


def test_pages_with_text_of_their_own_are_left_alone(page: MakePage) -> None:
    assert restored(page, "8 178 Motion (V)", ocr=False) == ["8 178 Motion (V)"]


def test_after_a_day(page: MakePage) -> None:
    assert restored(page, "Nämnden har den 4 maj 2011, $& 81, sagt") == ["Nämnden har den 4 maj 2011, § 81, sagt"]
    assert restored(page, "Hn 2011-05-04 $ 81.") == ["Hn 2011-05-04 § 81."]
    assert restored(page, "Bygg & Miljö har 4 $ 81 kronor") == ["Bygg & Miljö har 4 81 kronor"]


def test_an_ampersand_after_the_letters_of_a_board(page: MakePage) -> None:
    assert restored(page, "Hn & 81 Kajen") == ["Hn § 81 Kajen"]
