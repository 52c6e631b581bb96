"""Which rows are a table of contents: entries with dot leaders or page numbers, under their heading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.reading import MarginLine
from ingest.pages.margins import margin_line
from ingest.pages.rows import Row, fragments_of, text_of
from ingest.pages.sheet import Sheet

HEADING = re.compile(r"^(?:innehåll(?:sförteckning)?|ärendelista|ärendeförteckning|contents)\s*:?$", re.IGNORECASE)
_LEADER = re.compile(r"(?:[.…_]\s?){4,}\s*\d{1,4}$")
_PAGE = re.compile(r"\d{1,4}")
MOST_BETWEEN = 2
"""Rows between two entries that are taken for the beginnings of entries that wrap."""


@dataclass(frozen=True, slots=True)
class WithoutContents:
    """Sheets without their tables of contents, and those rows."""

    sheets: tuple[Sheet, ...]
    lines: tuple[MarginLine, ...]


def part_contents(sheets: Sequence[Sheet]) -> WithoutContents:
    """Take the tables of contents out of the sheets."""
    kept, lines = [], []
    under_heading = False
    for sheet in sheets:
        taken, under_heading = _contents_rows(sheet.rows, under_heading)
        kept.append(replace(sheet, rows=tuple(row for k, row in enumerate(sheet.rows) if k not in taken)))
        lines += [margin_line(sheet, sheet.rows[k].words) for k in sorted(taken)]
    return WithoutContents(tuple(kept), tuple(lines))


def _contents_rows(rows: Sequence[Row], under_heading: bool) -> tuple[set[int], bool]:
    """The rows that are contents, and whether the list may go on on the next page."""
    heading = next((k for k, row in enumerate(rows) if HEADING.match(row.text)), None)
    headed = heading is not None or under_heading
    first = heading + 1 if heading is not None else 0
    entries = [k for k, row in enumerate(rows) if _is_entry(row, headed=headed and k >= first)]
    entries = _together(entries, first if headed else None)
    if len(entries) < 2:
        return set(), False
    start = first if headed and entries[0] - first <= MOST_BETWEEN else entries[0]
    if heading is not None and start == first:
        start = heading
    return set(range(start, entries[-1] + 1)), entries[-1] == len(rows) - 1


def _is_entry(row: Row, *, headed: bool) -> bool:
    """A leader and a page number; below the heading, a page number of its own at the right is enough."""
    if _LEADER.search(row.text):
        return True
    parts = fragments_of(row.words)
    return headed and len(parts) >= 2 and bool(_PAGE.fullmatch(text_of(parts[-1])))


def _together(entries: list[int], first: int | None) -> list[int]:
    """The first run of entries with few rows between; the list ends where others begin."""
    run: list[int] = []
    for k in entries:
        before = run[-1] if run else first
        if before is not None and k - before > MOST_BETWEEN + 1:
            if len(run) >= 2:
                break
            run = []
        run.append(k)
    return run
