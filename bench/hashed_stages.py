"""The program's own stages with vectors made from hashes: everything of a batch but the model, for runs at scale.

A hash vector costs next to nothing, so what such a run takes is what the rest of the batch takes; figures from these
runs say so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import blake2b

import numpy as np
import numpy.typing as npt

from corpus.catalogue import Catalogue
from corpus.home import Home
from index.catalogue_entries import CatalogueEntries
from index.embedded import EmbeddedEngine
from index.passages import passages_of, tied_passages_of
from ingest.batch.stages import Stages
from ingest.pages.isolation import read_many
from ingest.papers.cases import relate, tie_keys
from ingest.papers.understand import understand

DIM = 384


@dataclass(frozen=True, slots=True)
class HashEmbedder:
    """Unit vectors that depend on the text alone."""

    name: str = "hash"
    dim: int = DIM

    def passages(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        """`(n, dim) float32`, rows of unit length."""
        rows = np.stack([np.random.default_rng(_seed(text)).standard_normal(self.dim) for text in texts])
        unit: npt.NDArray[np.float32] = (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)
        return unit


def engine(home: Home) -> EmbeddedEngine:
    """The embedded engine over a home."""
    return EmbeddedEngine(home.vectors, CatalogueEntries(Catalogue(home)))


def hashed_stages(home: Home, *, workers: int = 2) -> Stages:
    """Reading in processes, papers, ties, passages and the engine's files as the program has them."""
    return Stages(
        read_many=partial(read_many, workers=workers),
        understand=understand,
        relate=relate,
        passages_of=passages_of,
        tied_passages_of=tied_passages_of,
        embedder=HashEmbedder(),
        reader="bench",
        tie_keys=tie_keys,
        sync=engine(home).sync,
    )


def _seed(text: str) -> int:
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")
