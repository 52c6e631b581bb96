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


def _near(text: str, at: int, start: int, end: int) -> bool:
    """Whether the piece from `start` to `end` stands near the § at `at`, in the same sentence and before another §."""
    between = text[end:at] if end <= at else text[at:start]
    return len(between) <= REACH and ";" not in between and between.count("§") <= 1


def _one(text: str, match: re.Match[str], own: str | None, paragraph: int) -> Reference | None:
    at = match.start()
    bodies = [m for m in mentions(text) if m.start < at and _near(text, at, m.start, m.end)]
    dates = [d for d in dates_in(text) if _near(text, at, d.start, d.end)]
    before = [d for d in dates if d.end <= at]
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
