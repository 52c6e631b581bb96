"""OCR reads the "att" that begins an att-sats as "ätt" or "aft" where dirt touches it: it is put right there alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.pages.markers import is_marker
from ingest.pages.rows import Row, rows_of
from ingest.pages.words import PageText, Word

_MISREAD = re.compile(r"[äåáàâã]tt|a[fi]t|at[fi]")
"""No word of these can begin an att-sats, though "ätt" is one."""


def restore_att(pages: Sequence[PageText]) -> list[PageText]:
    """The pages with each misread "att" right: first on its row or after a list marker, before a small letter."""
    return [_restored(page) if page.ocr else page for page in pages]


def _restored(page: PageText) -> PageText:
    found = [word for row in rows_of(page.words) if (word := _misread(row)) is not None]
    right = {id(word): replace(word, text="att") for word in found}
    return replace(page, words=tuple(right.get(id(word), word) for word in page.words)) if right else page


def _misread(row: Row) -> Word | None:
    words = row.words[1:] if is_marker(row.words[0].text) else row.words
    if len(words) < 2 or not _MISREAD.fullmatch(words[0].text):
        return None
    return words[0] if words[1].text[:1].islower() else None
