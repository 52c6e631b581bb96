"""In which order paragraphs answer: by the gain expected of each, over what the question may want and may be about.

For every kind of question it is known what an official reads first; the chance of the kind times the chance of the
demand, text or title times what the paragraph is then worth gives its expected gain (the probability ranking principle,
S. E. Robertson, 1977). So a question of doubtful kind gets the decided item and the fact side by side.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from search.candidates import Asked, Candidates, Place
from search.decisions import Item, Role, history
from search.kinds import Wanted
from search.shelf import Shelf

Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Ranking:
    """`*_heat`: how unsure the scores of a group are (the softmax's temperature, in fused score); `most_demands` whose
    histories are read. The worths are the casebook's grades. Fitted on half of the casebook (bench/retrieval_fit.py).
    """

    text_heat: float = 0.08
    demand_heat: float = 0.06
    title_heat: float = 0.06
    case_heat: float = 0.12
    most_demands: int = 12
    answer: float = 2.0
    context: float = 1.0


@dataclass(frozen=True, slots=True)
class Ranked:
    """Paragraphs best first with their expected gains, and the likelihood of each demand, highest first."""

    places: tuple[tuple[Place, float], ...]
    demands: tuple[tuple[Asked, float], ...]
    histories: Mapping[Asked, tuple[Item, ...]] = field(default_factory=dict)


def rank(
    found: Candidates, wanted: Wanted, shelf: Shelf, *, ranking: Ranking, allowed: Callable[[Place], bool]
) -> Ranked:
    """Rank all paragraphs that the candidates lead to and that `allowed` lets through."""
    texts = likelihood(found.texts, ranking.text_heat)
    titles = likelihood(found.titles, ranking.title_heat)
    demands = _top(likelihood({**found.demands}, ranking.demand_heat), ranking.most_demands)
    spread = _top(likelihood({**found.demands}, ranking.case_heat), ranking.most_demands)
    histories = {asked: history(shelf, asked) for asked in (demands | spread)}
    gains: dict[Place, float] = defaultdict(float)
    for place, chance in texts.items():
        gains[place] += wanted.fact * ranking.answer * chance
        gains[place] += (wanted.decision + wanted.precedent) * ranking.context * chance
    for place, chance in titles.items():
        gains[place] += wanted.lookup * ranking.answer * chance
    for place, chance in likelihood(found.untied, ranking.text_heat).items():
        gains[place] += (wanted.decision + wanted.lookup) * ranking.context * chance
    for asked, chance in demands.items():
        _add(gains, histories[asked], wanted.decision * chance, ranking)
    for asked, chance in spread.items():
        _add_precedent(gains, histories[asked], wanted.precedent * chance, ranking)
    places = sorted(((p, g) for p, g in gains.items() if allowed(p)), key=lambda pair: -pair[1])
    return Ranked(tuple(places), tuple(sorted(demands.items(), key=lambda pair: -pair[1])), histories)


def _add(gains: dict[Place, float], items: tuple[Item, ...], chance: float, ranking: Ranking) -> None:
    """A decision question: the outcome first, then what led to it, the demand and the reason."""
    for item in items:
        worth = {Role.FINAL: ranking.answer, Role.STATEMENT: ranking.context / 2}.get(item.role, ranking.context)
        gains[item.place] += chance * worth


def _add_precedent(gains: dict[Place, float], items: tuple[Item, ...], chance: float, ranking: Ranking) -> None:
    """A question for precedents: what the earlier motion asked and how it ended."""
    for item in items:
        if item.role in (Role.FINAL, Role.DEMAND):
            gains[item.place] += chance * ranking.answer


def likelihood(scores: Mapping[Key, float], heat: float) -> dict[Key, float]:
    """A softmax over fused scores: chances that sum to 1."""
    if not scores:
        return {}
    top = max(scores.values())
    raised = {key: math.exp((score - top) / heat) for key, score in scores.items()}
    total = sum(raised.values())
    return {key: value / total for key, value in raised.items()}


def _top(chances: Mapping[Key, float], most: int) -> dict[Key, float]:
    return dict(sorted(chances.items(), key=lambda pair: -pair[1])[:most])
