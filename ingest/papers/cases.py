"""Makes cases of documents: the papers of each matter tied together, its demands, their outcomes and the timeline."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from corpus import diarienummer
from corpus.case import Case, Step, Tie
from corpus.decision import Decision, Status
from corpus.document import Document, DocumentType
from corpus.petition import PETITION
from ingest.papers.bundles import bundled, in_their_files, unbundled
from ingest.papers.gathering import Matter, gather
from ingest.papers.links import link_keys, link_styrdokument
from ingest.papers.matters import matter_of
from ingest.papers.outcomes import outcomes_of
from ingest.papers.resolve import Member, case_demands, resolve
from ingest.papers.retellings import retellings_of
from ingest.papers.retold import is_retold
from ingest.papers.shared_keys import keys_of
from ingest.papers.units import Unit, all_units, units_of

_ASKS = (DocumentType.MOTION, DocumentType.MEDBORGARFORSLAG)
_TITLES = (*_ASKS, DocumentType.MOTIONSSVAR, DocumentType.TJANSTESKRIVELSE, DocumentType.PROTOKOLL)


@dataclass(frozen=True, slots=True)
class Related:
    """Documents with what other papers tell of them (demand numbers, replaced by, diarienummer), and the cases."""

    documents: tuple[Document, ...]
    cases: tuple[Case, ...]


def _is_case(matter: Matter) -> bool:
    """A motion, a demand, a decision or two papers of one matter make a case; a lone paper without them does not."""
    return len(matter.units) > 1 or any(u.is_motion or u.demands or u.decisions for u in matter.units)


def _leading(units: Sequence[Unit]) -> Unit:
    """The unit a case is called after: the motion, else the answer, else the first paper with a title of its own, not
    only the name of its kind ("Medborgarmotion")."""
    titled = [unit for unit in units if unit.title] or list(units)
    titled = [unit for unit in titled if not PETITION.fullmatch(unit.title)] or titled
    return min(titled, key=lambda u: _TITLES.index(u.kind) if u.kind in _TITLES else len(_TITLES))


def _numbers(matter: Matter) -> tuple[str, ...]:
    """The case's diarienummer as first written; the board of the whole municipality (KS, or no letters) first."""
    written = diarienummer.unique(
        dnr
        for unit in matter.units
        for dnr in (unit.part.dnr or (unit.document.dnr if unit.section is None else ()))
        if not any(diarienummer.normalise(dnr) in one.numbers for one in matter.motions.get(id(unit), ())[1:])
    )
    return tuple(sorted(written, key=_of_a_board))


def _of_a_board(dnr: str) -> int:
    """0 for kommunstyrelsen's register, 1 for one without letters, 2 for a board's."""
    number = diarienummer.normalise(dnr)
    return 0 if number.startswith("KS ") else 1 + (" " in number)


def _party(units: Sequence[Unit]) -> str | None:
    for unit in sorted(units, key=lambda u: not u.is_motion):
        if unit.party and unit.on_motion:
            letters = unit.document.party if unit.section is None else ()
            return ", ".join(letters or sorted(unit.party))
    return None


def _steps(units: Sequence[Unit], decisions: dict[int, tuple[Decision, ...]]) -> tuple[Step, ...]:
    """The motion put, and each body that proposed or adopted in each paper, by date."""
    steps: dict[Step, None] = {}
    for unit in units:
        if unit.kind in _ASKS:
            steps.setdefault(Step(unit.date, None, Status.PROPOSED, unit.file, None, unit.part.first))
        seen: set[tuple[str | None, Status]] = set()
        for decision in decisions[id(unit)]:
            if (decision.body, decision.status) not in seen:
                seen.add((decision.body, decision.status))
                date = decision.date or unit.date
                steps.setdefault(
                    Step(date, decision.body, decision.status, unit.file, unit.section, decision.paragraph)
                )
    return tuple(sorted(steps, key=lambda step: (step.date or "9999", step.status is Status.ADOPTED)))


def _opened(units: Sequence[Unit]) -> str | None:
    put = [unit.date for unit in units if unit.kind in _ASKS and unit.date]
    if put:
        return min(put)
    told = [d.date for unit in units if unit.on_motion for d in unit.document.dates if d.what == "motion"]
    return min(told, default=None)


def _ties(matter: Matter) -> tuple[Tie, ...]:
    """Why each paper or § is here, each once."""
    reasons: dict[tuple[str, str | None], str] = {}
    for unit in matter.units:
        reasons.setdefault((unit.file, unit.section), matter.reasons.get(id(unit), "ensam handling"))
    return tuple(Tie(file, section, reason) for (file, section), reason in reasons.items())


def _within(unit: Unit, decisions: Sequence[Decision]) -> tuple[Decision, ...]:
    return tuple(d for d in decisions if unit.part.first <= d.paragraph <= unit.part.last)


def _papers(matter: Matter) -> dict[tuple[str, str | None], Member]:
    """The members of a matter by file and §."""
    papers: dict[tuple[str, str | None], Member] = {}
    for unit in matter.units:
        place = unit.file, unit.section
        own = papers.get(place, Member(unit.document, unit.section))
        papers[place] = replace(
            own,
            others=matter.others.get(id(unit), ()) or own.others,
            motions=matter.motions.get(id(unit), ()) or own.motions,
            asked=(*own.asked, (unit.part.first, unit.part.last)) if unit.is_motion else own.asked,
        )
    return papers


def _case(matter: Matter) -> tuple[Case, tuple[Member, ...]]:
    units = matter.units
    papers = _papers(matter)
    members = resolve(tuple(papers.values()))
    demands, demand_file = case_demands(members)
    leading = _leading(units)
    numbers = _numbers(matter)
    decided = {place: member.decisions for place, member in zip(papers, members, strict=True)}
    decisions = {id(u): _within(u, decided[u.file, u.section]) for u in units}
    case = Case(
        key=diarienummer.normalise(numbers[0]) if numbers else leading.name,
        title=matter_of(leading.title or leading.document.title),
        party=_party(units),
        dnr=numbers,
        files=tuple(dict.fromkeys(unit.file for unit in units)),
        demands=demands,
        demand_files=tuple(demand_file or "" for _ in demands),
        outcomes=outcomes_of(members),
        timeline=_steps(units, decisions),
        ties=_ties(matter),
        retellings=retellings_of(demands, demand_file, members),
        opened=_opened(units),
    )
    return case, members


def _distinct(cases: Iterable[Case]) -> tuple[Case, ...]:
    """Keys made unique: two matters under one diarienummer are told apart by their first file."""
    seen: set[str] = set()
    kept = []
    for case in cases:
        key = case.key
        if key in seen:
            key = f"{case.key} · {case.files[0]}{' ' + (case.ties[0].section or '') if case.ties else ''}".strip()
        seen.add(key)
        kept.append(replace(case, key=key))
    return tuple(kept)


def _united(first: Sequence[Decision], second: Sequence[Decision]) -> tuple[Decision, ...]:
    """The decisions that one § has in two cases, as they stand; what both have counts as the first has it."""
    known = {(d.paragraph, d.item, d.text) for d in first}
    new = (d for d in second if (d.paragraph, d.item, d.text) not in known)
    return tuple(sorted((*first, *new), key=lambda d: d.paragraph)) if first else tuple(second)


def _folded(documents: Sequence[Document], members: Iterable[Member]) -> tuple[Document, ...]:
    """The documents with the decisions of each member's part put in place of their own."""
    new: dict[str, dict[str | None, tuple[Decision, ...]]] = {}
    untold: set[tuple[str, str | None]] = set()
    for member in members:
        of_file = new.setdefault(member.document.file, {})
        before = of_file.get(member.section, ()) if member.shared else ()
        of_file[member.section] = _united(before, member.decisions)
        if member.motions:
            untold.add((member.document.file, member.section))
    found = []
    for document in documents:
        own = new.get(document.file)
        for section in [section for file, section in untold if file == document.file]:
            read = [d for d in document.decisions if section in (None, d.section) and not is_retold(d)]
            new[document.file][section] = _united(new[document.file][section], read)
        if not own:
            found.append(document)
            continue
        if None in own:
            found.append(replace(document, decisions=own[None]))
            continue
        sections = list(dict.fromkeys(d.section for d in document.decisions))
        kept = (own.get(s, tuple(d for d in document.decisions if d.section == s)) for s in sections)
        found.append(replace(document, decisions=tuple(d for group in kept for d in group)))
    return tuple(found)


def _with_numbers(documents: Sequence[Document], cases: Iterable[Case]) -> tuple[Document, ...]:
    """A motion bears no diarienummer, for it is written before it is registered: it takes its case's."""
    registered = {file: case.dnr for case in cases for file in case.files}
    found = []
    for document in documents:
        numbers = registered.get(document.file, ())
        if document.type in _ASKS and not document.dnr and numbers:
            warning = "diarienummer taget ur ärendet, det står inte i handlingen"
            found.append(replace(document, dnr=numbers, warnings=(*document.warnings, warning)))
        else:
            found.append(document)
    return tuple(found)


def tie_cases(documents: Sequence[Document]) -> tuple[Case, ...]:
    """The cases of the documents, each tie with its reason."""
    return relate(documents).cases


def relate(documents: Sequence[Document]) -> Related:
    """All that is known from several papers together: cases, numbers of demands, replaced styrdokument."""
    papers = {document.file: unbundled(document) for document in documents}
    every = [paper for own in papers.values() for paper in own]
    made = [_case(matter) for matter in gather(all_units(every)) if _is_case(matter)]
    cases = _distinct(in_their_files(case) for case, _ in made)
    decided = {paper.file: paper for paper in _folded(every, (member for _, members in made for member in members))}
    folded = [bundled(one, [decided[paper.file] for paper in papers[one.file]]) for one in documents]
    return Related(link_styrdokument(_with_numbers(folded, cases)), cases)


def tie_keys(document: Document) -> frozenset[str]:
    """What the document may be tied by: documents that share none, directly or through others, are never related."""
    keys = {key for paper in unbundled(document) for unit in units_of(paper) for key in keys_of(unit)}
    return frozenset(keys) | link_keys(document)


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A motion that no body has decided: how many days it has waited on the day asked about."""

    case: Case
    days: int | None


def unanswered(cases: Iterable[Case], *, today: str) -> tuple[Unanswered, ...]:
    """The motions without an adopted outcome, longest waiting first; `days` is None where no date is known."""
    waiting = []
    for case in cases:
        if case.answered or (not case.opened and not case.demands):
            continue
        days = (
            (datetime.date.fromisoformat(today) - datetime.date.fromisoformat(case.opened)).days
            if case.opened
            else None
        )
        waiting.append(Unanswered(case, days))
    return tuple(sorted(waiting, key=lambda one: -(one.days if one.days is not None else -1)))
