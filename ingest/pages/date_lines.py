"""Lines that say nothing but where and when a paper was signed: "Storby den 3 maj 2021", "Södra Vik, 2021-05-03"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.months import SWEDISH
from ingest.pages.lines import Line
from ingest.pages.signatures import NAME

_MONTH = rf"(?:{'|'.join(SWEDISH)})"
_DAY = (
    rf"(?:den\s+)?\d{{1,2}}(?::?e)?\s+{_MONTH},?\s+\d{{4}}|(?:i\s+)?{_MONTH}\s+\d{{4}}"
    r"|(?:den\s+)?(?:\d{4}\s?[-–.]\s?\d{1,2}\s?[-–.]\s?\d{1,2}|\d{1,2}\s?/\s?\d{1,2}[\s-]+\d{2,4}|(?:19|20)\d{6})"
)
_PLACE = r"[A-ZÅÄÖ][\w-]+(?:\s(?:kommun|stad|[A-ZÅÄÖ][\w-]+)){0,2}"
_DATED = re.compile(rf"(?:(?:{_PLACE}|(?i:datum))\s?[,:]?\s+)?(?i:{_DAY})")
_AWAITS = re.compile(r"(?:,|\b(?:i|på|vid|från|till|av|och|den|om|för|med|samt|under|hos|sedan|inför))$")
"""What a line ends with that the date or place below belongs to."""


def is_place_and_date(text: str) -> bool:
    """Whether a line is a date, or a place and a date, and nothing else: no end of a sentence ("juli 2023.")."""
    return not text[:1].islower() and _DATED.fullmatch(text.strip()) is not None


def dates_paper(above: Line, below: Line, open_lines: Sequence[Line], lines: Sequence[Line]) -> bool:
    """Whether `below` dates the paper instead of going on with the paragraph of `open_lines`: that paragraph has ended,
    is a list item whose text stands further right, or `below` is the last of its region's `lines` or above a name.
    """
    if not is_place_and_date(below.text) or _AWAITS.search(above.text):
        return False
    first = open_lines[0]
    if above.ends_sentence or (first.marker and below.x0 < first.text_x0 - 0.8 * below.size):
        return True
    at = next((k for k, line in enumerate(lines) if line is below), len(lines))
    return at + 1 >= len(lines) or NAME.match(lines[at + 1].text) is not None
