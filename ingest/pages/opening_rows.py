"""Which rows at a page's edge open a § of minutes, and so are no running head, whatever they look like.

A § must not be lost: what is decided under it would be told of the § before. It is furniture only where the same § is
named again: in the text below it, or over the later pages of its matter.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from ingest.pages.margin_column import LABEL
from ingest.pages.sheet import Sheet

RowAt = tuple[int, float]
"""A row by its page (from 0) and baseline in points."""
_OPENS = re.compile(rf"(?:{LABEL.pattern}|\d{{1,4}}\s?§)(?=$|\s+[A-ZÅÄÖ\d])")
"""A § alone, or before a title or a number: not "§ 58 den 3 mars"."""


def opening_rows(sheets: Sequence[Sheet], edges: tuple[float, float], near: float) -> frozenset[RowAt]:
    """The rows outside `edges` (shares of a page) that begin with a §, the first of its number there.

    Not one that is named again after it, at the start of a row more than `near` points from its height: that one opens
    the §, and the first was a running head.
    """
    named: dict[str, list[RowAt]] = defaultdict(list)
    at_edge: dict[str, RowAt] = {}
    for sheet in sheets:
        for row in sheet.rows:
            if match := _OPENS.match(row.text):
                number = re.sub(r"\s", "", match[0]).lower()
                named[number].append((sheet.index, row.base))
                if not edges[0] <= row.base / sheet.height <= edges[1]:
                    at_edge.setdefault(number, named[number][-1])
    return frozenset(at for number, at in at_edge.items() if not _again(named[number], at, near))


def _again(named: Sequence[RowAt], at: RowAt, near: float) -> bool:
    """Whether the § at `at` is named after it at another height."""
    return any(other > at and abs(other[1] - at[1]) >= near for other in named)
