"""How a question is embedded beside what needs no vector: its words are weighed, looked for and read meanwhile."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Protocol, runtime_checkable

import numpy as np

from index.engine import Vectors


class QueryEmbedder(Protocol):
    """Turns a question into a vector."""

    def query(self, text: str) -> Vectors:
        """`(dim,) float32, unit length`."""
        ...


@runtime_checkable
class ChangingEmbedder(Protocol):
    """Embeds by the model that a home has now, which may change while it is open."""

    def current(self) -> QueryEmbedder:
        """The embedder of the model in the state that the calling thread sees."""
        ...


class BesideEmbedder:
    """Embeds in threads of its own, as many as there are cores. Safe to share between threads."""

    def __init__(self, embedder: QueryEmbedder) -> None:
        """Embed with `embedder`; threads are started when they are needed."""
        self._embedder = embedder
        self._threads = ThreadPoolExecutor(os.cpu_count() or 1, thread_name_prefix="question")

    def query(self, text: str) -> Callable[[], Vectors]:
        """Begin to embed; what is given waits for the vector, `(dim,) float32, unit length`.

        Which model embeds is asked for here: another thread does not see the snapshot that this one reads.
        """
        embedder = self._embedder.current() if isinstance(self._embedder, ChangingEmbedder) else self._embedder
        return self._threads.submit(embedder.query, text).result


def midway(*vectors: Callable[[], Vectors]) -> Callable[[], Vectors]:
    """What waits for the direction midway between those of one question's wordings, `(dim,) float32, unit length`."""

    def wait() -> Vectors:
        total: Vectors = np.sum([vector() for vector in vectors], axis=0, dtype=np.float32)
        return total / np.linalg.norm(total)

    return wait
