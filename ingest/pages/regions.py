"""A sheet → its regions in reading order: stretches of one column with lines and tables."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

from ingest.pages.aligned_tables import find_aligned_tables
from ingest.pages.columns import gutters_of, split_columns
from ingest.pages.lines import Line, line_of
from ingest.pages.markers import DASHES, is_marker
from ingest.pages.measures import Measures
from ingest.pages.rows import Row, cells_of, text_of
from ingest.pages.ruled_tables import take_ruled_tables
from ingest.pages.sheet import Sheet
from ingest.pages.structure_tree import Tags
from ingest.pages.tables import Table
from ingest.pages.words import Word

SENTENCE_END = re.compile(r"[.!?:;…][\"”’»)\]]*$")


@dataclass(frozen=True, slots=True)
class Region:
    """Lines and tables of one column, top to bottom. `number` is unique in the document; `page` the sheet's index."""

    number: int
    page: int
    parts: tuple[Line | Table, ...]
    left: float = 0.0
    right: float = 0.0

    @property
    def lines(self) -> list[Line]:
        """Its lines, without those of tables."""
        return [part for part in self.parts if isinstance(part, Line)]


def regions_of(sheets: Sequence[Sheet], tags: Tags, measures: Measures) -> list[Region]:
    """The regions of a document in reading order."""
    gutters = tuple(gutter for sheet in sheets for gutter in gutters_of(sheet.rows, measures.body))
    regions: list[Region] = []
    for sheet in sheets:
        for part in _parts_of(sheet, measures, gutters):
            if isinstance(part, Table):
                regions.append(Region(len(regions), sheet.index, (part,)))
            elif part:
                parts = tuple(_lines_and_tables(sheet, part, tags, measures))
                regions.append(Region(len(regions), sheet.index, parts))
    return _with_edges(regions, {sheet.index: sheet for sheet in sheets}, measures, bool(gutters))


def _parts_of(sheet: Sheet, measures: Measures, gutters: Sequence[float]) -> list[Table | list[Row]]:
    """Columns of rows, with each ruled table where it stands among them."""
    tables, rows = take_ruled_tables(sheet)
    parts: list[Table | list[Row]] = list(split_columns(rows, measures.body, gutters)) if rows else []
    for table in sorted(tables, key=lambda table: table.top):
        parts = _insert(parts, table)
    return parts


def _insert(parts: list[Table | list[Row]], table: Table) -> list[Table | list[Row]]:
    for k, part in enumerate(parts):
        if isinstance(part, list) and part and part[0].base <= table.top <= part[-1].base:
            above = [row for row in part if row.base < table.top]
            below = [row for row in part if row.base >= table.top]
            return [*parts[:k], above, table, below, *parts[k + 1 :]]
    for k, part in enumerate(parts):
        if isinstance(part, list) and part and part[0].base > table.top:
            return [*parts[:k], table, *parts[k:]]
    return [*parts, table]


def _lines_and_tables(sheet: Sheet, rows: list[Row], tags: Tags, measures: Measures) -> list[Line | Table]:
    parts: list[Line | Table] = []
    at = 0
    for found in find_aligned_tables(rows, measures.body):
        parts += _lines(sheet, rows[at : found.first], tags, measures)
        parts.append(found.table)
        at = found.last + 1
    return parts + _lines(sheet, rows[at:], tags, measures)


def _lines(sheet: Sheet, rows: Sequence[Row], tags: Tags, measures: Measures) -> list[Line | Table]:
    return [line_of(sheet.index, part, tags, row.raised) for row in rows for part in _line_parts(row, measures.body)]


def _line_parts(row: Row, body: float) -> list[list[Word]]:
    """The row's fragments, with a marker and its text, or a short label and its value, put together."""
    parts: list[list[Word]] = []
    for part in cells_of(row.words):
        if parts and _belongs(parts[-1], part, body, starts_line=len(parts) == 1):
            parts[-1] = parts[-1] + part
        else:
            parts.append(part)
    return parts


def _belongs(before: list[Word], part: list[Word], body: float, *, starts_line: bool) -> bool:
    gap = part[0].x0 - before[-1].x1
    text = text_of(before)
    if len(before) <= 2 and is_marker(text.replace("§ ", "§")) and gap < 5 * body:
        return True
    reach = 9 if text.endswith(":") else 4
    return gap < reach * body and len(text) < 25 and not part[-1].text.endswith(":")


def _with_edges(regions: list[Region], sheets: dict[int, Sheet], measures: Measures, has_gutters: bool) -> list[Region]:
    """Each region with its left and right edge; short ones borrow the right edge of their like."""
    own = {region.number: _own_edges(region, measures) for region in regions if region.lines}
    narrow = {
        region.page
        for region in regions
        if has_gutters and len(region.lines) >= 6 and own[region.number][1] < 0.6 * sheets[region.page].width
    }
    ends: dict[int, list[float]] = defaultdict(list)
    for region in regions:
        if region.page not in narrow:
            for line in region.lines:
                if abs(line.size - measures.body) < 1:
                    ends[round(sheets[region.page].width)].append(line.x1)
    document_right = {width: _high(values, 0.96) for width, values in ends.items() if len(values) >= 12}
    out = []
    for region in regions:
        if not region.lines:
            out.append(region)
            continue
        left, right = own[region.number]
        sheet = sheets[region.page]
        if region.page not in narrow and left < 0.5 * sheet.width:
            right = max(right, document_right.get(round(sheet.width), 0.0))
        if len(region.lines) < 12:
            like = [
                own[other.number][1]
                for other in regions
                if len(other.lines) >= 8 and abs(own[other.number][0] - left) < 2.5 * measures.body
            ]
            wider = [edge for edge in like if right < edge < left + 1.05 * sheet.width]
            right = max(right, median(wider)) if wider else right
        out.append(_with_sure_markers(replace(region, left=left, right=right), measures))
    return out


def _own_edges(region: Region, measures: Measures) -> tuple[float, float]:
    lines = region.lines
    body = [line for line in lines if abs(line.size - measures.body) < 1] or lines
    return min(line.x0 for line in body), _high([line.x1 for line in body], 0.97)


def _high(values: list[float], share: float) -> float:
    """The value that `share` of the values do not exceed (the greatest of few)."""
    ordered = sorted(values)
    return ordered[-1] if len(ordered) < 8 else ordered[int(share * (len(ordered) - 1))]


def _with_sure_markers(region: Region, measures: Measures) -> Region:
    """Single letters lose their marker unless set apart; dashes get one where they are repeated at the same place."""
    dashes: Counter[tuple[str, int]] = Counter(
        (line.words[0].text, round(line.x0)) for line in region.lines if _dashed(line)
    )
    parts: list[Line | Table] = []
    before: Line | None = None
    for part in region.parts:
        if isinstance(part, Line):
            part = _sure(part, before, region, measures, dashes)
            before = part
        parts.append(part)
    return replace(region, parts=tuple(parts))


def _dashed(line: Line) -> bool:
    return len(line.words) > 1 and line.words[0].text in DASHES


def _sure(
    line: Line, before: Line | None, region: Region, measures: Measures, dashes: Counter[tuple[str, int]]
) -> Line:
    body = measures.body
    if re.fullmatch(r"[a-zåäö]\.", line.marker):
        apart = line.x0 > region.left + 0.8 * body or line.text_x0 - line.words[0].x1 > 0.45 * line.size
        return line if apart else line.with_marker("", line.x0)
    if line.marker or not _dashed(line):
        return line
    sign = line.words[0].text
    repeated = sum(count for (text, x), count in dashes.items() if text == sign and abs(x - line.x0) < 2)
    starts = before is None or (
        not before.hyphen
        and (
            line.x0 > region.left + 0.5 * body
            or bool(SENTENCE_END.search(before.text))
            or before.words[0].text == sign
            or region.right - before.x1 > 2 * body
        )
    )
    return line.with_marker(sign, line.words[1].x0) if repeated >= 2 and starts else line
