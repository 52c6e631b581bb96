"""Beslutsminne's Searcher over texts that never were PDFs: each text a document, each of its lines a paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from bench.retrieval_memory import MemoryEngine, MemoryLibrary
from corpus.document import Document, DocumentType
from corpus.paragraph import Kind, Paragraph
from corpus.paragraph import Place as Line
from corpus.passage import PassageKind
from index.engine import Vectors
from index.passages import passages_of
from search.beside import QueryEmbedder
from search.searcher import Searcher

NOWHERE = Line(1, (0.0, 0.0, 1.0, 1.0))


class PassageEmbedder(Protocol):
    """Turns texts into vectors."""

    def passages(self, texts: Sequence[str]) -> Vectors:
        """`(n, dim) float32`, rows of unit length."""
        ...


def searcher_over(texts: Sequence[tuple[str, str]], passages: PassageEmbedder, questions: QueryEmbedder) -> Searcher:
    """A searcher over texts by their names: the same passages, terms and ranking as a home has; catalogue and engine
    are held in memory.

    But for passages of titles: the texts have none, and a first line taken for one answers in the text's place.
    """
    documents = [_document(name, text) for name, text in texts]
    of_all = (passage for document in documents for passage in passages_of(document, ()))
    kept = [passage for passage in of_all if passage.kind is not PassageKind.TITLE]
    vectors = passages.passages([passage.embed_text for passage in kept])
    return Searcher(MemoryLibrary(documents, (), kept), MemoryEngine(kept, vectors), questions)


def _document(name: str, text: str) -> Document:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    paragraphs = tuple(Paragraph(n, Kind.PARAGRAPH, line, (NOWHERE,)) for n, line in enumerate(lines, 1))
    return Document(
        file=name,
        sha256=name,
        type=DocumentType.OVRIGT,
        title=lines[0][:80] if lines else name,
        date=None,
        pages=1,
        page_sizes=((1.0, 1.0),),
        paragraphs=paragraphs,
    )
