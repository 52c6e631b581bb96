"""The nearest vectors by FAISS: exact over float16, with 8-bit codes for a first look where there are many, a graph
over float16, or inverted lists over 8 bits, reranked."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import faiss as _typed_faiss
import numpy as np
import numpy.typing as npt

from corpus.errors import EngineError, HomeDamagedError
from index.engine import Vectors
from index.entries import Half
from index.faiss_choice import FaissOptions, IndexKind, lists_for

faiss: Any = _typed_faiss
"""Its type hints lack what it adds at run time: keyword arguments, `this`, `downcast_index`'s classes."""
Mask = npt.NDArray[np.bool_]
Rows = npt.NDArray[np.int64]
BATCH = 50_000
LEAST_EFFORT = 256
LARGEST_CODE = 127
HEADROOM = 1.25
"""How far beyond the first vectors' largest number those that are added later may go; what goes further is cut."""
TRAINED_ON = 40
"""Vectors a list that k-means sees; FAISS warns below 39."""


class FaissStore:
    """Vectors by row, from 0 in the order added. Rows are never taken out; a mask says which may be found."""

    def __init__(self, kind: IndexKind, index: Any, *, options: FaissOptions) -> None:
        """Prefer `build` and `load`."""
        self.kind = kind
        self._index = index
        self._options = options
        self._exact = _exact_part(kind, index)
        self._codes = _Codes(faiss.downcast_index(index.base_index)) if kind is IndexKind.CODED else None

    @classmethod
    def build(cls, vectors: Half, *, options: FaissOptions | None = None) -> FaissStore:
        """Index `vectors` `(n, dim) float16, rows of unit length` in the way that fits their number."""
        options = options or FaissOptions()
        kind = options.kind(len(vectors))
        store = cls(kind, _empty_index(kind, vectors, options), options=options)
        store.add(vectors)
        return store

    @classmethod
    def load(cls, path: Path, *, kind: IndexKind, options: FaissOptions | None = None) -> FaissStore:
        """Map a saved index into memory; pages are read as they are searched.

        Raises:
            HomeDamagedError: FAISS cannot read the file.
        """
        try:
            index = faiss.read_index(str(path), faiss.IO_FLAG_MMAP_IFC)
            return cls(kind, index, options=options or FaissOptions())
        except RuntimeError as error:
            raise HomeDamagedError(
                f"Vektorindexet {path} kan inte läsas.", hint="Kör: beslutsminne check --repair"
            ) from error

    @classmethod
    def grown(cls, path: Path, vectors: Half, *, kind: IndexKind, options: FaissOptions | None = None) -> FaissStore:
        """A saved index with `vectors` appended, without building anew what it holds."""
        store = cls(kind, faiss.read_index(str(path)), options=options or FaissOptions())
        store.add(vectors)
        return store

    def __len__(self) -> int:
        """How many rows it holds."""
        return int(self._index.ntotal)

    @property
    def dim(self) -> int:
        """The length of a vector."""
        return int(self._index.d)

    def add(self, vectors: Half) -> None:
        """Append rows."""
        for start in range(0, len(vectors), BATCH):
            some = np.ascontiguousarray(vectors[start : start + BATCH], dtype=np.float32)
            if self._codes is None:
                self._index.add(some)
            else:
                self._exact.add(some)
                self._codes.add(some)
                self._index.ntotal = self._exact.ntotal

    def save(self, path: Path) -> None:
        """Write the index to `path`."""
        faiss.write_index(self._index, str(path))

    def nearest(self, vector: Vectors, k: int, allowed: Mask | None) -> tuple[Rows, Vectors]:
        """The k rows with the highest inner product among the `allowed` (None = all), best first, and the products.

        As many as exist are given, up to k, by every kind of index.

        Raises:
            EngineError: the vector has another length than the index.
        """
        if vector.shape != (self.dim,):
            raise EngineError(
                f"Frågans vektor har {vector.shape} tal, indexet {self.dim}.",
                hint="Använd den modell som indexet gjordes med (beslutsminne status).",
            )
        there = len(self) if allowed is None else int(allowed.sum())
        k = min(k, there)
        if k <= 0:
            return np.empty(0, np.int64), np.empty(0, np.float32)
        query = np.ascontiguousarray(vector[None], dtype=np.float32)
        with _one_thread():
            return self._search(query, k, allowed, there)

    def wide(self, vector: Vectors, k: int) -> tuple[Rows, Vectors]:
        """About the k nearest rows, best first, and about their products: by codes, else exactly."""
        if self._codes is None:
            return self.nearest(vector, k, None)
        with _one_thread():
            return self._codes.nearest(np.ascontiguousarray(vector[None], dtype=np.float32), min(k, len(self)))

    def products(self, vector: Vectors, rows: Rows) -> Vectors:
        """The products of some rows by float16, in the order of `rows`."""
        among = faiss.IndexScalarQuantizer(self.dim, faiss.ScalarQuantizer.QT_fp16, faiss.METRIC_INNER_PRODUCT)
        among.add_sa_codes(_codes_of(self._exact)[rows])
        with _one_thread():
            scores, order = among.search(np.ascontiguousarray(vector[None], dtype=np.float32), len(rows))
        found = np.empty(len(rows), np.float32)
        found[order[0]] = scores[0]
        return found

    def _search(self, query: Vectors, k: int, allowed: Mask | None, there: int) -> tuple[Rows, Vectors]:
        only = None if allowed is None else _selector(allowed)
        if self.kind in (IndexKind.HNSW, IndexKind.IVF) and there >= self._options.exact_below * len(self):
            scores, rows = self._index.search(query, k, params=self._effort(k, only))
            if rows[0, -1] >= 0:
                return rows[0], scores[0]
        scores, rows = self._exact.search(query, k, params=faiss.SearchParameters(sel=only))
        return rows[0], scores[0]

    def _effort(self, k: int, only: Any) -> Any:
        options = self._options
        if self.kind is IndexKind.HNSW:
            effort = max(LEAST_EFFORT, 2 * k, round(len(self) * options.search_share))
            return faiss.SearchParametersHNSW(efSearch=effort, sel=only)
        lists = faiss.downcast_index(self._index.base_index).nlist
        probed = max(1, round(lists * options.probed_share))
        inner = faiss.SearchParametersIVF(nprobe=probed, sel=only)
        return faiss.IndexRefineSearchParameters(k_factor=options.rerank, base_index_params=inner)


class _Codes:
    """Each number of a vector in 8 bits, all drawn out alike: half the bytes to go through, products of whole numbers.

    Over an index that draws vectors out and then codes them; it is filled and asked past the drawing out, which would
    take a product of matrices and would not cut what is too large for a code.
    """

    def __init__(self, index: Any) -> None:
        self._whole = index
        self._index = faiss.downcast_index(index.index)
        self._scale = float(faiss.vector_to_array(faiss.downcast_VectorTransform(index.chain.at(0)).A)[0])

    def add(self, vectors: Vectors) -> None:
        self._index.add(np.clip(np.rint(vectors * self._scale), -LARGEST_CODE, LARGEST_CODE))
        self._whole.ntotal = self._index.ntotal

    def nearest(self, query: Vectors, k: int) -> tuple[Rows, Vectors]:
        """The k nearest by the codes of the vectors and of the query, best first, and about their products."""
        stretch = LARGEST_CODE / float(np.abs(query).max() or 1.0)
        scores, rows = self._index.search(np.rint(query * stretch), k)
        return rows[0], scores[0] / (stretch * self._scale)


def _codes_of(exact: Any) -> npt.NDArray[np.uint8]:
    """The float16 vectors of an exact index as bytes `(n, 2 · dim)`, where they lie."""
    shape = (int(exact.ntotal), int(exact.code_size))
    found: npt.NDArray[np.uint8] = faiss.rev_swig_ptr(exact.codes.data(), shape[0] * shape[1]).reshape(shape)
    return found


@contextmanager
def _one_thread() -> Iterator[None]:
    """One question is searched by one thread: FAISS shares out questions, so that others would be woken for nothing.

    On two cores, one of them busy, waiting for them made 0.2 ms into 7 at 4,000 vectors. The setting is this thread's.
    """
    before = faiss.omp_get_max_threads()
    faiss.omp_set_num_threads(1)
    try:
        yield
    finally:
        faiss.omp_set_num_threads(before)


def one_core() -> None:
    """Keep FAISS to one core in this process, for measurements and for servers with many questions at once."""
    faiss.omp_set_num_threads(1)


def _empty_index(kind: IndexKind, vectors: Half, options: FaissOptions) -> Any:
    dim = vectors.shape[1]
    if kind is IndexKind.HNSW:
        graph = faiss.IndexHNSWSQ(dim, faiss.ScalarQuantizer.QT_fp16, options.links, faiss.METRIC_INNER_PRODUCT)
        graph.hnsw.efConstruction = options.build_effort
        graph.train(np.ascontiguousarray(vectors[:1], dtype=np.float32))
        return graph
    exact = faiss.IndexScalarQuantizer(dim, faiss.ScalarQuantizer.QT_fp16, faiss.METRIC_INNER_PRODUCT)
    if kind is IndexKind.EXACT:
        return exact
    before = _empty_codes(vectors) if kind is IndexKind.CODED else _trained_lists(vectors)
    return faiss.IndexRefine(before, _kept(exact))


def _empty_codes(vectors: Half) -> Any:
    dim = vectors.shape[1]
    draw = faiss.LinearTransform(dim, dim, False)
    scale = LARGEST_CODE / (HEADROOM * float(np.abs(vectors).max()))
    faiss.copy_array_to_vector((scale * np.eye(dim, dtype=np.float32)).ravel(), draw.A)
    draw.is_trained = True
    codes = faiss.IndexScalarQuantizer(dim, faiss.ScalarQuantizer.QT_8bit_direct_signed, faiss.METRIC_INNER_PRODUCT)
    return _kept(faiss.IndexPreTransform(_kept(draw), _kept(codes)))


def _trained_lists(vectors: Half) -> Any:
    count, dim = vectors.shape
    lists = faiss.IndexIVFScalarQuantizer(
        _kept(faiss.IndexFlatIP(dim)),
        dim,
        lists_for(count),
        faiss.ScalarQuantizer.QT_8bit,
        faiss.METRIC_INNER_PRODUCT,
    )
    sample = np.random.default_rng(0).choice(count, min(count, TRAINED_ON * lists.nlist), replace=False)
    lists.train(np.ascontiguousarray(vectors[np.sort(sample)], dtype=np.float32))
    return _kept(lists)


def _kept(index: Any) -> Any:
    """Handed over: C++ owns it from here, as FAISS' Python objects would free it too early."""
    index.this.disown()
    return index


def _exact_part(kind: IndexKind, index: Any) -> Any:
    if kind is IndexKind.HNSW:
        return faiss.downcast_index(index.storage)
    return index if kind is IndexKind.EXACT else faiss.downcast_index(index.refine_index)


def _selector(allowed: Mask) -> Any:
    return faiss.IDSelectorBitmap(np.packbits(allowed, bitorder="little"))
