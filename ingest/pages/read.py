"""Reads one PDF: opens it, takes its words page by page, sends pages without usable text to OCR, lays them out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from corpus.errors import UnreadableCode, UnreadableError
from corpus.reading import PageState, Reading
from ingest.pages.document_part import read_document_part
from ingest.pages.layout import Clues, lay_out
from ingest.pages.opening import FETCH_AGAIN, refuse_other_files, sha256_of
from ingest.pages.options import DEFAULTS, Progress, silent
from ingest.pages.options import ReadOptions as ReadOptions
from ingest.pages.page_states import Usable, usable
from ingest.pages.pdfium import PdfiumDocument
from ingest.pages.recognition import recognise, unreadable_as
from ingest.pages.words import PageText

A4 = (595.0, 842.0)
"""Width and height in points of a page that cannot be opened."""


def read_pdf(
    path: Path,
    options: ReadOptions = DEFAULTS,
    *,
    opened: Callable[[int], None] = lambda pages: None,
    progress: Progress = silent,
) -> Reading:
    """Read the PDF at `path` in this process; raise UnreadableError with its code if that cannot be done.

    `opened` is called with the number of pages, `progress` as pages are recognised by OCR. Only `most_pages` of the
    limits holds here; `ingest.pages.isolation` holds those of time and memory.
    """
    sha256 = sha256_of(path)
    refuse_other_files(path)
    document = read_document_part(path)
    if document.pages == 0:
        raise _no_pages()
    with PdfiumDocument(path) as pdf:
        _refuse_count(len(pdf), options.most_pages)
        opened(len(pdf))
        pages, states = _own_text(pdf)
        known = recognise(pdf, pages, states, options, progress)
    laid = lay_out(known.pages, Clues(document.tags, document.outline, options.word_counts))
    return Reading(
        sha256=sha256,
        page_sizes=tuple((round(page.width, 2), round(page.height, 2)) for page in known.pages),
        page_states=known.states,
        paragraphs=laid.paragraphs,
        margins=laid.margins,
        metadata_title=document.title,
        metadata_created=document.created,
        encrypted=document.encrypted,
        warnings=known.warnings + document.troubles,
    )


def _own_text(pdf: PdfiumDocument) -> tuple[list[PageText], list[PageState]]:
    pages, states = [], []
    for index in range(len(pdf)):
        page = pdf.page_text(index)
        if page is None:
            page, state = PageText(index, *A4), PageState.UNREAD
        else:
            state = {Usable.YES: PageState.TEXT, Usable.BLANK: PageState.BLANK}.get(usable(page), PageState.UNREAD)
        pages.append(unreadable_as(page) if state is PageState.UNREAD else page)
        states.append(state)
    return pages, states


def _refuse_count(pages: int, most: int) -> None:
    if not pages:
        raise _no_pages()
    if pages > most:
        raise UnreadableError(
            UnreadableCode.TOO_LARGE,
            f"PDF-filen har {pages} sidor; gränsen är {most}.",
            hint="Dela upp filen eller höj gränsen.",
        )


def _no_pages() -> UnreadableError:
    return UnreadableError(UnreadableCode.NO_PAGES, "PDF-filen har inga sidor.", hint=FETCH_AGAIN)
