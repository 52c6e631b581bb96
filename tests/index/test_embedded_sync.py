from __future__ import annotations

from pathlib import Path

import numpy as np

from index.embedded import EmbeddedEngine
from index.embedded_manifest import Manifest, read_manifest
from index.embedded_options import EmbeddedOptions
from index.embedded_sync import sync as sync_with
from index.faiss_choice import FaissOptions
from index.filters import Filter
from tests.index.brute_force import DIM, BruteForce, MemorySource, entry, unit

OPTIONS = EmbeddedOptions(small=4)
GRAPH = EmbeddedOptions(small=4, faiss=FaissOptions(hnsw_from=50, ivf_from=10_000, exact_below=0.1))


def sync(folder: Path, source: MemorySource) -> Manifest | None:
    return sync_with(folder, source, options=OPTIONS)


def put(source: MemorySource, *ids: int) -> None:
    draw = np.random.default_rng(ids[0])
    source.put(*(entry(id_, "skola", draw.standard_normal(DIM)) for id_ in ids))


def sizes(folder: Path) -> list[tuple[int, int]]:
    manifest = read_manifest(folder)
    assert manifest is not None
    return [(segment.count, len(segment.dead)) for segment in manifest.segments]


def test_a_small_addition_leaves_a_large_segment_alone(tmp_path: Path) -> None:
    source = MemorySource()
    put(source, *range(1, 101))
    sync(tmp_path, source)
    put(source, 101, 102)
    source.read.clear()
    sync(tmp_path, source)
    assert sizes(tmp_path) == [(100, 0), (2, 0)]
    assert source.read == [101, 102]


def test_small_segments_are_joined(tmp_path: Path) -> None:
    source = MemorySource()
    put(source, *range(1, 101))
    sync(tmp_path, source)
    for id_ in range(101, 108):
        put(source, id_)
        sync(tmp_path, source)
    # 1 joins 1 … until 5, which is more than SMALL = 4 and more than twice the next
    assert sizes(tmp_path) == [(100, 0), (5, 0), (2, 0)]


def test_segments_of_about_equal_size_are_joined(tmp_path: Path) -> None:
    source = MemorySource()
    for first in (1, 101, 201):
        put(source, *range(first, first + 100))
        sync(tmp_path, source)
    # 100 ≤ 2·100, then 200 ≤ 2·100
    assert sizes(tmp_path) == [(300, 0)]


def test_removed_rows_are_dead_until_they_are_many(tmp_path: Path) -> None:
    source = MemorySource()
    put(source, *range(1, 101))
    sync(tmp_path, source)
    source.remove(*range(1, 20))
    sync(tmp_path, source)
    assert sizes(tmp_path) == [(100, 19)]
    source.remove(20, 21)
    sync(tmp_path, source)
    assert sizes(tmp_path) == [(79, 0)]


def test_what_no_manifest_names_is_deleted(tmp_path: Path) -> None:
    source = MemorySource()
    put(source, 1)
    sync(tmp_path, source)
    (tmp_path / "0000000000.faiss").write_bytes(b"left by a killed writer")
    (tmp_path / "0000000001.faiss.77.new").write_bytes(b"the same")
    put(source, 2)
    sync(tmp_path, source)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "0000000002.faiss",
        "0000000002.postings",
        "manifest.json",
    ]


def test_a_name_is_never_used_for_other_bytes(tmp_path: Path) -> None:
    source = MemorySource()
    put(source, 1)
    sync(tmp_path, source)
    (tmp_path / "0000000001.postings").write_bytes(b"")
    sync(tmp_path, source)
    assert sizes(tmp_path) == [(1, 0)]
    assert (tmp_path / "0000000001-1.postings").is_file()


def test_nothing_is_written_without_a_model(tmp_path: Path) -> None:
    class NoModel(MemorySource):
        model = None

    assert sync(tmp_path, NoModel()) is None
    assert list(tmp_path.iterdir()) == []


def test_everything_removed_leaves_an_empty_manifest(tmp_path: Path) -> None:
    source = MemorySource()
    put(source, 1, 2)
    sync(tmp_path, source)
    source.remove(1, 2)
    sync(tmp_path, source)
    assert sizes(tmp_path) == []


def test_a_graph_grows_by_what_is_joined_and_keeps_its_dead_rows(tmp_path: Path) -> None:
    source = MemorySource()
    put(source, *range(1, 101))
    first = sync_with(tmp_path, source, options=GRAPH)
    source.remove(*range(1, 11))
    put(source, *range(101, 161))
    second = sync_with(tmp_path, source, options=GRAPH)
    assert first is not None
    assert second is not None
    assert [(one.kind, one.count) for one in first.segments] == [("hnsw", 100)]
    assert [(one.kind, one.count, one.dead) for one in second.segments] == [("hnsw", 160, tuple(range(1, 11)))]
    engine, plain = EmbeddedEngine(tmp_path, source, options=GRAPH), BruteForce(source)
    for seed in range(20):
        vector = unit(np.random.default_rng(seed).standard_normal(DIM))
        found, expected = (one.dense(vector, 5, where=Filter()) for one in (engine, plain))
        assert [one.passage for one in found] == [one.passage for one in expected]
    assert engine.document_frequency(["skola"]) == {"skola": 150}


def embedded_by(name: str, dim: int) -> MemorySource:
    source, draw = MemorySource(name=name, dim=dim), np.random.default_rng(dim)
    source.put(*(entry(id_, f"skola ord{id_}", draw.standard_normal(dim)) for id_ in range(1, 31)))
    return source


def itself(engine: EmbeddedEngine, source: MemorySource) -> bool:
    return all(
        engine.dense(one.vector.astype(np.float32), 1, where=Filter())[0].passage == id_
        for id_, one in source.held.items()
    )


def test_another_model_stands_ready_before_the_catalogue_changes_to_it(tmp_path: Path) -> None:
    old, new = embedded_by("model-a", DIM), embedded_by("model-b", 8)
    sync(tmp_path, old)
    before, after = (EmbeddedEngine(tmp_path, source, options=OPTIONS) for source in (old, new))
    before.prepare(new)
    old.read.clear()
    new.read.clear()
    assert itself(before, old)
    assert itself(after, new), "a reader whose catalogue has changed finds the files"
    sync(tmp_path, old)
    assert itself(EmbeddedEngine(tmp_path, new, options=OPTIONS), new), "a batch under the old model leaves them there"
    manifest = sync(tmp_path, new)
    assert (old.read, new.read) == ([], [])
    assert manifest is not None
    assert manifest.model == "model-b"
    assert itself(after, new)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        *sorted(segment.name + suffix for segment in manifest.segments for suffix in (".faiss", ".postings")),
        "manifest.json",
    ]


def test_a_damaged_next_manifest_is_as_none(tmp_path: Path) -> None:
    old, new = embedded_by("model-a", DIM), embedded_by("model-b", 8)
    sync(tmp_path, old)
    EmbeddedEngine(tmp_path, old).prepare(new)
    (tmp_path / "manifest.next.json").write_text("{")
    assert itself(EmbeddedEngine(tmp_path, new, options=OPTIONS), new)
    sync(tmp_path, new)
    assert itself(EmbeddedEngine(tmp_path, new, options=OPTIONS), new)
