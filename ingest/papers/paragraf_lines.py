"""Which lines may begin a § of minutes: "§ 12", "Kf § 12 Motion om hundar"; not "§ 5 i socialtjänstlagen".

How sure each is, by its build, is told too; which of them do begin a § is decided in `paragraf_order`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.paragraph import Kind, Paragraph
from ingest.board import BOARD
from ingest.papers.dnr_lines import after_section, dnr_line
from ingest.papers.headings import bare
from ingest.papers.instances import instance_of

_START = re.compile(
    rf"^(?:(?P<again>(?i:forts(?:\.|ättning(?:\s+(?:på|av|från))?)?)\s+)|(?P<letters>{BOARD})\s+|[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{{1,6}}\s+)?"
    r"(?:§\s*(?P<n>\d{1,4})(?P<letter>\s?[a-z](?![\w]))?|Paragraf\s+(?P<w>\d{1,4})|(?P<o>\d{1,4})\s*§)"
    r"(?P<year>\s?[/:]\s?(?:20)?\d{2}(?!\d))?(?![\d–-])"
)
_AGAIN = re.compile(
    r"\(?\bforts(?:\.|\b)\)?|^\(?fortsättning(?:en)?\)?(?=$|\s+(?:från|på|av)\s+(?:föregående|förra|sida|sidan|s\.|§)).*",
    re.IGNORECASE,
)
"""Says that a § goes on after a page break: "§ 16 forts.", "§ 16 (forts.) Motion om hundar", "Fortsättning på § 16"."""
SOURCES = re.compile(
    r"beslutsunderlag|underlag för beslut|handlingar|tidigare beslut|bilag|ärendelista|innehåll|delges|skickas|expedi"
)
"""Headings under which a § is only named."""
_REFERENCE = re.compile(r"^[\s,.]*(?:i|av|enligt|och|samt|punkt|st|första|andra|kap|tredje)\b")
_MISREAD = re.compile(r"(?:8|S|\$|&|5)\s(?=\d{1,3}\s+[A-ZÅÄÖ])")
"""OCR reads "§ 178 Motion" as "8 178 Motion"."""
LONGEST = 240


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that may begin a §; `weight` says how sure it is, `row` that it stands in a table (mostly of contents).

    `letters` are those of a board before the § ("KF" of "Kf § 61"); `again` where it says that the § goes on.
    """

    index: int
    number: int
    section: str
    title: str
    dnr: tuple[str, ...]
    weight: float
    row: bool
    letters: str = ""
    again: bool = False


def line_of(paragraph: Paragraph) -> str:
    """The text as printed: a § that was read as a list marker stands in front again."""
    label = paragraph.label or ""
    if paragraph.ocr and (match := _MISREAD.match(paragraph.text)):
        return f"§ {paragraph.text[match.end() :]}"
    return f"{label} {paragraph.text}" if "§" in label and "§" not in paragraph.text[:3] else paragraph.text


def _weight(paragraph: Paragraph, title: str, following: Paragraph | None) -> float:
    """How surely a line begins a §: alone with its number 3, a heading 2.5, words 1, and 1 more before a heading."""
    if paragraph.cells:
        return 0.5
    if not title:
        return 3.0
    if paragraph.kind is Kind.HEADING:
        return 2.5
    heads = following is not None and (following.kind is Kind.HEADING or dnr_line(following.text))
    return 2.0 if heads else 1.0


def _refers(text: str, title: str, rest: str, under: str) -> bool:
    """Whether a line that is no heading only names a § of a law, another body or an earlier meeting."""
    after = text[text.index("§") + 1 :].lstrip(" 0123456789") if "§" in text else rest
    named = SOURCES.search(under) is not None and bool(title)
    return named or _REFERENCE.match(after) is not None or text.endswith((".", ";"))


def candidate(paragraphs: Sequence[Paragraph], index: int, under: str = "") -> Candidate | None:
    """The line at `index` as one that may begin a §, None if it cannot; `under` is the heading that it stands under."""
    paragraph = paragraphs[index]
    text = line_of(paragraph)
    match = _START.match(text)
    if match is None or len(text) > LONGEST or _another_turn(text):
        return None
    rest = text[match.end() :].strip(" :.–-|")
    title, dnr = after_section(rest)
    again = match["again"] is not None or _AGAIN.search(title) is not None
    title = _AGAIN.sub("", title).strip(" :,;|–-") if again else title
    if paragraph.kind is not Kind.HEADING and (match["o"] or (not again and _refers(text, title, rest, under))):
        return None
    number = int(match["n"] or match["w"] or match["o"])
    letter = (match["letter"] or "").strip()
    following = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
    return Candidate(
        index,
        number,
        f"§ {number} {letter}".strip(),
        title,
        dnr,
        _weight(paragraph, title, following),
        bool(paragraph.cells),
        (match["letters"] or "").upper(),
        again,
    )


def candidates(paragraphs: Sequence[Paragraph]) -> list[Candidate]:
    """Every line that may begin a §, in order."""
    found: list[Candidate] = []
    under = ""
    for index, paragraph in enumerate(paragraphs):
        one = candidate(paragraphs, index, under)
        if one is not None:
            found.append(one)
        elif paragraph.kind is Kind.HEADING:
            under = bare(paragraph.text)
    return found


def _another_turn(text: str) -> bool:
    """Whether a § names a body and its day alone: what that body said of the matter, inside the § of these minutes."""
    instance = instance_of(text)
    return instance is not None and instance.dated
