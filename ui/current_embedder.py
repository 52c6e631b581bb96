"""Which embedder asks: the one of the model that the home is indexed with now, also after a running home changed it."""

from __future__ import annotations

import dataclasses
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

from corpus.errors import ModelError
from index.embedding import DEFAULT_MODEL, FOLDER_NAME, Embedder, ModelOptions, Vectors, embedder_name

Load = Callable[[ModelOptions], Embedder]


class CurrentEmbedder:
    """Questions to vectors, by the model in use; another is loaded when the home has changed to it.

    Vectors of two models lie in different spaces, so a question is never asked with another model than the index has.
    """

    def __init__(self, in_use: Callable[[], str | None], options: ModelOptions, load: Load) -> None:
        """`in_use` names the home's model now (None before the first batch).

        The settings' model is loaded beside what else a start has to do; the first question waits for it.

        Raises:
            ModelError: the home is indexed with another model than the settings name.
        """
        self._in_use = in_use
        self._options = options
        self._load = load
        self._lock = threading.Lock()
        asked, indexed = embedder_name(options), in_use()
        if indexed not in (None, asked):
            name = model_of(indexed or "")
            raise ModelError(
                f"Samlingen är inbäddad med {name}, men frågan skulle ställas med {model_of(asked)}.",
                hint=f"Ange BESLUTSMINNE_MODEL={name}, eller byt samlingens modell med: beslutsminne model NAMN",
            )
        with_one_thread = ThreadPoolExecutor(1, thread_name_prefix="embedder")
        self._loading: Future[Embedder] = with_one_thread.submit(load, options)
        with_one_thread.shutdown(wait=False)

    def query(self, text: str) -> Vectors:
        """`(dim,) float32, unit length`.

        Raises:
            ModelError: the model cannot be loaded here, or one that the home has changed to cannot.
        """
        return self.current().query(text)

    def current(self) -> Embedder:
        """The embedder of the home's model, by the state that the calling thread sees.

        Raises:
            ModelError: it cannot be loaded.
        """
        indexed = self._in_use()
        with self._lock:
            embedder = self._loading.result()
            if indexed not in (None, embedder.name):
                embedder = self._load(dataclasses.replace(self._options, model=model_of(indexed or "")))
                self._loading = Future()
                self._loading.set_result(embedder)
            return embedder


def model_of(name: str) -> str:
    """What BESLUTSMINNE_MODEL must say for an embedder of that name."""
    return DEFAULT_MODEL if name == FOLDER_NAME else name
