"""The PDF readers that the peers' documentation or source uses, each giving text by page where it can."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from bench.peers.protocol import Page

Reader = Callable[[Path], tuple[Page, ...]]
PIECE = 500
"""Letters. PyMuPDF takes each line of some producers' PDFs for a block; of single blocks and pieces of 300, 500 and 800
letters, 500 gave plain BM25 the best nDCG@10 on the sample casebook (0.226, 0.272, 0.286, 0.226)."""


def tolerant(reader: Reader) -> Reader:
    """The same reader; a PDF that it cannot read gives nothing, and is told on stderr."""

    def read(path: Path) -> tuple[Page, ...]:
        try:
            return tuple(page for page in reader(path) if page.text.strip())
        except Exception as error:  # each reader has its own tree of errors, and some raise bare ones
            print(f"{path.name}: {type(error).__name__}: {error}", file=sys.stderr)
            return ()

    return read


def pypdf_pages(path: Path) -> tuple[Page, ...]:
    """One text a page (Haystack's PyPDFToDocument, LlamaIndex's PDFReader)."""
    from pypdf import PdfReader

    return tuple(Page(path.name, n, page.extract_text()) for n, page in enumerate(PdfReader(path).pages, 1))


def pdfplumber_text(path: Path) -> tuple[Page, ...]:
    """One text a document, its pages joined by spaces (Eneo's TextExtractor)."""
    import pdfplumber

    with pdfplumber.open(path) as pdf:
        return (Page(path.name, None, " ".join(page.extract_text() or "" for page in pdf.pages)),)


def pymupdf_blocks(path: Path) -> tuple[Page, ...]:
    """One text a page, an empty line between pieces of whole blocks, so that splitters can find them."""
    import pymupdf

    with pymupdf.open(path) as pdf:
        return tuple(Page(path.name, n, "\n\n".join(packed(_blocks(page)))) for n, page in enumerate(pdf, 1))


def packed(blocks: Iterable[str], *, letters: int = PIECE) -> Iterator[str]:
    """Neighbouring blocks together as long as they make no more than `letters`; a longer block stands alone."""
    piece = ""
    for block in blocks:
        if piece and len(piece) + 1 + len(block) > letters:
            yield piece
            piece = ""
        piece = f"{piece}\n{block}" if piece else block
    if piece:
        yield piece


def _blocks(page: object) -> Iterator[str]:
    for block in page.get_text("blocks"):  # type: ignore[attr-defined]
        text, is_image = block[4], block[6]
        if not is_image and text.strip():
            yield " ".join(text.split())
