"""Writes the citation that is pasted into a paper: title, date, diarienummer, §, page and paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.case import Case
from corpus.diarienummer import normalise
from corpus.document import Document, DocumentType, Part


def pages_text(pages: Sequence[int]) -> str:
    """The pages as cited: 3, or 3–4."""
    return str(pages[0]) if len(pages) == 1 else f"{pages[0]}–{pages[-1]}"


def part_of(document: Document, paragraph: int) -> Part | None:
    """The narrowest part (a § of minutes, an appended paper) that holds the paragraph."""
    holding = [part for part in document.parts if part.first <= paragraph <= part.last]
    return min(holding, key=lambda part: part.last - part.first, default=None)


def stands_with(case: Case, document: Document, paragraph: int) -> bool:
    """Whether a paragraph stands in a part of the document in which the case has a step: in a file that holds papers of
    several matters each case has parts of its own.
    """
    part = part_of(document, paragraph)
    steps = (step.paragraph for step in case.timeline if step.file == document.file)
    return part is None or any(n is not None and part.first <= n <= part.last for n in steps)


def _cited(dnr: Sequence[str]) -> str:
    """Of several numbers the one of kommunstyrelsen, under which the whole municipality finds the matter; else all."""
    own = [one for one in dnr if normalise(one).startswith("KS ")]
    return own[0] if own else ", ".join(dnr)


def _among_others(document: Document, part: Part) -> bool:
    """Whether the part is of minutes with several §§: the document's numbers are then those of other matters."""
    sections = [one for one in document.parts if one.kind is DocumentType.PROTOKOLL and one.section]
    return part.kind is DocumentType.PROTOKOLL and len(sections) > 1


def _names(title: str, section: str) -> bool:
    """Whether a title names that § alone: "§ 4 Hundar", but neither "§§ 4–5" nor "§ 41"."""
    return re.search(rf"(?<!§){re.escape(section)}(?!\s?[–-]?\s?\d)", title) is not None


def cite(document: Document, paragraph: int) -> str:
    """`Motion (V) – Bekämpa prostitutionen …, svar, 2023-10-27, Dnr KS 2021-845, s. 1, st. 9`.

    In minutes the § and its own diarienummer are cited, or no number where it has none; where the title already begins
    with the §, it is not repeated.
    """
    return cite_at(document, paragraph, document.paragraph(paragraph).pages)


def cite_at(document: Document, paragraph: int, pages: Sequence[int]) -> str:
    """The same for a document whose paragraphs are not at hand: `pages` are those the paragraph stands on."""
    part = part_of(document, paragraph)
    dnr = part.dnr if part and (part.dnr or _among_others(document, part)) else document.dnr
    section = part.section if part and part.section and not _names(document.title, part.section) else None
    pieces = [
        document.title,
        document.date or (part.date if part else None),
        f"Dnr {_cited(dnr)}" if dnr else None,
        section,
        f"s. {pages_text(pages)}" if pages else None,
        f"st. {paragraph}",
    ]
    return ", ".join(piece for piece in pieces if piece)
