"""What is kept between batches: one model, one pool, let go when nothing has come for a while."""

from __future__ import annotations

import time
from pathlib import Path

import numpy as np

from index.embedding import Embedder, ModelOptions, Vectors
from ui.kept_warm import KeptWarm

HERE = ModelOptions(models=Path("modeller"))


class _Model:
    name = "m"
    dim = 2

    def passages(self, texts: object) -> Vectors:
        return np.zeros((0, 2), np.float32)

    def query(self, text: str) -> Vectors:
        return np.zeros(2, np.float32)


def _loading(loaded: list[Embedder]) -> Embedder:
    loaded.append(_Model())
    return loaded[-1]


def test_the_same_options_load_once_and_others_take_their_place() -> None:
    kept, loaded = KeptWarm(), list[Embedder]()
    first = kept.embedder(HERE, lambda: _loading(loaded))
    assert kept.embedder(ModelOptions(models=Path("modeller")), lambda: _loading(loaded)) is first
    other = kept.embedder(ModelOptions(models=Path("andra")), lambda: _loading(loaded))
    assert loaded == [first, other]
    assert kept.embedder(HERE, lambda: _loading(loaded)) is loaded[2]


def test_let_go_once_idle_but_not_while_a_batch_works() -> None:
    kept, loaded = KeptWarm(idle=0.05), list[Embedder]()
    first, pool = kept.embedder(HERE, lambda: _loading(loaded)), kept.pool()
    kept.rest()
    kept.work()
    time.sleep(0.2)
    assert kept.embedder(HERE, lambda: _loading(loaded)) is first
    assert kept.pool() is pool
    kept.rest()
    time.sleep(0.5)
    assert kept.pool() is not pool
    assert kept.embedder(HERE, lambda: _loading(loaded)) is not first


def test_let_go_at_once() -> None:
    kept, loaded = KeptWarm(), list[Embedder]()
    first = kept.embedder(HERE, lambda: _loading(loaded))
    kept.rest()
    kept.let_go()
    assert kept.embedder(HERE, lambda: _loading(loaded)) is not first
