"""Pasted text to paragraphs."""

from __future__ import annotations

from corpus.paragraph import Kind
from ingest.pages.plain_text import reading_of_text

MOTION = """Motion om laddstolpar

Allt fler kör elbil, men det
saknas laddstolpar.

Vi föreslår därför
att kommunen bygger laddstolpar vid
badhuset
att taxan ses över.

- Första punkten
  går över två rader
2) Andra punkten
"""


def test_blank_lines_part_and_lines_are_joined() -> None:
    read = [(p.n, p.kind, p.label, p.text) for p in reading_of_text(MOTION).paragraphs]
    assert read == [
        (1, Kind.PARAGRAPH, None, "Motion om laddstolpar"),
        (2, Kind.PARAGRAPH, None, "Allt fler kör elbil, men det saknas laddstolpar."),
        (3, Kind.PARAGRAPH, None, "Vi föreslår därför"),
        (4, Kind.LIST_ITEM, None, "att kommunen bygger laddstolpar vid badhuset"),
        (5, Kind.LIST_ITEM, None, "att taxan ses över."),
        (6, Kind.LIST_ITEM, "-", "Första punkten går över två rader"),
        (7, Kind.LIST_ITEM, "2)", "Andra punkten"),
    ]


def test_no_text_gives_no_paragraphs() -> None:
    assert reading_of_text(" \n\n").paragraphs == ()


def test_the_same_text_has_the_same_hash() -> None:
    assert reading_of_text("Ja").sha256 == reading_of_text("Ja").sha256 != reading_of_text("Nej").sha256
