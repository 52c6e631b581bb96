"""Bullets that are drawn, not set: browsers print the dots of a list as small filled shapes before its items."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from corpus.paragraph import Box
from ingest.pages.words import Word

BULLET = "•"
SMALLEST, LARGEST = 1.5, 8.0
"""Points across a dot."""
ROUND = 0.8
"""The least of a dot's height over its width, or the other way round."""
_LARGEST_EM = 0.6
_NEAR, _FAR = 0.2, 2.5
"""Gap in em between a dot and the words of its item."""
_LOW, _HIGH = 0.05, 0.62
"""How far above the baseline, in em, a dot's middle stands."""
_CLEAR = 6.0
"""Em to the left of a dot that are free of words: it begins a line."""


def may_be_dot(box: Box) -> bool:
    """Whether a filled shape of this box has the size and shape of a bullet."""
    width, height = box[2] - box[0], box[3] - box[1]
    small = SMALLEST <= width <= LARGEST and SMALLEST <= height <= LARGEST
    return small and min(width, height) >= ROUND * max(width, height)


def with_bullets(words: Sequence[Word], dots: Sequence[Box]) -> tuple[Word, ...]:
    """The words with a bullet before each that begins a line right behind one of the dots, where another does so at the
    same place: a dot alone may be a diagram's."""
    upright = [word for word in words if word.style.angle == 0]
    bullets: dict[int, Word] = {}
    for dot in dots:
        beside = [word for word in upright if _level(dot, word)]
        item = min((word for word in beside if word.x0 > dot[2]), key=lambda word: word.x0, default=None)
        if item is None or not _NEAR * item.size <= item.x0 - dot[2] <= _FAR * item.size:
            continue
        if all(word.x1 < dot[0] - _CLEAR * item.size for word in beside if word.x0 <= dot[2]):
            bullets[id(item)] = replace(item, text=BULLET, x0=dot[0], top=dot[1], x1=dot[2], bottom=dot[3])
    column = Counter(round(bullet.x0) + step for bullet in bullets.values() for step in (-1, 0, 1))
    bullets = {key: bullet for key, bullet in bullets.items() if column[round(bullet.x0)] > 1}
    placed = ((bullets[id(word)], word) if id(word) in bullets else (word,) for word in words)
    return tuple(word for some in placed for word in some)


def _level(dot: Box, word: Word) -> bool:
    above = word.base - (dot[1] + dot[3]) / 2
    return _LOW * word.size <= above <= _HIGH * word.size and dot[2] - dot[0] <= _LARGEST_EM * word.size
