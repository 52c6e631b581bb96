from __future__ import annotations

import math

import numpy as np
import pytest

from search import confidence
from search.confidence import background, chance, fitted_least
from tests.search.made import searcher


def test_the_logistic_function_of_the_fitted_weights(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confidence, "_fit", lambda: {"least": 0.2, "weights": {"a": 2.0, "b": -1.0}})
    assert chance({"a": 1.0, "b": 0.5, "unknown": 9.0}) == pytest.approx(1 / (1 + math.exp(-1.5)))
    assert fitted_least() == 0.2


def test_every_feature_has_a_weight() -> None:
    features = searcher().look("vad kostar en lekplats").confidence_features()
    assert set(features) == set(confidence._fit()["weights"])


def test_a_vector_of_another_model_has_no_background() -> None:
    assert background(np.ones(3, dtype=np.float32)) == 0.0
