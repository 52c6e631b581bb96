"""Makes the documents of small cases for the tests of ties, cases and links."""

from __future__ import annotations

from corpus.decision import Decision, Demand, Disposition, Reference, Status
from corpus.document import Adoption, Document, DocumentType, Part, Person
from corpus.paragraph import Kind, Paragraph

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
