"""OCR glues a list's first number to its "att" or makes other signs of it: above "2. att" it is put right.

Without it the first att-sats is no item, and each of the others is counted one too low.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.pages.markers import count_of, is_marker
from ingest.pages.rows import Row, rows_of
from ingest.pages.words import PageText, Word

MOST_ROWS = 8
"""Rows of the first item above "2. att"."""
SAME_EDGE = 1.0
"""Em between the left edges of two items' numbers on a scan."""

_GLUED = re.compile(r"(?=\S*[^a-zåäöA-ZÅÄÖ]|[lIiLTf|]{1,2}att$)\S{1,4}[aäåá]t[tf]")
"""The number and the "att" in one ("1.att", "Latt", "”Tzatt"), never a word such as "satt" or "Natt"."""
_SIGN = re.compile(r"\S{1,3}")
_ATT = re.compile(r"[aäåá]t[tf]")


def restore_first_items(pages: Sequence[PageText]) -> list[PageText]:
    """The scanned pages with the lost "1." of each list of att-satser back before its words."""
    return [_restored(page) if page.ocr else page for page in pages]


def _restored(page: PageText) -> PageText:
    rows = rows_of(page.words)
    right = {id(old): new for k, row in enumerate(rows) for old, new in _put_right(rows[:k], row)}
    if not right:
        return page
    return replace(page, words=tuple(new for word in page.words for new in right.get(id(word), (word,))))


def _put_right(above: Sequence[Row], second: Row) -> Iterator[tuple[Word, tuple[Word, ...]]]:
    """The words that replace what stands for "1." and "att" above the row of a second item."""
    if len(second.words) < 3 or count_of(second.words[0].text) != 2 or not _ATT.fullmatch(second.words[1].text):
        return
    number, att = second.words[:2]
    sign = number.text.replace("2", "1")
    for row in reversed(above[-MOST_ROWS:]):
        first = row.words[0]
        if abs(first.x0 - number.x0) > SAME_EDGE * number.size:
            continue
        if is_marker(first.text) or len(row.words) < 3:
            return
        if _GLUED.fullmatch(first.text):
            edge = first.x0 + (first.x1 - first.x0) * (att.x0 - number.x0) / (att.x1 - number.x0)
            end = first.x0 + (first.x1 - first.x0) * (number.x1 - number.x0) / (att.x1 - number.x0)
            yield first, (replace(first, text=sign, x1=end), replace(first, text="att", x0=edge))
            return
        if _SIGN.fullmatch(first.text) and not first.text.islower() and _ATT.fullmatch(row.words[1].text):
            yield first, (replace(first, text=sign),)
            yield row.words[1], (replace(row.words[1], text="att"),)
            return
