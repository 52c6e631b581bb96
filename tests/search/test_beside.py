"""A question is embedded beside other work, by the model that the asking thread sees."""

from __future__ import annotations

import threading

import numpy as np
import pytest

from index.engine import Vectors
from search.beside import BesideEmbedder, QueryEmbedder, midway


class Noting:
    """Says in which thread it embedded, and waits until it may."""

    def __init__(self, number: float = 1.0) -> None:
        """Give `number`."""
        self.may = threading.Event()
        self.threads: list[int] = []
        self._number = number

    def query(self, text: str) -> Vectors:
        """One number, when it may."""
        assert self.may.wait(10)
        self.threads.append(threading.get_ident())
        return np.array([self._number], np.float32)


class Changing(Noting):
    """Two models, of which the asking thread has the second."""

    def __init__(self) -> None:
        """Give the second, and note who asked for it."""
        super().__init__()
        self.asked_by: list[int] = []
        self.second = Noting(2.0)

    def current(self) -> QueryEmbedder:
        """The second."""
        self.asked_by.append(threading.get_ident())
        return self.second


def test_it_embeds_in_another_thread_while_the_asking_one_goes_on() -> None:
    embedder = Noting()
    vector = BesideEmbedder(embedder).query("fråga")
    assert embedder.threads == []  # not done, and yet here
    embedder.may.set()
    assert vector().tolist() == [1.0]
    assert vector().tolist() == [1.0]
    assert len(embedder.threads) == 1
    assert embedder.threads[0] != threading.get_ident()


def test_the_model_is_chosen_by_the_thread_that_asks() -> None:
    embedder = Changing()
    embedder.second.may.set()
    assert BesideEmbedder(embedder).query("fråga")().tolist() == [2.0]
    assert embedder.asked_by == [threading.get_ident()]
    assert embedder.second.threads != [threading.get_ident()]


def test_what_goes_wrong_is_told_where_the_vector_is_waited_for() -> None:
    class Broken:
        def query(self, text: str) -> Vectors:
            """Fail."""
            raise ValueError(text)

    vector = BesideEmbedder(Broken()).query("fråga")
    with pytest.raises(ValueError, match="fråga"):
        vector()


def test_two_wordings_meet_midway() -> None:
    vector = midway(lambda: np.array([1.0, 0.0], np.float32), lambda: np.array([0.0, 1.0], np.float32))()
    assert vector.tolist() == pytest.approx([0.5**0.5, 0.5**0.5])
    assert vector.dtype == np.float32
