"""Which rows are running heads and feet: repeated at the same height, marked as artifacts, or lone page numbers.

Only the page counter may differ from page to page. Masking every digit would take "§ 95 2026.016 KS", which tops each
page of some minutes, for a running head.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.reading import MarginLine
from ingest.pages.first_headings import FirstHeadings
from ingest.pages.opening_rows import RowAt, opening_rows
from ingest.pages.rows import Row, fragments_of, text_of
from ingest.pages.sheet import Sheet
from ingest.pages.words import ASCENT, DESCENT, Word

TOP, BOTTOM = 0.17, 0.86
"""Rows above and below these shares of the page may be running heads and feet."""
OUTERMOST = 0.075
"""In this outer share of the page a row standing alone is one, even on short papers."""
SAME_HEIGHT = 8.0
"""Points by which a running head may move between pages."""
ALONE = 2.6
"""Distance in em to the next row that makes a row stand alone."""

_PAGE = r"(?:sida?n?|sid|page|blad(?:\s*nr)?)"
_OF = r"(?!(?:19|20)\d\d\s*/)\d{1,4}\s*(?:\(\s*(?:av\s+)?\d{1,4}\s*\)|\[\s*\d{1,4}\s*\]|/\s*\d{1,4}|av\s+\d{1,4})"
"""A page of pages; "2022/118" is a diarienummer."""
_COUNTER = re.compile(
    rf"(?:\b(?:{_PAGE}|s)\W*)?(?<!§)(?<!§\s)\b{_OF}|\b(?:sida?n?|blad(?:\s*nr)?)\W*\d{{1,4}}\b"
    r"|^[^\w§]*\d{1,4}[^\w§]*$",
    re.IGNORECASE,
)
"""What counts pages; the number of a § does not ("§ 19", "§ 8/2021")."""
PAGE_NUMBER = re.compile(
    rf"^(?:sida?n?\s*|blad\s*(?:nr)?\s*)?[–—-]?\s*(?:{_OF}|\d{{1,4}})\s*[–—-]?$|^(?:sida|sid|s\.|page)\s*:?\s*\d+.*$",
    re.IGNORECASE,
)
_KIND = (
    r"(?:sammanträdesprotokoll|protokoll(?:sutdrag)?|tjänste(?:skrivelse|utlåtande|yttrande)|utlåtande|yttrande|pm"
    r"|skrivelse|promemoria|remissvar)"
)
PAGE_COUNT = re.compile(
    rf"^(?:{_PAGE}|s)?[^\w§]{{0,2}}{_OF}[)\]]?$|^{_PAGE}\W{{0,2}}\d{{0,4}}$|^{_KIND}\W{{1,3}}(?:{_PAGE}\W{{1,2}})?{_OF}$",
    re.IGNORECASE,
)
"""A page count, with or without the paper's kind, that tells a letterhead, even on a paper of one page."""
SIGNED = re.compile(
    r"(?:justera(?:re|n|s|d)?(?:nde)?s?\W*)?sign\w*|justera(?:s|des|t|re)?|utdrags?\s?bestyrkande|(?:rätt\s)?utdraget\s+bestyrks?\w*",
    re.IGNORECASE,
)
"""What stands over the lines at a page's foot where minutes are signed."""
_SHEET_LABEL = re.compile(r"sammanträdes(?:protokoll|datum)|protokoll(?:sutdrag)?", re.IGNORECASE)
"""What stands beside other cells in the head of minutes, where a scanner has misread the page count."""
_LOGO = re.compile(r"[A-ZÅÄÖ][\wåäöÅÄÖ-]+(?:\s[\wåäöÅÄÖ-]+)?\s(?i:kommun|stad|region)")
"""A municipality's name alone."""
CLOSE = 1.75
"""Baseline distance in em within which rows belong to one letterhead."""
SMALL = 0.95
"""Size in em below which rows at the very foot of a page are no text."""
MOST_ABOVE = 6
"""Rows that may stand above the page count."""


@dataclass(frozen=True, slots=True)
class Parted:
    """A document's sheets without their running heads and feet, and those lines."""

    sheets: tuple[Sheet, ...]
    margins: tuple[MarginLine, ...]


def part_margins(sheets: Sequence[Sheet], body: float) -> Parted:
    """Take the running heads and feet out of the sheets."""
    finder = _Finder(sheets, body)
    kept, margins = [], []
    for sheet in sheets:
        rows = list(sheet.rows)
        taken: list[tuple[Row, list[Word]]] = []
        rows = _without_letterhead(sheet, rows, body, finder.opening, taken)
        rows = _without_foot(sheet, rows, body, finder.opening, taken)
        for at_top in (True, False):
            rows = finder.peel(sheet, rows, taken, at_top=at_top)
        rows = finder.without_moved_head(sheet, rows, taken)
        kept.append(replace(sheet, rows=tuple(rows)))
        taken.sort(key=lambda pair: (pair[0].base, pair[1][0].x0))
        margins += [margin_line(sheet, words) for _, words in taken]
    return Parted(tuple(kept), tuple(margins))


class _Finder:
    def __init__(self, sheets: Sequence[Sheet], body: float) -> None:
        self.pages = len(sheets)
        self.body = body
        self.heights: dict[tuple[str, bool], dict[int, list[float]]] = defaultdict(lambda: defaultdict(list))
        self._known: dict[tuple[tuple[str, bool], float], bool] = {}
        self._known_elsewhere: dict[tuple[str, bool], bool] = {}
        self._first_headings = FirstHeadings(sheets, body, _masked, TOP)
        self.opening = opening_rows(sheets, (TOP, BOTTOM), SAME_HEIGHT)
        for sheet in sheets:
            for row in sheet.rows:
                share = row.base / sheet.height
                if share < TOP or share > BOTTOM:
                    for part in fragments_of(row.words):
                        self.heights[_masked(text_of(part)), share < 0.5][sheet.index].append(row.base)

    @property
    def needed(self) -> float:
        """On how many pages a line must stand to be a running one."""
        if self.pages <= 2:
            return 2
        return max(2.0, min(0.4 * self.pages, 12 if self.pages < 60 else 0.2 * self.pages))

    def peel(self, sheet: Sheet, rows: list[Row], taken: list[tuple[Row, list[Word]]], *, at_top: bool) -> list[Row]:
        """Work inwards from the edge; stop at the third row that is not a running one, or at a heading of the text."""
        order = rows if at_top else rows[::-1]
        kept: list[Row] = []
        for k, row in enumerate(order):
            share = row.base / sheet.height
            if len(kept) > 2 or (share >= TOP if at_top else share <= BOTTOM):
                kept += order[k:]
                break
            parts = fragments_of(row.words)
            if at_top and self._heads_text(row):
                kept += order[k:]
                break
            flags = self._running_parts(sheet, row, parts, at_top=at_top)
            if (sheet.index, row.base) in self.opening:
                flags = [PAGE_COUNT.match(text_of(part)) is not None for part in parts]
            elif not all(flags) and self._stands_alone(sheet, row, rows, at_top=at_top):
                flags = [True] * len(parts)
            if any(flags) and (all(flags) or not kept):
                taken += [(row, part) for part, running in zip(parts, flags, strict=True) if running]
                left = [word for part, running in zip(parts, flags, strict=True) if not running for word in part]
                kept += [row.part(left)] if left else []
            else:
                kept.append(row)
        return kept if at_top else kept[::-1]

    def without_moved_head(self, sheet: Sheet, rows: list[Row], taken: list[tuple[Row, list[Word]]]) -> list[Row]:
        """The rows below a running head of two rows or more that stands lower than on other pages (a first page).

        What stands above them as well is no moved head but the paper's title, in the same words.
        """
        moved = 0
        for row in rows:
            parts = fragments_of(row.words)
            runs = (sheet.index, row.base) not in self.opening and all(self._runs_elsewhere(part) for part in parts)
            if row.base >= TOP * sheet.height or not runs or _stands_in(taken, parts):
                break
            moved += 1
        if moved < 2:
            return rows
        taken += [(row, list(row.words)) for row in rows[:moved]]
        return rows[moved:]

    def _runs_elsewhere(self, part: list[Word]) -> bool:
        key = (_masked(text_of(part)), True)
        if key not in self._known_elsewhere:
            bases = {round(base, 1) for bases in self.heights[key].values() for base in bases}
            self._known_elsewhere[key] = any(self._repeats(key, base) for base in bases)
        return self._known_elsewhere[key]

    def _running_parts(self, sheet: Sheet, row: Row, parts: list[list[Word]], *, at_top: bool) -> list[bool]:
        if sum(word.style.artifact for word in row.words) > 0.6 * len(row.words):
            return [True] * len(parts)
        share = row.base / sheet.height
        outer = share < 0.09 or share > 0.92
        flags = []
        for part in parts:
            key = (_masked(text_of(part)), at_top)
            number = bool(PAGE_NUMBER.match(text_of(part))) and outer
            often = self.pages == 1 or len(self.heights[key]) >= self.needed or len(parts) > 1
            signed = not at_top and share > BOTTOM and SIGNED.fullmatch(text_of(part)) is not None
            flags.append(self._repeats(key, row.base) or (number and often) or signed)
        return flags

    def _repeats(self, key: tuple[str, bool], base: float) -> bool:
        """Whether enough pages have these words at this height, and not as a heading that happens to stand first."""
        if not key[0] or self.pages < 2:
            return False
        at = (key, round(base, 1))
        if at not in self._known:
            pages = self.heights[key].values()
            same = sum(any(abs(other - at[1]) < SAME_HEIGHT for other in bases) for bases in pages)
            enough = same >= self.needed
            self._known[at] = enough and not (key[1] and self._first_headings.holds(key[0], at[1], SAME_HEIGHT))
        return self._known[at]

    def _heads_text(self, row: Row) -> bool:
        """Whether a row is a heading that happens to stand first on several pages: what is below it is text."""
        text = _masked(row.text)
        often = len(self.heights.get((text, True), ())) >= 2
        return often and self._first_headings.holds(text, row.base, SAME_HEIGHT)

    def _stands_alone(self, sheet: Sheet, row: Row, rows: list[Row], *, at_top: bool) -> bool:
        share = row.base / sheet.height
        if OUTERMOST <= share <= 1 - OUTERMOST:
            return False
        inner = [other.base for other in rows if (other.base > row.base + 2 if at_top else other.base < row.base - 2)]
        if not inner:
            return False
        gap = min(inner) - row.base if at_top else row.base - max(inner)
        return gap > ALONE * self.body and row.size <= 1.02 * self.body and len(row.text) < 120


def _stands_in(taken: Sequence[tuple[Row, list[Word]]], parts: Sequence[list[Word]]) -> bool:
    """Whether all these words have been taken out already."""
    texts = {_masked(text_of(part)) for _, part in taken}
    return all(_masked(text_of(part)) in texts for part in parts)


def _masked(text: str) -> str:
    return re.sub(r"[^\w#§]+", " ", _COUNTER.sub("#", text.lower())).strip()


def _without_letterhead(
    sheet: Sheet, rows: list[Row], body: float, opening: frozenset[RowAt], taken: list[tuple[Row, list[Word]]]
) -> list[Row]:
    """The rows below the letterhead: the rows close around a page count at the top ("1 (3)", "Sida"), or a few
    small ones at the very edge, far from the text. A row that opens a § is text.
    """
    end = next((k for k, row in enumerate(rows) if (sheet.index, row.base) in opening), len(rows))
    top = [k for k, row in enumerate(rows[:end]) if row.base < TOP * sheet.height]
    counted = [k for k in top if any(PAGE_COUNT.match(text_of(part)) for part in fragments_of(rows[k].words))]
    counted = counted or [k for k in top if sheet.ocr and _heads_minutes(rows[k])]
    last = counted[0] if counted and counted[0] <= MOST_ABOVE else 0
    while last + 1 < end and _gap(rows, last) <= CLOSE * max(rows[last + 1].size, 8.0):
        last += 1
    if end == 0 or last + 1 >= len(rows) or last > MOST_ABOVE or rows[last].base >= TOP * sheet.height:
        return rows  # the text goes on without a gap: no letterhead
    if not counted and not _at_the_edge(sheet, rows, last, body):
        return rows
    taken += [(row, part) for row in rows[: last + 1] for part in fragments_of(row.words)]
    return rows[last + 1 :]


def _heads_minutes(row: Row) -> bool:
    """Whether a row is one of the cells in the head of minutes."""
    parts = [text_of(part) for part in fragments_of(row.words)]
    return len(parts) > 1 and any(_SHEET_LABEL.fullmatch(part) for part in parts)


_NOTE = re.compile(r"\d{1,2}[.)]?\s+[^\d\W]")
"""How a footnote begins; a postal code has more digits."""
_ADDRESS = re.compile(
    r"\b\d{3}\s\d{2}\s+(?-i:[A-ZÅÄÖ])|\S@\S|\b(?:www\.|org\.?(?:anisations)?\s?-?(?:nr|nummer)\b|bankgiro\b)",
    re.IGNORECASE,
)


def _without_foot(
    sheet: Sheet, rows: list[Row], body: float, opening: frozenset[RowAt], taken: list[tuple[Row, list[Word]]]
) -> list[Row]:
    """The rows above the foot: several small ones far from the text, at the very edge or with a page count or an
    address among them."""
    first = len(rows) - 1
    while first > 0 and _gap(rows, first - 1) <= CLOSE * max(rows[first - 1].size, 8.0):
        first -= 1
    foot = rows[max(first, 0) :]
    small = all(row.size < SMALL * body and len(row.text) < 120 for row in foot)
    highest = BOTTOM if any(_tells_foot(row) for row in foot) else 1 - OUTERMOST
    if first < 1 or len(foot) < 2 or not small or foot[0].base <= highest * sheet.height:
        return rows
    if _gap(rows, first - 1) <= ALONE * body or _NOTE.match(foot[0].text):
        return rows
    if any((sheet.index, row.base) in opening for row in foot):
        return rows
    taken += [(row, part) for row in foot for part in fragments_of(row.words)]
    return rows[:first]


def _tells_foot(row: Row) -> bool:
    """Whether a row says that it is a letter's foot: a page count, a postal code with its town, a mail address."""
    counts = any(PAGE_COUNT.match(text_of(part)) for part in fragments_of(row.words))
    return counts or _ADDRESS.search(row.text) is not None


def _at_the_edge(sheet: Sheet, rows: list[Row], last: int, body: float) -> bool:
    small = all(
        (row.size <= 1.02 * body and len(row.text) < 120) or _LOGO.fullmatch(row.text) for row in rows[: last + 1]
    )
    return small and rows[last].base < OUTERMOST * sheet.height and _gap(rows, last) > ALONE * body


def _gap(rows: list[Row], k: int) -> float:
    return rows[k + 1].base - rows[k].base


def margin_line(sheet: Sheet, words: Sequence[Word]) -> MarginLine:
    """The words as a line that stands outside the paragraphs."""
    size = max(word.size for word in words)
    base = words[0].base
    box = (words[0].x0 - 1, base - ASCENT * size, words[-1].x1 + 1, base + DESCENT * size)
    x0, top, x1, bottom = (round(value, 1) for value in sheet.shown(box))
    return MarginLine(sheet.index + 1, text_of(words), (x0, top, x1, bottom))
