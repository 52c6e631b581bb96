"""Earlier demands like a new one, and how each was answered."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from corpus.citation import cite_at, part_of
from corpus.stored import FoundPassage
from index.engine import Engine, Vectors
from index.filters import Filter
from search.answer import DecisionHit, DemandPrecedents, Precedent
from search.candidates import Asked, Place
from search.chances import Decided
from search.decisions import Role, history
from search.earlier import answers_a_demand, on_a_petition
from search.fusion import fuse
from search.hits import decision_hit, lone_decision_hit
from search.question import read_question
from search.shelf import Shelf

SHARE = 0.5
"""The dense leg's share between two demands: both are worded alike in the genre, so the legs are near equals."""
DEPTH = 100


class Precedents:
    """Looks among demand and decision passages alone."""

    def __init__(self, engine: Engine, shelf: Shelf, embed: Callable[[str], Vectors]) -> None:
        """Hold what is searched."""
        self._engine = engine
        self._shelf = shelf
        self._embed = embed

    def of(self, demands: Sequence[str], *, where: Filter, top: int) -> tuple[DemandPrecedents, ...]:
        """For each demand its precedents, most alike first."""
        return tuple(
            DemandPrecedents(n, text, self._one(text, where=where, top=top)) for n, text in enumerate(demands, 1)
        )

    def _one(self, text: str, *, where: Filter, top: int) -> tuple[Precedent, ...]:
        found = [
            self._precedent(one.key, likeness) if one.demand else self._section(one.key, likeness)
            for one, likeness in self._alike(text, where)[: 2 * top]
        ]
        once: dict[tuple[str, int, int | None], Precedent] = {}  # a § without a motion has one place for all its items
        for one in found:
            if one is not None:
                once.setdefault((one.demand_file, one.demand_paragraph, one.demand), one)
        return tuple(once.values())[:top]

    def _alike(self, text: str, where: Filter) -> list[tuple[Decided, float]]:
        question = read_question(text)
        where = replace(where, kinds=("demand", "decision"))
        vector = self._embed(question.bare)
        dense = self._engine.dense(vector, DEPTH, where=where)
        lexical = self._engine.lexical(question.terms, DEPTH, where=where) if question.terms else ()
        fused = fuse(dense, lexical, share=SHARE, depth=DEPTH)
        best: dict[Decided, float] = {}
        for one, passage in self._shelf.passages(fused).items():
            for key in self._decided(passage):
                best[key] = max(best.get(key, 0.0), fused[one])
        return sorted(best.items(), key=lambda pair: -pair[1])

    def _decided(self, passage: FoundPassage) -> Iterator[Decided]:
        """The demands that a passage is of; else its § by the first paragraph, where it answers a petition."""
        if passage.case and passage.demands:
            yield from (Decided(True, (passage.case, n)) for n in passage.demands)
            return
        place = (passage.file, passage.paragraphs[0])
        case = self._shelf.case(passage.case) if passage.case else None
        if not (case and case.demands) and answers_a_demand(self._shelf, place) and on_a_petition(self._shelf, place):
            yield Decided(False, place)

    def _section(self, place: Place, likeness: float) -> Precedent | None:
        outcome = lone_decision_hit(self._shelf, place)
        head = self._shelf.head(place[0])
        part = part_of(head, place[1]) if head else None
        first = part.first if part else 1
        titled = self._shelf.paragraph(place[0], first)
        if head is None or outcome is None or titled is None:
            return None
        return Precedent(
            similarity=round(likeness, 4),
            case=outcome.case,
            title=outcome.title,
            party=None,
            demand=None,
            demand_text=titled.text,
            demand_file=head.file,
            demand_paragraph=first,
            demand_citation=cite_at(head, first, titled.pages),
            opened=outcome.date,
            outcome=outcome,
        )

    def _precedent(self, asked: Asked, likeness: float) -> Precedent | None:
        case = self._shelf.case(asked[0])
        found = (
            [(d, f) for d, f in zip(case.demands, case.demand_files, strict=True) if d.n == asked[1]] if case else []
        )
        if case is None or not found:
            return None
        demand, file = found[0]
        head, paragraph = self._shelf.head(file), self._shelf.paragraph(file, demand.paragraph)
        if head is None or paragraph is None:
            return None
        return Precedent(
            similarity=round(likeness, 4),
            case=case.key,
            title=case.title,
            party=case.party,
            demand=demand.n,
            demand_text=demand.text,
            demand_file=file,
            demand_paragraph=demand.paragraph,
            demand_citation=cite_at(head, demand.paragraph, paragraph.pages),
            opened=case.opened,
            outcome=self._outcome(asked),
        )

    def _outcome(self, asked: Asked) -> DecisionHit | None:
        items = history(self._shelf, asked)
        final = next((item for item in items if item.role is Role.FINAL), None)
        return decision_hit(self._shelf, asked, final, items) if final else None
