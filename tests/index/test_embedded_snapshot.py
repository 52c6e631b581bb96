from __future__ import annotations

import numpy as np
import pytest

from index.bm25 import Bm25
from index.embedded_segment import Segment, SegmentBuilder
from index.embedded_snapshot import Part, Snapshot
from index.faiss_store import FaissStore
from index.filters import Filter
from tests.index.brute_force import BruteForce, MemorySource, entry

ANY = Filter()
ENTRIES = tuple(entry(id_, "a " * id_ + "b", [1, id_, 0, 0]) for id_ in range(1, 9))


def part(*ids: int) -> Part:
    builder = SegmentBuilder(len(ids), 4)
    for id_ in ids:
        builder.add(ENTRIES[id_ - 1])
    arrays, vectors = builder.finish()
    return Part(Segment(arrays, lambda: FaissStore.build(vectors)))


def test_several_segments_rank_as_one() -> None:
    source = MemorySource(dim=4)
    source.put(*ENTRIES)
    source.remove(3, 7)
    dead = np.array([3, 7])
    snapshot = Snapshot(
        1, [part(4, 1, 3).without(dead), part(2, 8), part(5, 6, 7).without(dead)], model="m", bm25=Bm25()
    )
    plain = BruteForce(source)
    for k in (1, 3, 100):
        found, expected = (
            one for one in (snapshot.lexical({"a": 1, "b": 2}, k, ANY), plain.lexical({"a": 1, "b": 2}, k, where=ANY))
        )
        assert [one.passage for one in found] == [one.passage for one in expected]
        assert [one.score for one in found] == pytest.approx([one.score for one in expected])
        vector = np.array([0, 1, 0, 0], np.float32)
        assert [one.passage for one in snapshot.dense(vector, k, ANY)] == [8, 6, 5, 4, 2, 1][:k]
    assert (snapshot.count, snapshot.document_frequency("b")) == (6, 6)


def test_a_part_counts_what_is_alive() -> None:
    whole = part(1, 2, 3)
    assert whole.without(np.array([9])) is whole
    two = whole.without(np.array([2]))
    assert (two.count, two.ids.tolist(), two.length) == (2, [1, 3], 2 + 4)
    assert two.without(np.array([1])).ids.tolist() == [3]
