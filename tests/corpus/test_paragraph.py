"""What a paragraph says of itself."""

from __future__ import annotations

from corpus.paragraph import Kind, Paragraph, Place


def test_pages_are_ascending_and_each_once() -> None:
    box = (0.0, 0.0, 1.0, 1.0)
    places = (Place(3, box), Place(2, box), Place(3, box))
    assert Paragraph(1, Kind.PARAGRAPH, "Text", places).pages == (2, 3)
