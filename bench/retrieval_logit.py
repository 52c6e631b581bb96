"""Fitting a conditional logit: weights by which the right ones of each group of candidates get the most probability."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize  # type: ignore[import-untyped]


@dataclass(frozen=True, slots=True)
class Choice:
    """The candidates of one question as features by name, how right each is, and how much the question counts."""

    candidates: tuple[Mapping[str, float], ...]
    right: tuple[float, ...]
    weight: float = 1.0


def fit(choices: Sequence[Choice], *, ridge: float) -> dict[str, float]:
    """The weights that maximise the likelihood less `ridge`/2 times their squares."""
    names = sorted({name for choice in choices for one in choice.candidates for name in one})
    data = [(_matrix(choice, names), np.array(choice.right) / sum(choice.right), choice.weight) for choice in choices]

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        value, slope = ridge * float(weights @ weights) / 2, ridge * weights
        for matrix, right, counts in data:
            chances = _softmax(matrix @ weights)
            value -= counts * float(right @ np.log(chances + 1e-12))
            slope = slope - counts * (matrix.T @ (right - chances))
        return value, slope

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B").x
    return {name: round(float(weight), 4) for name, weight in zip(names, found, strict=True)}


def first_right(choices: Sequence[Choice], weights: Mapping[str, float]) -> float:
    """The share of questions whose likeliest candidate is right."""
    names = list(weights)
    vector = np.array([weights[name] for name in names])
    hits = [choice.right[int(np.argmax(_matrix(choice, names) @ vector))] > 0 for choice in choices]
    return float(np.mean(hits)) if hits else float("nan")


def _matrix(choice: Choice, names: Sequence[str]) -> np.ndarray:
    return np.array([[one.get(name, 0.0) for name in names] for one in choice.candidates])


def _softmax(logits: np.ndarray) -> np.ndarray:
    raised = np.exp(logits - logits.max())
    chances: np.ndarray = raised / raised.sum()
    return chances
