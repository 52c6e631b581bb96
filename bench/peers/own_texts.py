"""Beslutsminne's Searcher over texts that never were PDFs: each text a document, each of its lines a paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from bench.peers.protocol import Page
from bench.retrieval_memory import MemoryEngine, MemoryLibrary
from corpus.document import Document, DocumentType
from corpus.paragraph import Kind, Paragraph
from corpus.paragraph import Place as Line
from corpus.passage import PassageKind
from index.embedding import ModelOptions, passage_embedder, question_embedder
from index.passages import passages_of
from search.searcher import Searcher

NOWHERE = Line(1, (0.0, 0.0, 1.0, 1.0))


def searcher_over(texts: Sequence[Page], model: Path) -> Searcher:
    """The same passages, terms, vectors and ranking as a home has; catalogue and engine are held in memory.

    But for passages of titles: the texts have none, and a first line taken for one answers in the text's place.
    """
    options = ModelOptions(models=model.parent)
    documents = [_document(text) for text in texts]
    of_all = (passage for document in documents for passage in passages_of(document, ()))
    passages = [passage for passage in of_all if passage.kind is not PassageKind.TITLE]
    vectors = passage_embedder(options).passages([passage.embed_text for passage in passages])
    return Searcher(MemoryLibrary(documents, (), passages), MemoryEngine(passages, vectors), question_embedder(options))


def _document(text: Page) -> Document:
    lines = [line.strip() for line in text.text.splitlines() if line.strip()]
    paragraphs = tuple(Paragraph(n, Kind.PARAGRAPH, line, (NOWHERE,)) for n, line in enumerate(lines, 1))
    return Document(
        file=text.file,
        sha256=text.file,
        type=DocumentType.OVRIGT,
        title=lines[0][:80] if lines else text.file,
        date=None,
        pages=1,
        page_sizes=((1.0, 1.0),),
        paragraphs=paragraphs,
    )
