"""Words that OCR saw in a picture → a page's words: skew taken out, baselines and font sizes estimated."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile
from statistics import mean, median

from ingest.pages.words import ASCENT, DESCENT, PageText, Style, Word

LEAST_CONFIDENCE = 60.0
"""Mean confidence below which a page counts as unread: text gets 90–96, a drawing 41."""
SAME_SIZE = 0.14
"""Tesseract has no font sizes: lines within this share of the body's size get the body's."""
SAME_PARAGRAPH_SIZE = 0.30
"""And lines of one paragraph within this share of its usual size get that."""
LONG_LINE = 4
"""Words of a line after which a word alone carries on its sentence, and heads nothing."""
ASCENDER_EM, X_HEIGHT_EM = 0.70, 0.55
"""Height of letters with and without ascenders, em."""
SPECK_CONFIDENCE = 35.0
"""Confidence below which a sign or one or two letters are dirt (five noisy scans: dirt 0–34, words 40 and more)."""
_REAL_SIGNS = frozenset("-–—•*§»$")
"""Signs that print holds; "$" is what a scanner makes of "§"."""
_DESCENDERS = frozenset("gjpqyçQ,;()[]|/§")
_TALL = re.compile(r"[A-ZÅÄÖbdfhklt0-9]")


@dataclass(frozen=True, slots=True)
class SeenWord:
    """A word in a picture: its box in pixels, its confidence 0–100, and the line that holds it."""

    text: str
    confidence: float
    x: float
    y: float
    width: float
    height: float
    line: tuple[int, int, int]

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.height

    @property
    def middle(self) -> float:
        """The horizontal middle."""
        return self.x + self.width / 2

    @property
    def sits(self) -> bool:
        """Whether its lower edge is the baseline."""
        return not set(self.text) & _DESCENDERS and bool(re.search(r"\w", self.text))


def without_specks(words: Sequence[SeenWord]) -> tuple[SeenWord, ...]:
    """The words without what OCR makes of dirt and lines: signs alone ("|", "~"), and single letters it doubts."""
    return tuple(word for word in words if not _is_speck(word))


def _is_speck(word: SeenWord) -> bool:
    if not re.search(r"\w", word.text):
        return word.text not in _REAL_SIGNS or word.confidence < SPECK_CONFIDENCE
    return len(word.text) <= 2 and word.confidence < SPECK_CONFIDENCE


def confident(words: Sequence[SeenWord]) -> bool:
    """Whether what was seen is text rather than a drawing or handwriting; nothing seen counts as a blank page."""
    return not words or mean(word.confidence for word in words) >= LEAST_CONFIDENCE


def ocr_page(page: PageText, words: Sequence[SeenWord], scale: float) -> PageText:
    """The page with the words seen in its picture, which has `scale` pixels a point."""
    lines: dict[tuple[int, int, int], list[SeenWord]] = defaultdict(list)
    for word in words:
        lines[word.line].append(_scaled(word, scale))
    skew = _skew(list(lines.values()), page.width)
    fits = [_fit(line, skew, page.width) for line in lines.values()]
    fitted = _alike_in_paragraphs(list(lines), fits, list(lines.values()))
    body = median([size for line, (_, size) in zip(lines.values(), fitted, strict=True) for _ in line] or [11.0])
    out: list[Word] = []
    for line, (base, size) in zip(lines.values(), fitted, strict=True):
        near = abs(size - body) < SAME_SIZE * body
        style = Style(round(body if near else size, 1))
        for word in line:
            top, bottom = base - ASCENT * style.size, base + DESCENT * style.size
            out.append(Word(word.text, word.x, top, word.x + word.width, bottom, base, style))
    characters = sum(len(word.text) for word in out)
    return PageText(
        page.index, page.width, page.height, tuple(out), (), characters, 0, page.image_share, ocr=True, skew=skew
    )


def _scaled(word: SeenWord, scale: float) -> SeenWord:
    box = (word.x / scale, word.y / scale, word.width / scale, word.height / scale)
    return SeenWord(word.text, word.confidence, *box, word.line)


def _skew(lines: Sequence[Sequence[SeenWord]], width: float) -> float:
    """How much the page leans: the median slope of its long lines' word bottoms (F1 of a skewed scan .76 → .92)."""
    slopes = []
    for line in lines:
        points = [(word.middle, word.bottom) for word in line if word.sits]
        if len(points) >= 4 and points[-1][0] - points[0][0] > 0.25 * width:
            mx, my = mean(x for x, _ in points), mean(y for _, y in points)
            spread = sum((x - mx) ** 2 for x, _ in points)
            slopes.append(sum((x - mx) * (y - my) for x, y in points) / spread)
    return median(slopes) if len(slopes) >= 3 else 0.0


def _alike_in_paragraphs(
    keys: Sequence[tuple[int, int, int]], fitted: Sequence[tuple[float, float]], lines: Sequence[Sequence[SeenWord]]
) -> list[tuple[float, float]]:
    """The lines' fits with one size in each of Tesseract's paragraphs: a line of few letters says little.

    A word alone at a paragraph's end says nothing: one speck that touches it may double its height. It then stands
    where the lines above it say; below a single line it does so if it begins with a small letter, as no heading does.
    """
    sizes = _sizes_told(keys, fitted, lines)
    out = []
    for k, ((block, paragraph, _), (base, size)) in enumerate(zip(keys, fitted, strict=True)):
        usual = median(sizes[block, paragraph])
        alike = abs(size - usual) < SAME_PARAGRAPH_SIZE * usual
        near = (j for j in (k - 1, k - 2) if j >= 0 and keys[j][:2] == (block, paragraph))
        above = list(takewhile(lambda j: len(lines[j]) > LONG_LINE, near))
        goes_on = len(above) == 1 and lines[k][0].text[:1].islower()
        if not alike and len(lines[k]) == 1 and len(above) == 2:
            out.append((2 * fitted[k - 1][0] - fitted[k - 2][0], usual))
        elif not alike and len(lines[k]) == 1 and goes_on:
            out.append((fitted[k - 1][0] + _leading(keys, fitted, base - fitted[k - 1][0]), usual))
        else:
            out.append((base, usual if alike else size))
    return out


def _sizes_told(
    keys: Sequence[tuple[int, int, int]], fitted: Sequence[tuple[float, float]], lines: Sequence[Sequence[SeenWord]]
) -> dict[tuple[int, int], list[float]]:
    """The sizes of each paragraph's lines, those of one word left out where others tell."""
    told = {key[:2] for key, line in zip(keys, lines, strict=True) if len(line) > 1}
    sizes: dict[tuple[int, int], list[float]] = defaultdict(list)
    for key, (_, size), line in zip(keys, fitted, lines, strict=True):
        if len(line) > 1 or key[:2] not in told:
            sizes[key[:2]].append(size)
    return sizes


def _leading(keys: Sequence[tuple[int, int, int]], fitted: Sequence[tuple[float, float]], most: float) -> float:
    """The page's usual distance between two baselines of one paragraph, and no more than `most`."""
    pairs = zip(pairwise(keys), pairwise(fitted), strict=True)
    apart = [lower[0] - upper[0] for (one, other), (upper, lower) in pairs if one[:2] == other[:2]]
    return min(most, median(apart or [most]))


def _fit(line: Sequence[SeenWord], skew: float, width: float) -> tuple[float, float]:
    """A line's baseline and font size, in points."""

    def level(word: SeenWord, y: float) -> float:
        return y - skew * (word.middle - width / 2)

    sitting = [level(word, word.bottom) for word in line if word.sits]
    base = median(sitting) if sitting else max(level(word, word.bottom) for word in line)
    heights = [base - level(word, word.y) for word in line if _TALL.search(word.text)]
    if heights:
        return base, max(1.0, median(heights) / ASCENDER_EM)
    return base, max(1.0, median(word.height for word in line) / X_HEIGHT_EM)
