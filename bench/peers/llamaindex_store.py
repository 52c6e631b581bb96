"""LlamaIndex: SentenceSplitter, simple vector store and BM25Retriever, fused by reciprocal rank."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

import Stemmer
from llama_index.core import (
    Document,
    Settings,
    StorageContext,
    VectorStoreIndex,
    load_index_from_storage,
)
from llama_index.core.llms import MockLLM
from llama_index.core.retrievers import QueryFusionRetriever
from llama_index.core.schema import NodeWithScore
from llama_index.embeddings.huggingface import HuggingFaceEmbedding
from llama_index.retrievers.bm25 import BM25Retriever

from bench.peers.protocol import Found, Page


class LlamaIndexStore:
    """VectorStoreIndex with the default storage context; BM25 is built anew over its docstore after every change."""

    def __init__(self, folder: Path, model: Path) -> None:
        """Loads the model."""
        self._folder = str(folder / "llamaindex")
        Settings.embed_model = HuggingFaceEmbedding(
            str(model), query_instruction="query: ", text_instruction="passage: "
        )
        Settings.llm = MockLLM()
        self._index: VectorStoreIndex | None = None
        self._retriever: QueryFusionRetriever | None = None
        self._top = 0

    def add(self, pages: Sequence[Page]) -> None:
        """Make the index, or insert document by document."""
        documents = [_document(page) for page in pages]
        if self._index is None:
            self._index = VectorStoreIndex.from_documents(documents)
        else:
            for document in documents:
                self._index.insert(document)
        self._save()

    def delete(self, files: Collection[str]) -> None:
        """Delete each page's document, from the docstore too."""
        index = self._opened()
        known = index.ref_doc_info
        for id_ in [id_ for id_ in known if id_.rsplit("#", 1)[0] in files]:
            index.delete_ref_doc(id_, delete_from_docstore=True)
        self._save()

    def open(self) -> None:
        """Load the persisted index."""
        storage = StorageContext.from_defaults(persist_dir=self._folder)
        self._index = load_index_from_storage(storage)
        self._retriever = None

    def ask(self, text: str, top: int) -> tuple[Found, ...]:
        """The fusion retriever with no generated queries."""
        if self._retriever is None or self._top != top:
            self._retriever, self._top = self._fusion(top), top
        return tuple(_found(one) for one in self._retriever.retrieve(text))

    def passages(self) -> int:
        """Nodes in the docstore."""
        return len(self._opened().docstore.docs)

    def _fusion(self, top: int) -> QueryFusionRetriever:
        index = self._opened()
        words = BM25Retriever.from_defaults(
            docstore=index.docstore, similarity_top_k=top, stemmer=Stemmer.Stemmer("swedish"), language="swedish"
        )
        return QueryFusionRetriever(
            [index.as_retriever(similarity_top_k=top), words],
            similarity_top_k=top,
            num_queries=1,
            mode="reciprocal_rerank",
            use_async=False,
        )

    def _save(self) -> None:
        self._opened().storage_context.persist(self._folder)
        self._retriever = None

    def _opened(self) -> VectorStoreIndex:
        if self._index is None:
            raise RuntimeError("open() or add() first")
        return self._index


def _document(page: Page) -> Document:
    """One document a page, as its PDFReader makes it; the file's name is not embedded, the page label is."""
    return Document(
        text=page.text,
        doc_id=f"{page.file}#{page.number}",
        metadata={"file_name": page.file, "page_label": "" if page.number is None else str(page.number)},
        excluded_embed_metadata_keys=["file_name"],
        excluded_llm_metadata_keys=["file_name"],
    )


def _found(one: NodeWithScore) -> Found:
    meta = one.node.metadata
    pages = (int(meta["page_label"]),) if meta["page_label"] else ()
    return Found(meta["file_name"], one.node.get_content(), pages, float(one.score or 0.0))
