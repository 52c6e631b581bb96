from __future__ import annotations

from pathlib import Path

from ingest.pages.drawn_bullets import may_be_dot, with_bullets
from ingest.pages.layout import lay_out
from ingest.pages.pdfium import PdfiumDocument
from ingest.pages.words import PageText
from tests.ingest.pages.conftest import MakePage, MakePdf


def test_a_dot_is_small_and_as_high_as_wide() -> None:
    assert may_be_dot((97.5, 300, 101.2, 303.8))
    assert not may_be_dot((97.5, 300, 101.2, 301))
    assert not may_be_dot((97.5, 300, 120, 322))


def test_a_dot_before_the_first_word_of_a_line_is_a_bullet(page: MakePage) -> None:
    words = page((110, 100, "bygg en bro"), (110, 114, "måla den"), (70, 128, "Bron är gammal")).words
    dots = [(97.0, 94.5, 101.0, 98.5), (97.0, 108.5, 101.0, 112.5)]
    assert " ".join(word.text for word in with_bullets(words, dots)) == "• bygg en bro • måla den Bron är gammal"


def test_other_dots_are_none(page: MakePage) -> None:
    words = page((70, 100, "före"), (110, 100, "efter"), (110, 130, "långt bort")).words
    inside, far, high = (97.0, 94.5, 101.0, 98.5), (40.0, 124.5, 44.0, 128.5), (97.0, 116.0, 101.0, 120.0)
    assert with_bullets(words, [inside, far, high]) == words


def test_a_dot_alone_is_none(page: MakePage) -> None:
    words = page((110, 100, "ränta"), (130, 130, "skuld")).words
    assert with_bullets(words, [(97.0, 94.5, 101.0, 98.5), (117.0, 124.5, 121.0, 128.5)]) == words


def test_a_drawn_list_is_read_as_one(pdf: MakePdf) -> None:
    drawn = "0 g 97 740 4 4 re f 97 726 4 4 re f"
    path: Path = pdf(
        [(80, 80, 11, "Vi vill att kommunen:"), (110, 103, 11, "bygger en bro"), (110, 117, 11, "vårdar parken")],
        drawn=drawn,
    )
    with PdfiumDocument(path) as document:
        read = document.page_text(0)
    assert isinstance(read, PageText)
    texts = [(paragraph.label, paragraph.text) for paragraph in lay_out([read]).paragraphs]
    assert texts == [(None, "Vi vill att kommunen:"), ("•", "bygger en bro"), ("•", "vårdar parken")]
