from __future__ import annotations

import pytest

from search.answer_types import share_there, types_asked


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("vad kostar ett halkskydd", {"money"}),
        ("hur stor andel simmar 200 meter", {"share", "amount"}),
        ("hur många barn per grupp", {"count"}),
        ("hur länge sparas filmerna", {"duration"}),
        ("varför avslogs motionen", {"why"}),
        ("vem ansvarar för snöröjningen", {"who"}),
        ("when was the plan adopted", {"when"}),
        ("lekplatser i Sörby", set()),
    ],
)
def test_what_is_asked_for(text: str, expected: set[str]) -> None:
    assert types_asked(text) == expected


@pytest.mark.parametrize(
    ("asked", "words", "share"),
    [
        ({"money"}, "Utökningen kostar 2,15 miljoner kronor.", 1.0),
        ({"money"}, "Utökningen är dyr.", 0.0),
        ({"share"}, "Av dem kan 92 procent simma.", 1.0),
        ({"duration"}, "Filmerna raderas efter två veckor.", 1.0),
        ({"money", "when"}, "Kostnaden är 940 000 kronor.", 0.5),
        (set(), "940 000 kronor", 0.0),
    ],
)
def test_what_is_there(asked: set[str], words: str, share: float) -> None:
    assert share_there(frozenset(asked), words) == share
