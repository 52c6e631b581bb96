"""Dense search as Eneo sets it up: recursive splitter of 200 tokens with 40 in common, cosine over all vectors.

Eneo keeps its vectors in pgvector without an approximate index of its own; an exact product in memory ranks the same.
"""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from langchain_text_splitters import RecursiveCharacterTextSplitter
from sentence_transformers import SentenceTransformer

from bench.peers.protocol import Found, Page

TOKENS = 200
IN_COMMON = 40


class EneoStore:
    """Chunks as JSON beside their vectors."""

    def __init__(self, folder: Path, model: Path) -> None:
        """Loads the model."""
        self._folder = folder
        self._model = SentenceTransformer(str(model))
        self._chunks: list[tuple[str, int | None, str]] = []
        self._vectors = np.zeros((0, 384), np.float32)
        self._splitter: RecursiveCharacterTextSplitter | None = None

    def add(self, pages: Sequence[Page]) -> None:
        """Split, embed, append, save."""
        new = list(self._split(pages))
        vectors = self._model.encode_document([text for _, _, text in new], normalize_embeddings=True)
        self._chunks += new
        self._vectors = np.concatenate([self._vectors, np.asarray(vectors, np.float32)])
        self._save()

    def delete(self, files: Collection[str]) -> None:
        """Drop the files' rows."""
        kept = [n for n, chunk in enumerate(self._chunks) if chunk[0] not in files]
        self._chunks = [self._chunks[n] for n in kept]
        self._vectors = self._vectors[kept]
        self._save()

    def open(self) -> None:
        """Load both files."""
        self._chunks = [tuple(chunk) for chunk in json.loads((self._folder / "chunks.json").read_text("utf-8"))]
        self._vectors = np.load(self._folder / "vectors.npy")

    def ask(self, text: str, top: int) -> tuple[Found, ...]:
        """The nearest by cosine."""
        scores = self._vectors @ self._model.encode_query(text, normalize_embeddings=True)
        best = np.argsort(-scores, kind="stable")[:top]
        return tuple(_found(self._chunks[n], float(scores[n])) for n in best)

    def passages(self) -> int:
        """Chunks held."""
        return len(self._chunks)

    def _split(self, pages: Sequence[Page]) -> Iterator[tuple[str, int | None, str]]:
        if self._splitter is None:
            self._splitter = _splitter()
        for page in pages:
            for text in self._splitter.split_text(page.text):
                if text.strip():
                    yield page.file, page.number, text.strip()

    def _save(self) -> None:
        (self._folder / "chunks.json").write_text(json.dumps(self._chunks, ensure_ascii=False), "utf-8")
        np.save(self._folder / "vectors.npy", self._vectors)


def _splitter() -> RecursiveCharacterTextSplitter:
    """Tokens are counted by tiktoken as in Eneo; LlamaIndex brings the encoding's table along, so no hub is asked."""
    core = find_spec("llama_index.core")
    if core is not None and core.origin is not None:
        os.environ.setdefault("TIKTOKEN_CACHE_DIR", str(Path(core.origin).parent / "_static" / "tiktoken_cache"))
    return RecursiveCharacterTextSplitter.from_tiktoken_encoder(
        "cl100k_base", chunk_size=TOKENS, chunk_overlap=IN_COMMON
    )


def _found(chunk: tuple[str, int | None, str], score: float) -> Found:
    file, page, text = chunk
    return Found(file, text, () if page is None else (page,), score)
