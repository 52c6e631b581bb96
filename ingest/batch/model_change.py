"""Another embedding model without downtime: its vectors are made beside the old ones, and one transaction switches.

Going back is the same call with the old model: its vectors are still there, only papers that came since are embedded.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from corpus.catalogue import Catalogue
from corpus.home import Home
from corpus.writer import Writer
from ingest.batch.embedding import BATCH
from ingest.batch.stages import Embedder

CHUNK = 4 * BATCH
PATIENCE = 3600.0
"""Seconds to wait for a batch to let go of the home; questions are answered all the while."""


@dataclass(frozen=True, slots=True)
class ModelChange:
    """How far a change of model is: texts embedded, texts in all, and the model in use."""

    done: int
    total: int
    model: str | None


def change_model(
    home: Home,
    embedder: Embedder,
    *,
    prepare: Callable[[], None] = lambda: None,
    sync: Callable[[], None] = lambda: None,
    listener: Callable[[ModelChange], None] = lambda change: None,
) -> ModelChange:
    """Embed all passages with `embedder` and make it the model in use; can be killed and run again at any time.

    The home is locked only while vectors are written, so nightly batches go on under the old model meanwhile. `prepare`
    lets an engine take in the new vectors beside the old ones, just before the switch that readers see.

    Raises:
        HomeBusyError: a batch has held the home for an hour.
        HomeMissingError: there is no home.
    """
    catalogue = Catalogue.open(home)
    try:
        keys = catalogue.missing_vectors(embedder.name)
        for start in range(0, len(keys), CHUNK):
            _embed(catalogue, keys[start : start + CHUNK], embedder)
            listener(ModelChange(min(start + CHUNK, len(keys)), len(keys), catalogue.model()))
        with Writer.open(home, wait=PATIENCE) as writer:
            late = catalogue.missing_vectors(embedder.name)
            _put(writer, embedder, _vectors(catalogue, late, embedder))
            with writer.transaction():
                writer.add_model(embedder.name, embedder.dim)
            prepare()
            with writer.transaction():
                writer.use_model(embedder.name)
            sync()
        return ModelChange(len(keys) + len(late), len(keys) + len(late), catalogue.model())
    finally:
        catalogue.close()


def _embed(catalogue: Catalogue, keys: tuple[bytes, ...], embedder: Embedder) -> None:
    rows = _vectors(catalogue, keys, embedder)
    with Writer.open(catalogue.home, wait=PATIENCE) as writer:
        _put(writer, embedder, rows)


def _put(writer: Writer, embedder: Embedder, rows: list[tuple[bytes, bytes]]) -> None:
    with writer.transaction():
        writer.put_vectors(embedder.name, embedder.dim, rows)


def _vectors(catalogue: Catalogue, keys: tuple[bytes, ...], embedder: Embedder) -> list[tuple[bytes, bytes]]:
    texts = catalogue.embed_texts(keys)
    rows: list[tuple[bytes, bytes]] = []
    ordered = sorted(texts, key=lambda key: -len(texts[key]))
    for start in range(0, len(ordered), BATCH):
        some = ordered[start : start + BATCH]
        made = np.asarray(embedder.passages([texts[key] for key in some])).astype("<f2")
        rows += [(key, row.tobytes()) for key, row in zip(some, made, strict=True)]
    return rows
