from __future__ import annotations

import numpy as np
import pytest

from index import embedded_nearest
from index.embedded_nearest import Mask, NearestRows, Rows
from index.engine import DENSE_DIGITS, Vectors, steady
from index.faiss_choice import FaissOptions
from index.faiss_store import FaissStore
from tests.index.brute_force import DIM, unit

COUNT = 400


@pytest.fixture
def base() -> np.ndarray:
    draw = np.random.default_rng(5)
    vectors = np.stack([unit(draw.standard_normal(DIM)) for _ in range(COUNT)])
    vectors[100:140] = vectors[7]
    return vectors.astype(np.float16)


def expected(base: np.ndarray, vector: np.ndarray, k: int, mask: np.ndarray | None) -> set[int]:
    scores = steady(base.astype(np.float64) @ vector.astype(np.float64), DENSE_DIGITS)
    rows = np.arange(COUNT) if mask is None else np.flatnonzero(mask)
    order = sorted(rows.tolist(), key=lambda row: (-scores[row], row))
    return set(order[:k])


def best(rows: np.ndarray, scores: np.ndarray, k: int) -> set[int]:
    return set(rows[np.lexsort((rows, -scores))[:k]].tolist())


@pytest.mark.parametrize("share", [None, 0.9, 0.6, 0.1, 0.02])
@pytest.mark.parametrize("k", [1, 10, 50])
@pytest.mark.parametrize("coded_from", [1, 1000])
@pytest.mark.parametrize("compared", [2, 100])
def test_picked_or_searched_it_is_the_same(
    base: np.ndarray, share: float | None, k: int, coded_from: int, compared: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(embedded_nearest, "WIDE", 80)
    monkeypatch.setattr(embedded_nearest, "COMPARED", compared)
    draw = np.random.default_rng(k)
    nearest = NearestRows(FaissStore.build(base, options=FaissOptions(coded_from=coded_from)))
    most = draw.random(COUNT) < 0.95
    for _ in range(10):
        vector = unit(draw.standard_normal(DIM))
        mask = None if share is None else draw.random(COUNT) < share
        nearest.find(vector, k, most)
        assert best(*nearest.find(vector, k, mask), k) == expected(base, vector, k, mask)


def test_all_that_tie_with_the_last_are_found(base: np.ndarray) -> None:
    vector = base[7].astype(np.float32)
    rows, scores = NearestRows(FaissStore.build(base)).find(vector, 3, None)
    assert {7, *range(100, 140)} <= set(rows.tolist())
    assert len(set(scores[:41].tolist())) == 1


def test_one_wide_search_serves_all_filters_of_a_question(base: np.ndarray, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedded_nearest, "WIDE", 80)
    store = FaissStore.build(base)
    asked: list[int] = []
    search = store.nearest

    def noted(vector: Vectors, k: int, mask: Mask | None) -> tuple[Rows, Vectors]:
        asked.append(k)
        return search(vector, k, mask)

    monkeypatch.setattr(store, "nearest", noted)
    nearest = NearestRows(store)
    many = np.arange(COUNT) % 10 < 8
    for mask in (many, ~many):
        nearest.find(unit(np.ones(DIM)), 5, mask)
    assert asked == [80]
    nearest.find(unit(np.arange(DIM)), 5, ~many)
    assert asked[1:] == [5 + embedded_nearest.TIED], "a narrow filter alone is searched for"


def test_nothing_is_asked_for_nothing(base: np.ndarray) -> None:
    rows, _ = NearestRows(FaissStore.build(base)).find(unit(np.ones(DIM)), 3, np.zeros(COUNT, np.bool_))
    assert rows.tolist() == []
