"""An embedder that is loaded when the first text is embedded: a batch that finds nothing new never loads its model."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.embedding import Embedder, Vectors


class LazyEmbedder:
    """Known by `name` at once; `load` is called once, when `dim` or vectors are first asked for, by whatever thread."""

    def __init__(self, name: str, load: Callable[[], Embedder]) -> None:
        """`name` must be the name of what `load` gives."""
        self._name = name
        self._load = load
        self._lock = threading.Lock()
        self._embedder: Embedder | None = None

    @property
    def name(self) -> str:
        """The model's name, the key of its vectors in the catalogue."""
        return self._name

    @property
    def dim(self) -> int:
        """The length of a vector."""
        return self._loaded.dim

    def passages(self, texts: Sequence[str]) -> Vectors:
        """`(n, dim) float32, rows of unit length`, in the order of `texts`."""
        return self._loaded.passages(texts)

    def query(self, text: str) -> Vectors:
        """`(dim,) float32, unit length`."""
        return self._loaded.query(text)

    @property
    def _loaded(self) -> Embedder:
        with self._lock:
            if self._embedder is None:
                self._embedder = self._load()
            return self._embedder
