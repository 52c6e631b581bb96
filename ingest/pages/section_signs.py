"""OCR reads "§ 216" as "8 216" or "$ 216": the sign is put back where only a § can stand.

That is: at the start of a row before a number and a capital ("8 178 Motion": in a number the next word would be small),
at the start of rows whose numbers climb through the document, after a board's letters ("Kf $ 64"), after a day ("den 3
mars 2015, $& 22"), and between a number and a law ("3 8 socialtjänstlagen"). A "$" anywhere else is dirt, left out; "&"
stays ("Bygg & Miljö").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ingest.board import BOARD
from ingest.pages.rows import Row, rows_of
from ingest.pages.words import PageText, Word

_MISREAD = re.compile(r"[8$S5B§]{1,2}")
_SURE = re.compile(r"[$§&]{1,2}")
_DIRT = re.compile(r"[$&]{1,2}|[$&]§|§[$&]")
_YEAR = re.compile(r"(?:19|20)\d\d,?|(?:19|20)\d\d-\d\d-\d\d,?")
_BOARD = re.compile(BOARD)
_NUMBER = re.compile(r"\d{1,3}")
_LAW = re.compile(r"\w+(?:lagen|balken|förordningen|ordningen|reglementet)[.,]?")
NEAR = 2
"""A number is one of a climbing row if one of the two before or after it differs by at most this."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    number: int
    sign: Word
    sure: bool


def restore_section_signs(pages: Sequence[PageText]) -> list[PageText]:
    """The pages with misread § signs put right."""
    rows = [row for page in pages if page.ocr for row in rows_of(page.words)]
    candidates = [candidate for row in rows if (candidate := _at_start(row))]
    signs = [candidate.sign for k, candidate in enumerate(candidates) if candidate.sure or _climbs(candidates, k)]
    found = [*signs, *_after_board_letters(rows), *_after_days(rows), *_before_laws(rows)]
    right = {
        id(sign): replace(sign, text="§" if _DIRT.fullmatch(sign.text) else "§" * len(sign.text)) for sign in found
    }
    return [replace(page, words=_put_right(page.words, right)) if page.ocr else page for page in pages]


def _put_right(words: Sequence[Word], right: Mapping[int, Word]) -> tuple[Word, ...]:
    return tuple(right.get(id(word), word) for word in words if id(word) in right or not _is_dirt(word.text))


def _is_dirt(text: str) -> bool:
    return text != "&" and _DIRT.fullmatch(text) is not None


def _at_start(row: Row) -> _Candidate | None:
    """A row that starts like a §: one or two signs, a number, then nothing, a capital or a digit."""
    if len(row.words) < 2:
        return None
    sign, number, *rest = row.words
    if not _MISREAD.fullmatch(sign.text) or not _NUMBER.fullmatch(number.text):
        return None
    after = rest[0].text[:1] if rest else ""
    if after and not after.isupper() and not after.isdigit():
        return None
    return _Candidate(int(number.text), sign, sure=after.isupper())


def _after_board_letters(rows: Iterable[Row]) -> list[Word]:
    """The signs between a board's letters at the start of a row and a number."""
    starts = (row.words[:3] for row in rows if len(row.words) > 2)
    return [
        sign
        for letters, sign, number in starts
        if _BOARD.fullmatch(letters.text) and _SURE.fullmatch(sign.text) and _NUMBER.fullmatch(number.text)
    ]


def _after_days(rows: Iterable[Row]) -> list[Word]:
    """The signs between a day or its year and a number."""
    return [
        sign
        for row in rows
        for day, sign, number in zip(row.words, row.words[1:], row.words[2:], strict=False)
        if _YEAR.fullmatch(day.text) and _SURE.fullmatch(sign.text) and _NUMBER.fullmatch(number.text.rstrip(",."))
    ]


def _climbs(candidates: Sequence[_Candidate], k: int) -> bool:
    around = candidates[max(0, k - 2) : k + 3]
    return any(0 < abs(candidates[k].number - other.number) <= NEAR for other in around)


def _before_laws(rows: Iterable[Row]) -> list[Word]:
    """The signs between a number and the name of a law."""
    return [
        sign
        for row in rows
        for number, sign, law in zip(row.words, row.words[1:], row.words[2:], strict=False)
        if _NUMBER.fullmatch(number.text) and _MISREAD.fullmatch(sign.text) and _LAW.fullmatch(law.text)
    ]
