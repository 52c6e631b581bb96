from __future__ import annotations

import numpy as np

from index.embedded_build import build, build_after
from tests.index.brute_force import MemorySource, entry


def test_rows_follow_the_ids_and_what_is_gone_is_left_out() -> None:
    source = MemorySource(dim=4)
    source.put(*(entry(id_, "a " * id_, np.eye(4)[id_ - 1]) for id_ in (1, 2, 3)))
    arrays, vectors = build(source, np.array([3, 9, 1]), 4)
    assert arrays["ids"].tolist() == [3, 1]
    assert arrays["lengths"].tolist() == [3, 1]
    assert vectors.tolist() == [[0, 0, 1, 0], [1, 0, 0, 0]]


def test_rows_that_vectors_are_kept_of_stay_in_place_as_dead() -> None:
    source = MemorySource(dim=4)
    source.put(*(entry(id_, "a", np.eye(4)[id_ - 1]) for id_ in (1, 3, 4)))
    arrays, vectors = build_after(source, np.array([1, 2, 3]), np.array([4, 9]), 4)
    assert arrays["ids"].tolist() == [1, 2, 3, 4]
    assert arrays["lengths"].tolist() == [1, 0, 1, 1]
    assert arrays["terms.rows"].tolist() == [0, 2, 3]
    assert vectors.tolist() == [[0, 0, 0, 1]]
