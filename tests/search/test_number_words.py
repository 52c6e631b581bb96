from __future__ import annotations

import pytest

from index.terms import analyse
from search.number_words import other_writing


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("åtta", "8"),
        ("femtusen", "5 000"),
        ("tjugofem", "25"),
        ("tvåhundra", "200"),
        ("hundra", "100"),
        ("8", "åtta"),
        ("16-åring", "sextonåring"),
        ("sextonåring", "16-åring"),
        ("eight", "8"),
    ],
)
def test_a_number_in_figures_and_in_words(asked: str, written: str) -> None:
    (term,) = (one for one in analyse(asked) if one in (asked, asked.lower()))
    assert other_writing(term) == (next(iter(analyse(written))),)


@pytest.mark.parametrize("word", ["ett", "1", "skola", "2023", "åring", "tonåring", ""])
def test_what_is_no_number_has_no_other_writing(word: str) -> None:
    assert other_writing(word) == ()
