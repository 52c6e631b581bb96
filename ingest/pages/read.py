"""Reads one PDF: opens it, takes its words page by page, sends pages without usable text to OCR, lays them out."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from corpus.errors import UnreadableCode, UnreadableError
from corpus.reading import PageState, Reading
from ingest.pages.document_part import read_document_part
from ingest.pages.layout import Clues, lay_out
from ingest.pages.page_states import Usable, usable
from ingest.pages.pdfium import PdfiumDocument
from ingest.pages.words import PageText


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How a PDF is read. `word_counts` are the collection's words (lower case), for hyphens at line ends."""

    seconds: float = 60.0
    memory_mb: int = 1500
    most_pages: int = 5000
    ocr: bool = True
    ocr_languages: str = "swe+eng"
    ocr_dpi: int = 300
    word_counts: Mapping[str, int] = field(default_factory=dict)


def read_pdf(path: Path, options: ReadOptions = ReadOptions()) -> Reading:
    """Read the PDF at `path`; raise UnreadableError with its code if that cannot be done."""
    sha256 = _sha256(path)
    _sniff(path)
    document = read_document_part(path)
    if document.pages == 0:
        raise _no_pages()
    with PdfiumDocument(path) as pdf:
        if not len(pdf):
            raise _no_pages()
        if len(pdf) > options.most_pages:
            raise UnreadableError(
                UnreadableCode.TOO_LARGE,
                f"PDF-filen har {len(pdf)} sidor; gränsen är {options.most_pages}.",
                hint="Dela upp den eller höj gränsen.",
            )
        pages, states = [], []
        for index in range(len(pdf)):
            page = pdf.page_text(index) or PageText(index, 595.0, 842.0)
            kind = usable(page)
            state = {Usable.YES: PageState.TEXT, Usable.BLANK: PageState.BLANK}.get(kind, PageState.UNREAD)
            if state is PageState.UNREAD:
                page = PageText(index, page.width, page.height)
            pages.append(page)
            states.append(state)
    laid = lay_out(pages, Clues(document.tags, document.outline, options.word_counts))
    return Reading(
        sha256=sha256,
        page_sizes=tuple((page.width, page.height) for page in pages),
        page_states=tuple(states),
        paragraphs=laid.paragraphs,
        margins=laid.margins,
        metadata_title=document.title,
        metadata_created=document.created,
        encrypted=document.encrypted,
        warnings=tuple(document.troubles),
    )


def _no_pages() -> UnreadableError:
    return UnreadableError(UnreadableCode.NO_PAGES, "PDF-filen har inga sidor.", hint="Hämta den på nytt från källan.")


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _sniff(path: Path) -> None:
    """Refuse what is no PDF, and say what it is instead."""
    with path.open("rb") as file:
        head = file.read(1024)
    if not head:
        raise UnreadableError(UnreadableCode.EMPTY, "Filen är tom (0 byte).", hint="Hämta den på nytt från källan.")
    if b"%PDF-" in head:
        return
    if re.search(rb"<!doctype|<html", head, re.IGNORECASE):
        what = "en webbsida (HTML)"
    elif head[:2] == b"PK":
        what = "ett Word- eller zip-dokument"
    else:
        what = "ren text" if not re.search(rb"[\0-\x08]", head) else "något annat"
    raise UnreadableError(
        UnreadableCode.NOT_PDF, f"Filen är inte en PDF utan {what}.", hint="Hämta den på nytt från källan."
    )
