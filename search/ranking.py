"""In which order paragraphs answer: by the gain expected of each, over what the question may want and may be about.

For every kind of question it is known what an official reads first; the chance of the kind times the chance of the
demand, text or title times what the paragraph is then worth gives its expected gain (the probability ranking principle,
S. E. Robertson, 1977). So a question of doubtful kind gets the decided item and the fact side by side.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from corpus.document import DocumentType
from search.asked_particulars import Particular
from search.candidates import Asked, Candidates, Place
from search.chances import chances, decided_features, text_chances, text_features, title_features, with_texts
from search.decisions import Item, Role, history, recalled, votes_at
from search.earlier import Matter, answers_a_demand, references_to, weighed_by_age
from search.kinds import Wanted
from search.particulars import matter_at, particulars_of
from search.shelf import Shelf
from search.titles import Titles, title_place

Key = TypeVar("Key")
LEAST_CHANCE = 0.1
"""Of a title, for its document's dates to be shown."""


JUST_BELOW = 0.999
"""Of the worth of the paper in force: what a replaced one is worth at most."""


@dataclass(frozen=True, slots=True)
class Ranking:
    """What a paragraph is worth by what it is, on the casebook's scale, where 2 answers and 1 helps.

    `statement`: a board's word on the case; `reason`: a text in the papers of the case that was asked about;
    `untied`: a decision on no known demand; `stray`: a text, for a question that wants a
    decision or earlier cases; `inside`: one for a question that wants a paper, asked for by what it says. `spread`
    flattens the chances of demands for questions that want several cases; `reference`: a later paper's word on a case;
    `like`: a case like the one that the question is nearest to; `particular`: the share that the line of a particular
    takes where one is asked for, in the papers of `most_matters` matters;
    `went`: how many times likelier a demand is that went the way the question says; `retold`: the demand as other
    papers tell it; `vote`: how the vote on it went, and `turned` where the question says which way; `recall`: what the
    papers of a case recall of earlier ones.
    """

    answer: float = 2.0
    helps: float = 1.0
    statement: float = 0.4
    reason: float = 1.0
    untied: float = 0.3
    stray: float = 0.45
    inside: float = 1.0
    spread: float = 0.5
    most_demands: int = 12
    reference: float = 0.7
    like: float = 0.3
    particular: float = 0.8
    most_matters: int = 4
    went: float = 3.0
    retold: float = 0.7
    vote: float = 0.5
    turned: float = 1.0
    recall: float = 0.6


@dataclass(frozen=True, slots=True)
class Ranked:
    """Paragraphs best first with their expected gains, and the chances of each demand and of each decision item that
    is a matter of its own, highest first; these two sum to at most 1 together."""

    places: tuple[tuple[Place, float], ...]
    demands: tuple[tuple[Asked, float], ...]
    alone: tuple[tuple[Place, float], ...] = ()
    histories: Mapping[Asked, tuple[Item, ...]] = field(default_factory=dict)


def rank(
    found: Candidates,
    wanted: Wanted,
    shelf: Shelf,
    *,
    titles: Titles,
    particulars: tuple[Particular, ...] = (),
    like: Callable[[], Mapping[Asked, float]] = dict,
    went: Callable[[tuple[Item, ...]], Item | None] | None = None,
    ranking: Ranking,
    allowed: Callable[[Place], bool],
) -> Ranked:
    """Rank all paragraphs that the candidates lead to and that `allowed` lets through; `like` is waited for last.

    `went` tells, by a demand's history, by which decision it went the way that the question says ("sköts upp").
    """
    gains = Gains(found, shelf, titles, ranking)
    if went:
        gains.prefer(went, wanted)
    gains.texts(wanted)
    gains.titles(wanted)
    gains.decisions(wanted)
    gains.precedents(wanted, like())
    if particulars:
        gains.particulars(particulars, wanted)
    worths = _in_force_first({p: g for p, g in gains.of.items() if allowed(p)}, titles)
    places = sorted(worths.items(), key=lambda pair: -pair[1])
    return Ranked(tuple(places), tuple(gains.demands.items()), tuple(gains.alone.items()), gains.histories)


class Gains:
    """Adds up what each paragraph is expected to be worth."""

    def __init__(self, found: Candidates, shelf: Shelf, titles: Titles, ranking: Ranking) -> None:
        """Turn the scores of each group into chances."""
        self.of: dict[Place, float] = defaultdict(float)
        self._shelf = shelf
        self._titles = titles
        self._ranking = ranking
        self._text = titles.text
        self._texts = text_chances(found.texts.by_place(), shelf, titles.text)
        self._untied = chances("text", text_features(found.untied(), shelf, titles.text))
        self._titled = chances("title", title_features(found.titles.by_place(), titles))
        plain = decided_features(found, shelf)
        decided = chances("demand", with_texts(plain, found, shelf, self._texts))
        every = {one.key: chance for one, chance in decided.items() if one.demand}
        self.alone = {one.key: chance for one, chance in decided.items() if not one.demand}
        self.demands = _top(every, ranking.most_demands)
        spread = _flatter(chances("demand", plain), ranking.spread)
        self._spread = _top({one.key: chance for one, chance in spread.items() if one.demand}, ranking.most_demands)
        answers = {one.key: chance for one, chance in spread.items() if not one.demand}
        answers = {place: chance for place, chance in answers.items() if answers_a_demand(shelf, place)}
        self._spread_alone = _top(answers, ranking.most_demands)
        self.histories = {asked: history(shelf, asked) for asked in self.demands | self._spread}

    def prefer(self, went: Callable[[tuple[Item, ...]], Item | None], wanted: Wanted) -> None:
        """A question that says how it went: the demands that did are likelier than the rest, and the vote is wanted."""
        turned = {asked: item for asked, items in self.histories.items() if (item := went(items))}
        weights = {asked: self._ranking.went if asked in turned else 1.0 for asked in self.histories}
        self.demands, self._spread = _weighed(self.demands, weights), _weighed(self._spread, weights)
        for asked, item in turned.items():
            here, spread = self.demands.get(asked, 0.0), self._spread.get(asked, 0.0)
            for place in votes_at(self._shelf, item.place):
                self.of[place] += (wanted.decision * here + wanted.precedent * spread) * self._ranking.turned

    def particulars(self, asked: tuple[Particular, ...], wanted: Wanted) -> None:
        """A question for one particular: its line in the papers of the matter, before all else."""
        for place in self.of:
            self.of[place] *= 1 - self._ranking.particular
        for matter, chance in _top(self._matters(wanted), self._ranking.most_matters).items():
            for place, worth in particulars_of(self._shelf, matter, asked, self._text).items():
                self.of[place] += self._ranking.particular * self._ranking.answer * chance * worth

    def _matters(self, wanted: Wanted) -> dict[str, float]:
        """The chances of cases, and of papers that belong to none, by what demands, titles and texts say of them: the
        more of each the likelier it is what is wanted."""
        tied, titled, said = 1 + wanted.decision + wanted.precedent, 1 + wanted.lookup, 1 + wanted.fact
        found: dict[str, float] = defaultdict(float)
        for asked, chance in self.demands.items():
            found[asked[0]] += chance * tied / (tied + titled + said)
        for places, weight in ((self._titled, titled), (self._texts, said)):
            for place, chance in places.items():
                if (matter := matter_at(self._shelf, place)) is not None:
                    found[matter] += chance * weight / (tied + titled + said)
        return dict(sorted(found.items(), key=lambda pair: -pair[1]))

    def texts(self, wanted: Wanted) -> None:
        """A question of fact: the paragraphs themselves."""
        strays = wanted.decision + wanted.precedent
        worth = wanted.fact * self._ranking.answer + wanted.lookup * self._ranking.inside + strays * self._ranking.stray
        for place, chance in self._texts.items():
            self.of[place] += worth * chance
        for place, chance in self._untied.items():
            self.of[place] += (wanted.decision + wanted.lookup) * self._ranking.untied * chance
        for place, chance in self.alone.items():
            self.of[place] += (wanted.decision + wanted.lookup / 2) * self._ranking.answer * chance

    def titles(self, wanted: Wanted) -> None:
        """A question for a document: its title, and the lines that say what was asked of it."""
        for place, chance in self._titled.items():
            self.of[place] += wanted.lookup * self._ranking.answer * chance
            if chance >= LEAST_CHANCE:
                worth = self._ranking.answer if self._titles.when else self._ranking.helps
                for line in self._titles.lines(place):
                    self.of[line] += (wanted.lookup + wanted.fact) * worth * chance

    def decisions(self, wanted: Wanted) -> None:
        """A question about a decision: the outcome first, then what led to it, the demand and the reasons."""
        worths = {
            Role.FINAL: self._ranking.answer,
            Role.STATEMENT: self._ranking.statement,
            Role.RETOLD: self._ranking.retold,
            Role.VOTE: self._ranking.vote,
        }
        cases: dict[str, float] = defaultdict(float)
        for asked, chance in self.demands.items():
            cases[asked[0]] += chance
            for item in self.histories[asked]:
                self.of[item.place] += wanted.decision * chance * worths.get(item.role, self._ranking.helps)
        for key, chance in cases.items():
            for place, nearness in self._reasons(key).items():
                self.of[place] += wanted.decision * chance * nearness * self._ranking.reason

    def _reasons(self, key: str) -> dict[Place, float]:
        """The texts found in the papers that answer one case, with their chances among themselves; what was asked and
        decided has its own worth already."""
        case = self._shelf.case(key)
        heads = [head for file in (case.files if case else ()) if (head := self._shelf.head(file))]
        files = {head.file for head in heads if head.type is not DocumentType.MOTION}
        said = {item.place for asked, items in self.histories.items() if asked[0] == key for item in items}
        inside = ((place, chance) for place, chance in self._texts.items() if place[0] in files and place not in said)
        return _flatter(dict(inside), 1.0)

    def precedents(self, wanted: Wanted, like: Mapping[Asked, float]) -> None:
        """A question for precedents: of each case the motion and how it ended, and where later papers speak of it; an
        old § whose motion is not in the collection is one too."""
        spread = dict(self._spread)
        for asked, chance in _top(like, self._ranking.most_demands).items():
            spread[asked] = spread.get(asked, 0.0) + self._ranking.like * chance
            self.histories.setdefault(asked, history(self._shelf, asked))
        best: dict[Matter, float] = defaultdict(float, self._spread_alone)
        for (key, _), chance in spread.items():
            best[key] = max(best[key], chance)
        cases = _flatter(weighed_by_age(self._shelf, self._text, best), 1.0)
        worth: dict[Place, float] = {place: 0.9 * cases[place] for place in self._spread_alone}
        for asked, chance in spread.items():
            near = chance / (best[asked[0]] or 1.0)
            for item in self.histories[asked]:
                shares = {Role.FINAL: 0.9 * near, Role.DEMAND: near / 3}
                if item.role is Role.DEMAND:
                    worth[title_place(self._shelf, item.place[0])] = cases[asked[0]]
                if item.role in shares:
                    worth[item.place] = max(worth.get(item.place, 0.0), cases[asked[0]] * shares[item.role])
        for place, share in worth.items():
            self.of[place] += wanted.precedent * share * self._ranking.answer
        for place, share in self._told_of(cases, _flatter(best, 1.0)).items():
            self.of[place] += wanted.precedent * share * self._ranking.answer

    def _told_of(self, cases: Mapping[Matter, float], near: Mapping[Matter, float]) -> dict[Place, float]:
        """What later papers tell of earlier cases: where they name the end of one of `cases`, and where those of the
        cases that are `near` the question recall any."""
        told: dict[Place, float] = defaultdict(float)
        for matter, chance in cases.items():
            for place in self._references(matter, cases):
                told[place] += chance * self._ranking.reference
        for matter, chance in near.items():
            case = self._shelf.case(matter) if isinstance(matter, str) else None
            for place in recalled(self._shelf, case) if case else ():
                told[place] = max(told[place], chance * self._ranking.recall)
        return told

    def _references(self, matter: Matter, likely: Iterable[Matter]) -> set[Place]:
        """Where the papers of the other likely cases name the end of this one."""
        others = (self._shelf.case(other) for other in likely if other != matter and isinstance(other, str))
        files = {file for other in others if other for file in other.files}
        heads = (head for file in files if (head := self._shelf.head(file)))
        return set(references_to(self._shelf, matter, heads))


def _in_force_first(worths: Mapping[Place, float], titles: Titles) -> dict[Place, float]:
    """The worths, those of a replaced paper no more than the best of the one that replaced it, if what holds now is
    asked for."""
    newer = {place: file for place in worths if (file := titles.newer(place))}
    best: dict[str, float] = defaultdict(float)
    for (file, _), worth in worths.items() if newer else ():
        best[file] = max(best[file], worth)
    return {
        place: min(worth, best[newer[place]] * JUST_BELOW) if best.get(newer.get(place, "")) else worth
        for place, worth in worths.items()
    }


def _top(chances_of: Mapping[Key, float], most: int) -> dict[Key, float]:
    return dict(sorted(chances_of.items(), key=lambda pair: -pair[1])[:most])


def _weighed(chances_of: Mapping[Key, float], weights: Mapping[Key, float]) -> dict[Key, float]:
    """The chances times their weights, best first, with the sum that they had."""
    raised = {key: chance * weights[key] for key, chance in chances_of.items()}
    share = sum(chances_of.values()) / (sum(raised.values()) or 1.0)
    return _top({key: value * share for key, value in raised.items()}, len(raised))


def _flatter(chances_of: Mapping[Key, float], power: float) -> dict[Key, float]:
    raised = {key: chance**power for key, chance in chances_of.items()}
    total = sum(raised.values()) or 1.0
    return {key: value / total for key, value in raised.items()}
