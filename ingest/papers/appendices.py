"""Finds the bilagor behind the last § of minutes that name the § they belong to: "Bilaga 5 till Kf § 116"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.paragraph import Kind, Paragraph
from ingest.board import BOARD
from ingest.papers.paragrafs import Start

LONGEST = 100
"""Characters of the longest line that heads a bilaga."""

_APPENDIX = re.compile(r"bilaga\b(?!\s+\d+\s+och\b)", re.IGNORECASE)
_NAMED = re.compile(
    rf"(?<!§)(?:§\s*|\btill\s+(?:protokoll\w*\s+)?{BOARD}\s+)(?P<n>\d{{1,4}})(?P<letter>\s?[a-z]\b)?(?!\s?[–-]\s?\d|\s+och\s+\d)"
)
"""The one § that a bilaga's head names; a scanner may lose the sign ("till Kf 116")."""


def heads_appendix(paragraph: Paragraph) -> bool:
    """Whether a paragraph heads a bilaga: a line of its own that begins with the word."""
    alone = paragraph.kind is Kind.HEADING or not paragraph.text.rstrip().endswith(".")
    plain = paragraph.kind in (Kind.HEADING, Kind.PARAGRAPH) and not paragraph.cells
    return alone and plain and len(paragraph.text) < LONGEST and _APPENDIX.match(paragraph.text) is not None


def appendices(paragraphs: Sequence[Paragraph], starts: Sequence[Start]) -> tuple[tuple[int, Start | None], ...]:
    """Where bilagor begin behind the last §, from the first that names its § on: index, and the § each belongs to,
    None where it names none."""
    if not starts:
        return ()
    by_section = {start.section: start for start in starts}
    found: list[tuple[int, Start | None]] = []
    for index in range(starts[-1].index + 1, len(paragraphs)):
        if not heads_appendix(paragraphs[index]):
            continue
        named = _NAMED.search(paragraphs[index].text)
        section = f"§ {named['n']} {(named['letter'] or '').strip()}".strip() if named else ""
        if section in by_section or found:
            found.append((index, by_section.get(section)))
    return tuple(found)
