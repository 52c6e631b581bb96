"""The JSON that other programs rely on: documents, cases and answers as the contract of the command line names them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corpus.case import Case, Outcome, Step
from corpus.decision import Decision
from corpus.document import Document
from corpus.paragraph import Paragraph, Place

if TYPE_CHECKING:
    from search.answer import Answer, DecisionHit, DemandPrecedents, Hit, Precedent

Record = dict[str, Any]


def document_record(document: Document) -> Record:
    """One document as it was understood, with its paragraphs, demands and decisions."""
    return {
        "file": document.file,
        "sha256": document.sha256,
        "type": document.type.value,
        "title": document.title,
        "date": document.date,
        "dnr": list(document.dnr),
        "department": list(document.department),
        "bodies": list(document.bodies),
        "party": list(document.party),
        "movers": [{"name": mover.name, "party": mover.party} for mover in document.movers],
        "motion_number": document.motion_number,
        "pages": document.pages,
        "page_sizes": [list(size) for size in document.page_sizes],
        "ocr": document.ocr,
        "unread_pages": document.unread_pages,
        "valid_from": document.valid_from,
        "valid_to": document.valid_to,
        "replaces": document.replaces,
        "replaced_by": document.replaced_by,
        "adoption": _adoption(document),
        "dates": [
            {"date": dated.date, "what": dated.what, "paragraph": dated.paragraph, "source": dated.source}
            for dated in document.dates
        ],
        "sections": [
            {
                "type": part.kind.value,
                "section": part.section,
                "title": part.title,
                "dnr": list(part.dnr),
                "body": part.body,
                "date": part.date,
                "paragraphs": [part.first, part.last],
            }
            for part in document.parts
        ],
        "warnings": list(document.warnings),
        "paragraphs": [paragraph_record(paragraph) for paragraph in document.paragraphs],
        "demands": [
            {"n": demand.n, "text": demand.text, "paragraph": demand.paragraph, "section": demand.section}
            for demand in document.demands
        ],
        "decisions": [_decision(decision) for decision in document.decisions],
        "references": [
            {"body": found.body, "date": found.date, "section": found.section, "paragraph": found.paragraph}
            for found in document.references
        ],
    }


def paragraph_record(paragraph: Paragraph) -> Record:
    """One paragraph with its places."""
    record: Record = {
        "n": paragraph.n,
        "kind": paragraph.kind.value,
        "heading_path": list(paragraph.heading_path),
        "text": paragraph.text,
        "label": paragraph.label,
        "places": places_record(paragraph.places),
    }
    if paragraph.cells:
        record["cells"] = list(paragraph.cells)
        record["columns"] = list(paragraph.columns)
    if paragraph.ocr:
        record["ocr"] = True
    if paragraph.alternatives:
        record["alternatives"] = list(paragraph.alternatives)
    return record


def places_record(places: tuple[Place, ...]) -> list[Record]:
    """Pages and boxes, one a line; boxes to a tenth of a point."""
    return [{"page": place.page, "box": [round(edge, 1) for edge in place.box]} for place in places]


def case_record(case: Case) -> Record:
    """One case: its demands' outcomes, its timeline, its papers and why they belong to it."""
    return {
        "key": case.key,
        "title": case.title,
        "party": case.party,
        "dnr": list(case.dnr),
        "files": list(case.files),
        "opened": case.opened,
        "answered": case.answered,
        "demands": [
            {"n": demand.n, "text": demand.text, "file": file, "paragraph": demand.paragraph}
            for demand, file in zip(case.demands, case.demand_files, strict=True)
        ],
        "outcomes": [_outcome(outcome) for outcome in case.outcomes],
        "timeline": [_step(step) for step in case.timeline],
        "ties": [{"file": tie.file, "section": tie.section, "reason": tie.reason} for tie in case.ties],
    }


def answer_record(answer: Answer, *, id_: str | int | None = None) -> Record:
    """The search object; with `id` first when it answers one line of a batch."""
    head: Record = {} if id_ is None else {"id": id_}
    coverage = answer.coverage
    return head | {
        "query": answer.query,
        "answerable": answer.answerable,
        "confidence": round(answer.confidence, 4),
        "route": answer.route.value,
        "coverage": {
            "documents": coverage.documents,
            "failed": coverage.failed,
            "unread_pages": coverage.unread_pages,
            "from": coverage.first,
            "to": coverage.last,
        },
        "seconds": round(answer.seconds, 4),
        "listed": answer.listed,
        "decisions": [decision_hit_record(decision) for decision in answer.decisions],
        "hits": [_hit(hit) for hit in answer.hits],
    }


def decision_hit_record(decision: DecisionHit) -> Record:
    """A decision on a demand, with its citation and its reasoning."""
    return {
        "case": decision.case,
        "title": decision.title,
        "party": decision.party,
        "demand": decision.demand,
        "demand_text": decision.demand_text,
        "demand_file": decision.demand_file,
        "demand_paragraph": decision.demand_paragraph,
        "disposition": decision.disposition,
        "status": decision.status,
        "body": decision.body,
        "date": decision.date,
        "section": decision.section,
        "file": decision.file,
        "paragraph": decision.paragraph,
        "pages": list(decision.pages),
        "text": decision.text,
        "citation": decision.citation,
        "reason_file": decision.reason_file,
        "reason_paragraph": decision.reason_paragraph,
        "reason_text": decision.reason_text,
        "reason_citation": decision.reason_citation,
    }


def precedents_record(found: tuple[DemandPrecedents, ...]) -> list[Record]:
    """For each demand of the new motion: the earlier ones like it and how each was answered."""
    return [
        {"n": one.n, "text": one.text, "precedents": [_precedent(precedent) for precedent in one.precedents]}
        for one in found
    ]


def _precedent(precedent: Precedent) -> Record:
    return {
        "similarity": round(precedent.similarity, 4),
        "case": precedent.case,
        "title": precedent.title,
        "party": precedent.party,
        "opened": precedent.opened,
        "demand": precedent.demand,
        "demand_text": precedent.demand_text,
        "demand_file": precedent.demand_file,
        "demand_paragraph": precedent.demand_paragraph,
        "demand_citation": precedent.demand_citation,
        "outcome": None if precedent.outcome is None else decision_hit_record(precedent.outcome),
    }


def _hit(hit: Hit) -> Record:
    return {
        "rank": hit.rank,
        "score": round(hit.score, 5),
        "file": hit.file,
        "title": hit.title,
        "type": hit.type,
        "date": hit.date,
        "status": hit.status,
        "case": hit.case,
        "paragraph": hit.paragraph,
        "pages": list(hit.pages),
        "places": places_record(hit.places),
        "heading_path": list(hit.heading_path),
        "label": hit.label,
        "text": hit.text,
        "highlights": [list(span) for span in hit.highlights],
        "citation": hit.citation,
    }


def _adoption(document: Document) -> Record | None:
    adoption = document.adoption
    if adoption is None:
        return None
    return {
        "body": adoption.body,
        "date": adoption.date,
        "section": adoption.section,
        "paragraph": adoption.paragraph,
    }


def _decision(decision: Decision) -> Record:
    return {
        "body": decision.body,
        "section": decision.section,
        "item": decision.item,
        "status": decision.status.value,
        "disposition": decision.disposition.value,
        "text": decision.text,
        "paragraph": decision.paragraph,
        "demands": list(decision.demands),
        "date": decision.date,
        "title": decision.title,
        "dnr": list(decision.dnr),
        "reason": decision.reason,
        "uncertain": list(decision.uncertain),
    }


def _outcome(outcome: Outcome) -> Record:
    return {
        "demand": outcome.demand,
        "demand_text": outcome.demand_text,
        "disposition": outcome.disposition.value,
        "status": outcome.status.value,
        "body": outcome.body,
        "date": outcome.date,
        "file": outcome.file,
        "paragraph": outcome.paragraph,
        "section": outcome.section,
        "reason_file": outcome.reason_file,
        "reason_paragraph": outcome.reason_paragraph,
    }


def _step(step: Step) -> Record:
    return {
        "date": step.date,
        "body": step.body,
        "status": step.status.value,
        "file": step.file,
        "section": step.section,
        "paragraph": step.paragraph,
    }
