"""Makes the documents of small cases for the tests of ties, cases and links."""

from __future__ import annotations

from dataclasses import replace

from corpus.decision import Decision, Demand, Disposition, Reference, Status
from corpus.document import Adoption, Document, DocumentType, Part, Person
from corpus.paragraph import Kind, Paragraph
from ingest.papers.ties import tie
from ingest.papers.units import Unit, units_of

T = DocumentType
PAGE = ((595.0, 842.0),)


def document(
    file: str,
    kind: DocumentType,
    title: str,
    date: str | None = None,
    *,
    dnr: tuple[str, ...] = (),
    demands: tuple[str, ...] = (),
    party: tuple[str, ...] = (),
    movers: tuple[Person, ...] = (),
    number: str | None = None,
    parts: tuple[Part, ...] = (),
    decisions: tuple[Decision, ...] = (),
    references: tuple[Reference, ...] = (),
    adoption: Adoption | None = None,
    replaces: str | None = None,
) -> Document:
    """A document of ten paragraphs; its demands stand in paragraphs 1, 2, …"""
    return Document(
        file,
        "0",
        kind,
        title,
        date,
        1,
        PAGE,
        tuple(Paragraph(n, Kind.PARAGRAPH, f"stycke {n}", ()) for n in range(1, 11)),
        dnr=dnr,
        party=party,
        movers=movers,
        motion_number=number,
        parts=parts or (Part(kind, 1, 10, None, title, dnr, None, date),),
        demands=tuple(Demand(n, text, n) for n, text in enumerate(demands, 1)),
        decisions=decisions,
        references=references,
        adoption=adoption,
        replaces=replaces,
    )


def minutes(file: str, body: str, date: str, *parts: Part, decisions: tuple[Decision, ...] = ()) -> Document:
    """Minutes of the given paragrafer."""
    return document(
        file,
        T.PROTOKOLL,
        f"Protokoll {body} {date}",
        date,
        parts=parts,
        decisions=decisions,
        dnr=tuple(dnr for part in parts for dnr in part.dnr),
    )


def paragraf(section: str, title: str, first: int, last: int, body: str, date: str, *dnr: str) -> Part:
    """One § of minutes."""
    return Part(T.PROTOKOLL, first, last, section, title, dnr, body, date)


def decision(
    text: str,
    disposition: Disposition,
    paragraph: int,
    *,
    demands: tuple[int, ...] = (),
    status: Status = Status.ADOPTED,
    body: str = "Kommunfullmäktige",
    section: str | None = None,
    date: str | None = None,
    item: int = 1,
) -> Decision:
    """One decision item."""
    return Decision(body, section, item, status, disposition, text, paragraph, demands, date)


def unit_of(one: Document) -> Unit:
    """The first unit of a document."""
    return units_of(one)[0]


def tie_reason(first: Document, second: Document) -> str | None:
    """Why two documents are of one matter, None if they are not."""
    edge = tie(unit_of(first), unit_of(second))
    return edge.reason if edge else None


def saying(one: Document, *texts: str) -> Document:
    """The document with the words of its first paragraphs."""
    said = [replace(p, text=text) for p, text in zip(one.paragraphs, texts, strict=False)]
    return replace(one, paragraphs=(*said, *one.paragraphs[len(said) :]))
