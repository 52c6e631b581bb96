"""Finds the papers in a call to a meeting that holds them too ("Kallelse med handlingar"): its list of matters comes
first, then letters, extracts and motions, each on a page of its own with its own head."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from itertools import takewhile
from typing import Any

from corpus.case import Case
from corpus.document import Document, DocumentType, Part
from corpus.paragraph import Kind, Paragraph

WITHIN = 10
"""Paragraphs of a page above the first heading that may be a paper's head."""
_WITHIN_FILE = "\0"
"""Between a file and the first paragraph of a paper in it: no file's name has it."""
_PAPER = re.compile(rf"{_WITHIN_FILE}\d+")
_CALL = re.compile(
    r"^(?:[\w-]+s\s+){0,2}(?:kallelse|föredragningslista|dagordning|ärendelista|(?:mötes|sammanträdes|besluts)handlingar)\b"
    r"|^handlingar\s+till\b",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^(?:datum|(?:ärende|diarie)(?:nummer|nr|beteckning)|dnr|dok\.?nr|handläggare|mottagare|ert datum"
    r"|(?:beslutande )?sammanträde(?:sdatum|sdag)?\s*[:(]|sammanträdesdatum|(?:protokolls)?utdrag|sammanträdesprotokoll"
    r"|tjänste(?:skrivelse|utlåtande)|inkom(?:men|met)?\s+\D{0,40}\d|till\s+(?:\w+\s+){0,2}?\w*(?:fullmäktige|styrelsen|nämnden))"
    r"(?!\w)",
    re.IGNORECASE,
)


def is_call(title: str) -> bool:
    """Whether a title is that of a call to a meeting or of its list of matters."""
    return _CALL.match(title) is not None


def calls(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether a first page is a call's: one of its first headings says so."""
    headings = [p.text for p in paragraphs if p.kind is Kind.HEADING]
    return any(is_call(text) for text in headings[:2])


def heads_paper(page: Sequence[Paragraph]) -> bool:
    """Whether a page of a call begins a paper: lines of a head stand above its first heading."""
    head = list(takewhile(lambda p: p.kind is not Kind.HEADING, page))
    titled = len(head) < len(page)
    return titled and 0 < len(head) <= WITHIN and any(_LABEL.match(p.text) for p in head)


def unbundled(document: Document) -> tuple[Document, ...]:
    """The papers of a call, each as a document of its own under a name that `in_their_files` undoes; any other document
    as it is. The list of matters is left out where papers follow it, and else has no diarienummer: it is of no matter.
    """
    if not is_call(document.title):
        return (document,)
    papers = [_as_document(document, parts) for parts in _papers(document.parts)][1:]
    return tuple(papers) or (replace(document, dnr=(), parts=tuple(replace(part, dnr=()) for part in document.parts)),)


def bundled(document: Document, papers: Sequence[Document]) -> Document:
    """The document with the decisions that its papers, as `unbundled` gave them, have now."""
    if not is_call(document.title):
        return papers[0]
    kept = [d for d in document.decisions if not any(_within(d.paragraph, paper.parts) for paper in papers)]
    found = [*kept, *(decision for paper in papers for decision in paper.decisions)]
    return replace(document, decisions=tuple(sorted(found, key=lambda decision: decision.paragraph)))


def in_their_files(case: Case) -> Case:
    """A case of papers in calls, with the calls' own names."""
    named: Case = _named(case)
    ties = {(tie.file, tie.section): tie for tie in reversed(named.ties)}
    return replace(named, files=tuple(dict.fromkeys(named.files)), ties=tuple(reversed(ties.values())))


def _papers(parts: Sequence[Part]) -> Iterator[tuple[Part, ...]]:
    """The parts of each paper: an extract's § belongs to the head before it."""
    gathered: list[Part] = []
    for part in parts:
        if gathered and not (part.section and gathered[0].kind is DocumentType.PROTOKOLL):
            yield tuple(gathered)
            gathered = []
        gathered.append(part)
    if gathered:
        yield tuple(gathered)


def _as_document(document: Document, parts: tuple[Part, ...]) -> Document:
    first = parts[0]
    titled = next((part.title for part in parts if part.title), None)
    return replace(
        document,
        file=f"{document.file}{_WITHIN_FILE}{first.first}",
        type=first.kind,
        title=titled or document.title,
        date=first.date or document.date,
        dnr=tuple(dict.fromkeys(number for part in parts for number in part.dnr)),
        department=(),
        bodies=tuple(dict.fromkeys(part.body for part in parts if part.body)),
        dates=(),
        parts=parts,
        demands=tuple(one for one in document.demands if _within(one.paragraph, parts)),
        decisions=tuple(one for one in document.decisions if _within(one.paragraph, parts)),
        references=tuple(one for one in document.references if _within(one.paragraph, parts)),
    )


def _within(paragraph: int, parts: Sequence[Part]) -> bool:
    return parts[0].first <= paragraph <= parts[-1].last


def _named(value: Any) -> Any:
    """`value` with the names of papers in calls put back to their files', all the way down."""
    if isinstance(value, str):
        return _PAPER.sub("", value) if _WITHIN_FILE in value else value
    if isinstance(value, tuple):
        return tuple(map(_named, value))
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{one.name: _named(getattr(value, one.name)) for one in fields(value)})
    return value
