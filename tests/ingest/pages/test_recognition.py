from __future__ import annotations

from pathlib import Path

import pytest

from corpus.reading import PageState
from ingest.pages import recognition
from ingest.pages.ocr_page import SeenWord
from ingest.pages.options import ReadOptions, silent
from ingest.pages.pdfium import PdfiumDocument
from ingest.pages.recognition import recognise, unreadable_as
from ingest.pages.words import PageText

MADE = Path(__file__).parent / "made"


class FakeTesseract:
    """Sees one word on each page, with the given confidence."""

    def __init__(self, confidence: float) -> None:
        self.confidence = confidence

    def words(self, picture: object, *, dpi: int, seconds: float) -> tuple[SeenWord, ...]:
        return (SeenWord("Motionen", self.confidence, 250.0, 400.0, 160.0, 30.0, (1, 1, 1)),)


def run(
    monkeypatch: pytest.MonkeyPatch, tesseract: FakeTesseract | None, *, ocr: bool = True
) -> recognition.Recognised:
    """Recognise three pages, of which the first and the last have no text."""
    monkeypatch.setattr(recognition, "find_tesseract", lambda languages: tesseract)
    states = [PageState.UNREAD, PageState.TEXT, PageState.UNREAD]
    with PdfiumDocument(MADE / "roterad.pdf") as pdf:
        pages = [PageText(k, *pdf.size(k)) for k in range(3)]
        return recognise(pdf, pages, states, ReadOptions(ocr=ocr), silent)


def test_pages_without_text_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    done = run(monkeypatch, FakeTesseract(95.0))
    assert done.states == (PageState.OCR, PageState.TEXT, PageState.OCR)
    assert [[word.text for word in page.words] for page in done.pages] == [["Motionen"], [], ["Motionen"]]
    assert done.warnings == ()


def test_a_drawing_stays_unread_and_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    done = run(monkeypatch, FakeTesseract(41.0))
    assert done.states == (PageState.UNREAD, PageState.TEXT, PageState.UNREAD)
    assert done.warnings == ("Sidorna 1, 3 är en bild som inte kunde tolkas säkert.",)


def test_without_tesseract_the_warning_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    done = run(monkeypatch, None)
    assert done.states[0] is PageState.UNREAD
    assert "Sidorna 1, 3 av 3" in done.warnings[0]
    assert "apt install tesseract-ocr tesseract-ocr-swe" in done.warnings[0]


def test_with_ocr_turned_off_the_warning_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "avstängd" in run(monkeypatch, FakeTesseract(95.0), ocr=False).warnings[0]


def test_garbled_words_are_not_text() -> None:
    assert unreadable_as(PageText(0, 595.0, 842.0, characters=90, unmapped=80)).characters == 0
