"""How each demand of a case ended: the last adopted decision on it, else the last proposal, with the reasoning for it.

An återremiss or bordläggning holds for the moment: whatever is proposed or adopted after it counts instead.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.case import Outcome
from corpus.decision import FOR_THE_MOMENT, Decision, Demand, Status
from corpus.document import DocumentType
from ingest.papers.answers import DECIDING, ends
from ingest.papers.bodies import is_council, same_body
from ingest.papers.item_body import council_above
from ingest.papers.reasoning import reason_for
from ingest.papers.resolve import Member, case_demands
from ingest.papers.targets import UNCLEAR

_LETTERS = frozenset({DocumentType.MOTIONSSVAR, DocumentType.TJANSTESKRIVELSE, DocumentType.REMISSVAR})


@dataclass(frozen=True, slots=True)
class _Step:
    """A decision on the demand with the paper and date it was read from."""

    date: str
    decision: Decision
    member: Member
    passed_on: bool = True
    """False of what is proposed to the executive, and so only in the end to the council."""


def _on_its_way(decision: Decision) -> bool:
    """Whether a motion's settling is proposed to the executive, which takes it to the council in its turn."""
    settles = decision.disposition in DECIDING - FOR_THE_MOMENT and decision.status is Status.PROPOSED
    return settles and "styrelse" in (decision.body or "").lower()


def _steps(demand: Demand, members: Sequence[Member], *, council_only: bool, motion: bool) -> list[_Step]:
    """The decisions that count for a demand, oldest first; of one day, the adopted last."""
    steps = []
    for member in members:
        for decision in member.decisions:
            if demand.n not in decision.demands or not ends(decision):
                continue
            held_up = decision.disposition in FOR_THE_MOMENT and decision.status is Status.ADOPTED
            if motion and _on_its_way(decision):
                decision = replace(decision, body=council_above(decision.body))
                passed_on = False
            elif council_only and not (
                is_council(decision.body) or held_up or (not motion and _settled_by_board(decision))
            ):
                continue
            else:
                passed_on = True
            steps.append(_Step(decision.date or member.document.date or "", decision, member, passed_on))
    steps.sort(key=lambda step: (step.date, step.decision.status is Status.ADOPTED, step.passed_on))
    return _without_views(steps) if council_only else steps


def _settled_by_board(decision: Decision) -> bool:
    """Whether a board's own minutes settle what was asked, as they may where the council has left it to the board."""
    settles = decision.disposition in DECIDING - FOR_THE_MOMENT and decision.status is Status.ADOPTED
    return settles and not is_council(decision.body)


def _without_views(steps: Sequence[_Step]) -> list[_Step]:
    """Without what boards settled before the matter came to the council: that was their view."""
    council = max((step.date for step in steps if is_council(step.decision.body)), default="")
    return [step for step in steps if step.date >= council or not _settled_by_board(step.decision)]


def _last(steps: Sequence[_Step]) -> _Step:
    settled = [s for s in steps if s.decision.status is Status.ADOPTED and s.decision.disposition not in FOR_THE_MOMENT]
    if not settled:
        return steps[-1]
    later = [s for s in steps if s.decision.status is Status.ADOPTED and s.date > settled[-1].date]
    return later[-1] if later else settled[-1]


def _settled_untold(last: _Step, members: Sequence[Member]) -> bool:
    """Whether a proposal has since been settled by a decision whose words do not tell which demands it is about."""
    return last.decision.status is Status.PROPOSED and any(
        UNCLEAR in decision.uncertain
        and not decision.demands
        and decision.status is Status.ADOPTED
        and decision.disposition in DECIDING
        and same_body(decision.body, last.decision.body)
        and (decision.date or member.document.date or "") >= last.date
        for member in members
        for decision in member.decisions
    )


def _reason(
    demand: Demand, texts: Sequence[str], members: Sequence[Member], until: str
) -> tuple[str | None, int | None]:
    """The newest officer's letter, not later than the outcome, that reasons about the demand."""
    letters = [m for m in members if m.document.type in _LETTERS and (m.document.date or "") <= (until or "9999")]
    for member in sorted(letters, key=lambda m: m.document.date or "", reverse=True):
        paragraph = reason_for(demand.n, texts, member.document)
        if paragraph:
            return member.document.file, paragraph
    return None, None


def outcomes_of(members: Sequence[Member]) -> tuple[Outcome, ...]:
    """The outcome of each demand of a case whose papers have been resolved; demands nobody has answered have none."""
    demands, _ = case_demands(members)
    texts = [demand.text for demand in demands]
    motion = any(m.document.type is DocumentType.MOTION for m in members)
    council_only = motion or any(
        is_council(decision.body) and decision.disposition in DECIDING
        for member in members
        for decision in member.decisions
    )
    outcomes = []
    for demand in demands:
        steps = _steps(demand, members, council_only=council_only, motion=motion)
        if not steps:
            continue
        last = _last(steps)
        if _settled_untold(last, members):
            continue
        reason_file, reason_paragraph = _reason(demand, texts, members, last.date)
        outcomes.append(
            Outcome(
                demand=demand.n,
                demand_text=demand.text,
                disposition=last.decision.disposition,
                status=last.decision.status,
                body=last.decision.body,
                date=last.decision.date or last.member.document.date,
                file=last.member.document.file,
                paragraph=last.decision.paragraph,
                section=last.decision.section,
                reason_file=reason_file,
                reason_paragraph=reason_paragraph,
            )
        )
    return tuple(outcomes)
