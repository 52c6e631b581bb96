"""How sure it is that the collection holds an answer: a logistic model over what both legs say, fitted and stored.

Similarities lie in a narrow band (right 0.87, wrong 0.75), so no single threshold works. confidence.json holds the
weights by the features' names, and what they were fitted on (bench/retrieval_fit.py).
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from corpus.passage import Passage
from index.engine import Engine
from search.candidates import Candidates, Legs
from search.coverage import Cover, cover
from search.question import Question

LOOKED_AT = 15
"""Passages of each leg whose words are compared with the question's."""


@cache
def _fit() -> dict[str, float]:
    fit: dict[str, float] = json.loads(Path(__file__).with_name("confidence.json").read_text("utf-8"))["weights"]
    return fit


def confidence_features(question: Question, found: Candidates, engine: Engine) -> dict[str, float]:
    """What both legs say of the best text, the best demand and the best title."""
    covered = cover(question, engine)
    groups = (found.text_legs, found.tied_legs, found.title_legs)
    best = max((legs.best_dense for legs in groups), default=0.0)
    return {
        "always": 1.0,
        "english": float(question.language == "en"),
        "nearest": 20 * (best - 0.85),
        "nearest demand against text": 20 * (found.tied_legs.best_dense - found.text_legs.best_dense),
        "text stands out": 20 * _stands_out(found.text_legs),
        "demand stands out": 20 * _stands_out(found.tied_legs),
        "words in nearest": max((_covered(_nearest(legs, found), covered) for legs in groups), default=0.0),
        "words in one passage": max((_covered(_all(legs, found), covered) for legs in groups), default=0.0),
        "unknown words": covered.unknown,
        "words asked": min(len(covered.weights), 8) / 4,
        "legs agree": float(max(_agreement(legs) for legs in groups)),
    }


def chance(features: Mapping[str, float]) -> float:
    """The fitted logistic model's probability that the collection holds an answer."""
    logit = sum(_fit().get(name, 0.0) * value for name, value in features.items())
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, logit))))


def _stands_out(legs: Legs) -> float:
    """How far the nearest lies above the tenth."""
    return legs.dense[0].score - legs.dense[min(9, len(legs.dense) - 1)].score if legs.dense else 0.0


def _nearest(legs: Legs, found: Candidates) -> Iterable[Passage]:
    return (found.passages[one.passage] for one in legs.dense[:3] if one.passage in found.passages)


def _all(legs: Legs, found: Candidates) -> Iterable[Passage]:
    ids = dict.fromkeys(one.passage for one in (*legs.dense[:LOOKED_AT], *legs.lexical[:LOOKED_AT]))
    return (found.passages[one] for one in ids if one in found.passages)


def _covered(passages: Iterable[Passage], covered: Cover) -> float:
    return max((covered.share(frozenset(passage.terms)) for passage in passages), default=0.0)


def _agreement(legs: Legs) -> float:
    """1 / (1 + rank) of the nearest passage among the lexical ones; 0 where it is not among them."""
    if not legs.dense:
        return 0.0
    ranks = {one.passage: rank for rank, one in enumerate(legs.lexical)}
    rank = ranks.get(legs.dense[0].passage)
    return 0.0 if rank is None else 1 / (1 + rank)
