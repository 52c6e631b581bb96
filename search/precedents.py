"""Earlier demands like a new one, and how each was answered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from corpus.citation import cite_at
from index.engine import Engine, Vectors
from index.filters import Filter
from search.answer import DecisionHit, DemandPrecedents, Precedent
from search.candidates import Asked
from search.decisions import Role, history
from search.fusion import fuse
from search.hits import decision_hit
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
        found = [self._precedent(asked, likeness) for asked, likeness in self._alike(text, where)[: 2 * top]]
        return tuple(one for one in found if one is not None)[:top]

    def _alike(self, text: str, where: Filter) -> list[tuple[Asked, float]]:
        question = read_question(text)
        where = replace(where, kinds=("demand", "decision"))
        vector = self._embed(question.bare)
        dense = self._engine.dense(vector, DEPTH, where=where)
        lexical = self._engine.lexical(question.terms, DEPTH, where=where) if question.terms else ()
        fused = fuse(dense, lexical, share=SHARE, depth=DEPTH)
        best: dict[Asked, float] = {}
        for one, passage in self._shelf.passages(fused).items():
            for n in passage.demands if passage.case else ():
                key = (str(passage.case), n)
                best[key] = max(best.get(key, 0.0), fused[one])
        return sorted(best.items(), key=lambda pair: -pair[1])

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
