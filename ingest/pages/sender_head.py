"""The letter's head that has its sender at the left and, without labels but the number's, at the right what kind of
paper it is, its day and its diarienummer: each column is read by itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.pages.date_lines import is_place_and_date
from ingest.pages.letter_head import is_labelled_number, label_of
from ingest.pages.rows import Row, fragments_of, text_of
from ingest.pages.words import Word

SAME_EDGE = 2.5
"""Points between edges that are one column's."""
LARGEST_STEP = 1.9
"""Baseline distance in em of two rows of one head."""
LONGEST_LINE = 60
"""Letters of a line of a head; more is running text."""
LEAST_ROWS, MOST_ROWS = 2, 8
SENDER = re.compile(
    r"(?:kommun|stad|region|förvaltning(?:en)?|kontor(?:et)?|enhet(?:en)?|avdelning(?:en)?|nämnd(?:en)?|styrelsen?)\b",
    re.IGNORECASE,
)
"""What the name of who sends a letter ends with, be it followed by what the office is for."""
KIND_OF_PAPER = re.compile(
    r"tjänste(?:manna)?(?:skrivelse|utlåtande|yttrande)|skrivelse|yttrande|utlåtande|remiss?(?:svar|yttrande)|missiv"
    r"|pm|promemoria|beslutsunderlag|svar på motion|motionssvar|information|rapport",
    re.IGNORECASE,
)
"""What kind of paper a letter's head says it is."""
_PAGE = re.compile(r"(?:sid(?:a|an|or)?\s*:?\s*)?\d{1,2}\s?(?:\(\d{1,2}\)|/\s?\d{1,2}|av\s\d{1,2})", re.IGNORECASE)

_Cells = list[list[Word]]


def columns_of_sender(rows: Sequence[Row], first: int) -> tuple[int, tuple[_Cells, _Cells]] | None:
    """The last row, and the lines at the left and at the right, of such a head that begins at row `first`."""
    if len(fragments_of(rows[first].words)) != 2:
        return None
    left: _Cells = []
    right: _Cells = []
    last = first
    for k in range(first, min(first + MOST_ROWS, len(rows))):
        if k > first and rows[k].base - rows[k - 1].base > LARGEST_STEP * max(rows[k - 1].size, rows[k].size):
            break
        parted = _parted(fragments_of(rows[k].words), left, right)
        if parted is None:
            return None
        left += parted[0]
        right += parted[1]
        last = k
    return (last, (left, right)) if last - first + 1 >= LEAST_ROWS and _is_head(left, right) else None


def _parted(cells: _Cells, left: _Cells, right: _Cells) -> tuple[_Cells, _Cells] | None:
    """A row's line at the left and the one at the right; None where it has others, or running text."""
    if len(cells) > 2 or any(len(text_of(cell)) > LONGEST_LINE for cell in cells):
        return None
    if len(cells) == 2:
        aligned = (not left or _at_left(cells[0], left[0])) and (not right or _in_column(cells[1], right[0]))
        return (cells[:1], cells[1:]) if aligned else None
    if _at_left(cells[0], left[0]):
        return cells, []
    return ([], cells) if _in_column(cells[0], right[0]) else None


def _at_left(cell: Sequence[Word], like: Sequence[Word]) -> bool:
    return abs(cell[0].x0 - like[0].x0) < SAME_EDGE


def _in_column(cell: Sequence[Word], like: Sequence[Word]) -> bool:
    """Whether a line begins, or ends, where another of the right column does."""
    return _at_left(cell, like) or abs(cell[-1].x1 - like[-1].x1) < SAME_EDGE


def _is_head(left: _Cells, right: _Cells) -> bool:
    """Whether a sender stands at the left and nothing but what dates and numbers the paper at the right."""
    numbered = any(is_labelled_number(cell) for cell in right)
    dated = [_is_day_or_kind(text_of(cell)) for cell in right]
    known = all(
        said or is_labelled_number(cell) or _PAGE.fullmatch(text_of(cell))
        for cell, said in zip(right, dated, strict=True)
    )
    clear = max(cell[-1].x1 for cell in left) < min(cell[0].x0 for cell in right)
    sent = any(SENDER.search(text_of(cell)) for cell in left) and not any(label_of(cell) for cell in left)
    return numbered and any(dated) and known and clear and sent


def _is_day_or_kind(text: str) -> bool:
    return is_place_and_date(text) or KIND_OF_PAPER.fullmatch(text) is not None
