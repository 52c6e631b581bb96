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
from search.titles import Titles, title_place

Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Ranking:
    """`*_heat`: how unsure the scores of a group are (the softmax's temperature, in fused score); the rest: worths on
    the casebook's scale, where 2 answers and 1 helps. Fitted on half of the casebook (bench/retrieval_fit.py).
    """

    text_heat: float = 0.08
    demand_heat: float = 0.06
    title_heat: float = 0.06
    case_heat: float = 0.12
    answer: float = 2.0
    helps: float = 1.0
    statement: float = 0.4
    reason: float = 1.0
    untied: float = 0.3
    stray: float = 0.3
    """A text's worth for a question that wants something else."""
    most_demands: int = 12


@dataclass(frozen=True, slots=True)
class Ranked:
    """Paragraphs best first with their expected gains, and the chance of each demand, highest first."""

    places: tuple[tuple[Place, float], ...]
    demands: tuple[tuple[Asked, float], ...]
    histories: Mapping[Asked, tuple[Item, ...]] = field(default_factory=dict)


def rank(
    found: Candidates,
    wanted: Wanted,
    shelf: Shelf,
    *,
    titles: Titles,
    ranking: Ranking,
    allowed: Callable[[Place], bool],
) -> Ranked:
    """Rank all paragraphs that the candidates lead to and that `allowed` lets through."""
    gains = Gains(found, shelf, ranking)
    gains.texts(wanted)
    gains.titles(titles, wanted)
    gains.decisions(wanted)
    gains.precedents(wanted)
    places = sorted(((p, g) for p, g in gains.of.items() if allowed(p)), key=lambda pair: -pair[1])
    return Ranked(tuple(places), tuple(gains.demands.items()), gains.histories)


class Gains:
    """Adds up what each paragraph is expected to be worth."""

    def __init__(self, found: Candidates, shelf: Shelf, ranking: Ranking) -> None:
        """Turn the scores of each group into chances."""
        self.of: dict[Place, float] = defaultdict(float)
        self._found = found
        self._shelf = shelf
        self._ranking = ranking
        self._texts = likelihood(found.texts, ranking.text_heat)
        self.demands = _top(likelihood(found.demands, ranking.demand_heat), ranking.most_demands)
        self._spread = _top(likelihood(found.demands, ranking.case_heat), ranking.most_demands)
        self.histories = {asked: history(shelf, asked) for asked in self.demands | self._spread}

    def texts(self, wanted: Wanted) -> None:
        """A question of fact: the paragraphs themselves."""
        worth = wanted.fact * self._ranking.answer + (1 - wanted.fact) * self._ranking.stray
        for place, chance in self._texts.items():
            self.of[place] += worth * chance
        for place, chance in likelihood(self._found.untied, self._ranking.text_heat).items():
            self.of[place] += (wanted.decision + wanted.lookup) * self._ranking.untied * chance

    def titles(self, titles: Titles, wanted: Wanted) -> None:
        """A question for a document: its title, and the lines that say what was asked of it."""
        scores = {place: titles.weigh(place, score) for place, score in self._found.titles.items()}
        for place, chance in likelihood(scores, self._ranking.title_heat).items():
            self.of[place] += wanted.lookup * self._ranking.answer * chance
            if chance > 0.1:
                for line in titles.lines(place):
                    self.of[line] += (wanted.lookup + wanted.fact) * self._ranking.answer * chance

    def decisions(self, wanted: Wanted) -> None:
        """A question about a decision: the outcome first, then what led to it, the demand and the reasons."""
        worths = {Role.FINAL: self._ranking.answer, Role.STATEMENT: self._ranking.statement}
        cases: dict[str, float] = defaultdict(float)
        for asked, chance in self.demands.items():
            cases[asked[0]] += chance
            for item in self.histories[asked]:
                self.of[item.place] += wanted.decision * chance * worths.get(item.role, self._ranking.helps)
        for key, chance in cases.items():
            for place, nearness in self._reasons(key).items():
                self.of[place] += wanted.decision * chance * nearness * self._ranking.reason

    def _reasons(self, key: str) -> dict[Place, float]:
        """The texts found in the papers of one case, with their chances among themselves."""
        case = self._shelf.case(key)
        files = frozenset(case.files) if case else frozenset()
        inside = {place: score for place, score in self._found.texts.items() if place[0] in files}
        return likelihood(inside, self._ranking.text_heat)

    def precedents(self, wanted: Wanted) -> None:
        """A question for precedents: for each case the motion, what was asked, and how it ended."""
        for asked, chance in self._spread.items():
            gain = wanted.precedent * chance * self._ranking.answer
            for item in self.histories[asked]:
                if item.role in (Role.FINAL, Role.DEMAND):
                    self.of[item.place] += gain if item.role is Role.FINAL else gain / 2
                if item.role is Role.DEMAND:
                    self.of[title_place(self._shelf, item.place[0])] += gain


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
