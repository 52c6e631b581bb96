"""Who is compared: for each peer how it is made, how it is set up, and what it cannot do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import cast

from bench.peers.protocol import Peer, Store
from bench.peers.readers import Reader, pdfplumber_text, pymupdf_blocks, pypdf_pages, tolerant
from bench.peers.stored_peer import StoredPeer

OURS = "beslutsminne"


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the comparison. `packages` are those whose versions are told."""

    name: str
    packages: tuple[str, ...]
    setup: str
    cannot: str
    store: str = ""
    reader: Reader | None = None
    embeds: bool = True


NO_DECISIONS = "no decisions, no refusal"
ROSTER = (
    Entry(
        OURS,
        ("openvino", "faiss-cpu", "pypdfium2"),
        "as `make serve` sets it up: own reader, BM25 and FAISS, the model as an OpenVINO graph",
        "one genre in one language: Swedish municipal papers; nothing but PDF",
    ),
    Entry(
        "txtai",
        ("txtai", "pymupdf"),
        "`Embeddings(hybrid=True, content=True)`, `Segmentation(paragraphs=True)`; its own PDF readers need Java "
        "(Tika) or layout models (Docling), so PyMuPDF's blocks, in pieces of 500 letters, stand in",
        f"{NO_DECISIONS}; cites a piece of 500 letters and its page",
        "bench.peers.txtai_store:TxtaiStore",
        pymupdf_blocks,
    ),
    Entry(
        "Haystack",
        ("haystack-ai", "sentence-transformers-haystack", "pypdf"),
        "pypdf, `DocumentSplitter()` (200 words), in-memory BM25 and embedding retrievers, reciprocal rank fusion",
        f"{NO_DECISIONS}; cites 200 words and the page they begin on; the whole store is rewritten at each change",
        "bench.peers.haystack_store:HaystackStore",
        pypdf_pages,
    ),
    Entry(
        "LlamaIndex",
        ("llama-index-core", "llama-index-retrievers-bm25", "llama-index-embeddings-huggingface", "pypdf"),
        "pypdf by page, `SentenceSplitter` (1024 tokens, more than a page), simple vector store, Swedish "
        "`BM25Retriever`, `QueryFusionRetriever(mode='reciprocal_rerank')` without generated queries",
        f"{NO_DECISIONS}; cites a page; BM25 is built anew after each change",
        "bench.peers.llamaindex_store:LlamaIndexStore",
        pypdf_pages,
    ),
    Entry(
        "Eneo's set-up",
        ("langchain-text-splitters", "pdfplumber", "tiktoken"),
        "pdfplumber, `RecursiveCharacterTextSplitter` (200 tokens, 40 in common), dense alone, exact cosine where Eneo "
        "asks pgvector",
        f"{NO_DECISIONS}; joins the pages before it splits, so it cites no page",
        "bench.peers.eneo_store:EneoStore",
        pdfplumber_text,
    ),
    Entry(
        "bm25s",
        ("bm25s", "PyStemmer", "pymupdf"),
        "PyMuPDF's blocks in pieces of 500 letters, Swedish stop words and Snowball stems, BM25 alone",
        f"{NO_DECISIONS}; no vectors; cites a piece of 500 letters and its page; built anew at each change",
        "bench.peers.bm25_store:Bm25Store",
        pymupdf_blocks,
        embeds=False,
    ),
)


def entry(name: str) -> Entry:
    """The row of that name."""
    return next(one for one in ROSTER if one.name == name)


def make(name: str, folder: Path, model: Path) -> Peer:
    """The peer, keeping its things in `folder`; only its own libraries are imported."""
    given = entry(name)
    if given.reader is None:
        ours = cast(Callable[[Path, Path], Peer], import_module("bench.peers.ours").Ours)
        return ours(folder, model)
    module, _, attribute = given.store.partition(":")
    store = cast(Callable[[Path, Path], Store], getattr(import_module(module), attribute))
    return StoredPeer(tolerant(given.reader), store(folder, model))
