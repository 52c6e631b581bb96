from __future__ import annotations

import pytest

from search.spelling import respelled, slips
from tests.search.made import ENGINE, searcher


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nya lekpltaser", "nya lekplatser"),
        ("vad händer med hundarr", "vad händer med hundar"),
        ("what happend with the playgrounds", "what happened with the playgrounds"),
    ],
)
def test_a_slip_is_put_right(text: str, expected: str) -> None:
    assert respelled(text, ENGINE) == expected


@pytest.mark.parametrize(
    "text",
    [
        "nya lekplatser",
        "elsparkcyklar i Hällby",
        "Lekpltaser",
        "dnr för lekplatser",
        "turning the formal offshore wind case",
        "prisskillnad",
        "",
    ],
)
def test_known_words_compounds_and_names_stay(text: str) -> None:
    assert respelled(text, ENGINE) == text


def test_slips_are_one_letter_away() -> None:
    assert {"ab", "ba", "abc", "xab", "a", "b", "ax"} <= {*slips("ab"), "ab"}
    assert "cd" not in set(slips("ab"))


def test_the_searcher_answers_a_misspelt_question() -> None:
    right, wrong = (searcher().ask(text).hits for text in ("lekplatser vid skolan", "lekpltaser vid skolan"))
    assert [(hit.file, hit.paragraph) for hit in wrong] == [(hit.file, hit.paragraph) for hit in right]
