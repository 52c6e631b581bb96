"""What the engine finds for a question: paragraphs that may say it, demands that may be the one asked about, titles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from corpus.passage import TIED, PassageKind
from corpus.stored import FoundPassage
from index.engine import Engine, Scored, Vectors
from index.filters import Filter
from search.coverage import Cover
from search.fusion import Fusion, fuse
from search.question import Question
from search.shelf import Shelf

LOOKED_AT = 5
"""Lexical passages whose words are compared with the question's, to weigh the legs."""

MATTERS = 15
"""Passages of each group that the words found whose cases are read while the question is embedded."""

Place = tuple[str, int]
"""A file and a paragraph's number."""
Asked = tuple[str, int]
"""A case's key and a demand's number."""

Kinds = tuple[tuple[PassageKind, ...], tuple[PassageKind, ...], tuple[PassageKind, ...]]
EVERY_KIND: Kinds = ((PassageKind.TEXT, PassageKind.TABLE), TIED, (PassageKind.TITLE,))
"""Of texts, of demands and decisions, of titles."""


FARTHEST = -2.0
"""The nearness of what the dense leg did not find; cosines of a question's hundred nearest span some 0.1."""


class Found(NamedTuple):
    """One passage that was found: its fused score, and how much of the question's words it has (both 0..1).

    `near` is 0 for the nearest of its group and falls by 1 for each 0.05 of cosine, at most to FARTHEST.
    """

    passage: FoundPassage
    fused: float
    said: float
    near: float = 0.0

    @property
    def place(self) -> Place:
        """The paragraph it cites."""
        return (self.passage.file, self.passage.paragraphs[0])


@dataclass(frozen=True, slots=True)
class Group:
    """One group of passages: what both legs gave, best first, and what was found, best fused first."""

    dense: tuple[Scored, ...]
    lexical: tuple[Scored, ...]
    found: tuple[Found, ...]

    @property
    def best_dense(self) -> float:
        """The highest cosine, 0 where nothing was found."""
        return self.dense[0].score if self.dense else 0.0

    @property
    def best_lexical(self) -> float:
        """The highest BM25 score, 0 where no term was found."""
        return self.lexical[0].score if self.lexical else 0.0

    def by_place(self) -> dict[Place, Found]:
        """The best passage of each paragraph."""
        best: dict[Place, Found] = {}
        for one in self.found:
            best.setdefault(one.place, one)
        return best


@dataclass(frozen=True, slots=True)
class Candidates:
    """What was found among texts and tables, among demands and decisions (`tied`), and among titles."""

    texts: Group
    tied: Group
    titles: Group

    @property
    def groups(self) -> tuple[Group, Group, Group]:
        """All three."""
        return (self.texts, self.tied, self.titles)

    def nearer(self, group: Group) -> float:
        """How much nearer the best of a group lies than the best text, as `near` is counted; FARTHEST where the group
        is empty, as in a collection without a single decision."""
        return max(FARTHEST, 20 * (group.best_dense - self.texts.best_dense))

    def demands(self) -> dict[Asked, Found]:
        """Each demand by its decisions' passages, which repeat its words; by its own where nothing is decided on it.

        The demand asked about came first for 0.92 of the casebook's decision questions, for 0.88 with the best of both.
        """
        best: dict[PassageKind, dict[Asked, Found]] = defaultdict(dict)
        for one in self.tied.found:
            for n in one.passage.demands if one.passage.case else ():
                best[one.passage.kind].setdefault((str(one.passage.case), n), one)
        return best[PassageKind.DEMAND] | best[PassageKind.DECISION]

    def untied(self) -> dict[Place, Found]:
        """Decision items that answer no known demand: adoptions of plans, statements of boards."""
        loose = [one for one in self.tied.found if not (one.passage.case and one.passage.demands)]
        return Group((), (), tuple(loose)).by_place()

    def alone(self, shelf: Shelf) -> dict[Place, Found]:
        """Of those the ones in no case with demands: what is decided there is a matter of its own."""
        cases = ((place, one, shelf.case(one.passage.case or "")) for place, one in self.untied().items())
        return {place: one for place, one, case in cases if case is None or not case.demands}


def gather(
    engine: Engine,
    shelf: Shelf,
    question: Question,
    vector: Callable[[], Vectors],
    *,
    covered: Cover,
    where: Filter,
    fusion: Fusion,
    kinds: Kinds = EVERY_KIND,
) -> Candidates:
    """Ask the engine for texts, demands and titles, and fuse what the legs say of each; a group without kinds is not
    asked for.

    `vector` is waited for when all that needs no vector is done.
    """
    depths = (fusion.depth, fusion.narrow, fusion.narrow)
    asked = [(replace(where, kinds=some), depth) for some, depth in zip(kinds, depths, strict=True) if some]
    terms = question.terms
    lexical = [engine.lexical(terms, depth, where=group) if terms else () for group, depth in asked]
    said = _said(shelf.passages(_every(lexical)), covered, shelf)
    _read_matters(shelf, lexical)
    near = vector()
    dense = [engine.dense(near, depth, where=group) for group, depth in asked]
    passages = shelf.passages((*_every(dense), *_every(lexical)))
    said |= _said({one: passage for one, passage in passages.items() if one not in said}, covered, shelf)
    legs = zip(dense, lexical, strict=True)
    made = (_group(*next(legs), passages, said, fusion) if some else Group((), (), ()) for some in kinds)
    return Candidates(*made)


Leg = tuple[Scored, ...]


def _every(legs: Iterable[Leg]) -> tuple[int, ...]:
    return tuple(one.passage for leg in legs for one in leg)


def _said(passages: Mapping[int, FoundPassage], covered: Cover, shelf: Shelf) -> dict[int, float]:
    """How much of the question each passage says; the papers, which all are weighed by, are read in passing."""
    for file in {passage.file for passage in passages.values()}:
        shelf.head(file)
    return {one: covered.share(passage.terms) for one, passage in passages.items()}


def _read_matters(shelf: Shelf, lexical: Iterable[Leg]) -> None:
    """Read the cases of what the words found first, and their papers: most are asked for when the vector is there."""
    first = shelf.passages(one.passage for leg in lexical for one in leg[:MATTERS])
    for key in dict.fromkeys(passage.case for passage in first.values() if passage.case):
        case = shelf.case(key)
        for file in case.files if case else ():
            shelf.head(file)


def _group(
    dense: Leg, lexical: Leg, passages: Mapping[int, FoundPassage], said: Mapping[int, float], fusion: Fusion
) -> Group:
    best = max((said.get(one.passage, 0.0) for one in lexical[:LOOKED_AT]), default=0.0)
    fused = fuse(dense, lexical, share=fusion.share(best), depth=fusion.depth)
    top = dense[0].score if dense else 0.0
    near = {one.passage: max(FARTHEST, 20 * (one.score - top)) for one in dense}
    found = [
        Found(passages[one], score, said[one], near.get(one, FARTHEST))
        for one, score in sorted(fused.items(), key=lambda pair: -pair[1])
        if one in passages
    ]
    return Group(dense, lexical, tuple(found))
