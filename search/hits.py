"""How a paragraph is shown: its words, its place, what it decides, and a citation ready to paste."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from corpus.citation import cite_at, part_of
from corpus.decision import Decision
from corpus.diarienummer import normalise
from corpus.document import Document
from corpus.paragraph import Paragraph
from search.answer import DecisionHit, Hit
from search.candidates import Asked, Place
from search.decisions import Item, Role, history
from search.particulars import matter_at
from search.shelf import Shelf

Marks = Callable[[str], tuple[tuple[int, int], ...]]


def hit(shelf: Shelf, place: Place, *, rank: int, score: float, marks: Marks) -> Hit | None:
    """The hit for one paragraph; None if the paragraph is gone."""
    file, n = place
    head, paragraph = shelf.head(file), shelf.paragraph(file, n)
    if head is None or paragraph is None:
        return None
    decision = next((d for d in head.decisions if d.paragraph == n), None)
    keys = shelf.case_keys(file)
    return Hit(
        rank=rank,
        score=round(score, 6),
        file=file,
        title=head.title,
        type=str(head.type),
        date=_date(head, n, decision),
        status=str(decision.status) if decision else None,
        paragraph=n,
        pages=paragraph.pages,
        places=paragraph.places,
        heading_path=paragraph.heading_path,
        text=paragraph.text,
        highlights=marks(paragraph.text),
        citation=cite_at(head, n, paragraph.pages),
        case=keys[0] if len(keys) == 1 else None,
        label=paragraph.label,
    )


def _date(head: Document, n: int, decision: Decision | None) -> str | None:
    part = part_of(head, n)
    return (decision.date if decision else None) or (part.date if part else None) or head.date


def hits(shelf: Shelf, places: tuple[tuple[Place, float], ...], *, top: int, marks: Marks) -> tuple[Hit, ...]:
    """The best `top` paragraphs, ranks from 1."""
    found: list[Hit] = []
    for place, score in places:
        if len(found) == top:
            break
        one = hit(shelf, place, rank=len(found) + 1, score=score, marks=marks)
        if one is not None:
            found.append(one)
    return tuple(found)


def decision_hit(shelf: Shelf, asked: Asked, item: Item, items: tuple[Item, ...]) -> DecisionHit | None:
    """One decision on a demand, with the demand's words and the reasoning beside it."""
    case, decision = shelf.case(asked[0]), item.decision
    file, n = item.place
    head, paragraph = shelf.head(file), shelf.paragraph(file, n)
    if case is None or decision is None or head is None or paragraph is None:
        return None
    demand = next((d for d in case.demands if d.n == asked[1]), None)
    source = next((one.place for one in items if one.role is Role.DEMAND), (None, None))
    reason = next((one.place for one in items if one.role is Role.REASON), None)
    because = shelf.paragraph(*reason) if reason else None
    because_head = shelf.head(reason[0]) if reason else None
    return replace(
        _bare_hit(head, paragraph, decision, case=case.key, title=case.title),
        demand=asked[1],
        demand_text=demand.text if demand else None,
        demand_file=source[0],
        demand_paragraph=source[1],
        party=case.party,
        reason_file=reason[0] if reason and because else None,
        reason_paragraph=reason[1] if reason and because else None,
        reason_text=because.text if because else None,
        reason_citation=cite_at(because_head, because.n, because.pages) if because and because_head else None,
    )


def _bare_hit(head: Document, paragraph: Paragraph, decision: Decision, *, case: str, title: str) -> DecisionHit:
    """A decision by itself, with its place and citation."""
    return DecisionHit(
        case=case,
        title=title,
        demand=None,
        demand_text=None,
        demand_file=None,
        demand_paragraph=None,
        disposition=str(decision.disposition),
        status=str(decision.status),
        body=decision.body,
        date=decision.date,
        section=decision.section,
        file=head.file,
        paragraph=paragraph.n,
        pages=paragraph.pages,
        text=decision.text or paragraph.text,
        citation=cite_at(head, paragraph.n, paragraph.pages),
    )


def lone_decision_hit(shelf: Shelf, place: Place) -> DecisionHit | None:
    """A decision that answers no demand, as a hit: a plan's adoption, a rate's."""
    file, n = place
    head, paragraph = shelf.head(file), shelf.paragraph(file, n)
    decision = next((one for one in head.decisions if one.paragraph == n), None) if head else None
    if head is None or paragraph is None or decision is None:
        return None
    part = part_of(head, n)
    key = matter_at(shelf, place)
    title = decision.title or (part.title if part and part.title else head.title)
    return _bare_hit(head, paragraph, decision, case=key if key and shelf.case(key) else "", title=title)


def decisions_at(shelf: Shelf, places: Iterable[Place]) -> tuple[DecisionHit, ...]:
    """The decisions that stand in those very paragraphs."""
    found: list[DecisionHit | None] = []
    for file, n in places:
        for case in shelf.cases_of(file):
            for demand in case.demands:
                items = history(shelf, (case.key, demand.n))
                said = [item for item in items if item.place == (file, n) and item.decision]
                found.extend(decision_hit(shelf, (case.key, demand.n), item, items) for item in said)
    return tuple(one for one in found if one is not None)


def decisions_of_cases(shelf: Shelf, places: Iterable[Place], dnr: tuple[str, ...]) -> tuple[DecisionHit, ...]:
    """The outcome of each demand of the cases that named papers belong to, and of no other case in the same minutes."""
    found: list[DecisionHit | None] = []
    cases = {case.key: case for file, _ in places for case in shelf.cases_of(file)}
    for case in cases.values():
        if dnr and not {normalise(one) for one in case.dnr} & set(dnr):
            continue
        for demand in case.demands:
            items = history(shelf, (case.key, demand.n))
            final = [item for item in items if item.role is Role.FINAL]
            found.extend(decision_hit(shelf, (case.key, demand.n), item, items) for item in final)
    return tuple(one for one in found if one is not None)
