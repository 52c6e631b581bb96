"""The engines side by side at scale: filling, one question at a time, and 50 readers at once.

python -m bench.scale_engines paragraphs.jsonl.gz embeddings.f16 results.jsonl --engine embedded postgresql://…

Terms are the words of real paragraphs; vectors are those of bench/scale_vectors.py (real, then jittered). A reader asks
a dense and a lexical question in turn, half of them under a filter, each k = 50, as fast as it gets answers. Readers of
the embedded engine are threads of one server process; those of PostgreSQL have a connection each.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path

import numpy as np

from bench.scale_vectors import Collection, collection
from corpus.passage import Facets
from corpus.stored import Changes, Model
from index.engine import Scored
from index.engines import DerivedEngine, open_engine
from index.entries import Entry, Ids
from index.facet_keys import facet_row
from index.filters import Filter

DIM = 384
K = 50
WORD = re.compile(r"\w{3,}")
TYPES = ("motion", "motionssvar", "tjänsteskrivelse", "protokoll", "policy")
PER_FILE = 30


class ScaleSource:
    """An EntrySource over a set of paragraphs: what number n says, stands at line n."""

    def __init__(self, paragraphs: Path, vectors: Collection) -> None:
        """Read the paragraphs' words; 200,000 of them take half a gigabyte."""
        self._vectors = vectors.base
        with gzip.open(paragraphs, "rt", encoding="utf-8") as lines:
            texts = (json.loads(line)["text"] for line in islice(lines, len(vectors.base)))
            self.terms = [tuple(WORD.findall(text.lower())) for text in texts]
        self.generation = 1
        self.model: Model | None = Model("bench", DIM)

    def ids(self) -> Ids:
        """1 to the number of vectors."""
        return np.arange(1, len(self._vectors) + 1, dtype=np.int64)

    def changes(self, since: int) -> Changes:
        """All came in generation 1."""
        return Changes(1, () if since else tuple(self.ids().tolist()), ())

    def entries(self, ids: Sequence[int]) -> Iterator[Entry]:
        """Entry n has the terms of paragraph n (from the start again where there are fewer) and vector n."""
        for id_ in ids:
            facets = Facets(type=TYPES[id_ % len(TYPES)], date=f"{2000 + id_ % 25}-01-01")
            row = facet_row(facets, file=f"{id_ // PER_FILE}.pdf", kind="text")
            yield Entry(id_, self.terms[id_ % len(self.terms)], row, self._vectors[id_ - 1])


@dataclass(frozen=True, slots=True)
class Load:
    """Readers at once for some seconds: questions a second and milliseconds a question."""

    readers: int
    questions: int
    errors: int
    per_second: float
    p50_ms: float
    p95_ms: float


def main() -> None:
    """Fill the engines, ask each of them, and write one JSON line each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paragraphs", type=Path)
    parser.add_argument("embeddings", type=Path)
    parser.add_argument("results", type=Path)
    parser.add_argument("--engine", nargs="+", default=["embedded"])
    parser.add_argument("--count", type=int, default=200_000)
    parser.add_argument("--seconds", type=float, default=20.0)
    parser.add_argument("--readers", type=int, nargs="+", default=[1, 50])
    given = parser.parse_args()
    vectors = collection(given.embeddings, given.count, dim=DIM)
    source = ScaleSource(given.paragraphs, vectors)
    with tempfile.TemporaryDirectory() as folder:
        for number, name in enumerate(given.engine):
            engine = open_engine(None if name == "embedded" else name, Path(folder) / str(number), source)
            row = _measured(engine, source, vectors, readers=given.readers, seconds=given.seconds)
            print(json.dumps(row, indent=1), flush=True)
            with given.results.open("a", encoding="utf-8") as out:
                out.write(json.dumps(row) + "\n")


def _measured(
    engine: DerivedEngine, source: ScaleSource, vectors: Collection, *, readers: Sequence[int], seconds: float
) -> dict[str, object]:
    started = time.perf_counter()
    engine.sync()
    filled = time.perf_counter() - started
    started = time.perf_counter()
    engine.refresh()
    engine.dense(vectors.queries[0], K, where=Filter())
    opened = time.perf_counter() - started
    status = engine.status()
    return {
        "engine": status.kind,
        "passages": status.passages,
        "size_mb": round(status.size_bytes / 1e6, 1),
        "fill_s": round(filled, 1),
        "open_and_first_s": round(opened, 3),
        "recall_10": _recall(engine, vectors),
        "alone": _alone(engine, source, vectors),
        "load": [asdict(_load(engine, source, vectors, some, seconds)) for some in readers],
    }


def _recall(engine: DerivedEngine, vectors: Collection) -> float:
    """How many of the ten nearest by numpy are among the engine's ten, over 50 questions."""
    shared = 0
    for query in vectors.queries[:50]:
        products = np.concatenate(
            [
                vectors.base[start : start + 20_000].astype(np.float32) @ query
                for start in range(0, len(vectors.base), 20_000)
            ]
        )
        right = np.argpartition(products, -10)[-10:] + 1
        shared += len({one.passage for one in engine.dense(query, 10, where=Filter())} & set(right.tolist()))
    return shared / 500


def _questions(source: ScaleSource, vectors: Collection, seed: int) -> Iterator[tuple[str, object, Filter]]:
    """Dense and lexical in turn; every other pair is filtered by type and date."""
    draw = np.random.default_rng(seed)
    while True:
        where = Filter(types=("motion",), since="2010-01-01") if draw.random() < 0.5 else Filter()
        yield "dense", vectors.queries[draw.integers(len(vectors.queries))], where
        words = source.terms[draw.integers(len(source.terms))]
        yield "lexical", {words[i]: 1.0 for i in draw.integers(0, len(words), 5)} if words else {}, where


def _ask(engine: DerivedEngine, kind: str, asked: object, where: Filter) -> tuple[Scored, ...]:
    if kind == "dense":
        assert isinstance(asked, np.ndarray)
        return engine.dense(asked, K, where=where)
    assert isinstance(asked, dict)
    return engine.lexical(asked, K, where=where)


def _alone(engine: DerivedEngine, source: ScaleSource, vectors: Collection) -> dict[str, float]:
    """p50 in milliseconds of each kind of question, asked one at a time."""
    times: dict[str, list[float]] = {}
    for kind, asked, where in islice(_questions(source, vectors, 7), 400):
        started = time.perf_counter()
        _ask(engine, kind, asked, where)
        name = f"{kind}{'' if where.empty else ' filtered'}"
        times.setdefault(name, []).append(time.perf_counter() - started)
    return {name: round(float(np.median(some)) * 1e3, 2) for name, some in sorted(times.items())}


def _load(engine: DerivedEngine, source: ScaleSource, vectors: Collection, readers: int, seconds: float) -> Load:
    times: list[float] = []
    errors: list[Exception] = []
    until = time.perf_counter() + seconds

    def read(seed: int) -> None:
        for kind, asked, where in _questions(source, vectors, seed):
            started = time.perf_counter()
            if started > until:
                return
            try:
                _ask(engine, kind, asked, where)
            except Exception as error:
                errors.append(error)
            times.append(time.perf_counter() - started)

    threads = [threading.Thread(target=read, args=(seed,)) for seed in range(readers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        print(errors[0])
    p50, p95 = np.percentile(times, [50, 95]) * 1e3
    return Load(
        readers, len(times), len(errors), round(len(times) / seconds, 1), round(float(p50), 2), round(float(p95), 2)
    )


if __name__ == "__main__":
    main()
