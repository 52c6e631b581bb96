from __future__ import annotations

import pytest

from corpus.passage import Facets
from index.embedded_segment import Segment, SegmentBuilder
from index.facet_keys import conditions
from index.faiss_store import FaissStore
from index.filters import Filter
from tests.index.brute_force import entry, unit

FACETS = (
    Facets(type="motion", date="2022-01-01", party=("V",)),
    Facets(type="policy", date="2023-01-01", in_force_to="2023-12-31"),
    Facets(type="policy", date=None, replaced=True),
)


@pytest.fixture
def segment() -> Segment:
    builder = SegmentBuilder(10, 4)
    for row, facets in enumerate(FACETS):
        builder.add(entry(row + 10, "a b", [1, 0, 0, 0], facets))
    arrays, vectors = builder.finish()
    return Segment(arrays, lambda: FaissStore.build(vectors))


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        (Filter(), [True, True, True]),
        (Filter(types=("policy",)), [False, True, True]),
        (Filter(types=("policy", "motion"), parties=("v",)), [True, False, False]),
        (Filter(since="2022-06-01"), [False, True, False]),
        (Filter(until="2022-06-01"), [True, False, False]),
        (Filter(in_force_on="2023-12-31"), [False, True, False]),
        (Filter(in_force_on="2024-01-01"), [False, False, False]),
    ],
    ids=str,
)
def test_rows_that_a_filter_admits(segment: Segment, where: Filter, expected: list[bool]) -> None:
    assert segment.admitted(conditions(where)).tolist() == expected


def test_vectors_are_made_once_and_late() -> None:
    builder = SegmentBuilder(10, 4)
    builder.add(entry(10, "a b", [1, 0, 0, 0]))
    arrays, vectors = builder.finish()
    made: list[FaissStore] = []

    def make() -> FaissStore:
        made.append(FaissStore.build(vectors))
        return made[-1]

    segment = Segment(arrays, make)
    assert (len(segment), segment.ids.tolist(), made) == (1, [10], [])
    for _ in range(2):
        rows, scores = segment.nearest(unit([1, 0, 0, 0]), 5, None)
        assert (rows.tolist(), scores.tolist()) == ([0], [1.0])
    assert len(made) == 1
