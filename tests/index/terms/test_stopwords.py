from __future__ import annotations

from index.terms.stopwords import every_stopword, stopwords


def test_both_languages() -> None:
    assert {"och", "ska", "vilken"} <= stopwords("sv")
    assert {"the", "which"} <= stopwords("en")
    assert every_stopword() == stopwords("sv") | stopwords("en")


def test_words_that_carry_a_subject_are_none() -> None:
    assert not every_stopword() & {"skola", "motion", "beslut", "avslå", "äldre"}
