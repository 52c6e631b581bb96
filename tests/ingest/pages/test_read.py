from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.errors import UnreadableCode, UnreadableError
from corpus.reading import PageState
from ingest.pages import recognition
from ingest.pages.options import ReadOptions
from ingest.pages.read import read_pdf
from ingest.pages.tesseract import find_tesseract

MADE = Path(__file__).parent / "made"
MakePdf = Callable[..., Path]


def test_a_reading_has_its_file_s_hash_sizes_and_states(pdf: MakePdf) -> None:
    reading = read_pdf(pdf([(70, 100, 11, "Motionen avslås.")], []))
    assert len(reading.sha256) == 64
    assert reading.page_sizes == ((595.0, 842.0), (595.0, 842.0))
    assert reading.page_states == (PageState.TEXT, PageState.BLANK)
    assert not reading.encrypted
    assert not reading.ocr


def test_the_number_of_pages_is_told_once_it_is_known(pdf: MakePdf) -> None:
    told: list[int] = []
    read_pdf(pdf([], []), opened=told.append)
    assert told == [2]


def test_compressed_content_is_read(pdf: MakePdf) -> None:
    assert read_pdf(pdf([(70, 100, 11, "Motionen avslås.")], compress=True)).paragraphs[0].text == "Motionen avslås."


def test_a_file_that_only_pdfium_opens_is_read() -> None:
    reading = read_pdf(MADE / "fi_sidloop.pdf", ReadOptions(ocr=False))
    assert reading.warnings == ("pypdf: PdfReadError",)
    assert len(reading.paragraphs) == 1


def test_without_tesseract_a_scan_is_unread_but_not_failed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recognition, "find_tesseract", lambda languages: None)
    reading = read_pdf(MADE / "skannad300.pdf")
    assert set(reading.page_states) == {PageState.UNREAD}
    assert reading.paragraphs == ()
    assert "apt install tesseract-ocr" in reading.warnings[0]


@pytest.mark.skipif(find_tesseract("swe") is None, reason="Tesseract with Swedish is not installed")
def test_only_pages_without_text_are_recognised() -> None:
    progress: list[tuple[int, int]] = []
    reading = read_pdf(MADE / "blandad.pdf", progress=lambda done, total: progress.append((done, total)))
    scanned = [k + 1 for k, state in enumerate(reading.page_states) if state is PageState.OCR]
    assert scanned
    assert PageState.TEXT in reading.page_states
    assert progress[-1] == (len(scanned), len(scanned))
    assert {p.pages[0] for p in reading.paragraphs if p.ocr} == set(scanned)


@pytest.mark.parametrize(
    ("name", "code"),
    [("tom_fil", UnreadableCode.EMPTY), ("html_som", UnreadableCode.NOT_PDF), ("noll_sidor", UnreadableCode.NO_PAGES)],
)
def test_what_cannot_be_read_says_why(name: str, code: UnreadableCode) -> None:
    with pytest.raises(UnreadableError) as caught:
        read_pdf(MADE / f"{name}.pdf")
    assert caught.value.code is code
    assert caught.value.hint


SAID = (
    "Kommunfullmäktige beslutar att avslå motionen om bänkar i parken",
    "Anna Ek har lämnat en motion om bänkar och belysning i parken",
    "Tekniska nämnden har yttrat sig och föreslår att den avslås",
    "Behovet är litet och kostnaden för drift och underhåll skulle öka",
    "Kommunstyrelsen delar nämndens bedömning av vad som behövs",
    "Beslutet skickas till förslagsställaren och till tekniska nämnden",
)


@pytest.mark.skipif(find_tesseract("swe") is None, reason="Tesseract with Swedish is not installed")
@pytest.mark.parametrize("shifted", [3, -2])
def test_letters_that_a_font_exchanges_are_recognised(pdf: MakePdf, shifted: int) -> None:
    page = [(70, 100 + 30 * k, 11, line) for k, line in enumerate(SAID)]
    reading = read_pdf(pdf([(70, 70, 14, "**Motion om bänkar"), *page], page[:1], shifted=shifted))
    assert reading.page_states[0] is PageState.OCR
    text = " ".join(p.text for p in reading.paragraphs if p.pages == (1,))
    assert "beslutar att avslå motionen om bänkar" in text


def test_without_tesseract_exchanged_letters_are_not_taken_for_text(
    pdf: MakePdf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recognition, "find_tesseract", lambda languages: None)
    page = [(70.0, 100.0 + 30 * k, 11.0, line) for k, line in enumerate(SAID)]
    reading = read_pdf(pdf(page, shifted=3))
    assert (reading.page_states, reading.paragraphs) == ((PageState.UNREAD,), ())
    assert reading.warnings[0].startswith("Sida 1 av 1 saknar läsbar text")
