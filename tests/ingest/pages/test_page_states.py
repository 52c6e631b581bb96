from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ingest.pages.page_states import Usable, usable
from ingest.pages.words import PageText

MakePage = Callable[..., PageText]
SWEDISH = "motionen har remitterats till nämnden för yttrande och den ska besvaras " * 5


def test_text_a_picture_or_nothing(page: MakePage) -> None:
    assert usable(page((70, 100, SWEDISH))) is Usable.YES
    assert usable(PageText(0, 595.0, 842.0)) is Usable.BLANK
    assert usable(PageText(0, 595.0, 842.0, image_share=0.9)) is Usable.PICTURE
    assert usable(replace(page((70, 100, "Sida 1")), image_share=0.9)) is Usable.PICTURE
    assert usable(PageText(0, 595.0, 842.0, image_share=0.1)) is Usable.BLANK


def test_glyphs_without_characters_are_garbled(page: MakePage) -> None:
    made = page((70, 100, SWEDISH))
    assert usable(replace(made, unmapped=made.characters * 15 // 100)) is Usable.YES
    assert usable(replace(made, unmapped=made.characters * 16 // 100)) is Usable.GARBLED


def test_words_of_no_language_are_garbled_but_tables_of_numbers_are_not(page: MakePage) -> None:
    assert usable(page((70, 100, "!#%& x1= ?? " * 20))) is Usable.GARBLED
    assert usable(page((70, 100, "524,1 310 22 " * 20))) is Usable.YES
