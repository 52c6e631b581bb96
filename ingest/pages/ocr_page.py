"""Words that OCR saw in a picture → a page's words: skew taken out, baselines and font sizes estimated."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
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
DIRTY, DIRTY_SHARE = 1.5, 0.18
"""Points by which the feet of a clean line's words do not differ, and the share by which their heights do not."""
ENOUGH = 4
"""Words of a line from which most can be dirty and the clean ones still be told."""
LONG_ENOUGH = 12
"""Letters from which their width says something."""
WIDER = 1.14
"""Width of letters in a larger size, of the body's."""
SPECK_CONFIDENCE = 35.0
"""Confidence below which a sign or one or two letters are dirt (five noisy scans: dirt 0–34, words 40 and more)."""
_REAL_SIGNS = frozenset("-–—•*§»$")
"""Signs that print holds; "$" is what a scanner makes of "§"."""
_LIKE_PARAGRAF = re.compile(r"&|[$&§]{2}")
"""What else it makes of one; only before a number."""
_NUMBER = re.compile(r"\d{1,4}[.,:]?")
_DESCENDERS = frozenset("gjpqyçQ,;()[]|/§")
_TALL = re.compile(r"[A-ZÅÄÖbdfhklt0-9]")


_Key = tuple[int, int, int]
"""Tesseract's block, paragraph and line."""


@dataclass(frozen=True, slots=True)
class SeenWord:
    """A word in a picture: its box in pixels, its confidence 0–100, and the line that holds it."""

    text: str
    confidence: float
    x: float
    y: float
    width: float
    height: float
    line: _Key

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
    beside = zip((None, *words[:-1]), words, (*words[1:], None), strict=False)
    return tuple(
        word
        for before, word, following in beside
        if not _is_speck(word) or _stands_for_paragraf(word, following) or _joins_names(before, word, following)
    )


def _is_speck(word: SeenWord) -> bool:
    if not re.search(r"\w", word.text):
        return word.text not in _REAL_SIGNS or word.confidence < SPECK_CONFIDENCE
    return len(word.text) <= 2 and word.confidence < SPECK_CONFIDENCE


def _stands_for_paragraf(word: SeenWord, following: SeenWord | None) -> bool:
    """Whether signs that print hardly holds stand right before a number on their line."""
    numbered = following is not None and following.line == word.line and _NUMBER.fullmatch(following.text)
    return bool(numbered) and _LIKE_PARAGRAF.fullmatch(word.text) is not None


def _joins_names(before: SeenWord | None, word: SeenWord, following: SeenWord | None) -> bool:
    """Whether it is the sign between two names on one line: "Gata & Park"."""
    if word.text != "&" or word.confidence < SPECK_CONFIDENCE or before is None or following is None:
        return False
    names = before.text[:1].isupper() and following.text[:1].isupper()
    return names and before.line == word.line == following.line


def confident(words: Sequence[SeenWord]) -> bool:
    """Whether what was seen is text rather than a drawing or handwriting; nothing seen counts as a blank page."""
    return not words or mean(word.confidence for word in words) >= LEAST_CONFIDENCE


def ocr_page(page: PageText, words: Sequence[SeenWord], scale: float) -> PageText:
    """The page with the words seen in its picture, which has `scale` pixels a point."""
    lines: dict[_Key, list[SeenWord]] = defaultdict(list)
    for word in words:
        lines[word.line].append(_scaled(word, scale))
    skew = _skew(list(lines.values()), page.width)
    fits = [_fit(line, skew, page.width) for line in lines.values()]
    fitted = _alike_in_paragraphs(list(lines), fits, [len(line) for line in lines.values()])
    body = median([size for line, (_, size) in zip(lines.values(), fitted, strict=True) for _ in line] or [11.0])
    sizes = _as_wide_as_body(lines, [size for _, size in fitted], body)
    out: list[Word] = []
    for line, (base, _), size in zip(lines.values(), fitted, sizes, strict=True):
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
    keys: Sequence[_Key], fitted: Sequence[tuple[float, float]], words: Sequence[int]
) -> list[tuple[float, float]]:
    """The lines' fits with one size in each of Tesseract's paragraphs: a line of few letters says little.

    A word alone at a paragraph's end says nothing: one speck that touches it may double its height. It then stands
    where the lines above it say.
    """
    sizes: dict[tuple[int, int], list[float]] = defaultdict(list)
    for (block, paragraph, _), (_, size) in zip(keys, fitted, strict=True):
        sizes[block, paragraph].append(size)
    out = []
    for k, ((block, paragraph, _), (base, size)) in enumerate(zip(keys, fitted, strict=True)):
        usual = median(sizes[block, paragraph])
        alike = abs(size - usual) < SAME_PARAGRAPH_SIZE * usual
        above = [j for j in (k - 2, k - 1) if j >= 0 and keys[j][:2] == (block, paragraph) and words[j] > LONG_LINE]
        if not alike and words[k] == 1 and len(above) == 2:
            out.append((2 * fitted[k - 1][0] - fitted[k - 2][0], usual))
        else:
            out.append((base, usual if alike else size))
    return out


def _fit(line: Sequence[SeenWord], skew: float, width: float) -> tuple[float, float]:
    """A line's baseline and font size, in points."""

    def level(word: SeenWord, y: float) -> float:
        return y - skew * (word.middle - width / 2)

    sitting = [level(word, word.bottom) for word in line if word.sits]
    base = _clean(sitting, DIRTY) if sitting else max(level(word, word.bottom) for word in line)
    heights = [base - level(word, word.y) for word in line if _TALL.search(word.text)]
    if heights:
        return base, max(1.0, _clean(heights, DIRTY_SHARE * median(heights)) / ASCENDER_EM)
    return base, max(1.0, median(word.height for word in line) / X_HEIGHT_EM)


def _clean(edges: Sequence[float], most: float) -> float:
    """The middle of how far words reach, or the least but a quarter where that differs by more than `most` points:
    dirt that touches words only adds to them.
    """
    middle, low = median(edges), sorted(edges)[len(edges) // 4]
    return low if len(edges) >= ENOUGH and middle - low > most else middle


def _as_wide_as_body(lines: Mapping[_Key, Sequence[SeenWord]], sizes: Sequence[float], body: float) -> list[float]:
    """The sizes, but the body's for long lines whose letters are no wider than the body's: dirt made them tall.

    Short lines of the same paragraph and size go with them. On 15 scans of made papers letters of larger type were at
    least 1.17 times as wide as the body's, those of such lines at most 1.11 times.
    """
    groups = [(*key[:2], size) for key, size in zip(lines, sizes, strict=True)]
    widths = [_letter_width(line) if _letters(line) >= LONG_ENOUGH else None for line in lines.values()]
    usual = [w for w, size in zip(widths, sizes, strict=True) if w and abs(size - body) < SAME_SIZE * body]
    most = WIDER * median(usual) if usual else 0.0
    narrow = {group for group, width in zip(groups, widths, strict=True) if width and width < most}
    return [
        body if size > body and group in narrow and (not width or width < most) else size
        for group, width, size in zip(groups, widths, sizes, strict=True)
    ]


def _letters(line: Sequence[SeenWord]) -> int:
    return sum(len(word.text) for word in line)


def _letter_width(line: Sequence[SeenWord]) -> float:
    return sum(word.width for word in line) / _letters(line)
