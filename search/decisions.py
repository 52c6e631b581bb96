"""What was decided on a demand, in the order an official reads it: what holds first, then what led to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from corpus.case import Case, Outcome
from corpus.citation import part_of, stands_with
from corpus.decision import Decision, Disposition, Status
from corpus.document import Document
from corpus.petition import motions_named, names_motion
from search.candidates import Asked, Place
from search.shelf import Shelf


class Role(StrEnum):
    """What a paragraph is to a demand."""

    FINAL = "final"
    EARLIER = "earlier"
    STATEMENT = "statement"
    DEMAND = "demand"
    RETOLD = "retold"
    REASON = "reason"
    VOTE = "vote"


STATEMENTS = frozenset({Disposition.TILLSTYRKS, Disposition.AVSTYRKS, Disposition.ANTAS, Disposition.NOTERAS})
"""Dispositions by which a board speaks of a case without deciding its demands."""


@dataclass(frozen=True, slots=True)
class Item:
    """One paragraph of a demand's history; `decision` is None for the demand itself and for reasons."""

    place: Place
    role: Role
    decision: Decision | None = None


Decided = tuple[tuple[str, Decision], ...]
"""All decisions of a case, each with its file."""


def history(shelf: Shelf, asked: Asked) -> tuple[Item, ...]:
    """Everything on one demand, each paragraph once: the outcome, other decisions newest first, the demand, where other
    papers tell it, the reason, how the vote went, and what boards said of the case. Kept while nothing changes."""
    return shelf.history(asked, _history)


def _history(shelf: Shelf, asked: Asked) -> tuple[Item, ...]:
    case = shelf.case(asked[0])
    if case is None:
        return ()
    n = asked[1]
    outcome = next((one for one in case.outcomes if one.demand == n), None)
    decided = tuple(_all(shelf, case))
    items = [*_outcome(decided, outcome), *_decisions(decided, n)]
    items += [
        Item((file, d.paragraph), Role.DEMAND)
        for d, file in zip(case.demands, case.demand_files, strict=True)
        if d.n == n
    ]
    items += [Item((one.file, one.paragraph), Role.RETOLD) for one in case.retellings if one.demand == n]
    if outcome and outcome.reason_file and outcome.reason_paragraph:
        items.append(Item((outcome.reason_file, outcome.reason_paragraph), Role.REASON))
    if outcome and outcome.status is Status.ADOPTED:
        items += [Item(place, Role.VOTE) for place in votes_at(shelf, (outcome.file, outcome.paragraph))]
    items.extend(_statements(decided))
    first: dict[Place, Item] = {}
    for item in items:
        first.setdefault(item.place, item)
    return tuple(first.values())


def votes_at(shelf: Shelf, place: Place) -> tuple[Place, ...]:
    """Where the § of minutes that holds a paragraph tells how votes went."""
    head = shelf.head(place[0])
    part = part_of(head, place[1]) if head else None
    return tuple((place[0], n) for n in head.votes if part.first <= n <= part.last) if head and part else ()


def recalled(shelf: Shelf, case: Case) -> Iterator[Place]:
    """Where the case's papers recall what was decided before, on it or on a like matter."""
    for file in case.files:
        head, sections = shelf.head(file), sections_of(case, file)
        for n in head.recalls if head else ():
            part = part_of(head, n) if head and sections else None
            if not sections or (part and part.section in sections):
                yield (file, n)


def ended_at(shelf: Shelf, case: Case, *, source: str | None = None) -> Iterator[Place]:
    """How each demand of a case stands: its outcome's place, or the demand's where nobody has answered it. `source`:
    only of the demands that were read from that file."""
    for demand, file in zip(case.demands, case.demand_files, strict=True):
        if source in (None, file):
            items = history(shelf, (case.key, demand.n))
            final = next((item.place for item in items if item.role is Role.FINAL), None)
            yield final or (file, demand.paragraph)


def _outcome(decided: Decided, outcome: Outcome | None) -> Iterator[Item]:
    if outcome is None:
        return
    place = (outcome.file, outcome.paragraph)
    same = [d for file, d in decided if (file, d.paragraph) == place and outcome.demand in d.demands]
    found = [d for d in same if d.disposition is outcome.disposition]
    yield Item(place, Role.FINAL, found[0] if found else _as_decision(outcome))


def _as_decision(outcome: Outcome) -> Decision:
    return Decision(
        outcome.body, outcome.section, 1, outcome.status, outcome.disposition, "", outcome.paragraph,
        (outcome.demand,), outcome.date,
    )  # fmt: skip


def _decisions(decided: Decided, n: int) -> list[Item]:
    """The decisions on demand `n`, adopted before proposed, newest first."""
    found = [(file, d) for file, d in decided if n in d.demands]
    found.sort(key=lambda pair: pair[1].date or "", reverse=True)
    found.sort(key=lambda pair: pair[1].status is not Status.ADOPTED)
    return [Item((file, d.paragraph), Role.EARLIER, d) for file, d in found]


def _statements(decided: Decided) -> list[Item]:
    found = [(file, d) for file, d in decided if not d.demands and d.disposition in STATEMENTS]
    return [Item((file, d.paragraph), Role.STATEMENT, d) for file, d in found]


def _all(shelf: Shelf, case: Case) -> Iterator[tuple[str, Decision]]:
    """The case's decisions in all its papers; of minutes that hold other cases too, only those of its own §§."""
    for file in case.files:
        head = shelf.head(file)
        if head is not None:
            sections = sections_of(case, file)
            several = len(shelf.cases_of(file)) > 1
            own = (d for d in head.decisions if _belongs(head, d, sections))
            own = (d for d in own if not several or (d.section and sections) or stands_with(case, head, d.paragraph))
            yield from ((file, d) for d in own if not _of_another(shelf, d, case, file))


def _of_another(shelf: Shelf, decision: Decision, case: Case, file: str) -> bool:
    """Whether a decision of a § that is of several cases names the motion of another by its title."""
    if not motions_named(decision.text) or names_motion(decision.text, case.title):
        return False
    others = (one for one in shelf.cases_of(file) if one.key != case.key and decision.section in sections_of(one, file))
    return any(names_motion(decision.text, one.title) for one in others)


def sections_of(case: Case, file: str) -> frozenset[str]:
    """The §§ of minutes that belong to a case; none for other papers."""
    ties = (tie.section for tie in case.ties if tie.file == file)
    steps = (step.section for step in case.timeline if step.file == file)
    return frozenset(section for section in (*ties, *steps) if section)


def _belongs(head: Document, decision: Decision, sections: frozenset[str]) -> bool:
    return decision.section is None or not sections or decision.section in sections
