"""The nearest vectors by FAISS: exact over float16 while the collection is small, a graph or inverted lists beyond."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

import faiss
import numpy as np
import numpy.typing as npt

from corpus.errors import EngineError, HomeDamagedError
from index.engine import Vectors
from index.entries import Half

Mask = npt.NDArray[np.bool_]
Rows = npt.NDArray[np.int64]


class IndexKind(StrEnum):
    """How the vectors are searched."""

    EXACT = "exact"
    HNSW = "hnsw"
    IVF = "ivf-sq8"


class FaissStore:
    """Vectors by row, from 0 in the order added. Rows are never taken out; a mask says which may be found."""

    def __init__(self, kind: IndexKind, index: faiss.Index) -> None:
        """Prefer `build` and `load`."""
        self.kind = kind
        self._index = index

    @classmethod
    def build(cls, vectors: Half, *, kind: IndexKind = IndexKind.EXACT) -> FaissStore:
        """Index `vectors` `(n, dim) float16, rows of unit length`."""
        index = faiss.IndexScalarQuantizer(vectors.shape[1], faiss.ScalarQuantizer.QT_fp16, faiss.METRIC_INNER_PRODUCT)
        store = cls(kind, index)
        store.add(vectors)
        return store

    @classmethod
    def load(cls, path: Path, *, kind: IndexKind) -> FaissStore:
        """Map a saved index into memory; pages are read as they are searched.

        Raises:
            HomeDamagedError: FAISS cannot read the file.
        """
        try:
            return cls(kind, faiss.read_index(str(path), faiss.IO_FLAG_MMAP_IFC))
        except RuntimeError as error:
            raise HomeDamagedError(
                f"Vektorindexet {path} kan inte läsas.", hint="Kör: beslutsminne check --repair"
            ) from error

    def __len__(self) -> int:
        """How many rows it holds."""
        return int(self._index.ntotal)

    @property
    def dim(self) -> int:
        """The length of a vector."""
        return int(self._index.d)

    def add(self, vectors: Half) -> None:
        """Append rows."""
        self._index.add(np.ascontiguousarray(vectors, dtype=np.float32))

    def save(self, path: Path) -> None:
        """Write the index to `path`."""
        faiss.write_index(self._index, str(path))

    def nearest(self, vector: Vectors, k: int, allowed: Mask | None) -> tuple[Rows, Vectors]:
        """The k rows with the highest inner product among the `allowed` (None = all), best first, and the products.

        Raises:
            EngineError: the vector has another length than the index.
        """
        if vector.shape != (self.dim,):
            raise EngineError(
                f"Frågans vektor har {vector.shape} tal, indexet {self.dim}.",
                hint="Använd den modell som indexet gjordes med (beslutsminne status).",
            )
        k = min(k, len(self) if allowed is None else int(allowed.sum()))
        if k <= 0:
            return np.empty(0, np.int64), np.empty(0, np.float32)
        query = np.ascontiguousarray(vector[None], dtype=np.float32)
        if allowed is None:
            scores, rows = self._index.search(query, k)
        else:
            only = faiss.IDSelectorBitmap(np.packbits(allowed, bitorder="little"))  # type: ignore[call-arg,arg-type]
            scores, rows = self._index.search(query, k, params=faiss.SearchParameters(sel=only))  # type: ignore[call-arg]
        return rows[0], scores[0]
