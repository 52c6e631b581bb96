"""One question's way to its answer: route, candidates, ranking, decisions, confidence."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from corpus.citation import part_of
from corpus.decision import Status
from corpus.passage import TIED
from index.engine import Engine, Vectors
from index.filters import Filter
from search.answer import Answer, Coverage, DecisionHit, DemandPrecedents, Route
from search.asked_particulars import particulars_asked
from search.beside import BesideEmbedder, QueryEmbedder, midway
from search.boilerplate import without_boilerplate
from search.candidates import Asked, Candidates, Place, gather
from search.cards import about_demand
from search.chances import chances, demand_features
from search.confidence import chance, confidence_features, fitted_least, period_missing
from search.coverage import Cover, cover
from search.decisions import Role
from search.filtered import allowed_places
from search.fusion import Fusion
from search.handed_in import handed_in, handed_in_asked
from search.highlights import highlights, phrase_highlights
from search.hits import Marks, decision_hit, decisions_at, decisions_of_cases, hits, lone_decision_hit
from search.identifiers import Named, named
from search.kinds import Wanted, kind_features, wanted
from search.library import Library
from search.listings import listed, listing_asked, way_asked, went
from search.members import member_asked, moved_by
from search.papers import papers_named
from search.phrases import paragraphs_with
from search.precedents import Precedents
from search.question import Question, read_question
from search.ranking import Ranked, Ranking, rank
from search.reranking import Reranker, reranked
from search.shelf import Shelf
from search.spelling import respelled
from search.story import story_of
from search.titles import Titles
from search.waiting import reported_waiting, still_waiting, waiting_asked

EVERYTHING = Filter()
USUAL_WORDS = 60
"""Words of the longest question whose length a server makes itself ready for."""
LEAST_PRECEDENT = 0.3
"""The chance that precedents are wanted from which other cases like the nearest are looked for (a second question)."""


@dataclass(frozen=True, slots=True)
class SearchOptions:
    """All that tunes an answer; below `least_confidence` a question counts as not answered (None: as it was fitted)."""

    fusion: Fusion = field(default_factory=Fusion)
    ranking: Ranking = field(default_factory=Ranking)
    least_confidence: float | None = None
    least_demand: float = 0.2
    """A demand less likely than this share of the likeliest is not listed among the decisions."""
    least_said: float = 0.5
    """A decision on no demand is listed where it has this share of the question's words."""
    most_decisions: int = 10


@dataclass(frozen=True, slots=True)
class Look:
    """All that was made of one question on the hybrid route."""

    question: Question
    found: Candidates
    covered: Cover
    wanted: Wanted
    ranked: Ranked
    vector: Vectors
    shelf: Shelf

    def confidence_features(self) -> dict[str, float]:
        """What the confidence is told by."""
        return confidence_features(
            self.question, self.found, self.covered, self.wanted, shelf=self.shelf, vector=self.vector
        )


@dataclass(frozen=True, slots=True)
class Listed:
    """What a question for a list lists, and what else is told of it in one place (a report)."""

    places: tuple[Place, ...]
    beside: tuple[Place, ...] = ()


class Searcher:
    """Answers questions over one home. Safe to share between threads; each question sees one generation."""

    def __init__(
        self,
        library: Library,
        engine: Engine,
        embedder: QueryEmbedder,
        *,
        options: SearchOptions | None = None,
        reranker: Reranker | None = None,
    ) -> None:
        """Hold what is searched; nothing is read yet."""
        self._library = library
        self._engine = engine
        self._embedder = embedder
        self._beside = BesideEmbedder(embedder)
        self._options = options or SearchOptions()
        self._reranker = reranker
        self._shelf: Shelf | None = None
        self._lock = threading.Lock()

    def ask(self, text: str, *, where: Filter = EVERYTHING, top: int = 10) -> Answer:
        """Answer one question; `top` hits at most, fewer only if there are no more."""
        started = time.perf_counter()
        text = " ".join(text.split())
        with self._library.snapshot() as generation:
            self._engine.refresh()
            shelf = self._shelf_of(generation)
            answer = self._answer(shelf, text, where, top)
        return replace(answer, seconds=round(time.perf_counter() - started, 4))

    def precedents(
        self, demands: Sequence[str], *, where: Filter = EVERYTHING, top: int = 5
    ) -> tuple[DemandPrecedents, ...]:
        """For each demand of a new motion, the earlier demands most like it and how each was answered."""
        with self._library.snapshot() as generation:
            self._engine.refresh()
            finder = Precedents(self._engine, self._shelf_of(generation), self._embedder.query)
            return finder.of(demands, where=where, top=top)

    def warm_ups(self) -> tuple[Callable[[], object], ...]:
        """What a server may do beside its first questions so that none waits for it later: OpenVINO makes a plan for
        each length of text when it first comes, 7 ms for the shortest, a tenth of a second and more for long ones."""
        return tuple(partial(self._embedder.query, "och " * words) for words in range(1, USUAL_WORDS + 1))

    @property
    def _least_confidence(self) -> float:
        least = self._options.least_confidence
        return fitted_least() if least is None else least

    def look(self, text: str, *, where: Filter = EVERYTHING) -> Look:
        """What the hybrid route makes of a question: for measuring and fitting."""
        with self._library.snapshot() as generation:
            self._engine.refresh()
            return self._look(self._shelf_of(generation), text, where)

    def names_something(self, text: str) -> bool:
        """Whether a question would take another way: it names a paper, quotes a phrase or asks for a listing."""
        names = named(text)
        lists = (waiting_asked(text), handed_in_asked(text), listing_asked(text))
        return names.paper or bool(names.phrases) or any(lists)

    def _shelf_of(self, generation: int) -> Shelf:
        with self._lock:
            if self._shelf is None or self._shelf.generation != generation:
                self._shelf = Shelf(self._library, generation)
            return self._shelf

    def _answer(self, shelf: Shelf, text: str, where: Filter, top: int) -> Answer:
        names = named(text)
        if names.phrases:
            return self._by_phrase(shelf, text, names, where, top)
        if names.paper:
            return self._by_identifier(shelf, text, names, where, top)
        items = self._items_asked(shelf, text, where)
        return self._listed(shelf, text, items, where, top) if items.places else self._hybrid(shelf, text, where, top)

    def _items_asked(self, shelf: Shelf, text: str, where: Filter) -> Listed:
        """What a question for a list lists; nothing for any other question, and where the list is empty."""
        if (waiting := waiting_asked(text)) is not None:  # before "besvarade": it may be said as "inte besvarade"
            if waiting.then and (told := reported_waiting(self._engine, shelf, where=where, years=waiting.years)):
                return Listed(told)
            own = still_waiting(self._library, shelf, waiting, where=where)
            return Listed(own, reported_waiting(self._engine, shelf, where=where))
        if (asked := handed_in_asked(text)) is not None:
            return Listed(handed_in(self._library, shelf, asked, where=where))
        listing, member = listing_asked(text), member_asked(text)
        places = listed(self._engine, shelf, listing, where=where) if listing else ()
        return Listed(places or (moved_by(self._engine, shelf, member, where=where) if member else ()))

    def _listed(self, shelf: Shelf, text: str, items: Listed, where: Filter, top: int) -> Answer:
        """What is listed, and below a short list more on its matters."""
        allowed = allowed_places(shelf, where)
        more = (*items.beside, *story_of(shelf, items.places)) if len(items.places) < top else ()
        every = tuple(dict.fromkeys((*items.places, *filter(allowed, more))))
        found = hits(shelf, _by_rank(every), top=top, marks=_marks(read_question(text)))
        own = found[: len(items.places)]
        decisions = [one for hit in own for one in self._decided_at(shelf, (hit.file, hit.paragraph))]
        most = max(top, self._options.most_decisions)
        cards = tuple(decisions[:most])
        return Answer(text, True, 1.0, Route.HYBRID, coverage(shelf), cards, found, listed=len(items.places))

    def _decided_at(self, shelf: Shelf, place: Place) -> tuple[DecisionHit, ...]:
        alone = lone_decision_hit(shelf, place)
        return decisions_at(shelf, [place]) or ((alone,) if alone else ())

    def _hybrid(self, shelf: Shelf, text: str, where: Filter, top: int) -> Answer:
        look = self._look(shelf, text, where)
        sure = 0.0 if period_missing(look.question, look.found) else chance(look.confidence_features())
        return Answer(
            query=text,
            answerable=sure >= self._least_confidence,
            confidence=round(sure, 4),
            route=Route.HYBRID,
            coverage=coverage(shelf),
            decisions=self._decisions(look, allowed_places(shelf, where)),
            hits=hits(shelf, look.ranked.places, top=top, marks=_marks(look.question)),
        )

    def _look(self, shelf: Shelf, text: str, where: Filter) -> Look:
        bare = without_boilerplate(text)
        vector = self._beside.query(bare)  # begun before words are put right, which changes one question in a hundred
        text = respelled(text, self._engine)
        question = read_question(text)
        if question.bare != bare:
            vector = self._beside.query(question.bare)
        if question.swedish:
            vector = midway(vector, self._beside.query(question.swedish))
        covered = cover(question, self._engine)
        fusion = self._options.fusion
        found = gather(self._engine, shelf, question, vector, covered=covered, where=where, fusion=fusion)
        if self._reranker is not None:
            found = replace(found, texts=reranked(found.texts, question.bare, self._reranker))
        kind = wanted(kind_features(question, found, shelf))
        allowed = allowed_places(shelf, where)
        titles = Titles(shelf, text)
        ranked = rank(
            found,
            kind,
            shelf,
            titles=titles,
            particulars=particulars_asked(text),
            like=self._like(shelf, found, where) if kind.precedent >= LEAST_PRECEDENT else dict,
            went=(lambda items: went(shelf, items, way)) if (way := way_asked(text)) else None,
            ranking=self._options.ranking,
            allowed=allowed,
        )
        return Look(question, found, covered, kind, ranked, vector(), shelf)

    def _like(self, shelf: Shelf, found: Candidates, where: Filter) -> Callable[[], dict[Asked, float]]:
        """What finds the demands of other cases most like the one that the question is nearest to, with their chances.

        Its words are embedded from now on, and looked for when that is asked.
        """
        nearest = next(iter(chances("demand", demand_features(found))), None)
        case = shelf.case(nearest[0]) if nearest else None
        words = next((demand.text for demand in case.demands if nearest and demand.n == nearest[1]), "") if case else ""
        if not words or nearest is None:
            return dict
        question, own = read_question(words), nearest[0]
        vector, fusion = self._beside.query(question.bare), self._options.fusion

        def like() -> dict[Asked, float]:
            covered, tied = cover(question, self._engine), ((), TIED, ())
            others = gather(
                self._engine, shelf, question, vector, covered=covered, where=where, fusion=fusion, kinds=tied
            )
            features = {asked: one for asked, one in demand_features(others).items() if asked[0] != own}
            return chances("demand", features)

        return like

    def _decisions(self, look: Look, allowed: Callable[[Place], bool]) -> tuple[DecisionHit, ...]:
        """The decisions on the likeliest demands, on each what holds and then what led to it; and those that are a
        matter of their own, adopted before proposed. The likelier of the two come first."""
        on_demands, alone = self._on_demands(look, allowed), self._alone(look, allowed)
        demand = look.ranked.demands[0][1] if look.ranked.demands else 0.0
        item = look.ranked.alone[0][1] if look.ranked.alone else 0.0
        found = (*on_demands, *alone) if demand >= item else (*alone, *on_demands)
        return found[: self._options.most_decisions]

    def _on_demands(self, look: Look, allowed: Callable[[Place], bool]) -> tuple[DecisionHit, ...]:
        shelf, ranked = look.shelf, look.ranked
        if not ranked.demands or not about_demand(look.found, ranked.demands[0][0]):
            return ()
        least = self._least_decided(ranked)
        found: list[DecisionHit | None] = []
        for asked, likely in ranked.demands:
            if likely >= least and len(found) < self._options.most_decisions:
                items = ranked.histories[asked]
                said = [item for item in items if item.role in (Role.FINAL, Role.EARLIER) and allowed(item.place)]
                found.extend(decision_hit(shelf, asked, item, items) for item in said)
        return tuple(one for one in found if one is not None)

    def _alone(self, look: Look, allowed: Callable[[Place], bool]) -> tuple[DecisionHit, ...]:
        found, least = look.found.alone(look.shelf), self._least_decided(look.ranked)
        likely = [place for place, chance in look.ranked.alone if chance >= least and allowed(place)]
        said = [place for place in likely if found[place].said >= self._options.least_said]
        hits_of = [one for place in said if (one := lone_decision_hit(look.shelf, place)) is not None]
        return tuple(sorted(hits_of, key=lambda one: one.status != Status.ADOPTED.value))

    def _least_decided(self, ranked: Ranked) -> float:
        """The least chance of a demand or item whose decision is listed."""
        return self._options.least_demand * max((chance for _, chance in (*ranked.demands, *ranked.alone)), default=0.0)

    def _by_phrase(self, shelf: Shelf, text: str, names: Named, where: Filter, top: int) -> Answer:
        places = paragraphs_with(self._engine, shelf, names.phrases, where=where, top=top)
        if not places:
            return _refused(self._hybrid(shelf, text, where, top), Route.PHRASE)

        def marks(words: str) -> tuple[tuple[int, int], ...]:
            return tuple(span for phrase in names.phrases for span in phrase_highlights(words, phrase))

        found = hits(shelf, places, top=top, marks=marks)
        decisions = decisions_at(shelf, [(hit.file, hit.paragraph) for hit in found])
        return Answer(text, True, 1.0, Route.PHRASE, coverage(shelf), decisions, found)

    def _by_identifier(self, shelf: Shelf, text: str, names: Named, where: Filter, top: int) -> Answer:
        vector, allowed = self._embedder.query(text), allowed_places(shelf, where)
        places = papers_named(self._engine, shelf, names, text, vector=vector, where=where)
        if not places:
            return _refused(self._hybrid(shelf, text, where, top), Route.IDENTIFIER)
        under = self._decided_under(shelf, places, names)
        let_through = tuple(one for one in under if allowed((one.file, one.paragraph)))
        decisions = let_through[: self._options.most_decisions]
        every = tuple(dict.fromkeys((*places, *((one.file, one.paragraph) for one in decisions))))
        found = hits(shelf, _by_rank(every), top=top, marks=_marks(read_question(text)))
        return Answer(text, True, 1.0, Route.IDENTIFIER, coverage(shelf), decisions, found)

    def _decided_under(self, shelf: Shelf, places: tuple[Place, ...], names: Named) -> tuple[DecisionHit, ...]:
        """What was decided under the §§ that are named, else the outcomes of the cases."""
        if names.dnr or not (names.sections or names.meeting):
            return decisions_of_cases(shelf, places, names.dnr)
        heads = ((place, shelf.head(place[0])) for place in places)
        parts = [(head, part_of(head, place[1])) for place, head in heads if head]
        inside = [
            (head.file, one.paragraph)
            for head, part in parts
            for one in head.decisions
            if part and part.section and part.first <= one.paragraph <= part.last
        ]
        return tuple(one for place in dict.fromkeys(inside) for one in self._decided_at(shelf, place))


def _by_rank(places: tuple[Place, ...]) -> tuple[tuple[Place, float], ...]:
    return tuple((place, 1 / rank) for rank, place in enumerate(places, 1))


def _marks(question: Question) -> Marks:
    terms = frozenset(term for unit in question.units if unit.subject for term in (*unit.terms, *unit.parts))
    return lambda text: highlights(text, terms)


def _refused(answer: Answer, route: Route) -> Answer:
    """What was named is not there: the nearest is listed all the same."""
    return replace(answer, answerable=False, confidence=0.0, route=route, decisions=())


def coverage(shelf: Shelf) -> Coverage:
    """What was searched."""
    counts = shelf.counts()
    return Coverage(counts.documents, counts.failed, counts.unread_pages, counts.first, counts.last)
