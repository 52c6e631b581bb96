"""Haystack: DocumentSplitter, in-memory store, BM25 and embedding retrievers joined by reciprocal rank."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import groupby
from pathlib import Path

from haystack import Document
from haystack.components.joiners import DocumentJoiner
from haystack.components.preprocessors import DocumentSplitter
from haystack.components.retrievers.in_memory import InMemoryBM25Retriever, InMemoryEmbeddingRetriever
from haystack.document_stores.in_memory import InMemoryDocumentStore
from haystack_integrations.components.embedders.sentence_transformers import (
    SentenceTransformersDocumentEmbedder,
    SentenceTransformersTextEmbedder,
)

from bench.peers.protocol import Found, Page


class HaystackStore:
    """The components of its hybrid retrieval tutorial, run one after the other; saved as its own JSON file."""

    def __init__(self, folder: Path, model: Path) -> None:
        """The model is loaded by `_warm`, since adding and asking need one embedder each."""
        self._path = folder / "haystack.json"
        self._store = InMemoryDocumentStore(embedding_similarity_function="cosine")
        self._splitter = DocumentSplitter()
        self._documents = SentenceTransformersDocumentEmbedder(model=str(model), prefix="passage: ", progress_bar=False)
        self._questions = SentenceTransformersTextEmbedder(model=str(model), prefix="query: ", progress_bar=False)
        self._joiner = DocumentJoiner(join_mode="reciprocal_rank_fusion")
        self._splitter.warm_up()

    def add(self, pages: Sequence[Page]) -> None:
        """Split, embed, write, save."""
        whole = [_document(file, list(of_file)) for file, of_file in groupby(pages, key=lambda page: page.file)]
        parts = self._splitter.run(documents=whole)["documents"]
        self._documents.warm_up()
        self._store.write_documents(self._documents.run(documents=parts)["documents"])
        self._save()

    def delete(self, files: Collection[str]) -> None:
        """Filter by the files' names and delete by id."""
        found = self._store.filter_documents({"field": "meta.file", "operator": "in", "value": list(files)})
        self._store.delete_documents([document.id for document in found])
        self._save()

    def open(self) -> None:
        """Load the JSON file."""
        self._store = InMemoryDocumentStore.load_from_disk(str(self._path))
        self._questions.warm_up()

    def ask(self, text: str, top: int) -> tuple[Found, ...]:
        """Both retrievers (ten each by default, which is what is asked for of papers) and the joiner."""
        self._questions.warm_up()
        vector = self._questions.run(text=text)["embedding"]
        dense = InMemoryEmbeddingRetriever(self._store, top_k=top).run(query_embedding=vector)["documents"]
        words = InMemoryBM25Retriever(self._store, top_k=top).run(query=text)["documents"]
        joined = self._joiner.run(documents=[words, dense], top_k=top)["documents"]
        return tuple(_found(document) for document in joined)

    def passages(self) -> int:
        """Documents in the store."""
        return int(self._store.count_documents())

    def _save(self) -> None:
        self._store.save_to_disk(str(self._path))


def _document(file: str, pages: list[Page]) -> Document:
    """One text a file with a form feed between pages, as PyPDFToDocument makes it."""
    numbered = pages[0].number is not None
    texts = {page.number or 1: page.text for page in pages}
    content = "\f".join(texts.get(n, "") for n in range(1, max(texts) + 1))
    return Document(content=content, meta={"file": file, "numbered": numbered})


def _found(document: Document) -> Found:
    """Without overlap, a part begins on the page that its metadata names and may run on past a form feed."""
    text = document.content or ""
    first = int(document.meta["page_number"])
    pages = tuple(range(first, first + text.rstrip("\f").count("\f") + 1)) if document.meta["numbered"] else ()
    return Found(document.meta["file"], text.replace("\f", "\n"), pages, float(document.score or 0.0))
