"""The narrow left column of old-fashioned minutes: "Kf § 61" beside a title or a text, its diarienummer below it.

What stands in it belongs to what begins beside its § and is read with it, never in the middle of the text beside it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.board import BOARD
from ingest.pages.rows import Row, fragments_of, text_of
from ingest.pages.words import Word

LABEL = re.compile(rf"(?:{BOARD}\s)?§{{1,2}}\s?\d{{1,4}}[a-z]?(?:\s?[/:]\s?(?:20)?\d{{2}})?")
"""A § with its board's letters: "Kf § 61", "§ 61", "Ksau § 8/2021"."""
REACH = 6.5
"""Em below a § within which what stands in the margin belongs to it: a diarienummer, its code, one more word."""
LONGEST_NOTE = 25
"""Letters of one line in the margin."""
GUTTER = 0.75
"""Least em between what stands in the margin and the text beside it: a word's space parts no line."""
FULL_LINE = 0.85
"""Share of the text's width from which a line beside a § is running text, not a title that ends where it ends."""


@dataclass(frozen=True, slots=True)
class _Beside:
    """A row cut at the text's left edge: what stands in the margin, and what stands beside it."""

    note: tuple[Word, ...]
    text: tuple[Word, ...]


def is_label(words: Sequence[Word]) -> bool:
    """Whether the words are a § of the margin and nothing else."""
    return LABEL.fullmatch(text_of(words)) is not None


def with_margin_first(rows: Sequence[Row], body: float) -> list[Row]:
    """The rows with each § of the margin before the text beside it, and what stands below it right after its title."""
    right = max((row.x1 for row in rows), default=0.0)
    out: list[Row] = []
    at = 0
    while at < len(rows):
        row = rows[at]
        parts = fragments_of(row.words)
        if len(parts) < 2 or not is_label(parts[0]):
            out.append(row)
            at += 1
            continue
        edge = parts[1][0].x0
        beside = [word for part in parts[1:] for word in part]
        full = row.x1 >= edge + FULL_LINE * (right - edge) and _goes_on(rows, at, edge, body)
        title = beside[0].style.bold or not full
        out += [row] if title else [row.part(parts[0]), row.part(beside)]
        last, cuts = _notes_below(rows, at, edge, body)
        out += _ordered(rows[at + 1 : last + 1], cuts, bold=title and beside[0].style.bold)
        at = last + 1
    return out


def _goes_on(rows: Sequence[Row], at: int, edge: float, body: float) -> bool:
    """Whether a line right below the row `at` begins at the text's edge."""
    near = (row for row in rows[at + 1 : at + 3] if row.base - rows[at].base < 1.8 * body)
    return any(abs(word.x0 - edge) < 0.5 * body for row in near for word in row.words)


def _notes_below(rows: Sequence[Row], at: int, edge: float, body: float) -> tuple[int, list[_Beside]]:
    """The last row (an index) whose margin belongs to the § of row `at`, and the rows up to it cut at the edge."""
    left, start = rows[at].x0, rows[at].base
    cuts: list[_Beside] = []
    last = at
    for k in range(at + 1, len(rows)):
        cut = _cut(rows[k], left, edge, body) if rows[k].base - start < REACH * body else None
        if cut is None or is_label(cut.note):
            break
        cuts.append(cut)
        if cut.note:
            last = k
    return last, cuts[: last - at]


def _cut(row: Row, left: float, edge: float, body: float) -> _Beside | None:
    """The row cut at the text's edge; None where its words go on across it or the margin holds more than a note."""
    note = tuple(word for word in row.words if word.x1 < edge - 0.5 * body)
    text = tuple(word for word in row.words if word.x0 > edge - 0.5 * body)
    if len(note) + len(text) < len(row.words) or len(text_of(note)) > LONGEST_NOTE:
        return None
    if note and text and text[0].x0 - note[-1].x1 < GUTTER * body:
        return None
    return None if note and abs(note[0].x0 - left) > 2.5 else _Beside(note, text)


def _ordered(rows: Sequence[Row], cuts: Sequence[_Beside], *, bold: bool) -> list[Row]:
    """The rest of a bold title, then the margin, then the text."""
    titled = 0
    while bold and titled < len(cuts) and all(word.style.bold for word in cuts[titled].text):
        titled += 1
    pairs = list(zip(rows, cuts, strict=True))
    title = [row.part(cut.text) for row, cut in pairs[:titled] if cut.text]
    notes = [row.part(cut.note) for row, cut in pairs if cut.note]
    text = [row.part(cut.text) for row, cut in pairs[titled:] if cut.text]
    return [*title, *notes, *text]
