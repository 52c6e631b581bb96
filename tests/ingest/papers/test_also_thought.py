from __future__ import annotations

import pytest

from corpus.paragraph import Kind, Paragraph
from ingest.papers.also_thought import thought_also
from ingest.papers.demands import demands_of
from tests.ingest.papers.paper_made import document


def _thought(text: str) -> list[str]:
    return [words for words, _ in thought_also(Paragraph(1, Kind.PARAGRAPH, text, ()))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Jag tycker även att det ska byggas en toalett, för många vågar inte gå ut.", "det ska byggas en toalett"),
        ("Dessutom anser vi att kommunen bör sätta upp en skylt.", "kommunen bör sätta upp en skylt."),
        ("Vi anser också att bryggan borde lagas eftersom den är farlig.", "bryggan borde lagas"),
        ("Jag skulle också gärna se att parken belyses.", "parken belyses."),
        ("Slutligen ser jag gärna att parken belyses.", "parken belyses."),
        ("Det är mörkt. Vidare tycker jag att parken ska belysas.", "parken ska belysas."),
        ("Jag tycker att det ska byggas en toalett.", ""),
        ("Jag tycker även att parken är vacker.", ""),
        ("Vi tycker inte att barn ska behöva välja.", ""),
        ("Många tycker också att parken ska belysas.", ""),
    ],
)
def test_views_that_ask_for_more(text: str, words: str) -> None:
    assert "".join(_thought(text)) == words


def _asked(text: str, kind: str = "medborgarförslag") -> list[str]:
    paper = document(text, kind)
    return [demand.text for demand in demands_of(paper.paragraphs, paper.parts[0])]


@pytest.mark.parametrize("between", ["\n", " "])
def test_they_go_on_from_a_sentence_that_asks(between: str) -> None:
    text = f"Därför föreslår jag att kommunen ställer ut bänkar.{between}Jag tycker även att det ska byggas en toalett."
    assert _asked(text) == ["kommunen ställer ut bänkar.", "det ska byggas en toalett."]


@pytest.mark.parametrize(
    "text",
    [
        "Jag tycker även att det ska byggas en toalett.\nDärför föreslår jag att kommunen ställer ut bänkar.",
        "Jag föreslår att kommunen ställer ut bänkar.\nJag är gammal.\nJag tycker även att det ska byggas en toalett.",
        "Jag tycker även att det ska byggas en toalett. Därför föreslår jag att kommunen ställer ut bänkar.",
    ],
)
def test_elsewhere_they_argue(text: str) -> None:
    assert _asked(text) == ["kommunen ställer ut bänkar."]
