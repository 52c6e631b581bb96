"""What a paper asks, decides and refers to, part by part: puts demands, decisions and references into the document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpus.decision import Decision, Demand, Reference
from corpus.document import STYRDOKUMENT, Document, DocumentType, Part
from corpus.paragraph import Kind, Paragraph
from ingest.papers.appendices import heads_appendix
from ingest.papers.bodies import as_body
from ingest.papers.decisions import decisions_of
from ingest.papers.demands import demands_of
from ingest.papers.headings import is_section
from ingest.papers.recalls import recalls_of
from ingest.papers.references import references_of
from ingest.papers.votes import votes_of

HEAD = 16
"""The receivers of a letter stand among its first paragraphs."""


def addressed_in(paragraphs: Sequence[Paragraph], part: Part) -> tuple[str, ...]:
    """The bodies that stand alone on a line of the part's head, above its first section: those that receive it."""
    found: dict[str, None] = {}
    for paragraph in paragraphs[part.first - 1 : min(part.last, part.first + HEAD - 1)]:
        if paragraph.kind is Kind.HEADING and is_section(paragraph.text):
            break
        body = as_body(paragraph.text)
        if body and paragraph.kind is not Kind.HEADING:
            found.setdefault(body)
    return tuple(found)


def with_decisions(document: Document) -> Document:
    """The document with its demands, decisions, references, votes and what it recalls; a styrdokument asks and decides
    nothing, a bilaga of minutes decides nothing."""
    demands: list[Demand] = []
    decisions: list[Decision] = []
    references: list[Reference] = []
    votes: list[int] = []
    recalls: list[int] = []
    for part in document.parts:
        references += references_of(document.paragraphs, part)
        if part.kind in STYRDOKUMENT:
            continue
        asked = demands_of(document.paragraphs, part)
        demands += asked
        addressed = () if part.kind is DocumentType.PROTOKOLL else addressed_in(document.paragraphs, part)
        appended = part.kind is DocumentType.PROTOKOLL and heads_appendix(document.paragraph(part.first))
        deciding = addressed or document.bodies
        decided = () if appended else decisions_of(document.paragraphs, part, demands=asked, addressed=deciding)
        decisions += decided
        votes += votes_of(document.paragraphs, part)
        spoken = {*(demand.paragraph for demand in asked), *(decision.paragraph for decision in decided)}
        recalls += recalls_of(document.paragraphs, part, without=spoken)
    return replace(
        document,
        demands=tuple(demands),
        decisions=tuple(decisions),
        references=tuple(references),
        votes=tuple(votes),
        recalls=tuple(recalls),
    )
