"""A page the right way up: sideways pages are turned for layout, their boxes turned back; hidden words go."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

from corpus.paragraph import Box
from ingest.pages.rows import Row, rows_of
from ingest.pages.words import PageText, Segment, Style, Word


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page as it is laid out: `turn` is the angle its text runs in; width, height, rows and rules are upright."""

    index: int
    turn: int
    width: float
    height: float
    rows: tuple[Row, ...]
    rules: tuple[Segment, ...]
    ocr: bool = False
    skew: float = 0.0

    def shown(self, box: Box) -> Box:
        """An upright box as a box of the page as displayed."""
        x0, top, x1, bottom = box
        if self.skew:
            sunk = self.skew * ((x0 + x1) / 2 - self.width / 2)
            return x0, top + sunk, x1, bottom + sunk
        if self.turn == 90:
            return self.height - bottom, x0, self.height - top, x1
        if self.turn == 270:
            return top, self.width - x1, bottom, self.width - x0
        if self.turn == 180:
            return self.width - x1, self.height - bottom, self.width - x0, self.height - top
        return box


def sheet_of(page: PageText) -> Sheet:
    """Turn the page upright and gather its words into rows."""
    turn = _turn(page.words)
    width, height = (page.height, page.width) if turn in (90, 270) else (page.width, page.height)
    words = [_upright(word, turn, page) for word in page.words if word.style.angle == turn]
    words = _once(_visible(words, page.image_share))
    rules = tuple(_upright_box(rule, turn, page) for rule in page.rules) if turn else page.rules
    return Sheet(page.index, turn, max(1.0, width), max(1.0, height), rows_of(words), rules, page.ocr, page.skew)


def _turn(words: Sequence[Word]) -> int:
    letters: Counter[int] = Counter()
    for word in words:
        letters[word.style.angle] += len(word.text)
    if not letters:
        return 0
    angle, most = letters.most_common(1)[0]
    return angle if angle in (90, 180, 270) and most > 0.6 * letters.total() else 0


def _upright_box(box: Box, turn: int, page: PageText) -> Box:
    x0, top, x1, bottom = box
    if turn == 90:
        return top, page.width - x1, bottom, page.width - x0
    if turn == 270:
        return page.height - bottom, x0, page.height - top, x1
    if turn == 180:
        return page.width - x1, page.height - bottom, page.width - x0, page.height - top
    return box


def _upright(word: Word, turn: int, page: PageText) -> Word:
    if not turn:
        return word
    x0, top, x1, bottom = _upright_box((word.x0, word.top, word.x1, word.bottom), turn, page)
    base = {90: page.width - word.base, 270: word.base, 180: page.height - word.base}[turn]
    return Word(word.text, x0, top, x1, bottom, base, replace(word.style, angle=0))


def _visible(words: list[Word], image_share: float) -> list[Word]:
    """The words that can be seen; on a scan with a text layer (nearly all hidden over a picture), that layer."""
    seen = [word for word in words if not word.style.hidden]
    if not words or len(seen) > 0.2 * len(words) or image_share < 0.4:
        return seen
    # Font sizes of a text layer are noise: those near the median are the body's.
    middle = median(word.size for word in words)
    styles: dict[Style, Style] = {}
    for word in words:
        near = abs(word.size - middle) < 0.28 * middle
        styles.setdefault(word.style, replace(word.style, size=middle) if near else word.style)
    return [replace(word, style=styles[word.style]) for word in words]


def _once(words: list[Word]) -> list[Word]:
    """Each word once: some producers print it twice for bold."""
    seen: dict[tuple[str, int, int], Word] = {}
    out = []
    for word in words:
        key = (word.text, round(word.x0 / 2), round(word.base / 2))
        before = seen.get(key)
        if before is None or abs(before.x0 - word.x0) >= 1 or abs(before.base - word.base) >= 1:
            seen[key] = word
            out.append(word)
    return out
