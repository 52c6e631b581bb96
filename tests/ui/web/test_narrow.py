from __future__ import annotations

import pytest

from ui.texts import texts
from ui.web.address import Address, Tab
from ui.web.narrow import choice_field, matches, narrow_form, words_field


@pytest.mark.parametrize(
    ("words", "expected"),
    [("", True), ("kast", True), ("KAST mott", True), ("mottagning kast", True), ("ast", False), ("kast buller", False),
     ("845", True), ("öppna en", True)],
)  # fmt: skip
def test_every_word_begins_a_word(words: str, expected: bool) -> None:
    assert matches(words, "Öppna en KAST-mottagning", None, "KS 2021-845") is expected


def test_words_in_brackets_are_found() -> None:
    assert matches("v motion", "Motion (V)")


def test_the_form_stays_on_its_tab_and_says_what_is_left() -> None:
    address = Address(tab=Tab.CASE, question='"x"', state="b")
    fields = [words_field(address, "Ord"), choice_field("lage", "Läge", [("", "Alla"), ("b", "B")], "b")]
    html = narrow_form(address, fields, texts("sv"), name="Avgränsa", result="3 ärenden")
    assert '<input type="hidden" name="flik" value="arende"/>' in html
    assert '<label><span>Ord</span><input type="search" name="q" value="&quot;x&quot;"' in html
    assert '<option value="b" selected>B</option>' in html
    assert '<option value="">Alla</option>' in html
    assert '<p class="facts" role="status">3 ärenden</p>' in html
    assert 'method="get"' in html
