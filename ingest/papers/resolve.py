"""Fills in, once a case's papers are known together, which of its demands each decision answers.

Minutes say "Motionen avslås" or "andra att-satsen bifalls" without repeating the demands; the motion, else an answer,
has them. A council that decides "enligt kommunstyrelsens förslag" has decided what the proposal before it says.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.decision import Decision, Demand, Disposition, Status
from corpus.document import Document, DocumentType
from corpus.petition import names_motion
from ingest.papers.adopted_answer import is_unsaid
from ingest.papers.answers import DECIDING
from ingest.papers.bodies import is_council, same_body
from ingest.papers.decisions import BY_REFERENCE, answered
from ingest.papers.moved import moved
from ingest.papers.retold import is_retold, meant
from ingest.papers.several import Motion, items_of_first

READ_IN = "innehållet läst i förslaget i {}"
_ASK = (DocumentType.MOTION, DocumentType.MEDBORGARFORSLAG)
_ORDER = (*_ASK, DocumentType.MOTIONSSVAR, DocumentType.TJANSTESKRIVELSE)


@dataclass(frozen=True, slots=True)
class Member:
    """A paper of a case, or one § of it: `section` is None where the whole paper belongs to the case.

    `others` are the titles of other cases' motions that the § decides too: what names one of them is not this case's.
    `motions` are, of a paper on several motions, this case's and then the others; `asked` are then the first and last
    paragraphs of this case's motions in the paper.
    """

    document: Document
    section: str | None = None
    others: tuple[str, ...] = ()
    motions: tuple[Motion, ...] = ()
    asked: tuple[tuple[int, int], ...] = ()

    @property
    def shared(self) -> bool:
        """Whether it is of other cases too."""
        return bool(self.others or self.motions)

    @property
    def demands(self) -> tuple[Demand, ...]:
        """The demands of the member's part of the paper; of a paper on several motions those of this case's alone."""
        own = (d for d in self.document.demands if self.section is None or d.section == self.section)
        within = [range(first, last + 1) for first, last in self.asked]
        return tuple(d for d in own if not self.motions or any(d.paragraph in span for span in within))

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """The decisions of the member's part of the paper."""
        own = (d for d in self.document.decisions if self.section is None or d.section == self.section)
        found = tuple(d for d in own if not any(names_motion(d.text, other) for other in self.others))
        return items_of_first(found, self.document, self.motions) if self.motions else found

    @property
    def date(self) -> str:
        """The date of its decisions, else of the paper; empty when unknown, which sorts first."""
        return next((d.date for d in self.decisions if d.date), None) or self.document.date or ""


def case_demands(members: Sequence[Member]) -> tuple[tuple[Demand, ...], str | None]:
    """The case's demands and the file they were read from: the motion, else the first answer, else the minutes.

    An answer or minutes that tell one demand alone may tell the gist: they yield to those that tell more.
    """
    with_demands = [m for m in members if m.demands]

    def place(member: Member) -> tuple[bool, int, str]:
        kind = member.document.type
        gist = kind not in _ASK and len(_first_list(member.demands)) == 1
        return (gist, _ORDER.index(kind) if kind in _ORDER else len(_ORDER), member.date)

    if not with_demands:
        return (), None
    first = min(with_demands, key=place)
    return _first_list(first.demands), first.document.file


def _first_list(demands: Sequence[Demand]) -> tuple[Demand, ...]:
    """Of a paper that holds the demands twice (in the letter, perhaps in short, and in the appended motion) the longest
    list, of equal ones the first."""
    lists: list[list[Demand]] = []
    for demand in demands:
        if not lists or demand.n <= lists[-1][-1].n:
            lists.append([])
        lists[-1].append(demand)
    longest: list[Demand] = max(lists, key=len, default=[])
    return tuple(longest)


def resolve(members: Sequence[Member]) -> tuple[Member, ...]:
    """The members with every decision's demands filled in, and decisions by reference replaced by what they adopt."""
    demands, _ = case_demands(members)
    numbered = [_with_decisions(m, answered(m.decisions, demands)) if demands else m for m in members]
    texts = [demand.text for demand in demands]
    return tuple(_with_decisions(m, _adopted_proposals(m, numbered, texts)) for m in numbered)


def _with_decisions(member: Member, decisions: Sequence[Decision]) -> Member:
    """The member with its own decisions exchanged for `decisions`; those of other §§ stay where they are."""
    own = set(map(id, member.decisions))
    before = member.document.decisions
    places = [i for i, d in enumerate(before) if id(d) in own]
    if not places:
        return member
    kept = [d for i, d in enumerate(before) if i < places[0] and id(d) not in own]
    after = [d for i, d in enumerate(before) if i > places[0] and id(d) not in own]
    return replace(member, document=replace(member.document, decisions=(*kept, *decisions, *after)))


def _adopted_proposals(member: Member, members: Sequence[Member], texts: Sequence[str]) -> tuple[Decision, ...]:
    found: list[Decision] = []
    for decision in member.decisions:
        if is_retold(decision):
            continue
        if is_unsaid(decision):
            found += _as_answered(decision, member, members)
            continue
        if BY_REFERENCE not in decision.uncertain:
            found.append(decision)
            continue
        of_member = moved(decision, member.document, texts)
        if of_member is not None:
            found += _passed_on(of_member, member, members) or [decision]
            continue
        source, proposals = _proposals_before(decision, member, members, to_council=False)
        if not proposals and not is_council(decision.body):
            source, proposals = _proposals_before(decision, member, members, to_council=True)
        note = READ_IN.format(source)
        found += [_as_proposed(decision, proposal, note) for proposal in _grouped(proposals)] or [decision]
    return tuple(found)


def _as_answered(decision: Decision, member: Member, members: Sequence[Member]) -> tuple[Decision, ...]:
    """What a council decides that approves an answer: what the newest proposal before it would have it decide."""
    source, proposals = _proposals_before(decision, member, members, to_council=False)
    note = READ_IN.format(source)
    return tuple(_as_proposed(decision, one, note) for one in _grouped(proposals)) or (decision,)


def _passed_on(moved_by: Sequence[Decision], member: Member, members: Sequence[Member]) -> tuple[Decision, ...]:
    """What a member moved: the council decides it, a board proposes it where such proposals to the council are told."""
    if not moved_by or is_council(moved_by[0].body):
        return tuple(moved_by)
    _, proposals = _proposals_before(moved_by[0], member, members, to_council=True)
    return tuple(replace(one, body=proposals[0].body, status=Status.PROPOSED) for one in moved_by if proposals)


def _as_proposed(decision: Decision, proposal: Decision, note: str) -> Decision:
    """The decision with what it adopts; a board that adopts a proposal to the council makes the proposal its own."""
    passed_on = not same_body(proposal.body, decision.body) and not is_council(decision.body)
    return replace(
        decision,
        body=proposal.body if passed_on else decision.body,
        status=Status.PROPOSED if passed_on else decision.status,
        disposition=proposal.disposition,
        demands=proposal.demands,
        uncertain=(*decision.uncertain, note),
    )


def _proposals_before(
    decision: Decision, member: Member, members: Sequence[Member], *, to_council: bool
) -> tuple[str, tuple[Decision, ...]]:
    """The newest proposals to the decision's body (or to the council): in the same §, else in the papers before it."""
    for candidates in ([member], sorted((m for m in members if m is not member), key=lambda m: m.date, reverse=True)):
        for candidate in candidates:
            if candidate is not member and decision.date and candidate.date > decision.date:
                continue
            proposals = tuple(
                d
                for d in candidate.decisions
                if d is not decision
                and d.status is Status.PROPOSED
                and (is_council(d.body) if to_council else _is_put_to(d, decision, told=candidate is member))
                and d.disposition is not Disposition.OVRIGT
                and not (is_unsaid(d) or (is_unsaid(decision) and d.disposition not in DECIDING))
                and (d.section == decision.section if candidate is member else not is_retold(d))
            )
            if found := meant(proposals, decision.text):
                return candidate.document.file, found
    return "", ()


def _is_put_to(proposal: Decision, decision: Decision, *, told: bool) -> bool:
    """Whether a proposal is one to the decision's body; one told in its § may be what the body it names has decided."""
    named = told and is_council(decision.body) and (proposal.body or "\0").lower() in decision.text.lower()
    return named or same_body(proposal.body, decision.body)


def _grouped(proposals: Sequence[Decision]) -> tuple[Decision, ...]:
    """One for each disposition, with all its demands."""
    groups: dict[Disposition, Decision] = {}
    for proposal in proposals:
        before = groups.get(proposal.disposition)
        numbers = sorted({*(before.demands if before else ()), *proposal.demands})
        groups[proposal.disposition] = replace(proposal, demands=tuple(numbers))
    return tuple(groups.values())
