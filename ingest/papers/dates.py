"""Tells a paper's dates apart: of the document, of the meeting, of adoption; each with the place it was read from."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from corpus.document import STYRDOKUMENT, Adoption, Dated, DocumentType
from corpus.paragraph import Paragraph
from ingest.papers.paper import Paper
from ingest.papers.tables import alternatives
from ingest.papers.written_dates import dates_in

_PETITIONS = (DocumentType.MOTION, DocumentType.INTERPELLATION, DocumentType.MEDBORGARFORSLAG)
_ANSWERS = (DocumentType.MOTIONSSVAR, DocumentType.TJANSTESKRIVELSE)
ALONE = 0.35
"""Share of its line that a date fills where the line is there to date the paper: "Kommunstyrelsen 2021-05-06"."""
_AMONG = ", bland andra ord"
DOCUMENT, MEETING, ADOPTION, MOTION = "dokument", "sammanträde", "antagande", "motion"


@dataclass(frozen=True, slots=True)
class Dates:
    """The date a paper is known by, every date that was told apart, and what contradicted what."""

    date: str | None
    all: tuple[Dated, ...]
    warnings: tuple[str, ...]


@cache
def _label(key: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives('headings', key)})\s*[:|]?\s*(?:den\s+)?$", re.IGNORECASE)


@cache
def _not_own() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives('headings', 'annans_datum')})\b[^.]{{0,30}}$", re.IGNORECASE)


_YOURS = re.compile(r"\bert?\s+dat(?:um|ering)\W*$", re.IGNORECASE)
_PLACE_TIME = re.compile(r"^plats och tid|^tid och plats|^tid\b|^plats\b", re.IGNORECASE)


def _lines(paper: Paper) -> Iterator[tuple[str, int | None, str]]:
    """The head's lines with their paragraph and where they stand."""
    for text in paper.first_margins:
        yield text, None, "sidhuvudet"
    for paragraph in paper.head:
        yield paragraph.text, paragraph.n, "handlingens början"


def _labelled(paper: Paper, key: str, what: str) -> list[Dated]:
    """Dates right after a label, on its line or on the line below it."""
    found: list[Dated] = []
    label = _label(key)
    before = ""
    for text, paragraph, where in _lines(paper):
        for position, date in enumerate(dates_in(text)):
            ahead = text[: date.start].strip() or (before if position == 0 else "")
            if label.search(ahead) and not _YOURS.search(ahead):
                found.append(
                    Dated(date.iso, what, paragraph, f"efter ”{ahead.split('|')[-1].strip()[-30:]}” i {where}")
                )
        before = text
    for above, text in paper.stacked:
        if label.search(above.strip()):
            found += [Dated(date.iso, what, None, f"under ”{above.strip()}” i sidhuvudet") for date in dates_in(text)]
    return found


def _column(paper: Paper, key: str, what: str) -> list[Dated]:
    """Dates under a label in a table head ("Datum | Diarienummer" over "2021-05-06 | KS 2021-845")."""
    found: list[Dated] = []
    label = _label(key)
    rows = [p for p in paper.head if p.cells]
    for upper, lower in pairwise(rows):
        for name, value in zip(upper.cells, lower.cells, strict=False):
            if label.search(name.strip()):
                found += [
                    Dated(d.iso, what, lower.n, f"under ”{name.strip()}” i sidhuvudets tabell") for d in dates_in(value)
                ]
    return found


def _bare(paper: Paper) -> list[Dated]:
    """Dates that stand on a short line of the head or of the first page's margins."""
    alone: list[Dated] = []
    among: list[Dated] = []
    for text, paragraph, where in _lines(paper):
        for date in dates_in(text):
            if len(text) >= 90 or _not_own().search(text[: date.start]):
                continue
            if date.end - date.start >= ALONE * len(text.strip()):
                alone.append(Dated(date.iso, DOCUMENT, paragraph, where))
            else:
                among.append(Dated(date.iso, DOCUMENT, paragraph, f"{where}{_AMONG}"))
    return [*alone, *among]


def _signed(paper: Paper) -> list[Dated]:
    """A date beside the signatures: "Alingsås den 25 mars 2026"."""
    found: list[Dated] = []
    for paragraph in paper.paragraphs[-10:]:
        for date in dates_in(paragraph.text):
            if len(paragraph.text) < 80 and not _not_own().search(paragraph.text[: date.start]):
                found.append(Dated(date.iso, DOCUMENT, paragraph.n, "vid underskriften"))
    return found


def _received(paper: Paper) -> list[Dated]:
    """The day a petition came in, where it bears no other date: "Inkom 2022-03-14"."""
    found: list[Dated] = []
    for text, paragraph, where in _lines(paper):
        for date in dates_in(text):
            if re.search(r"\b(?:inkom\w*|ankom\w*)\b[^.]{0,30}$", text[: date.start], re.IGNORECASE):
                found.append(Dated(date.iso, DOCUMENT, paragraph, f"ankomst, i {where}"))
    return found


def _running(paper: Paper) -> list[Dated]:
    """The date that most pages carry in their margins."""
    count: Counter[str] = Counter()
    for line in paper.margins:
        count.update({d.iso for d in dates_in(line.text) if not _not_own().search(line.text[: d.start])})
    return [Dated(iso, MEETING, None, "sidhuvudet") for iso, _ in count.most_common(1)]


def _held(paper: Paper) -> list[Dated]:
    """The day of "Plats och tid": on its line, or in the paragraph below."""
    found: list[Dated] = []
    before: Paragraph | None = None
    for paragraph in paper.paragraphs[:60]:
        named = _PLACE_TIME.match(paragraph.text) or (
            before is not None and _PLACE_TIME.match(before.text) and len(before.text) < 40
        )
        if named and (dates := dates_in(paragraph.text)):
            found.append(Dated(dates[0].iso, MEETING, paragraph.n, "Plats och tid"))
        before = paragraph
    return found


def _of_minutes(paper: Paper) -> list[Dated]:
    bare = [Dated(d.date, MEETING, d.paragraph, d.source) for d in _bare(paper)]
    return [
        *_labelled(paper, "sammantradesdatum", MEETING),
        *_column(paper, "sammantradesdatum", MEETING),
        *_running(paper),
        *_held(paper),
        *bare,
    ]


def _of_document(paper: Paper) -> list[Dated]:
    return [*_labelled(paper, "datum", DOCUMENT), *_column(paper, "datum", DOCUMENT), *_bare(paper)]


_PUT = re.compile(
    r"\bmotion\w*\b.{0,80}\b(?:daterad|inkom\w*|inlämna\w*|väck\w*|lämna\w*|ställd)\b"
    r"|\b(?:lämna\w*|inkom\w*|väck\w*)\b.{0,60}\bmotion",
    re.IGNORECASE,
)


_LISTED = re.compile(r"^(?:[-–•]\s*)?motion\b(?!.*(?:remi[st]|besvara|protokoll|§))", re.IGNORECASE)
"""A motion among the papers that an answer rests on: "Motion 2023-03-27", "Motion från Eva Ek (C), 2023-03-27"."""
LONGEST_LISTED = 100
"""Characters of such a line."""


def _motion_put(paper: Paper) -> list[Dated]:
    """When an answer says its motion was put: "har den 25 mars 2026 lämnat in en motion", "en motion daterad …", else
    the date of the motion in its list of papers.
    """
    for paragraph in paper.paragraphs[:60]:
        for sentence in re.split(r"(?<=[a-zåäö)])\.\s+(?=[A-ZÅÄÖ])", paragraph.text):
            dates = dates_in(sentence)
            if dates and _PUT.search(sentence):
                return [Dated(dates[0].iso, MOTION, paragraph.n, "hur ärendet väcktes")]
    for paragraph in paper.paragraphs:
        text = paragraph.text.strip()
        if len(text) <= LONGEST_LISTED and paragraph.level is None and _LISTED.match(text):
            dates = dates_in(text)
            if len(dates) == 1:
                return [Dated(dates[0].iso, MOTION, paragraph.n, "underlagets motion")]
    return []


def _conflicts(found: list[Dated]) -> tuple[str, ...]:
    said = list(dict.fromkeys(d.date for d in found if not d.source.endswith(_AMONG)))
    if len(said) < 2:
        return ()
    return (f"olika datum i handlingen: {', '.join(said[:4])}; {said[0]} används",)


def created(metadata: str | None) -> str | None:
    """The day of a PDF creation stamp ("D:20231027…" or ISO), None where it is none."""
    match = re.match(r"(?:D:)?(\d{4})-?(\d{2})-?(\d{2})", metadata or "")
    return f"{match[1]}-{match[2]}-{match[3]}" if match else None


def dates_of(paper: Paper, kind: DocumentType, adoption: Adoption | None) -> Dates:
    """The paper's date by its kind: the meeting's for minutes, the adoption's for styrdokument, else its own.

    `adoption` is what a styrdokument says of its own. Metadata is the last resort, and warned of.
    """
    meeting = _of_minutes(paper) if kind is DocumentType.PROTOKOLL else []
    own = _of_document(paper) if kind is not DocumentType.PROTOKOLL else []
    if kind in _PETITIONS:
        own.sort(key=lambda dated: dated.paragraph is None)  # a margin may be that of the paper it is appended to
    if kind in (*_PETITIONS, DocumentType.OVRIGT) and not any(dated.paragraph for dated in own):
        own = [*_signed(paper), *own] or _received(paper)
    adopted: list[Dated] = []
    if adoption and adoption.date:
        adopted = [Dated(adoption.date, ADOPTION, adoption.paragraph, "uppgiften om antagande")]
    chosen = [*adopted, *own] if kind in STYRDOKUMENT else meeting or own
    warnings = (
        _conflicts([d for d in chosen if d.what == (MEETING if meeting else DOCUMENT)])
        if kind not in STYRDOKUMENT
        else ()
    )
    date = chosen[0].date if chosen else None
    everything = list(dict.fromkeys([*chosen, *own, *(_motion_put(paper) if kind in _ANSWERS else [])]))
    if date is None and (stamp := created(paper.metadata_created)):
        date = stamp
        everything.append(Dated(stamp, DOCUMENT, None, "PDF-filens metadata"))
        warnings = (*warnings, f"inget datum i handlingen; {stamp} är PDF-filens eget")
    return Dates(date, tuple(everything), warnings)
