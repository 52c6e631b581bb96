from __future__ import annotations

from collections import Counter

import pytest

from index.terms import words
from search.english import entries, is_english, translated


def read(text: str) -> list[tuple[str, tuple[str, ...] | None]]:
    return [(text[start:end], swedish) for start, end, swedish in translated(text)]


def test_no_english_word_or_phrase_is_entered_twice() -> None:
    twice = [phrase for phrase, times in Counter(phrase for phrase, _ in entries()).items() if times > 1]
    assert twice == []


def test_entries_are_written_as_questions_are_read() -> None:
    wrong = [phrase for phrase, _ in entries() if phrase != " ".join(phrase.lower().split()) or "-" in phrase]
    assert wrong == []


def test_every_entry_with_swedish_words_gives_terms() -> None:
    assert [phrase for phrase, swedish in entries() if swedish and not all(map(words, swedish))] == []


def test_no_swedish_word_stands_twice_in_an_entry() -> None:
    assert [phrase for phrase, swedish in entries() if len(set(swedish)) < len(swedish)] == []


def test_the_longest_phrase_is_taken() -> None:
    assert read("dog parks")[0][0] == "dog parks"
    assert "hundrastgård" in (read("dog parks")[0][1] or ())
    assert [text for text, _ in read("violence in close relationships")] == ["violence in close relationships"]


def test_hyphens_and_genitives_do_not_part_a_phrase() -> None:
    assert read("after-school clubs") == [("after-school clubs", ("fritidshem", "fritids"))]
    assert read("women’s shelter") == [("women’s shelter", dict(entries())["women shelter"])]
    assert [text for text, _ in read("the children's books")] == ["the", "children", "books"]


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("neighbourhood", "neighborhood"),
        ("centre", "center"),
        ("organised crime", "organized crime"),
        ("fibre", "fiber"),
    ],
)
def test_both_spellings(british: str, american: str) -> None:
    assert [swedish for _, swedish in read(british)] == [swedish for _, swedish in read(american)] != [None]


def test_another_inflection_is_known() -> None:
    assert read("demolishes") == [("demolishes", dict(entries())["demolish"])]
    assert read("swapping") == [("swapping", dict(entries())["swap"])]


def test_names_stay_without_translation() -> None:
    assert read("Novahuset parking")[0] == ("Novahuset", None)


def test_what_looks_like_an_inflection_is_not_taken_for_one() -> None:
    assert read("a polite feed") == [("a", None), ("polite", None), ("feed", None)]


def test_words_of_both_languages_do_not_tell_english() -> None:
    assert is_english("Schools")
    assert not is_english("nato")
    assert not is_english("Sörby")


def test_words_without_a_subject_are_known_and_give_nothing() -> None:
    assert read("anyone going") == [("anyone", ()), ("going", ())]


def test_figures_are_written_as_in_swedish_and_numbers_of_papers_stay_whole() -> None:
    assert read("1,500,000") == [("1,500,000", ("1500000",))]
    assert read("2.5") == [("2.5", ("2,5",))]
    assert read("KS 2021-845 2023-04-25 COVID-19") == [("KS 2021-845", None), ("2023-04-25", None), ("COVID-19", None)]
