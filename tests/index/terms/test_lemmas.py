from __future__ import annotations

import pytest

from index.terms.lemmas import known, known_english, lemma


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("bostad", "bostad"),
        ("bostäder", "bostad"),
        ("bostäderna", "bostad"),
        ("avgift", "avgift"),
        ("avgiften", "avgift"),
        ("uppdrag", "uppdrag"),
        ("uppdraget", "uppdrag"),
        ("äldre", "äldre"),
        ("beslutet", "beslut"),
        ("besluten", "beslut"),
        ("förslagen", "förslag"),
        ("öppet", "öppen"),
        ("kommunfullmäktiges", "kommunfullmäktige"),
        ("hundrastgårdar", None),
        ("träna", "träna"),
        ("tränar", "träna"),
        ("tränade", "träna"),
        ("handla", "handla"),
        ("bussar", "buss"),
        ("klubbar", "klubb"),
    ],
)
def test_dictionary_forms(form: str, expected: str | None) -> None:
    assert lemma(form) == expected


def test_known_words() -> None:
    assert known("lekplats")
    assert not known("zzxq")


def test_known_english_words() -> None:
    assert known_english("turning")
    assert not known_english("happend")
