"""How sure it is that the collection holds an answer: a logistic model over what both legs say, fitted and stored.

Similarities lie in a narrow band (right 0.87, wrong 0.75), so no single threshold works. confidence.json holds the
weights by the features' names, and what they were fitted on (bench/retrieval_fit.py).
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from index.engine import Vectors
from search.candidates import Candidates, Group
from search.coverage import Cover
from search.kinds import Wanted
from search.question import Question

LOOKED_AT = 15
"""Passages of each group whose words are compared with the question's."""


@cache
def _fit() -> dict[str, Any]:
    fit: dict[str, Any] = json.loads(Path(__file__).with_name("confidence.json").read_text("utf-8"))
    return fit


def fitted_least() -> float:
    """Below this chance a question counts as not answered; it refused 4 % of the answerable ones it was fitted on."""
    return float(_fit()["least"])


def confidence_features(
    question: Question, found: Candidates, covered: Cover, *, wanted: Wanted, vector: Vectors
) -> dict[str, float]:
    """What both legs say of the best text, the best demand and the best title."""
    best = max(group.best_dense for group in found.groups)
    return {
        "always": 1.0,
        "english": float(question.language == "en"),
        "nearest": 20 * (best - 0.85),
        "above the crowd": 20 * (best - background(vector)) - 2,
        "decision wanted": wanted.decision,
        "fact wanted": wanted.fact,
        "demand nearer than text": 20 * (found.tied.best_dense - found.texts.best_dense),
        "text stands out": 20 * _stands_out(found.texts),
        "demand stands out": 20 * _stands_out(found.tied),
        "words in best": max(_said(group, 1) for group in found.groups),
        "words in one passage": max(_said(group, LOOKED_AT) for group in found.groups),
        "unknown words": covered.unknown,
        "words asked": min(len(covered.weights), 8) / 4,
        "legs agree": max(_agreement(group) for group in found.groups),
    }


def background(vector: Vectors) -> float:
    """How near the question lies to a municipal passage on average: to the mean of many (background.json)."""
    mean = _mean_passage()
    return float(vector @ mean) if len(mean) == len(vector) else 0.0


@cache
def _mean_passage() -> Vectors:
    kept = json.loads(Path(__file__).with_name("background.json").read_text("utf-8"))
    return np.array(kept["mean"], dtype=np.float32)


def chance(features: Mapping[str, float]) -> float:
    """The fitted logistic model's probability that the collection holds an answer."""
    logit = sum(_fit()["weights"].get(name, 0.0) * value for name, value in features.items())
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, logit))))


def _stands_out(group: Group) -> float:
    """How far the nearest lies above the tenth."""
    return group.dense[0].score - group.dense[min(9, len(group.dense) - 1)].score if group.dense else 0.0


def _said(group: Group, best: int) -> float:
    """The most that one of the best passages says of what was asked about."""
    return max((one.said for one in group.found[:best]), default=0.0)


def _agreement(group: Group) -> float:
    """1 / (1 + rank) of the nearest passage among the lexical ones; 0 where it is not among them."""
    nearest = group.dense[0].passage if group.dense else None
    ranks = (rank for rank, one in enumerate(group.lexical) if one.passage == nearest)
    return 1 / (1 + next(ranks, math.inf))
