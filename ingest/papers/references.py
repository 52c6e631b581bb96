"""Which earlier or other decisions a paper names: "Kommunfullmäktige beslutade den 5 november 2025, § 228"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.decision import Reference
from corpus.document import Part
from corpus.paragraph import Kind, Paragraph
from ingest.papers.bodies import mentions
from ingest.papers.leads import body_name
from ingest.papers.written_dates import dates_in

REACH = 90
"""Characters between a body, its date and its § in one reference; beyond it they belong to different ones."""

_SECTION = re.compile(
    r"(?<!kap\. )(?<!kap )§{1,2}\s*(?P<n>\d{1,4}(?:\s?[a-z](?!\w))?)(?:\s*[/:]\s*(?:20)?\d{2}(?!\d))?", re.IGNORECASE
)
_LAW = re.compile(r"\b(?:kap\.?|lag(?:en)?|balken|förordning\w*|stycket|AVL|KL|LOU|SoL|LSS)\b", re.IGNORECASE)


def _sections(text: str) -> Iterator[re.Match[str]]:
    for match in _SECTION.finditer(text):
        around = text[max(0, match.start() - 12) : match.end() + 28]
        if not _LAW.search(around):
            yield match


def _window(text: str, match: re.Match[str]) -> tuple[str, int]:
    """The words around a § that may belong to it, and its offset in them: up to a semicolon, or past one other §."""
    start = max(0, match.start() - REACH)
    before = text[start : match.start()].rpartition(";")[2]
    before = "§".join(before.split("§")[-2:])
    if start:
        before = before.partition(" ")[2]
    after = re.split(r"[;§]", text[match.end() : match.end() + REACH])[0]
    return before + match[0] + after, len(before)


def _one(text: str, match: re.Match[str], own: str | None, paragraph: int) -> Reference | None:
    near, at = _window(text, match)
    bodies = [mention for mention in mentions(near) if mention.start < at]
    dates = dates_in(near)
    before = [date for date in dates if date.end <= at]
    date = (before[-1] if before else dates[0]).iso if dates else None
    body = body_name(bodies[-1], own) if bodies else None
    if body is None and date is None:
        return None
    return Reference(body, date, f"§ {match['n'].strip()}", paragraph)


def references_of(paragraphs: Sequence[Paragraph], part: Part) -> tuple[Reference, ...]:
    """The decisions that one paper or § names, in order, each once; its own § is none of them."""
    found: dict[tuple[str | None, str | None, str | None], Reference] = {}
    for paragraph in paragraphs[part.first - 1 : part.last]:
        if paragraph.kind is Kind.HEADING and paragraph.text.lstrip().startswith("§"):
            continue
        for match in _sections(paragraph.text):
            reference = _one(paragraph.text, match, part.body, paragraph.n)
            if reference and reference.section != part.section:
                found.setdefault((reference.body, reference.date, reference.section), reference)
    return tuple(found.values())
