from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from index.terms import analyse, words


def test_forms_of_one_word_meet() -> None:
    assert analyse("bostad") == analyse("bostäder") == analyse("bostäderna") == ("bostad",)


def test_compounds_bring_their_parts() -> None:
    assert analyse("ungdomsmottagningen") == ("ungdomsmottagning", "ungdom", "mottagning")
    assert analyse("KAST-mottagningar") == ("kast-mottagning", "kast", "mottagning")


def test_a_compound_that_no_dictionary_has_gets_its_last_parts_form() -> None:
    assert analyse("cykelparkeringsplatserna") == ("cykelparkeringsplats", "cykel", "parkering", "plats")


def test_an_unknown_word_is_inflected_as_the_word_that_it_ends_in() -> None:
    assert analyse("utegymmet") == analyse("utegym") == ("utegym",)
    assert analyse("svenskakurser") == analyse("svenskakurs") == ("svenskakurs",)


def test_case_numbers_in_any_spelling_meet() -> None:
    assert analyse("KS 2021-845") == analyse("KS/2021:845") == ("ks2021-845", "2021-845")
    assert analyse("2021-845") == ("2021-845",)


def test_sections_and_figures() -> None:
    assert analyse("§ 201 kostar 1 250 000 kr") == ("§201", "kosta", "1250000", "krona")


def test_function_words_are_left_out() -> None:
    assert analyse("vad har vi beslutat om the school") == ("besluta", "school")


def test_decomposed_letters_are_composed() -> None:
    assert analyse(unicodedata.normalize("NFD", "åäö-gård")) == analyse("åäö-gård")


def test_places_of_words() -> None:
    text = "Nya lekplatser i Sörby"
    assert [text[w.start : w.end] for w in words(text)] == ["lekplatser", "Sörby"]


@given(st.text(max_size=200))
def test_any_text_can_be_analysed(text: str) -> None:
    for word in words(text):
        assert word.term
        assert 0 <= word.start < word.end
