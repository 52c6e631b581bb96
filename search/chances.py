"""How likely each candidate is the one meant: a conditional logit over its score and what it is (chances.json).

A fact is told by reports and plans, seldom by a motion or by the item that decides on it; the paper asked for is of the
type that was named. The weights were fitted on halves of two casebooks (bench/retrieval_fit.py); on questions of fact
they raised nDCG@10 from 0.78 to 0.81 and from 0.90 to 0.96 on questions that they were not fitted on.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple, TypeVar

from corpus.case import Case
from corpus.citation import part_of
from corpus.document import DocumentType
from corpus.passage import PassageKind
from index.pieces import BETWEEN
from search.answer_types import asks_yes_or_no, says_yes_or_no, share_there, types_asked
from search.candidates import Asked, Candidates, Found, Place
from search.decisions import sections_of
from search.shelf import Shelf
from search.titles import Titles, looks_back

Key = TypeVar("Key")


class Decided(NamedTuple):
    """What a question about a decision may mean: a demand (case, number), or else a decision item (file, paragraph)."""

    demand: bool
    key: tuple[str, int]


PLAIN_TEXT = "plain text"
"""The group of weights for texts of which none is of a municipal genre: what else is indexed, questions and answers of
authorities for one, is told apart by its words alone."""
LEAST_TEXT = 0.002
"""Of a text, for it to speak for the case whose papers it stands in."""
LONGEST = 100
"""Words beyond which a text's length tells nothing more."""
_FIGURE = re.compile(r"\d")
Features = Mapping[str, float]


@cache
def _weights() -> dict[str, dict[str, float]]:
    fit: dict[str, dict[str, float]] = json.loads(Path(__file__).with_name("chances.json").read_text("utf-8"))[
        "weights"
    ]
    return fit


def chances(group: str, features: Mapping[Key, Features]) -> dict[Key, float]:
    """The softmax of the fitted weights of `group` ("text", PLAIN_TEXT, "demand", "title"): chances that sum to 1, best
    first."""
    if not features:
        return {}
    weights = _weights()[group]
    logits = {key: _logit(weights, one) for key, one in features.items()}
    top = max(logits.values())
    raised = {key: math.exp(logit - top) for key, logit in logits.items()}
    total = sum(raised.values())
    return dict(sorted(((key, value / total) for key, value in raised.items()), key=lambda pair: -pair[1]))


def _logit(weights: Mapping[str, float], features: Features) -> float:
    total = 0.0
    for name, value in features.items():  # two thousand times a question, most of them 0
        if value:
            total += weights.get(name, 0.0) * value
    return total


def text_features(found: Mapping[Place, Found], shelf: Shelf, text: str) -> dict[Place, Features]:
    """What each text is told by, for the question `text`: the sorts of answer that it expects, and whether of old."""
    asked, back, yes_or_no = types_asked(text), looks_back(text), asks_yes_or_no(text)
    return {place: _text(place, one, shelf, asked, back, yes_or_no) for place, one in found.items()}


def text_chances(found: Mapping[Place, Found], shelf: Shelf, text: str) -> dict[Place, float]:
    """The chances of texts, by the weights for what they are."""
    heads = (shelf.head(file) for file in {file for file, _ in found})
    plain = all(head is None or head.type is DocumentType.OVRIGT for head in heads)
    return chances(PLAIN_TEXT if plain else "text", text_features(found, shelf, text))


def _text(place: Place, one: Found, shelf: Shelf, asked: frozenset[str], back: bool, yes_or_no: bool) -> Features:
    passage, head = one.passage, shelf.head(place[0])
    kind = None if head is None else head.type
    lines = passage.embed_text.split("\n", 2)
    words = lines[1] if len(lines) > 1 else lines[0]
    line, together, _ = words.partition(BETWEEN)  # of a letterhead's lines it does not tell which one this is
    length = min(line.count(" ") + line.count("\u00a0") + 1, LONGEST)
    return {
        "fused": one.fused,
        "near": one.near,
        "said": one.said,
        "answer's sort there": 0.0 if together else share_there(asked, words),
        "says yes or no": yes_or_no and says_yes_or_no(words),
        "asks": shelf.asks(place),
        "decides": passage.status is not None,
        "motion": kind is DocumentType.MOTION,
        "minutes": kind is DocumentType.PROTOKOLL,
        "short": length < 6,
        "length": length / LONGEST,
        "figures": not together and _FIGURE.search(words) is not None,
        "table": passage.kind is PassageKind.TABLE,
        "replaced": passage.replaced and not back,
    }


def demand_features(candidates: Candidates) -> dict[Asked, Features]:
    """What each demand is told by."""
    return {
        asked: {
            "fused": one.fused,
            "said": one.said,
            "undecided": float(one.passage.kind is PassageKind.DEMAND),
        }
        for asked, one in candidates.demands().items()
    }


def decided_features(candidates: Candidates, shelf: Shelf) -> dict[Decided, Features]:
    """The demands, and beside them the decisions that are a matter of their own: a plan's adoption, a rate's."""
    demands = {Decided(True, asked): one for asked, one in demand_features(candidates).items()}
    alone = {
        Decided(False, place): {"fused": one.fused, "said": one.said, "alone": 1.0}
        for place, one in candidates.alone(shelf).items()
    }
    return {**demands, **alone}


def with_texts(
    decided: Mapping[Decided, Features], candidates: Candidates, shelf: Shelf, texts: Mapping[Place, float]
) -> dict[Decided, Features]:
    """The features of what one demand is meant by: it is likelier where the `texts` (with their chances) that say what
    is asked stand in the papers of its case, and where the reasoning on it is among what was found.

    Not for questions that want several cases: the papers of one say more than those of another that is as like.
    """
    found, said_in = candidates.texts.by_place(), _said_in_cases(candidates, shelf, texts)
    return {
        one: {**features, "said in its papers": said_in[one.key[0]], "its reason": _reason(one.key, found, shelf)}
        if one.demand
        else features
        for one, features in decided.items()
    }


def _said_in_cases(candidates: Candidates, shelf: Shelf, texts: Mapping[Place, float]) -> dict[str, float]:
    """Of each case among the candidates, the chances of the texts in its papers; in minutes, under its own §§."""
    by_file: dict[str, list[tuple[int, float]]] = {}
    for (file, n), chance in texts.items():
        if chance >= LEAST_TEXT:
            by_file.setdefault(file, []).append((n, chance))
    keys = {key for key, _ in candidates.demands()}
    cases = {key: case for key in keys if (case := shelf.case(key))}
    return {key: sum(_said_in(case, by_file, shelf)) if (case := cases.get(key)) else 0.0 for key in keys}


def _said_in(case: Case, by_file: Mapping[str, list[tuple[int, float]]], shelf: Shelf) -> Iterator[float]:
    for file in case.files:
        if file in by_file and (head := shelf.head(file)):
            sections = sections_of(case, file)
            for n, chance in by_file[file]:
                part = part_of(head, n) if sections else None
                if not sections or (part and part.section in sections):
                    yield chance


def _reason(asked: Asked, found: Mapping[Place, Found], shelf: Shelf) -> float:
    """How well the paragraph that reasons about a demand was found, 0 if it was not."""
    case = shelf.case(asked[0])
    outcome = next((one for one in case.outcomes if one.demand == asked[1]), None) if case else None
    if outcome is None or outcome.reason_file is None or outcome.reason_paragraph is None:
        return 0.0
    text = found.get((outcome.reason_file, outcome.reason_paragraph))
    return text.fused if text else 0.0


def title_features(found: Mapping[Place, Found], titles: Titles) -> dict[Place, Features]:
    """What each title is told by."""
    return {
        place: {"fused": one.fused, "near": one.near, "said": one.said, **titles.features(place)}
        for place, one in found.items()
    }
