"""How each kind of FAISS index fares as it grows: recall@10 against exact, latency, memory, build and load time.

python -m bench.scale_faiss embeddings.f16 bench/results --sizes 10000 100000 200000 1000000

Each measurement runs in its own process, so that memory is that of one index alone; FAISS uses one core.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import psutil

from bench.scale_vectors import collection
from index.faiss_choice import FaissOptions, IndexKind
from index.faiss_store import FaissStore, Mask, one_core

K = 10
SHARES = (1.0, 0.5, 0.1, 0.01)
FOREVER = 1 << 40
OPTIONS = {
    IndexKind.EXACT: FaissOptions(coded_from=FOREVER, hnsw_from=FOREVER, ivf_from=FOREVER),
    IndexKind.HNSW: FaissOptions(hnsw_from=1, ivf_from=FOREVER),
    IndexKind.IVF: FaissOptions(hnsw_from=1, ivf_from=1),
}


@dataclass(frozen=True, slots=True)
class Measured:
    """One kind at one size. Resident memory is after all questions, above what the process had."""

    kind: str
    count: int
    real: int
    build_s: float
    file_mb: float
    load_ms: float
    resident_mb: float
    p50_ms: float
    p95_ms: float
    recall: float
    share_50_ms: float
    share_50_recall: float
    share_10_ms: float
    share_10_recall: float
    share_1_ms: float
    share_1_recall: float
    grow_1000_s: float


def main() -> None:
    """Measure every kind at every size, and write one JSON line each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("embeddings", type=Path)
    parser.add_argument("results", type=Path)
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000, 200_000, 1_000_000])
    given = parser.parse_args()
    given.results.mkdir(parents=True, exist_ok=True)
    out = given.results / "scale_faiss.jsonl"
    with tempfile.TemporaryDirectory() as folder:
        for count in given.sizes:
            for kind in OPTIONS:  # with codes a search for ten is the exact one
                with multiprocessing.get_context("spawn").Pool(1) as pool:
                    measured = pool.apply(measure, (kind, count, given.embeddings, Path(folder)))
                print(measured, flush=True)
                with out.open("a", encoding="utf-8") as lines:
                    lines.write(json.dumps(asdict(measured)) + "\n")


def measure(kind: IndexKind, count: int, embeddings: Path, folder: Path) -> Measured:
    """Build, save, load and ask one index; the exact one, measured first, leaves the truth in `folder`."""
    one_core()
    options = OPTIONS[kind]
    vectors = collection(embeddings, count)
    path = folder / "index.faiss"
    started = time.perf_counter()
    store = FaissStore.build(vectors.base, options=options)
    built = time.perf_counter() - started
    store.save(path)
    real, queries = vectors.real, vectors.queries
    del store, vectors
    before = psutil.Process().memory_info().rss
    started = time.perf_counter()
    loaded = FaissStore.load(path, kind=kind, options=options)
    load = time.perf_counter() - started
    asked = [_ask(loaded, queries, share, folder / f"{count}.{share}.npy") for share in SHARES]
    resident = psutil.Process().memory_info().rss - before
    started = time.perf_counter()
    FaissStore.grown(path, queries.astype(np.float16).repeat(4, axis=0)[:1000], kind=kind, options=options).save(path)
    return Measured(
        kind=kind.value,
        count=count,
        real=real,
        build_s=round(built, 2),
        file_mb=round(path.stat().st_size / 1e6, 1),
        load_ms=round(load * 1e3, 2),
        resident_mb=round(resident / 1e6, 1),
        p50_ms=asked[0][0],
        p95_ms=asked[0][1],
        recall=asked[0][2],
        share_50_ms=asked[1][0],
        share_50_recall=asked[1][2],
        share_10_ms=asked[2][0],
        share_10_recall=asked[2][2],
        share_1_ms=asked[3][0],
        share_1_recall=asked[3][2],
        grow_1000_s=round(time.perf_counter() - started, 2),
    )


def _ask(store: FaissStore, queries: npt.NDArray[np.float32], share: float, truth: Path) -> tuple[float, float, float]:
    """p50 and p95 in milliseconds, and recall@10, under a filter that lets a share of the vectors through."""
    allowed: Mask | None = None if share == 1 else np.random.default_rng(1).random(len(store)) < share
    times, found = [], []
    for query in queries:
        started = time.perf_counter()
        rows, _ = store.nearest(query, K, allowed)
        times.append(time.perf_counter() - started)
        found.append(rows)
    if store.kind is IndexKind.EXACT:
        np.save(truth, np.stack(found))
    recall = _recall(found, np.load(truth))
    p50, p95 = np.percentile(times, [50, 95]) * 1e3
    return round(float(p50), 3), round(float(p95), 3), round(recall, 4)


def _recall(found: Sequence[npt.NDArray[np.int64]], truth: npt.NDArray[np.int64]) -> float:
    shared = [len(set(rows.tolist()) & set(right.tolist())) for rows, right in zip(found, truth, strict=True)]
    return sum(shared) / truth.size


if __name__ == "__main__":
    main()
