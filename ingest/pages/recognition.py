"""Pages without usable text → OCR: which are sent, several at a time, and what is said where they cannot be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace

from corpus.reading import PageState
from ingest.pages.misread_att import restore_att
from ingest.pages.misread_first_item import restore_first_items
from ingest.pages.ocr_page import SeenWord, confident, ocr_page, without_specks
from ingest.pages.options import Progress, ReadOptions
from ingest.pages.pdfium import PdfiumDocument
from ingest.pages.section_signs import restore_section_signs
from ingest.pages.tesseract import INSTALL, Tesseract, find_tesseract
from ingest.pages.words import PageText


@dataclass(frozen=True, slots=True)
class Recognised:
    """All pages of a document, with a state each, and what must be said about those that were not read."""

    pages: tuple[PageText, ...]
    states: tuple[PageState, ...]
    warnings: tuple[str, ...] = ()


def recognise(
    pdf: PdfiumDocument,
    pages: Sequence[PageText],
    states: Sequence[PageState],
    options: ReadOptions,
    progress: Progress,
) -> Recognised:
    """Read the pages whose state is UNREAD by OCR, if it is wanted and there."""
    unread = [k for k, state in enumerate(states) if state is PageState.UNREAD]
    tesseract = find_tesseract(options.ocr_languages) if unread and options.ocr else None
    if tesseract is None:
        return Recognised(tuple(pages), tuple(states), _unread(unread, len(pages), options))
    read, new_states = list(pages), list(states)
    progress(0, len(unread))
    for done, (k, seen, scale) in enumerate(_seen(pdf, unread, tesseract, options), 1):
        if seen is not None and confident(seen):
            read[k] = ocr_page(pages[k], without_specks(seen), scale)
            new_states[k] = PageState.OCR
        progress(done, len(unread))
    left = [k for k in unread if new_states[k] is PageState.UNREAD]
    warnings = (f"{_pages(left)} är en bild som inte kunde tolkas säkert.",) if left else ()
    return Recognised(tuple(restore_first_items(restore_att(restore_section_signs(read)))), tuple(new_states), warnings)


def _seen(
    pdf: PdfiumDocument, wanted: Sequence[int], tesseract: Tesseract, options: ReadOptions
) -> Iterator[tuple[int, tuple[SeenWord, ...] | None, float]]:
    """Each wanted page's words and its picture's scale; at most `ocr_parallel` pictures are held at a time."""
    running: list[tuple[int, float, Future[tuple[SeenWord, ...] | None]]] = []
    with ThreadPoolExecutor(options.ocr_parallel) as threads:
        for k in wanted:
            picture = pdf.picture(k, options.ocr_dpi / 72).convert("L")
            scale = picture.width / max(1.0, pdf.size(k)[0])
            dpi = max(70, round(scale * 72))
            future = threads.submit(tesseract.words, picture, dpi=dpi, seconds=options.ocr_page_seconds)
            running.append((k, scale, future))
            if len(running) >= options.ocr_parallel:
                first, at, done = running.pop(0)
                yield first, done.result(), at
        for first, at, done in running:
            yield first, done.result(), at


def _unread(unread: Sequence[int], pages: int, options: ReadOptions) -> tuple[str, ...]:
    if not unread:
        return ()
    why = "inskannad bild, eller ett teckensnitt vars tecken inte är de som syns"
    what = f"{_pages(unread)} av {pages} saknar läsbar text ({why})"
    if not options.ocr:
        return (f"{what}; textigenkänning är avstängd.",)
    return (f"{what} och kunde inte läsas. {INSTALL}",)


def _pages(indices: Sequence[int]) -> str:
    """The pages for people: "Sida 3", "Sidorna 3, 4, 9 …"."""
    numbers = ", ".join(str(k + 1) for k in indices[:8]) + (" …" if len(indices) > 8 else "")
    return f"Sida {numbers}" if len(indices) == 1 else f"Sidorna {numbers}"


def unreadable_as(page: PageText) -> PageText:
    """The page without its useless words (garbled text), so that they are not taken for text."""
    return replace(page, words=(), characters=0, unmapped=0)
