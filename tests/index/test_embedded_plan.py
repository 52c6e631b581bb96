from __future__ import annotations

import numpy as np

from index.embedded_files import Fingerprint
from index.embedded_manifest import SegmentEntry
from index.embedded_options import EmbeddedOptions
from index.embedded_plan import to_grow, to_join
from index.embedded_segment import Segment, SegmentBuilder
from index.embedded_snapshot import Part
from index.faiss_choice import FaissOptions
from index.faiss_store import FaissStore
from tests.index.brute_force import entry

OPTIONS = EmbeddedOptions(small=2, faiss=FaissOptions(hnsw_from=50, ivf_from=120))
PRINT = Fingerprint(0, "", "")


def part(count: int, *, dead: int = 0, first: int = 1) -> Part:
    builder = SegmentBuilder(count, 4)
    for id_ in range(first, first + count):
        builder.add(entry(id_, "a", [1, 0, 0, 0]))
    arrays, vectors = builder.finish()
    segment = Segment(arrays, lambda: FaissStore.build(vectors))
    return Part(segment, np.arange(count) >= dead) if dead else Part(segment)


def counts(parts: tuple[Part, ...]) -> list[int]:
    return [one.count for one in parts]


def test_nothing_is_joined_where_nothing_is_new_or_worn() -> None:
    assert to_join([part(1), part(10, dead=2)], 0, OPTIONS) == ()


def test_the_small_and_those_of_about_equal_size_are_joined() -> None:
    parts = [part(100), part(2), part(7), part(20)]
    # 1 new: 2 is small; 3: 7 > 2·3
    assert counts(to_join(parts, 1, OPTIONS)) == [2]
    # 2 new: 2 → 4; 7 ≤ 8 → 11; 20 ≤ 22 → 31; 100 > 62
    assert counts(to_join(parts, 2, OPTIONS)) == [2, 7, 20]


def test_the_worn_are_rewritten_even_alone() -> None:
    assert counts(to_join([part(10, dead=3), part(100)], 0, OPTIONS)) == [7]


def test_a_graph_grows_only_while_it_stays_the_right_kind_and_little_worn() -> None:
    def grows(graph: Part, new: int, kind: str = "hnsw") -> bool:
        stored = SegmentEntry("a", kind, len(graph.segment), PRINT, PRINT)
        return to_grow({stored: graph}, (graph,), new, OPTIONS) == stored

    assert grows(part(60), 59)
    assert not grows(part(60), 60), "120 rows are for lists"
    assert not grows(part(60, dead=13), 10)
    assert not grows(part(60), 10, kind="exact")
    assert not grows(part(60), 10, kind="exact-sq8")
    assert grows(part(60), 60, kind="ivf-sq8")
