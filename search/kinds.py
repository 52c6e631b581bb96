"""Which kind of answer a question wants: a decision, a fact, a document, or precedents; as chances, not a verdict.

A lift that serves decision questions ruins questions of fact (0.75 and 0.36 nDCG@10), so every ranking weighs both.
The weights in kinds.json were fitted by bench/retrieval_fit.py on half of the casebook's questions.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from corpus.document import STYRDOKUMENT
from index.terms import analyse
from search.answer_types import FIGURES, REASONS, types_asked
from search.asked_particulars import particulars_asked
from search.candidates import Candidates, Group
from search.cues import cue_counts
from search.question import Question
from search.shelf import Shelf

LOOKED_AT = 3
"""Passages of each group whose words are compared with the question's."""

KINDS = ("decision", "fact", "lookup", "precedent")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Probabilities that sum to 1."""

    decision: float
    fact: float
    lookup: float
    precedent: float


@cache
def _fit() -> dict[str, dict[str, float]]:
    fit: dict[str, dict[str, float]] = json.loads(Path(__file__).with_name("kinds.json").read_text("utf-8"))["weights"]
    return fit


def kind_features(question: Question, found: Candidates, shelf: Shelf) -> dict[str, float]:
    """What the kind is told by: cues in the words, which group of passages lies nearest, and in which sort of paper."""
    text = question.text
    cues = {f"cue {kind}": float(min(count, 2)) for kind, count in cue_counts(text).items()}
    asked = types_asked(text)
    said = _said(found.texts)
    return {
        "always": 1.0,
        **cues,
        "asks for a figure": float(bool(asked & FIGURES)),
        "asks for who, when or why": float(bool(asked & REASONS)),
        "names a title": _named_title(question, found.titles),
        "asks for a particular": float(bool(particulars_asked(text))),
        "demand nearer than text": found.nearer(found.tied),
        "title nearer than text": found.nearer(found.titles),
        "demand words over text words": _ratio(found.tied, found.texts),
        "title words over text words": _ratio(found.titles, found.texts),
        "demand says more than text": _said(found.tied) - said,
        "title says more than text": _said(found.titles) - said,
        "found in a styrdokument": _in_styrdokument(found.texts, shelf),
        "english": float(question.language == "en"),
        "figures": float(any(c.isdigit() for c in text)),
        "length": min(len(text.split()), 20) / 10,
    }


def _in_styrdokument(texts: Group, shelf: Shelf) -> float:
    """1 if the best text is of a plan, a policy, a rate: hardly a question about a decision finds one first."""
    head = shelf.head(texts.found[0].passage.file) if texts.found else None
    return float(head is not None and head.type in STYRDOKUMENT)


def _said(group: Group) -> float:
    """The most that one of the best passages of a group says of what was asked about."""
    return max((one.said for one in group.found[:LOOKED_AT]), default=0.0)


def _named_title(question: Question, titles: Group) -> float:
    """How far one of the best titles is the question: the share of the title's words that it says times the reverse."""
    terms = {term for unit in question.units for term in (*unit.terms, *unit.parts)}
    shares = (one.said * _said_by(terms, one.passage.embed_text) for one in titles.found[:LOOKED_AT])
    return max(shares, default=0.0)


def _said_by(terms: set[str], embed_text: str) -> float:
    of_title = set(analyse(embed_text.split("\n")[0]))
    return len(of_title & terms) / len(of_title) if of_title else 0.0


def _ratio(one: Group, other: Group) -> float:
    return math.log((one.best_lexical + 1) / (other.best_lexical + 1))


def wanted(features: Mapping[str, float]) -> Wanted:
    """The softmax of the fitted weights."""
    logits = [sum(_fit()[kind].get(name, 0.0) * value for name, value in features.items()) for kind in KINDS]
    top = max(logits)
    raised = [math.exp(logit - top) for logit in logits]
    return Wanted(*(value / sum(raised) for value in raised))
