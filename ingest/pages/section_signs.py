"""OCR reads "§ 216" as "8 216" or "$ 216": the sign is put back where such numbers climb through the document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.pages.rows import rows_of
from ingest.pages.words import PageText, Word

_MISREAD = re.compile(r"[8$S5B§]{1,2}")
_NUMBER = re.compile(r"\d{1,3}")
NEAR = 2
"""A number is one of a climbing row if one of the two before or after it differs by at most this."""


def restore_section_signs(pages: Sequence[PageText]) -> list[PageText]:
    """The pages with misread § signs put right."""
    candidates = [(number, sign) for page in pages if page.ocr for number, sign in _candidates(page)]
    wrong: dict[int, Word] = {}
    for k, (number, sign) in enumerate(candidates):
        around = [other for other, _ in candidates[max(0, k - 2) : k + 3]]
        if any(0 < abs(number - other) <= NEAR for other in around):
            wrong[id(sign)] = replace(sign, text="§" * len(sign.text))
    return [
        replace(page, words=tuple(wrong.get(id(word), word) for word in page.words)) if page.ocr else page
        for page in pages
    ]


def _candidates(page: PageText) -> list[tuple[int, Word]]:
    """Rows that start like a § heading: one or two signs, a number, then nothing, a capital or a digit."""
    found = []
    for row in rows_of(page.words):
        if len(row.words) < 2 or not _MISREAD.fullmatch(row.words[0].text) or not _NUMBER.fullmatch(row.words[1].text):
            continue
        if len(row.words) == 2 or row.words[2].text[:1].isupper() or row.words[2].text[:1].isdigit():
            found.append((int(row.words[1].text), row.words[0]))
    return found
