"""Where a particular of a matter stands: who moved it, its diarienummer, the vote, the reservations, its § in the
minutes, what replaced a plan. Such questions ask for a line of one of the matter's papers, not for its decision."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from corpus import diarienummer
from corpus.case import Case
from corpus.citation import part_of
from corpus.document import Document, DocumentType
from corpus.paragraph import Kind, Paragraph
from corpus.petition import PROPOSER
from search.asked_particulars import Particular
from search.candidates import Place
from search.decisions import sections_of
from search.meetings import BODIES
from search.shelf import Shelf
from search.titles import title_place

_PETITIONS = (DocumentType.MOTION, DocumentType.MEDBORGARFORSLAG)
_BYLINE = re.compile(r"(?:motion|medborgarförslag)\s+(?:från|av)\s|(?:förslagsställare|motionär)\b", re.IGNORECASE)
_NAME = re.compile(r"[A-ZÅÄÖÉ][\w.-]+(?: [A-ZÅÄÖÉ][\w.-]*)+")
_VOTE = re.compile(r"\b(?:voter|omröst|rösta|(?:ja|nej)-?röst|ställer proposition|mot varandra)", re.IGNORECASE)
_RESERVED = re.compile(
    r"\breserver|\breservation|\bsärski(?:lt|lda) yttrande|delt(?:ar|og) (?:inte|ej)|\bavst(?:år|od)", re.IGNORECASE
)
_REPLACES = re.compile(r"\bersätter\b|\bupphör\b|\bupphäv", re.IGNORECASE)
LONGEST_SIGNATURE = 12
"""Words: a line of names below a motion; a longer paragraph only mentions them."""
LONGEST_NUMBER_LINE = 8
"""Words: a line that gives a diarienummer ("Dnr KS 2016-412"); a longer one cites it."""

_IN_MINUTES = frozenset({Particular.VOTE, Particular.RESERVATION, Particular.SECTION})
_BODY = re.compile(r"\b(?:kf|ks|council|fullmäktige|kommunfullmäktige|kommunstyrelsen|\w+ ?nämnden)\b", re.IGNORECASE)
OTHER_BODY = 0.3
"""Weight of minutes of another body than the one that the question names."""
UNNUMBERED = 0.6
"""Of a paper's title, where its diarienummer is asked for: many styrdokument do not print theirs."""


def particulars_of(shelf: Shelf, key: str, asked: tuple[Particular, ...], text: str = "") -> dict[Place, float]:
    """Where they stand in the papers of a case (by its key) or in one paper (by its file): worth 0..1 by place; `text`
    is the question, whose body, where it names one, is the one whose minutes are meant."""
    case = shelf.case(key)
    found: dict[Place, float] = {}
    for one in asked:
        for place, worth in _lines(shelf, key, case, one):
            meant = 1.0 if one not in _IN_MINUTES or _body_meant(shelf, place[0], text) else OTHER_BODY
            found[place] = max(found.get(place, 0.0), worth * meant)
    return found


def _body_meant(shelf: Shelf, file: str, text: str) -> bool:
    named = {BODIES.get(word, word) for word in (match[0].lower() for match in _BODY.finditer(text))}
    head = shelf.head(file)
    bodies = " ".join(head.bodies).lower() if head else ""
    return not named or any(body in bodies for body in named)


Lines = Iterator[tuple[Place, float]]


def _lines(shelf: Shelf, key: str, case: Case | None, asked: Particular) -> Lines:
    if case and asked in _FINDERS:
        yield from _FINDERS[asked](shelf, case)
    for file in case.files if case else (key,):
        yield from _of_paper(shelf, file, asked) if case is None or asked is Particular.REPLACEMENT else ()


def _papers(shelf: Shelf, case: Case) -> Iterator[tuple[Document, tuple[Paragraph, ...]]]:
    """Each paper of a case with its paragraphs; of minutes only those of the case's own §§."""
    for file in case.files:
        head = shelf.head(file)
        if head is not None:
            sections = sections_of(case, file)
            parts = [part for part in head.parts if not sections or part.section in sections]
            spans = {(part.first, part.last) for part in parts}
            yield head, tuple(p for first, last in sorted(spans) for p in shelf.paragraphs(file, first, last))


def _mover(shelf: Shelf, case: Case) -> Lines:
    papers = tuple(_papers(shelf, case))
    names = {person.name for head, _ in papers for person in head.movers} | set(_filled_in(papers))
    for head, paragraphs in papers:
        for paragraph in paragraphs:
            if any(name in paragraph.text for name in names):
                signed = len(paragraph.text.split()) <= LONGEST_SIGNATURE * max(1, len(names))
                moved = "motion" in paragraph.text.lower() and head.type is not DocumentType.PROTOKOLL
                worth = 1.0 if moved or (signed and head.type in _PETITIONS) else 0.2
                yield (head.file, paragraph.n), worth
            elif head.type in _PETITIONS and (paragraph.kind is Kind.SIGNATURE or _BYLINE.match(paragraph.text)):
                yield (head.file, paragraph.n), 1.0 if not names else 0.5


def _filled_in(papers: tuple[tuple[Document, tuple[Paragraph, ...]], ...]) -> Iterator[str]:
    """The names that forms bear in their line for who it is that proposes."""
    lines = (one.text for head, paragraphs in papers if head.type in _PETITIONS for one in paragraphs)
    fields = (PROPOSER.match(line) for line in lines)
    named = (_NAME.match(field["name"]) for field in fields if field)
    yield from (name[0] for name in named if name)


def _number(shelf: Shelf, case: Case) -> Lines:
    main = next((one for one in case.dnr if diarienummer.normalise(one).startswith("KS")), next(iter(case.dnr), None))
    for head, paragraphs in _papers(shelf, case):
        yield from _number_lines(head, paragraphs, main)


def _number_lines(head: Document, paragraphs: tuple[Paragraph, ...], main: str | None) -> Lines:
    for paragraph in paragraphs:
        written = diarienummer.find(paragraph.text)
        if written and len(paragraph.text.split()) <= LONGEST_NUMBER_LINE * len(written):
            own = main is None or any(diarienummer.same(one.written, main) for one in written)
            answers = head.type is not DocumentType.PROTOKOLL
            yield (head.file, paragraph.n), (1.0 if answers else 0.7) if own else 0.3


def _vote(shelf: Shelf, case: Case) -> Lines:
    def worth(head: Document, paragraph: Paragraph) -> float:
        return 1.0 if paragraph.n in head.votes else 0.3 if _VOTE.search(paragraph.text) else 0.0

    return _said(shelf, case, worth)


def _reservation(shelf: Shelf, case: Case) -> Lines:
    return _said(shelf, case, lambda _, paragraph: 1.0 if _RESERVED.search(paragraph.text) else 0.0)


def _said(shelf: Shelf, case: Case, worth: Callable[[Document, Paragraph], float]) -> Lines:
    """Lines of the minutes, of the body that decided before those of the bodies that prepared."""
    final = {outcome.file for outcome in case.outcomes}
    for head, paragraphs in _papers(shelf, case):
        if head.type is DocumentType.PROTOKOLL:
            for paragraph in paragraphs:
                if told := worth(head, paragraph):
                    yield (head.file, paragraph.n), told * (1.0 if head.file in final else 0.4)


def _section(shelf: Shelf, case: Case) -> Lines:
    """The heading of the § under which the matter was decided; of those that prepared it after it."""
    final = {(outcome.file, outcome.section) for outcome in case.outcomes}
    for file in case.files:
        head, sections = shelf.head(file), sections_of(case, file)
        for part in head.parts if head is not None and head.type is DocumentType.PROTOKOLL else ():
            if part.section and part.section in sections:
                yield (file, part.first), 1.0 if (file, part.section) in final else 0.4


_FINDERS: dict[Particular, Callable[[Shelf, Case], Lines]] = {
    Particular.MOVER: _mover,
    Particular.NUMBER: _number,
    Particular.VOTE: _vote,
    Particular.RESERVATION: _reservation,
    Particular.SECTION: _section,
}


def _of_paper(shelf: Shelf, file: str, asked: Particular) -> Lines:
    head = shelf.head(file)
    if head is None:
        return
    if asked is Particular.NUMBER:
        yield from _number_lines(head, _all(shelf, head), next(iter(head.dnr), None))
        yield title_place(shelf, file), UNNUMBERED
    if asked is Particular.REPLACEMENT:
        newer = shelf.head(head.replaced_by) if head.replaced_by else None
        yield from _replacing(shelf, newer, 1.0)
        if newer and newer.adoption and newer.adoption.paragraph:
            yield (newer.file, newer.adoption.paragraph), 0.5
        yield from _replacing(shelf, head if head.replaces else None, 0.3 if newer else 1.0)


def _replacing(shelf: Shelf, head: Document | None, worth: float) -> Lines:
    said = (paragraph for paragraph in (_all(shelf, head) if head else ()) if _REPLACES.search(paragraph.text))
    first = next(said, None)
    if head and first:
        yield (head.file, first.n), worth


def _all(shelf: Shelf, head: Document) -> tuple[Paragraph, ...]:
    last = max((part.last for part in head.parts), default=0)
    return shelf.paragraphs(head.file, 1, last)


def matter_at(shelf: Shelf, place: Place) -> str | None:
    """The case that a paragraph belongs to, else its file; None in minutes where no case has its §."""
    file, n = place
    head = shelf.head(file)
    part = part_of(head, n) if head else None
    if part is not None and part.section:
        cases = (case for key in shelf.case_keys(file) if (case := shelf.case(key)) is not None)
        return next((case.key for case in cases if part.section in sections_of(case, file)), None)
    keys = shelf.case_keys(file)
    return keys[0] if len(keys) == 1 else file
