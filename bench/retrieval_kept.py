"""An embedder that keeps every vector it has made in one file, so that a bench run twice embeds once."""

from __future__ import annotations

import hashlib
import sqlite3
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from index.embedding import Embedder, Vectors

BATCH = 64


class KeptEmbedder:
    """Asks `make()` for the real embedder only when a text is new."""

    def __init__(self, file: Path, make: Callable[[], Embedder]) -> None:
        """Open or create `file`."""
        self._rows = sqlite3.connect(file, timeout=120, check_same_thread=False)  # questions come from a thread beside
        self._lock = threading.Lock()
        self._rows.execute("create table if not exists vectors (key text primary key, vector blob)")
        self._make = make
        self._real: Embedder | None = None

    @property
    def _embedder(self) -> Embedder:
        if self._real is None:
            self._real = self._make()
        return self._real

    def passages(self, texts: Sequence[str]) -> Vectors:
        """`(n, dim) float32`, as the real embedder gives them, but for float16's rounding."""
        return self._kept(texts, "p", lambda some: self._embedder.passages(some))

    def query(self, text: str) -> Vectors:
        """`(dim,) float32`."""
        row: Vectors = self._kept([text], "q", lambda some: self._embedder.query(some[0])[None, :])[0]
        return row

    def _kept(self, texts: Sequence[str], prompt: str, embed: Callable[[list[str]], Vectors]) -> Vectors:
        with self._lock:
            return self._read_or_made(texts, prompt, embed)

    def _read_or_made(self, texts: Sequence[str], prompt: str, embed: Callable[[list[str]], Vectors]) -> Vectors:
        keys = [hashlib.sha1((prompt + text).encode("utf-8", "replace")).hexdigest() for text in texts]
        known = {key: vector for key in set(keys) if (vector := self._one(key)) is not None}
        missing = sorted(
            ({key: text for key, text in zip(keys, texts, strict=True) if key not in known}).items(),
            key=lambda pair: len(pair[1]),
        )
        size = 1 if prompt == "q" else BATCH
        for start in range(0, len(missing), size):
            some = missing[start : start + size]
            for (key, _), vector in zip(some, embed([text for _, text in some]), strict=True):
                self._rows.execute(
                    "insert or replace into vectors values (?, ?)", (key, vector.astype(np.float16).tobytes())
                )
                known[key] = vector
            self._rows.commit()
        return np.array([known[key] for key in keys], dtype=np.float32)

    def _one(self, key: str) -> Vectors | None:
        row = self._rows.execute("select vector from vectors where key = ?", (key,)).fetchone()
        return None if row is None else np.frombuffer(row[0], np.float16).astype(np.float32)
