"""A document's sheets → its regions in reading order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.pages.aligned_tables import find_aligned_tables
from ingest.pages.broken_tables import Beyond
from ingest.pages.columns import Column, gutters_of, split_columns
from ingest.pages.edges import edges_of
from ingest.pages.find_letter_heads import find_letter_heads
from ingest.pages.letter_head import is_labelled_number
from ingest.pages.lines import line_of
from ingest.pages.margin_column import is_label, with_margin_first
from ingest.pages.markers import is_marker
from ingest.pages.region import Part, Region
from ingest.pages.region_markers import with_sure_markers
from ingest.pages.rows import Row, cells_of, text_of
from ingest.pages.ruled_tables import take_ruled_tables
from ingest.pages.sheet import Sheet
from ingest.pages.structure_tree import Tags
from ingest.pages.tables import Table
from ingest.pages.words import Word

LABEL_REACH = 9
"""Em within which a § of the margin ("Kf § 61") and the title beside it are one line; its diarienummer is another."""


def regions_of(sheets: Sequence[Sheet], tags: Tags, body: float) -> list[Region]:
    """The regions of a document in reading order."""
    gutters = tuple(gutter for sheet in sheets for gutter in gutters_of(sheet.rows, body))
    regions: list[Region] = []
    split = [[part for part in _parts_of(sheet, body, gutters) if not _is_empty(part)] for sheet in sheets]
    for at, sheet in enumerate(sheets):
        for part in split[at]:
            if isinstance(part, Table):
                regions.append(Region(len(regions), sheet.index, (part,)))
            else:
                parts = tuple(_parts(sheet, part.rows, tags, body, _beyond(split, at, part)))
                regions.append(Region(len(regions), sheet.index, parts, part.full))
    edges = edges_of(regions, {sheet.index: sheet.width for sheet in sheets}, body)
    placed = (replace(region, left=left, right=right) for region, (left, right) in zip(regions, edges, strict=True))
    return [with_sure_markers(region, body) for region in placed]


def _is_empty(part: Table | Column) -> bool:
    return isinstance(part, Column) and not part.rows


def _beyond(split: Sequence[Sequence[Table | Column]], at: int, part: Column) -> Beyond:
    """The rows on the neighbouring pages that `part` goes on from and with, if it begins or ends its own page."""
    before = split[at - 1][-1:] if at and split[at][0] is part else ()
    after = split[at + 1][:1] if at + 1 < len(split) and split[at][-1] is part else ()
    above, below = (one[0].rows if one and isinstance(one[0], Column) else () for one in (before, after))
    return Beyond(above, below)


def _parts_of(sheet: Sheet, body: float, gutters: Sequence[float]) -> list[Table | Column]:
    """Columns, with each ruled table where it stands among them."""
    tables, rows = take_ruled_tables(sheet)
    parts: list[Table | Column] = list(split_columns(rows, body, gutters))
    for table in sorted(tables, key=lambda table: table.top):
        parts = _insert(parts, table)
    return parts


def _insert(parts: list[Table | Column], table: Table) -> list[Table | Column]:
    for k, part in enumerate(parts):
        if isinstance(part, Column) and part.rows and part.rows[0].base <= table.top <= part.rows[-1].base:
            above = Column(tuple(row for row in part.rows if row.base < table.top), part.full)
            below = Column(tuple(row for row in part.rows if row.base >= table.top), part.full)
            return [*parts[:k], above, table, below, *parts[k + 1 :]]
    for k, part in enumerate(parts):
        if isinstance(part, Column) and part.rows and part.rows[0].base > table.top:
            return [*parts[:k], table, *parts[k:]]
    return [*parts, table]


def _parts(sheet: Sheet, rows: Sequence[Row], tags: Tags, body: float, beyond: Beyond) -> list[Part]:
    """Lines and tables, and the letter's head at the top."""
    parts: list[Part] = []
    at = 0
    for found in find_letter_heads(rows, sheet.height):
        parts += _lines_and_tables(sheet, rows[at : found.first], tags, body, Beyond(beyond.above))
        parts.append(found.head)
        at, beyond = found.last + 1, Beyond(below=beyond.below)
    return parts + _lines_and_tables(sheet, rows[at:], tags, body, beyond)


def _lines_and_tables(sheet: Sheet, rows: Sequence[Row], tags: Tags, body: float, beyond: Beyond) -> list[Part]:
    parts: list[Part] = []
    at = 0
    rows = with_margin_first(rows, body)
    for found in find_aligned_tables(rows, body, rules=sheet.rules, beyond=beyond):
        parts += _lines(sheet, rows[at : found.first], tags, body)
        parts.append(found.table)
        at = found.last + 1
    return parts + _lines(sheet, rows[at:], tags, body)


def _lines(sheet: Sheet, rows: Sequence[Row], tags: Tags, body: float) -> list[Part]:
    return [line_of(sheet.index, part, tags, row.raised) for row in rows for part in _line_parts(row, body)]


def _line_parts(row: Row, body: float) -> list[list[Word]]:
    """The row's fragments, with a marker and its text, or a short label and its value, put together."""
    parts: list[list[Word]] = []
    for part in cells_of(row.words):
        if parts and _belongs(parts[-1], part, body):
            parts[-1] = parts[-1] + part
        else:
            parts.append(part)
    return parts


def _belongs(before: list[Word], part: list[Word], body: float) -> bool:
    gap = part[0].x0 - before[-1].x1
    text = text_of(before)
    if len(before) <= 2 and is_marker(text.replace("§ ", "§")) and gap < 5 * body:
        return True
    if is_label(before):
        return gap < LABEL_REACH * body and not is_labelled_number(part)
    reach = 9 if text.endswith(":") else 4
    return gap < reach * body and len(text) < 25 and not part[-1].text.endswith(":")
