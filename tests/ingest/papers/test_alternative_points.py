from __future__ import annotations

import pytest

from ingest.papers.alternative_points import alternative_of, chosen, proposed_alternative
from ingest.papers.items import items_of
from tests.ingest.papers.paper_made import document, paragraphs

TWO = "Alternativ 1: Motionen avslås.\nAlternativ 2: Motionen bifalls."


def _found(text: str, kind: str = "motionssvar") -> list[tuple[int, str]]:
    paper = document(text, kind)
    items = items_of(paper.paragraphs, paper.parts[0], about_petition=True)
    return [(item.number, item.words) for item in items]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Sektor kommunledning förordar alternativ 1.", "1"),
        ("Kontoret föreslår därför alternativ B.", "b"),
        ("Alternativ 2 förordas av förvaltningen.", "2"),
        ("Vi rekommenderar beslutsalternativ 3.", "3"),
        ("Nämnden föreslås besluta enligt alternativ 2.", "2"),
        ("Eva Ek (S) föreslår alternativ 2. Bo Ros (M) föreslår alternativ 1.", None),
        ("Kontoret föreslår ett alternativ till bron.", None),
        ("Alternativ 1 innebär att bron rivs.", None),
    ],
)
def test_which_alternative_a_paragraph_chooses(text: str, label: str | None) -> None:
    assert chosen(text) == label


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("Alternativ 1: Motionen avslås.", ("1", "Motionen avslås.")),
        ("Beslutsalternativ B – Motionen bifalls.", ("b", "Motionen bifalls.")),
        ("Alternativ 2 (huvudförslag)", ("2", "")),
        ("Alternativ 1 innebär att bron rivs.", None),
        ("Alternativa drivmedel: en översikt", None),
    ],
)
def test_the_alternative_that_a_paragraph_states(text: str, one: tuple[str, str] | None) -> None:
    assert alternative_of(text) == one


@pytest.mark.parametrize(
    ("choice", "items"),
    [
        ("Sektorn förordar alternativ 1.", [(1, "Motionen avslås.")]),
        ("Kontoret rekommenderar alternativ 2.", [(1, "Motionen bifalls.")]),
    ],
)
def test_only_the_alternative_that_a_letter_chooses_is_proposed(choice: str, items: list[tuple[int, str]]) -> None:
    for text in (f"{choice}\n{TWO}", f"{TWO}\n{choice}", f"{TWO}\n# Bedömning\n{choice}"):
        found = [
            (number, words.partition(": ")[2] or words) for number, words in _found(f"# Förslag till beslut\n{text}")
        ]
        assert found == items


def test_what_stands_below_an_alternative_is_its_own() -> None:
    two = "Alternativ 1\n1. Motionen avslås.\nAlternativ 2\n1. Motionen bifalls."
    text = f"# Förslag till beslut\nVi förordar alternativ 1.\n{two}"
    assert _found(text) == [(1, "Motionen avslås.")]
    assert _found(text.replace("alternativ 1.", "alternativ 2.")) == [(1, "Motionen bifalls.")]


def test_without_a_choice_nothing_is_passed_over() -> None:
    assert len(_found(f"# Förslag till beslut\n{TWO}")) == 2
    assert proposed_alternative(paragraphs(f"Vi förordar alternativ 1 och vi föreslår alternativ 2.\n{TWO}")) is None
    assert proposed_alternative(paragraphs("Vi förordar alternativ 1.\nAlternativ 1: Motionen avslås.")) is None
