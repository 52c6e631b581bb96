from __future__ import annotations

import pytest

from index.terms.compounds import compound_parts, count


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("ungdomsmottagning", ("ungdom", "mottagning")),
        ("cykelparkeringsplats", ("cykel", "parkering", "plats")),
        ("skolgård", ("skola", "gård")),
        ("kvinnojour", ("kvinna", "jour")),
        ("samhällsbyggnadsnämnd", ("samhälle", "byggnad", "nämnd")),
        ("ordningsvakt", ("ordning", "vakt")),
        ("trähus", ("trä", "hus")),
        ("högstadieelev", ("högstadium", "elev")),
        ("simlektion", ("simma", "lektion")),
        ("prisskillnad", ("pris", "skillnad")),
    ],
)
def test_compounds_are_split_into_words(word: str, parts: tuple[str, ...]) -> None:
    assert compound_parts(word) == parts


@pytest.mark.parametrize(
    "word",
    ["kommun", "motion", "förslag", "uppdrag", "bostad", "ordförande", "framtid", "verksamhet", "måltid", "leverans"],
)
def test_words_that_only_look_like_compounds_stay_whole(word: str) -> None:
    assert compound_parts(word) == ()


def test_counts_are_of_dictionary_forms() -> None:
    assert count("motion") > count("lekplats") > 0
    assert count("zzxq") == 0
