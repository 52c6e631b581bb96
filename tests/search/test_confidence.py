from __future__ import annotations

import math

import numpy as np
import pytest

from search import confidence
from search.confidence import background, chance, fitted_least, period_missing
from tests.search.made import searcher


def test_the_logistic_function_of_the_fitted_weights(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confidence, "_fit", lambda: {"least": 0.2, "weights": {"a": 2.0, "b": -1.0}})
    assert chance({"a": 1.0, "b": 0.5, "unknown": 9.0}) == pytest.approx(1 / (1 + math.exp(-1.5)))
    assert fitted_least() == 0.2


def test_every_feature_has_a_weight() -> None:
    features = searcher().look("vad kostar en lekplats").confidence_features()
    assert set(features) == set(confidence._fit()["weights"])


def test_what_the_found_passages_of_one_case_say_together() -> None:
    features = searcher().look("vad kostar en lekplats").confidence_features()
    assert features["words in one case"] == 1.0
    assert features["unknown words"] == 0.0
    nowhere = searcher().look("vad kostar tunnelbanan").confidence_features()
    assert nowhere["words in one case"] < 1.0
    assert nowhere["unknown words"] > 0.0


def test_what_is_asked_for_by_name_is_said_in_the_matter_or_not() -> None:
    said = searcher().look("hur många lekplatser byggs i Sörby").confidence_features()
    assert (said["sought and said"], said["sought and not said"]) == (1.0, 0.0)
    other = searcher().look("vilket företag bygger lekplatsen").confidence_features()
    assert (other["sought and said"], other["sought and not said"]) == (0.0, 1.0)
    neither = searcher().look("vad kostar en lekplats").confidence_features()
    assert (neither["sought and said"], neither["sought and not said"]) == (0.0, 0.0)


def test_words_that_no_leading_matter_says() -> None:
    said = searcher().look("vad kostar en lekplats").confidence_features()
    assert (said["least said word"], said["words not said"]) == (1.0, 0.0)
    half = searcher().look("lekplats tunnelbana").confidence_features()
    assert (half["least said word"], half["words not said"]) == (0.0, 0.5)


def test_the_share_of_the_nearest_that_one_case_has() -> None:
    look = searcher().look("ny lekplats i Sörby")
    nearest = sorted((one for group in look.found.groups for one in group.dense), key=lambda one: -one.score)[:10]
    passages = look.shelf.passages(one.passage for one in nearest).values()
    cases = [passage.case or passage.file for passage in passages]
    features = look.confidence_features()
    assert features["nearest of one case"] == max(cases.count(case) for case in cases) / 10
    assert features["nearest stands out"] == pytest.approx(20 * (nearest[0].score - nearest[9].score))


def test_a_vector_of_another_model_has_no_background() -> None:
    assert background(np.ones(3, dtype=np.float32)) == 0.0


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("lekplatsplan 2026–2029", True),
        ("lekplatsplan 2022–2030", False),
        ("lekplatsplan 2022-2030", False),
        ("lekplatsplan", False),
        ("svar från 2020-09-21", False),
    ],
)
def test_a_period_that_no_paper_has_is_missing(text: str, missing: bool) -> None:
    look = searcher().look(text)
    assert period_missing(look.question, look.found) is missing
    assert not (missing and searcher().ask(text).answerable)
