"""What a process that runs batch after batch (`watch`) keeps between them: the loaded model and the reading processes.

Starting them anew cost a batch of ten papers more than reading and embedding the papers did.
"""

from __future__ import annotations

import atexit
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.embedding import Embedder, ModelOptions
    from ingest.pages.isolation import WorkerPool

IDLE = 600.0
"""Seconds after a batch at which all is let go: a `watch` that waits all day holds no model."""


class KeptWarm:
    """One model and one pool of reading processes, kept until `idle` seconds after the last `rest`."""

    def __init__(self, *, idle: float = IDLE) -> None:
        """Keep nothing yet."""
        self._idle = idle
        self._lock = threading.Lock()
        self._model: tuple[ModelOptions, Embedder] | None = None
        self._pool: WorkerPool | None = None
        self._timer: threading.Timer | None = None

    def embedder(self, options: ModelOptions, load: Callable[[], Embedder]) -> Embedder:
        """The one that was loaded with the same options, else a new one, which takes its place."""
        with self._lock:
            if self._model is None or self._model[0] != options:
                self._model = None  # two models are never held at once
                self._model = (options, load())
            return self._model[1]

    def pool(self) -> WorkerPool:
        """The reading processes."""
        from ingest.pages.isolation import WorkerPool

        with self._lock:
            if self._pool is None:
                self._pool = WorkerPool()
            return self._pool

    def work(self) -> None:
        """A batch begins: nothing is let go before it rests."""
        with self._lock:
            self._stop_timer()

    def rest(self) -> None:
        """A batch has ended."""
        with self._lock:
            self._stop_timer()
            self._timer = threading.Timer(self._idle, self._when_idle)
            self._timer.daemon = True
            self._timer.start()

    def let_go(self) -> None:
        """End the processes and drop the model."""
        with self._lock:
            self._stop_timer()
            self._drop()

    def _when_idle(self) -> None:
        with self._lock:
            if self._timer is threading.current_thread():  # else a batch has begun meanwhile
                self._timer = None
                self._drop()

    def _drop(self) -> None:
        self._model = None
        pool, self._pool = self._pool, None
        if pool is not None:
            pool.close()

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None


KEPT = KeptWarm()
atexit.register(KEPT.let_go)
