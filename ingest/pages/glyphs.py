"""Glyphs → words: where one word ends and the next begins, and which glyphs are one ligature."""

from __future__ import annotations

from corpus.paragraph import Box
from ingest.pages.words import Style, Word

WORD_GAP = 0.16
"""Gap in em that starts a new word, for PDFs that draw no spaces (study of 25 made PDFs)."""
BASE_STEP = 0.25
"""Step of the baseline in em that starts a new word."""
SMALL_CAPITAL = 0.60
"""Small capitals are drawn at 0.7-0.8 of the size: a smaller glyph, a digit or a raised one is a note's reference."""
BACKWARD = 0.60
"""How far, in em, a glyph may reach back over the one before it (kerning, ligatures that share one box)."""


class WordBuilder:
    """Gathers glyphs, in drawing order, into words."""

    def __init__(self) -> None:
        """Start with no word open."""
        self.words: list[Word] = []
        self._text: list[str] = []
        self._style = Style(0.0)
        self._box = (0.0, 0.0, 0.0, 0.0)
        self._base = 0.0
        self._last_start = 0.0

    def space(self) -> None:
        """End the word that is open."""
        if self._text:
            self.words.append(Word("".join(self._text), *self._box, self._base, self._style))
            self._text = []

    def glyph(self, text: str, box: Box, base: float, style: Style) -> None:
        """Add one glyph with its box and baseline on the displayed page."""
        start = _start(box, style.angle)
        if self._text and self._goes_on(text, box, base, style, start):
            self._box = _around(self._box, box)
            self._text.append(text)
        else:
            self.space()
            self._text, self._box, self._base, self._style = [text], box, base, style
        self._last_start = start

    def _goes_on(self, text: str, box: Box, base: float, style: Style, start: float) -> bool:
        size = style.size
        if style.angle != self._style.angle or abs(base - self._base) >= BASE_STEP * size:
            return False
        resized = abs(size - self._style.size) >= 0.25 * max(size, self._style.size)
        if resized and (
            text.isdigit() or size < SMALL_CAPITAL * self._style.size or abs(base - self._base) > 0.02 * size
        ):
            return False
        gap = _start(box, style.angle) - _end(self._box, style.angle)
        forward = start - self._last_start > -0.05 * size
        return gap < WORD_GAP * size and (forward or gap > -BACKWARD * size)


def _around(one: Box, other: Box) -> Box:
    x0, top, x1, bottom = one
    left, high, right, low = other
    return (
        left if left < x0 else x0,  # twice as quick as min and max, which are called for every glyph
        high if high < top else top,
        right if right > x1 else x1,
        low if low > bottom else bottom,
    )


def _start(box: Box, angle: int) -> float:
    """Where a box begins along its baseline, growing in reading direction."""
    return box[0] if angle == 0 else {90: box[1], 180: -box[2]}.get(angle, -box[3])


def _end(box: Box, angle: int) -> float:
    return box[2] if angle == 0 else {90: box[3], 180: -box[0]}.get(angle, -box[1])
