"""Finds the letter's head among a page's first rows: labels side by side over their values, or columns of labelled
lines side by side, or the sender beside the kind of paper, its day and number. Tables that begin alike (a list of
letters with a head "Datum | Dnr") have several rows of values.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from ingest.pages.letter_head import FIRST_WORDS, KEY, POSTAL, RECEIVER, LetterHead, cells_of_column, is_label, label_of
from ingest.pages.rows import Row, fragments_of, text_of
from ingest.pages.sender_head import KIND_OF_PAPER, SENDER, columns_of_sender
from ingest.pages.words import Word

TOP = 0.38
"""Share of the page within which a letter's head stands."""
CLOSE = 1.9
"""Baseline distance in em of two rows of one head."""
SAME_EDGE = 2.5
"""Points between left edges that are one column's."""
LONGEST_ABOVE, LONGEST_LINE = 70, 60
"""Letters of a line above the head (more is running text) and of a line in one of its columns."""
MOST_ROWS = 9
"""Rows up to which columns of labelled lines are a head."""
LEAST_SIGNS = 2
"""Labels (or lines with a postal code) that make one."""
LEAST_LINES = 3
"""Lines of an address: who, where, and the postal code with its town."""
NEAR = 9
"""Em between a label and the value right of it."""
_POSTAL_START = re.compile(r"(?:SE?-)?\d{3}(?:\d{2})?|SE?-")
_POSTAL_FIRST = frozenset("0123456789S")
_OTHER = re.compile(
    r"(?:dokumenttyp|typ av|version|fastställ|antage|antagen|beslutad|beslutat|giltig|gäller|dokumentansvarig|revider"
    r"|ersätter|anslag|organ\b|förvaring|underskrift|plats|tid\b|beslutande|närvarande|ledamöter|ersättare|justerare|paragraf|ärende$|beslut$|delegat)",
    re.IGNORECASE,
)
"""Labels of a policy's box, of a list of those present or of a list of decisions: no letter's head."""

_Cells = list[list[Word]]


@dataclass(frozen=True, slots=True)
class FoundHead:
    """A letter's head that takes up rows `first` to `last` (both included)."""

    first: int
    last: int
    head: LetterHead


def find_letter_heads(rows: Sequence[Row], height: float) -> list[FoundHead]:
    """The heads among a column's rows on a page of this height, top to bottom: mostly none or one."""
    found: list[FoundHead] = []
    top = _top_rows(rows, height) if _has_first_words(rows, height) else []
    k = 0
    while k < len(top) - 1:
        follows = bool(found) and found[-1].last == k - 1
        one = (
            (_under_labels(rows, k, top[k], follows=follows) or _beside_labels(rows, k) or _beside_sender(rows, k))
            if len(top[k]) >= 2
            else None
        ) or _beside_address(rows, k, top)
        if one is None:
            k += 1
        else:
            found.append(one)
            k = one.last + 1
    return found


def _has_first_words(rows: Sequence[Row], height: float) -> bool:
    """Whether a word at the top may begin a label or a postal code: most pages have none, and need no closer look."""
    words = (word.text for row in takewhile(lambda row: row.base < TOP * height, rows) for word in row.words)
    return any(text in FIRST_WORDS or (text[:1] in _POSTAL_FIRST and _POSTAL_START.fullmatch(text)) for text in words)


def _top_rows(rows: Sequence[Row], height: float) -> list[_Cells]:
    """The fragments of the rows above the first line of running text."""
    top: list[_Cells] = []
    for row in rows:
        cells = fragments_of(row.words)
        if row.base >= TOP * height or (len(cells) == 1 and len(row.text) > LONGEST_ABOVE):
            break
        top.append(cells)
    return top


def _near(above: Row, below: Row) -> bool:
    return below.base - above.base <= CLOSE * max(above.size, below.size)


def _under_labels(rows: Sequence[Row], first: int, labels: _Cells, *, follows: bool) -> FoundHead | None:
    """The head whose labels are the row `first`, with the rows of values below it; `follows` where it stands right
    below another one."""
    named = [is_label(cell) for cell in labels]
    if sum(named) < LEAST_SIGNS or not all(named[1:]):
        return None
    if not follows and not any(
        tells.fullmatch(text_of(cell).rstrip(" :")) for cell in labels for tells in (KEY, RECEIVER)
    ):
        return None
    edges = [cell[0].x0 for cell in labels]
    columns: list[_Cells] = [[cell] for cell in labels]
    last, size = first, 0.0
    for k in range(first + 1, len(rows)):
        cut = _cut(rows[k].words, edges, labels[-1][-1].x1)
        unlike = size and abs(rows[k].size - size) > 0.15 * size
        if cut is None or not _near(rows[k - 1], rows[k]) or unlike or _all_labels(cut):
            break
        for column, cell in zip(columns, cut, strict=True):
            column += [cell] if cell else []
        last, size = k, rows[k].size
    values = [len(column) - 1 for column, is_named in zip(columns, named, strict=True) if is_named]
    if sum(count > 0 for count in values) < LEAST_SIGNS or min(values) > 1 or _dated_twice(labels, columns):
        return None
    beside = [text_of(line) for line in columns[0]]
    if not named[0] and not (any(map(SENDER.search, beside)) or KIND_OF_PAPER.fullmatch(beside[0])):
        return None
    cells = [
        cell
        for column, is_named in zip(columns, named, strict=True)
        for cell in cells_of_column(column, labelled=is_named)
    ]
    return FoundHead(first, last, LetterHead(tuple(cells)))


def _all_labels(cells: Sequence[Sequence[Word]]) -> bool:
    filled = [cell for cell in cells if cell]
    return len(filled) >= LEAST_SIGNS and all(is_label(cell) for cell in filled)


def _dated_twice(labels: _Cells, columns: list[_Cells]) -> bool:
    """Whether a day stands below another: a table's rows."""
    return any(
        "datum" in text_of(label).lower() and len(column) > LEAST_SIGNS
        for label, column in zip(labels, columns, strict=True)
    )


def _cut(words: Sequence[Word], edges: Sequence[float], right: float) -> _Cells | None:
    """The words by column; None where those of a column do not begin at its edge. The last may be set to the right."""
    cells: _Cells = [[] for _ in edges]
    last = fragments_of(words)[-1]
    set_right = abs(last[-1].x1 - right) < SAME_EDGE and last[0].x0 > edges[-2] + SAME_EDGE
    for word in words:
        column = max((k for k, edge in enumerate(edges) if edge <= word.x0 + SAME_EDGE), default=0)
        cells[-1 if set_right and word.x0 >= last[0].x0 else column].append(word)
    begins = zip(cells[:-1] if set_right else cells, edges, strict=False)
    return None if any(cell and abs(cell[0].x0 - edge) >= SAME_EDGE for cell, edge in begins) else cells


def _beside_labels(rows: Sequence[Row], first: int) -> FoundHead | None:
    """The head that begins at row `first` and has labelled lines, or an address, in columns side by side."""
    lines: list[_Cells] = []
    for k in range(first, min(first + MOST_ROWS + 1, len(rows))):
        cells = _with_values(fragments_of(rows[k].words), rows[k].size)
        alike = abs(rows[k].size - rows[first].size) <= 0.15 * rows[first].size
        if lines and not (_near(rows[k - 1], rows[k]) and alike):
            break
        if any(len(text_of(cell)) > LONGEST_LINE for cell in cells):
            return None
        lines.append(cells)
    if not LEAST_SIGNS <= len(lines) <= MOST_ROWS or not _has_signs(lines):
        return None
    edges = _edges([cell[0].x0 for cells in lines for cell in cells])
    columns = _columns(lines, edges)
    if columns is None or len(edges) < 2:
        return None
    cells_in_order = [cell for column in columns for cell in cells_of_column(column, labelled=False)]
    return FoundHead(first, first + len(lines) - 1, LetterHead(tuple(cells_in_order)))


def _beside_sender(rows: Sequence[Row], first: int) -> FoundHead | None:
    """The head that begins at row `first` and has its kind, day and number beside the sender's lines."""
    found = columns_of_sender(rows, first)
    if found is None:
        return None
    last, columns = found
    if any(_OTHER.match(text_of(line)) for column in columns for line in column):
        return None
    cells = [cell for column in columns for cell in cells_of_column(column, labelled=False)]
    return FoundHead(first, last, LetterHead(tuple(cells)))


def _beside_address(rows: Sequence[Row], first: int, top: Sequence[_Cells]) -> FoundHead | None:
    """The head that begins at row `first` and has an address at the right, down to its postal code, beside lines of the
    sender: those of the two columns need not stand at one height."""
    x = top[first][-1][0].x0
    last, lines = first, [top[first][-1]]
    for k in range(first + 1, len(top)):
        line = next((cell for cell in top[k] if abs(cell[0].x0 - x) < SAME_EDGE), None)
        if POSTAL.fullmatch(text_of(lines[-1])) or rows[k].base - rows[last].base > CLOSE * lines[-1][0].size:
            break
        if line:
            last = k
            lines.append(line)
    if len(lines) < LEAST_LINES or not POSTAL.fullmatch(text_of(lines[-1])):
        return None
    others = [cell for cells in top[first : last + 1] for cell in cells if cell not in lines]
    if not others or any(cell[-1].x1 > x for cell in others):
        return None
    columns = (others, lines)
    cells = [cell for column in columns for cell in cells_of_column(column, labelled=False)]
    return FoundHead(first, last, LetterHead(tuple(cells)))


def _with_values(cells: _Cells, size: float) -> _Cells:
    """The cells, a label with the value right of it made one."""
    out: _Cells = []
    for cell in cells:
        if out and is_label(out[-1]) and not label_of(cell) and cell[0].x0 - out[-1][-1].x1 < NEAR * size:
            out[-1] = out[-1] + cell
        else:
            out.append(cell)
    return out


def _has_signs(lines: Sequence[_Cells]) -> bool:
    """Whether the lines have labels enough before values, one of them of a day or a number; no label is alone."""
    texts = [text_of(cell) for cells in lines for cell in cells]
    if any(_OTHER.match(text) for text in texts) or any(is_label(cell) for cells in lines for cell in cells):
        return False
    labels = [label for cells in lines for cell in cells if (label := label_of(cell))]
    postal = sum(POSTAL.fullmatch(text) is not None for text in texts)
    return len(labels) + postal >= LEAST_SIGNS and any(KEY.fullmatch(label) for label in labels)


def _edges(starts: Sequence[float]) -> list[float]:
    """Left edges, those within `SAME_EDGE` points of each other made one."""
    edges: list[float] = []
    for x in sorted(starts):
        if not edges or x - edges[-1] >= SAME_EDGE:
            edges.append(x)
    return edges


def _columns(lines: Sequence[_Cells], edges: Sequence[float]) -> list[_Cells] | None:
    """The cells by column; None where one reaches into the next column."""
    columns: list[_Cells] = [[] for _ in edges]
    for cells in lines:
        for cell in cells:
            column = max(k for k, edge in enumerate(edges) if edge <= cell[0].x0 + 0.01)
            columns[column].append(cell)
    ends = [max(cell[-1].x1 for cell in column) for column in columns]
    crossed = any(end > edge for end, edge in zip(ends, edges[1:], strict=False))
    return None if crossed else columns
