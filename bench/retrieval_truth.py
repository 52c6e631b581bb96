"""A casebook's truth as documents and cases: what searching would have if every paper were understood perfectly."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from corpus.case import Case, Outcome, Step, Tie
from corpus.decision import Decision, Demand, Disposition, Status
from corpus.document import STYRDOKUMENT, Adoption, Dated, Document, DocumentType, Part
from corpus.paragraph import Kind, Paragraph, Place
from ingest.papers.reasoning import reason_for

Truth = Mapping[str, Any]
_SECTION = re.compile(r"§\s*\d+")
_ADOPTED = re.compile(r"Antag")
_HOLDS = re.compile(r"Gäller|Giltig|Ersätter")
LETTERS = frozenset({DocumentType.MOTIONSSVAR, DocumentType.TJANSTESKRIVELSE, DocumentType.REMISSVAR})
NOWHERE = (0.0, 0.0, 1.0, 1.0)


@dataclass(frozen=True, slots=True)
class Book:
    """A casebook: its truth, and the documents and cases made of it."""

    name: str
    truth: Truth
    documents: tuple[Document, ...]
    cases: tuple[Case, ...]


@dataclass(slots=True)
class _Read:
    """What the cases say of one file's paragraphs."""

    demands: list[Demand] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    party: str | None = None


def read_book(folder: Path) -> Book:
    """Read `folder/truth.json`."""
    truth = json.loads((folder / "truth.json").read_text("utf-8"))
    papers = {paper["file"]: paper for paper in truth["documents"]}
    read: dict[str, _Read] = defaultdict(_Read)
    cases = tuple(_case(case, papers, read) for case in truth["cases"])
    replaced = {paper["replaces"]: file for file, paper in papers.items() if paper.get("replaces")}
    documents = tuple(_document(paper, read[file], replaced.get(file)) for file, paper in papers.items())
    letters = {one.file: one for one in documents if one.type in LETTERS}
    return Book(truth["name"], truth, documents, tuple(_with_reasons(case, letters) for case in cases))


def _with_reasons(case: Case, letters: Mapping[str, Document]) -> Case:
    """The case with the paragraph of its newest letter that reasons about each demand; the truth does not tell it."""
    own = sorted(
        (letters[file] for file in case.files if file in letters), key=lambda one: one.date or "", reverse=True
    )
    return replace(case, outcomes=tuple(_with_reason(outcome, case, own) for outcome in case.outcomes))


def _with_reason(outcome: Outcome, case: Case, letters: Sequence[Document]) -> Outcome:
    texts = [demand.text for demand in case.demands]
    numbers = [demand.n for demand in case.demands]
    if outcome.demand in numbers:
        for letter in letters:
            if n := reason_for(numbers.index(outcome.demand) + 1, texts, letter):
                return replace(outcome, reason_file=letter.file, reason_paragraph=n)
    return outcome


def _document(paper: Truth, read: _Read, replaced_by: str | None) -> Document:
    paragraphs = _paragraphs(paper)
    kind = _type(paper["type"])
    adopted, dates = _dates(paragraphs) if kind in STYRDOKUMENT else (None, ())
    return Document(
        file=paper["file"],
        sha256=paper["file"],
        type=kind,
        title=paper["title"],
        date=paper["date"],
        pages=1,
        page_sizes=(),
        paragraphs=paragraphs,
        dnr=tuple(paper.get("dnr") or ()),
        bodies=tuple(paper.get("bodies") or ()),
        party=(read.party,) if read.party else (),
        parts=_parts(paragraphs) if kind is DocumentType.PROTOKOLL else (),
        demands=tuple(read.demands),
        decisions=tuple(read.decisions),
        adoption=adopted,
        dates=dates,
        replaces=paper.get("replaces"),
        replaced_by=replaced_by,
    )


def _type(name: str) -> DocumentType:
    return DocumentType(name) if name in set(DocumentType) else DocumentType.OVRIGT


def _paragraphs(paper: Truth) -> tuple[Paragraph, ...]:
    columns: tuple[str, ...] = ()
    found = []
    for one in paper["paragraphs"]:
        cells = tuple(one.get("cells") or ())
        columns = cells if one.get("header") else columns
        table = one["kind"] == "table_row"
        found.append(
            Paragraph(
                n=one["n"],
                kind=Kind(one["kind"]) if one["kind"] in set(Kind) else Kind.PARAGRAPH,
                text=one["text"],
                places=tuple(Place(page, NOWHERE) for page in one["pages"]),
                heading_path=tuple(one["heading_path"]),
                label=one.get("marker"),
                level=one.get("level"),
                cells=cells,
                columns=columns if table and not one.get("header") else (),
            )
        )
    return tuple(found)


def _dates(paragraphs: tuple[Paragraph, ...]) -> tuple[Adoption | None, tuple[Dated, ...]]:
    first = paragraphs[:12]
    adopted = next((p.n for p in first if _ADOPTED.match(p.text)), None)
    holds = tuple(Dated("", "giltig från", p.n, "") for p in first if _HOLDS.match(p.text))
    return (Adoption(None, None, None, adopted) if adopted else None), holds


def _parts(paragraphs: tuple[Paragraph, ...]) -> tuple[Part, ...]:
    """The §§ of minutes, by their headings."""
    heads = [(p, found.group()) for p in paragraphs if p.kind is Kind.HEADING and (found := _SECTION.match(p.text))]
    ends = [*(p.n - 1 for p, _ in heads[1:]), len(paragraphs)][: len(heads)]
    return tuple(
        Part(DocumentType.PROTOKOLL, p.n, end, section, p.text.removeprefix(section).strip())
        for (p, section), end in zip(heads, ends, strict=True)
    )


def _case(case: Truth, papers: Mapping[str, Truth], read: dict[str, _Read]) -> Case:
    files = [file for file, paper in papers.items() if case["case_id"] in paper["case_ids"]]
    motions = [file for file in files if papers[file]["type"] == "motion"]
    dnr = tuple([case["dnr"]] if isinstance(case["dnr"], str) else case["dnr"])
    placed = [(demand, _place(demand["text"], [*motions, *files], papers)) for demand in case["demands"]]
    demands = [(Demand(d["n"], d["text"], place[1]), place[0]) for d, place in placed if place]
    for demand, file in demands:
        read[file].demands.append(demand)
    for event in case["events"]:
        read[event["file"]].decisions.extend(_decisions(event, case["title"], dnr))
    for file in files:
        read[file].party = case.get("party")
    ties = [Tie(event["file"], event["section"], "dnr") for event in case["events"]]
    tied = {tie.file for tie in ties}
    return Case(
        key=case["case_id"],
        title=case["title"],
        party=case.get("party"),
        dnr=dnr,
        files=tuple(files),
        demands=tuple(demand for demand, _ in demands),
        demand_files=tuple(file for _, file in demands),
        outcomes=tuple(outcome for final in case["final"] for outcome in _outcome(final, case)),
        timeline=tuple(_step(event) for event in sorted(case["events"], key=lambda event: event["date"])),
        ties=(*ties, *(Tie(file, None, "dnr") for file in files if file not in tied)),
        opened=papers[motions[0]]["date"] if motions else None,
    )


def _place(text: str, files: list[str], papers: Mapping[str, Truth]) -> tuple[str, int] | None:
    """Where the words of a demand stand first."""
    wanted = _bare(text)[:60]
    places = ((file, p["n"]) for file in files for p in papers[file]["paragraphs"] if wanted in _bare(p["text"]))
    return next(places, None)


def _bare(text: str) -> str:
    return re.sub(r"\W+", "", text.lower())


def _decisions(event: Truth, title: str, dnr: tuple[str, ...]) -> list[Decision]:
    return [
        Decision(
            body=event["body"],
            section=event["section"],
            item=item["n"],
            status=Status(event["status"]),
            disposition=Disposition(item["disposition"]),
            text=item["text"],
            paragraph=item["paragraph"],
            demands=tuple(item["demands"]),
            date=event["date"],
            title=title,
            dnr=dnr,
        )
        for item in event["items"]
    ]


def _step(event: Truth) -> Step:
    return Step(event["date"], event["body"], Status(event["status"]), event["file"], event["section"])


def _outcome(final: Truth, case: Truth) -> list[Outcome]:
    """The outcome with its paragraph, from the event that it is the last of."""
    text = next(demand["text"] for demand in case["demands"] if demand["n"] == final["demand"])
    found = [
        Outcome(
            demand=final["demand"],
            demand_text=text,
            disposition=Disposition(final["disposition"]),
            status=Status(final["status"]),
            body=final["body"],
            date=final["date"],
            file=event["file"],
            paragraph=item["paragraph"],
            section=event["section"],
        )
        for event in case["events"]
        for item in event["items"]
        if (event["date"], event["status"]) == (final["date"], final["status"])
        and item["disposition"] == final["disposition"]
        and final["demand"] in item["demands"]
    ]
    return found[:1]
