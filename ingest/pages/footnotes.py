"""Which paragraphs are footnotes: small print low on the page that starts with a number."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from corpus.paragraph import Kind
from ingest.pages.drafts import Draft
from ingest.pages.measures import Measures
from ingest.pages.sheet import Sheet

SMALL, LOW = 0.9, 0.55
"""At most so many em, at least so far down the page."""
_NUMBERED = re.compile(r"^(\d{1,3})[.)]?\s")


def mark_footnotes(drafts: Sequence[Draft], sheets: Mapping[int, Sheet], measures: Measures) -> list[Draft]:
    """The drafts with footnotes marked."""
    return [replace(draft, kind=Kind.FOOTNOTE) if _is_note(draft, sheets, measures) else draft for draft in drafts]


def _is_note(draft: Draft, sheets: Mapping[int, Sheet], measures: Measures) -> bool:
    line = draft.first
    if draft.kind is Kind.TABLE_ROW or line.size >= SMALL * measures.body:
        return False
    return line.base > LOW * sheets[line.page].height and bool(_NUMBERED.match(line.text))


def part_number(text: str) -> tuple[str, str]:
    """A footnote's number and its text."""
    match = _NUMBERED.match(text)
    return (match[1], text[match.end() :]) if match else ("", text)
