"""Composes all rules: from a reading to a document understood, part by part."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from corpus import diarienummer
from corpus.document import STYRDOKUMENT, Document, DocumentType, Part
from corpus.reading import PageState, Reading
from ingest.papers.bodies import as_body, bodies_in
from ingest.papers.dates import Dates, dates_of
from ingest.papers.decided import with_decisions
from ingest.papers.departments import as_department
from ingest.papers.form import Form, form_of
from ingest.papers.genre import type_of
from ingest.papers.items import LONGEST_OPENING
from ingest.papers.leads import Act, lead_of
from ingest.papers.minutes_body import Speaker, body_of_minutes
from ingest.papers.numbers import announced_numbers, motion_number_of, numbers_of
from ingest.papers.paper import Paper, cut
from ingest.papers.paragrafs import Start, starts
from ingest.papers.parts import papers_in, parts_of_minutes
from ingest.papers.people import movers_of, parties_of
from ingest.papers.sent_in import signers
from ingest.papers.titles import meaningful_metadata, title_of
from ingest.papers.validity import Validity, validity_of
from ingest.papers.written_dates import without_dates


@dataclass(frozen=True, slots=True)
class _Understood:
    """One paper of the PDF, understood."""

    paper: Paper
    form: Form
    starts: tuple[Start, ...]
    kind: DocumentType
    title: str | None
    dates: Dates
    dnr: tuple[str, ...]
    speaker: Speaker
    validity: Validity | None


def _understood(paper: Paper, file: str) -> _Understood:
    found = starts(paper.paragraphs, paper.margin_texts)
    form = form_of(paper, found)
    found = found if form.is_minutes else ()
    title = title_of(paper, found)
    kind = type_of(paper, title or "", form)
    validity = validity_of(paper, title or "") if kind in STYRDOKUMENT else None
    dates = dates_of(paper, kind, validity.adoption if validity else None)
    speaker = body_of_minutes(paper, file) if kind is DocumentType.PROTOKOLL else Speaker(None)
    return _Understood(paper, form, found, kind, title, dates, numbers_of(paper, found), speaker, validity)


def _parts(one: _Understood) -> tuple[Part, ...]:
    paragraphs = one.paper.paragraphs
    if one.kind is DocumentType.PROTOKOLL:
        return parts_of_minutes(one.paper, one.starts, body=one.speaker.body, date=one.dates.date, dnr=one.dnr)
    return (Part(one.kind, paragraphs[0].n, paragraphs[-1].n, None, one.title, one.dnr, None, one.dates.date),)


def _head_lines(paper: Paper) -> list[str]:
    """The lines of the head, those of a letterhead set as a table one for each entry of its cells."""
    return [line for p in paper.head for cell in (p.cells or (p.text,)) for line in cell.split("; ")]


def _senders(paper: Paper) -> tuple[str, ...]:
    """The departments on lines of the head and the first page's margins; a name may be broken over two lines."""
    lines = [*_head_lines(paper), *paper.first_margins]
    joined = _broken_lines(lines, paper)
    alone = [name for line in (*joined, *lines) if (name := as_department(without_dates(line)))]
    kept: dict[str, str] = {}
    for name in _whole(alone):
        kept.setdefault(name.lower(), name)
    return tuple(kept.values())


def _broken_lines(lines: Sequence[str], paper: Paper) -> list[str]:
    """Names that two lines of a letter's head hold: "Barn- och" / "utbildningsnämnden"."""
    pairs = [*pairwise(lines), *paper.stacked]
    return [f"{first} {second}" for first, second in pairs if first.rstrip().endswith(("-", " och", ","))]


def _whole(names: Sequence[str]) -> list[str]:
    """The names without those that are the end of another one."""
    return [name for name in names if not any(other.lower().endswith(f" {name.lower()}") for other in names)]


def _bodies(one: _Understood) -> tuple[str, ...]:
    """The bodies a paper concerns: whose minutes, who adopted it, or who receives it and is to decide."""
    if one.speaker.body:
        return (one.speaker.body,)
    if one.validity:
        adoption = one.validity.adoption
        return (adoption.body,) if adoption and adoption.body else ()
    if one.kind in (DocumentType.MOTION, DocumentType.INTERPELLATION, DocumentType.MEDBORGARFORSLAG):
        return ()
    names = one.paper.names
    lines = (*one.paper.first_margins, *_head_lines(one.paper))
    joined = _broken_lines(one.paper.first_margins, one.paper)
    received = _whole([body for line in (*joined, *lines) if (body := as_body(line, own_names=names))])
    headed = [
        body for p in one.paper.headings if "förslag" in p.text.lower() for body in bodies_in(p.text, own_names=names)
    ]
    return tuple(dict.fromkeys([*received, *headed]))


def _fallback_title(one: _Understood, file: str) -> str:
    """Minutes without a title of their own are called by body and date; any other paper by its file."""
    if one.kind is DocumentType.PROTOKOLL:
        return " ".join(piece for piece in ("Protokoll", one.speaker.body, one.dates.date) if piece)
    stem = file.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    return meaningful_metadata(one.paper) or stem.replace("_", " ").replace("-", " ").strip().capitalize()


def _warnings(
    reading: Reading, papers: Sequence[_Understood], title_missing: bool, party: str | None
) -> tuple[str, ...]:
    first = papers[0] if papers else None
    return tuple(
        warning
        for warning in (
            *reading.warnings,
            *(first.dates.warnings if first else ("handlingen har ingen läsbar text",)),
            "ingen rubrik hittades" if title_missing else "",
            (first.speaker.inferred if first else None) or "",
            party or "",
            *(start.note or "" for one in papers for start in one.starts),
            f"filen innehåller {len(papers)} handlingar" if len(papers) > 1 else "",
        )
        if warning
    )


def _unreadable(reading: Reading, file: str) -> Document:
    title = file.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    return Document(
        file=file,
        sha256=reading.sha256,
        type=DocumentType.OVRIGT,
        title=title,
        date=None,
        pages=len(reading.page_sizes),
        page_sizes=reading.page_sizes,
        paragraphs=(),
        ocr=reading.ocr,
        unread_pages=sum(state is PageState.UNREAD for state in reading.page_states),
        warnings=(*reading.warnings, "handlingen har ingen läsbar text"),
    )


def _paper_alone(reading: Reading, file: str) -> Document:
    """The document without what is asked and decided in it."""
    papers = [_understood(cut(reading, first, last), file) for first, last in papers_in(reading)]
    if not papers:
        return _unreadable(reading, file)
    main = papers[0]
    title = main.title or _fallback_title(main, file)
    movers = movers_of(main.paper, main.kind) or (signers(main.paper) if main.kind is DocumentType.MOTION else ())
    party, party_warning = parties_of(main.paper, main.kind, title, movers, file)
    parts = tuple(part for one in papers for part in _parts(one))
    validity = main.validity
    return Document(
        file=file,
        sha256=reading.sha256,
        type=main.kind,
        title=title,
        date=main.dates.date,
        pages=len(reading.page_sizes),
        page_sizes=reading.page_sizes,
        paragraphs=reading.paragraphs,
        dnr=diarienummer.unique([*main.dnr, *(dnr for part in parts for dnr in part.dnr), *_announced(parts, reading)]),
        department=_senders(main.paper) if main.kind is not DocumentType.PROTOKOLL else (),
        bodies=_bodies(main),
        party=party,
        movers=movers,
        motion_number=motion_number_of(main.paper, title),
        dates=(*main.dates.all, *(validity.dates if validity else ())),
        parts=parts,
        adoption=validity.adoption if validity else None,
        valid_from=validity.valid_from if validity else None,
        valid_to=validity.valid_to if validity else None,
        replaces=validity.replaces if validity else None,
        ocr=reading.ocr,
        unread_pages=sum(state is PageState.UNREAD for state in reading.page_states),
        warnings=_warnings(reading, papers, main.title is None, party_warning),
    )


def _announced(parts: Sequence[Part], reading: Reading) -> Iterator[str]:
    """The numbers of new motions that minutes make known: papers' own numbers, though no § is about one of them."""
    for part in parts:
        if part.section is not None:
            yield from announced_numbers(part.title, reading.paragraphs[part.first - 1 : part.last])


def understand(reading: Reading, file: str) -> Document:
    """The document that a PDF is: `file` is its path below the indexed folder, with "/"."""
    return _with_deciding_bodies(with_decisions(_paper_alone(reading, file)))


def _with_deciding_bodies(document: Document) -> Document:
    """A letter concerns also the bodies whose decisions it proposes, and those that are to pass the proposal on."""
    if document.type not in (DocumentType.MOTIONSSVAR, DocumentType.TJANSTESKRIVELSE):
        return document
    proposed = (decision.body for decision in document.decisions if decision.body)
    return replace(document, bodies=tuple(dict.fromkeys([*document.bodies, *_passed_by(document), *proposed])))


_WHOSE = re.compile(r"(?:\w+\s)?\w*utskottet")
"""A committee that is not said to be anybody's."""


def _passed_by(document: Document) -> Iterator[str]:
    """The bodies that the openings of its proposals name: "Nämnden föreslår kommunstyrelsen föreslå fullmäktige"."""
    for paragraph in document.paragraphs:
        lead = lead_of(paragraph.text, None)
        if lead and lead.act is Act.PROPOSED and not lead.past and lead.end <= LONGEST_OPENING:
            yield from (name for name in bodies_in(paragraph.text[: lead.end]) if not _WHOSE.fullmatch(name))
