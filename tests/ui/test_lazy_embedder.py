from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from index.embedding import Embedder, Vectors
from ui.lazy_embedder import LazyEmbedder


class _Counting:
    name = "m"
    dim = 2

    def passages(self, texts: Sequence[str]) -> Vectors:
        return np.tile(np.array([1, 0], np.float32), (len(texts), 1))

    def query(self, text: str) -> Vectors:
        return np.array([0, 1], np.float32)


def test_loaded_once_and_not_for_its_name() -> None:
    loads: list[int] = []

    def load() -> Embedder:
        loads.append(1)
        return _Counting()

    lazy = LazyEmbedder("m", load)
    assert (lazy.name, loads) == ("m", [])
    assert lazy.passages(["a", "b"]).tolist() == [[1, 0], [1, 0]]
    assert (lazy.dim, lazy.query("a").tolist(), loads) == (2, [0, 1], [1])
