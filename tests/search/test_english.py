from __future__ import annotations

from search.english import has_translation, translated


def test_the_longest_phrase_is_taken() -> None:
    assert list(translated("dog parks")) == [(0, 9, ("hundrastgård", "rastgård"))]
    assert next(translated("dogs"))[2] == ("hund",)


def test_names_stay_without_translation() -> None:
    text = "Novahuset parking"
    assert [(text[a:b], swedish) for a, b, swedish in translated(text)] == [
        ("Novahuset", ()),
        ("parking", ("parkering",)),
    ]


def test_single_words() -> None:
    assert has_translation("Schools")
    assert not has_translation("Sörby")
