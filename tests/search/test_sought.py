from __future__ import annotations

import pytest

from search.question import read_question
from search.sought import asks_for_a_name, phrases_sought, tells_a_name


@pytest.mark.parametrize(
    ("text", "language", "phrases"),
    [
        ("vilket företag ska montera gungorna", "sv", ["företag ska montera"]),
        ("hur många lampor är trasiga", "sv", ["lampor är trasiga"]),
        ("vad heter den nya rektorn på skolan?", "sv", ["rektorn på skolan"]),
        ("på vilken färg enades man", "sv", ["färg enades man"]),
        ("Which brand of cameras was bought?", "en", ["brand of cameras"]),
        ("What is the local tax rate?", "en", ["local tax rate"]),
        ("what decibel level is allowed", "en", ["decibel level is"]),
        ("What was decided about the cameras?", "en", []),
        ("what did the council say", "en", []),
        ("vad har vi beslutat om kameror", "sv", []),
        ("vilket år antogs planen", "sv", []),
        ("vilken nämnd ansvarar", "sv", []),
        ("which committee is responsible", "en", []),
        ("hur många motioner avslogs", "sv", []),
    ],
)
def test_what_is_asked_for_by_name(text: str, language: str, phrases: list[str]) -> None:
    assert list(phrases_sought(text, language)) == phrases


def test_the_first_word_that_says_a_subject_is_what_is_sought() -> None:
    sought = read_question("vad heter den nya rektorn på förskolan").sought
    assert sought is not None
    assert sought.terms == ("rektor",)


def test_an_english_word_is_sought_by_its_translations() -> None:
    sought = read_question("Which companies offered to sponsor the ice rink?").sought
    assert sought is not None
    assert "företag" in sought.terms


@pytest.mark.parametrize("text", ["vad har vi beslutat om lekplatser", "vem lade motionen om lekplatser"])
def test_most_questions_ask_for_nothing_by_name(text: str) -> None:
    assert read_question(text).sought is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("vilken entreprenör lägger asfalten på Storgatan", True),
        ("vad heter systemet för felanmälan", True),
        ("Which supplier delivers the meals?", True),
        ("vilken nämnd ansvarar för asfalten", False),
        ("who owns the measures in the plan", False),
        ("vad har vi beslutat om företag i centrum", False),
    ],
)
def test_which_firm_make_or_holder_of_a_post_is_asked_for_by_name(text: str, expected: bool) -> None:
    assert asks_for_a_name(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Avtalet med Sandbergs Åkeri AB löper ut 2026.", True),
        ("Felanmälan görs i appen Rapportera.", True),
        ("Systemet kallas Lotsen i dagligt tal.", True),
        ("Företaget ska upphandlas under 2025.", False),
        ("Inga Ek (C) föreslår att ett företag anlitas.", False),
    ],
)
def test_a_passage_tells_a_name(text: str, expected: bool) -> None:
    assert tells_a_name(text) == expected
