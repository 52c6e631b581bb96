"""Which lines of a column really start with a marker, seen beside the column's other lines."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from ingest.pages.lines import Line
from ingest.pages.markers import DASHES
from ingest.pages.region import Part, Region


def with_sure_markers(region: Region, body: float) -> Region:
    """The region with its lines' markers settled.

    Single letters lose theirs unless set apart; dashes get one where they are repeated at the same place, or before
    "att": a list may have one item.
    """
    dashes: Counter[tuple[str, int]] = Counter(
        (line.words[0].text, round(line.x0)) for line in region.lines if _dashed(line)
    )
    parts: list[Part] = []
    before: Line | None = None
    for part in region.parts:
        if isinstance(part, Line):
            part = _sure(part, before, region, body, dashes)
            before = part
        parts.append(part)
    return replace(region, parts=tuple(parts))


def _dashed(line: Line) -> bool:
    return len(line.words) > 1 and line.words[0].text in DASHES


def _sure(line: Line, before: Line | None, region: Region, body: float, dashes: Counter[tuple[str, int]]) -> Line:
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
            or before.ends_sentence
            or before.words[0].text == sign
            or region.right - before.x1 > 2 * body
        )
    )
    alone = line.words[1].text == "att"
    return line.with_marker(sign, line.words[1].x0) if (repeated >= 2 or alone) and starts else line
