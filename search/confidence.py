"""How sure it is that the collection holds an answer: a logistic model over what both legs say, fitted and stored.

Similarities lie in a narrow band (right 0.87, wrong 0.75), so no single threshold works. confidence.json holds the
weights by the features' names, and what they were fitted on (bench/retrieval_fit.py).
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from corpus.stored import FoundPassage
from index.engine import Scored, Vectors
from search.candidates import Candidates, Group
from search.coverage import Cover, met
from search.kinds import Wanted
from search.meetings import years_in
from search.question import Question
from search.shelf import Shelf
from search.sought import asks_for_a_name, tells_a_name

LOOKED_AT = 5
"""Passages of each group whose cases are asked how much of the question they say."""

MET = 0.5
"""How well a word is met (`search.coverage.met`) where it counts as said."""

NEAREST = 10
"""The nearest passages of all groups together: how far the first lies above the last, and how many are of one case."""
_PERIOD = re.compile(r"(?<![\d-])((?:19|20)\d\d)\s*[-–—]\s*((?:19|20)\d\d)(?![\d-])")


@cache
def _fit() -> dict[str, Any]:
    fit: dict[str, Any] = json.loads(Path(__file__).with_name("confidence.json").read_text("utf-8"))
    return fit


def fitted_least() -> float:
    """Below this chance a question counts as not answered; it refused 5 % of the answerable ones it was fitted on."""
    return float(_fit()["least"])


def confidence_features(
    question: Question, found: Candidates, covered: Cover, wanted: Wanted, *, shelf: Shelf, vector: Vectors
) -> dict[str, float]:
    """What both legs say of the best passages, and of the case that they belong to; and whether precedents are wanted,
    which there are more often than any one answer."""
    nearest = _nearest(found)
    best = nearest[0].score if nearest else 0.0
    matters = _said_in_matters(found)
    said = [max((met(unit, terms) for terms in matters), default=0.0) for unit, _ in covered.weights]
    sought = question.sought and max((met(question.sought, terms) for terms in matters), default=0.0) >= MET
    return {
        "always": 1.0,
        "english": float(question.language == "en"),
        "above the crowd": 20 * (best - background(vector)) - 2,
        "nearest stands out": 20 * (best - nearest[-1].score) if nearest else 0.0,
        "nearest of one case": _of_one_case(nearest, shelf),
        "demand nearer than text": found.nearer(found.tied),
        "text stands out": 20 * _stands_out(found.texts),
        "words in best": max((group.found[0].said for group in found.groups if group.found), default=0.0),
        "words in one case": max(map(covered.share, matters), default=0.0),
        "unknown words": covered.unknown,
        "least said word": min(said, default=0.0),
        "words not said": sum(one < MET for one in said) / len(said) if said else 1.0,
        "sought and said": float(sought is True),
        "sought and not said": float(sought is False),
        "name sought and not told": float(asks_for_a_name(question.text) and not _tell_a_name(found)),
        "words asked": min(len(covered.weights), 8) / 4,
        "wants precedents": wanted.precedent,
    }


def _tell_a_name(found: Candidates) -> bool:
    best = (one.passage.embed_text for group in found.groups for one in group.found[:NEAREST])
    return any(tells_a_name(text) for text in best)


def period_missing(question: Question, found: Candidates) -> bool:
    """Whether it asks for a period ("handlingsplan 2026–2029") that no paper found has: it names what is not there."""
    asked = [set(match.groups()) for match in _PERIOD.finditer(question.text)]
    texts = (one.passage.embed_text for group in found.groups for one in group.found)
    return bool(asked) and not any(years <= set(years_in(text)) for text in texts for years in asked)


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


def _nearest(found: Candidates) -> list[Scored]:
    every = (one for group in found.groups for one in group.dense[:NEAREST])
    return sorted(every, key=lambda one: -one.score)[:NEAREST]


def _of_one_case(nearest: Sequence[Scored], shelf: Shelf) -> float:
    """The share of the nearest that the commonest case among them has: what is answered is told in several papers."""
    passages = shelf.passages(one.passage for one in nearest).values()
    counts = Counter(_case(passage) for passage in passages)
    return max(counts.values()) / NEAREST if counts else 0.0


def _said_in_matters(found: Candidates) -> tuple[set[str], ...]:
    """The terms that the passages found of each matter have together, for the matters of the best of each group."""
    best = {_case(one.passage) for group in found.groups for one in group.found[:LOOKED_AT]}
    terms: dict[str, set[str]] = {case: set() for case in best}
    for group in found.groups:
        for one in group.found:
            if (case := _case(one.passage)) in terms:
                terms[case].update(one.passage.terms)
    return tuple(terms.values())


def _case(passage: FoundPassage) -> str:
    """The case of a passage, else its file."""
    return passage.case or passage.file
