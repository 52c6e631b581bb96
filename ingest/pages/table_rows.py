"""A table → one paragraph a row, with its cells and the heads of its columns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from corpus.paragraph import Kind
from ingest.pages.drafts import Draft, text_of_lines
from ingest.pages.hyphens import Hyphens
from ingest.pages.lines import Line, line_of
from ingest.pages.rows import rows_of, text_of
from ingest.pages.structure_tree import Tags
from ingest.pages.tables import Cell, Table


def drafts_of_table(table: Table, page: int, region: int, tags: Tags, hyphens: Hyphens) -> list[Draft]:
    """The table's rows as paragraphs."""
    heads: dict[int, str] = {}
    drafts = []
    for k, (row, columns) in enumerate(zip(table.rows, table.columns, strict=True)):
        cells = [_lines_of(cell, page, tags) for cell in row]
        texts = tuple(_cell_text(lines, hyphens) for lines in cells)
        lines = tuple(line for cell in cells for line in cell)
        if k == 0 and _is_head(table, lines):
            heads = dict(zip(columns, texts, strict=True))
            names: tuple[str, ...] = texts
        else:
            names = tuple(heads.get(column, "") for column in columns) if heads else ()
        drafts.append(Draft(Kind.TABLE_ROW, lines, region, cells=texts, columns=names))
    return drafts


def _lines_of(cell: Cell, page: int, tags: Tags) -> list[Line]:
    lines = [line_of(page, row.words, tags) for row in rows_of(cell)]
    return [line.with_marker("", line.x0) for line in lines]


def _cell_text(lines: Sequence[Line], hyphens: Hyphens) -> str:
    """The cell's text; the entries of a list-like cell with "; " between."""
    right = max(line.x1 for line in lines)
    entries: list[list[Line]] = [[lines[0]]]
    for above, below in pairwise(lines):
        room = right - above.x1 > below.first_width + 0.6 * below.size
        if room and not above.hyphen and below.text[:1].isupper() and not above.text.endswith(","):
            entries.append([])
        entries[-1].append(below)
    return "; ".join(text_of_lines(entry, hyphens, keep_marker=True)[0] for entry in entries)


def _is_head(table: Table, lines: Sequence[Line]) -> bool:
    """Whether the first row names the columns: bold, tagged TH, or words above digits."""
    first, rest = table.rows[0], [cell for row in table.rows[1:] for cell in row]
    if len(first) < 2 or not rest:
        return False
    if all(line.bold > 0.8 for line in lines) or lines[0].tag.role == "TH":
        return True
    with_digits = sum(any(char.isdigit() for char in text_of(cell)) for cell in rest)
    wordy = not any(char.isdigit() for cell in first[1:] for char in text_of(cell))
    return wordy and with_digits > 0.4 * len(rest)
