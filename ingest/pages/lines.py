"""What a line is: words on one baseline within one column, with its marker, style, tag and line-end hyphen."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

from corpus.paragraph import Box
from ingest.pages.hyphens import HYPHENS
from ingest.pages.markers import marker_of
from ingest.pages.structure_tree import Tag, Tags
from ingest.pages.words import ASCENT, DESCENT, Word

MOSTLY_BOLD, HARDLY_BOLD = 0.85, 0.30
"""Shares of a line's letters that are bold."""


SMALL_CAPITALS = (0.6, 0.85)
"""How large small capitals are beside the first letter: fonts draw them at 0.65 to 0.8."""
SENTENCE_END = re.compile(r"[.!?:;…][\"”’»)\]]*$")


@dataclass(frozen=True, slots=True)
class Line:
    """One line. `page` is its sheet's index; `bold` the share of bold letters; `text_x0` where the text after the
    marker starts; `hyphen` the hyphen it ends with, "" if none; `raised` the footnote signs taken out of it.
    """

    page: int
    x0: float
    x1: float
    base: float
    size: float
    text: str
    words: tuple[Word, ...]
    bold: float
    marker: str
    text_x0: float
    hyphen: str
    tag: Tag
    caps: bool
    raised: tuple[str, ...] = ()

    @property
    def is_bold(self) -> bool:
        """Whether (nearly) the whole line is bold."""
        return self.bold > MOSTLY_BOLD

    @property
    def is_plain(self) -> bool:
        """Whether hardly a letter is bold."""
        return self.bold < HARDLY_BOLD

    @property
    def ends_sentence(self) -> bool:
        """Whether it ends with a stop, colon, semicolon, question or exclamation mark."""
        return bool(SENTENCE_END.search(self.text))

    @property
    def first_width(self) -> float:
        """The width of its first word (or marker) in points."""
        return self.words[0].x1 - self.words[0].x0

    @property
    def box(self) -> Box:
        """Its box on the sheet."""
        return self.x0 - 1, self.base - ASCENT * self.size - 0.5, self.x1 + 1, self.base + DESCENT * self.size + 0.5

    @property
    def body(self) -> str:
        """Its text without the marker."""
        marked = self.marker and self.text.startswith(self.marker)
        return self.text[len(self.marker) :].lstrip() if marked else self.text

    def with_marker(self, marker: str, text_x0: float) -> Line:
        """The line with another marker ("" = none)."""
        return replace(self, marker=marker, text_x0=text_x0)


def line_of(page: int, words: Sequence[Word], tags: Tags, raised: Sequence[Word] = ()) -> Line:
    """The line that `words` make."""
    ordered = tuple(sorted(words, key=lambda word: word.x0))
    letters = sum(len(word.text) for word in ordered) or 1
    sizes: Counter[float] = Counter()
    for word in ordered:
        sizes[round(word.size, 1)] += len(word.text)
    text = _spelled(ordered)
    x0, x1 = ordered[0].x0, max(word.x1 for word in ordered[-3:])
    marker, text_x0 = marker_of(ordered)
    signs = tuple(sign.text for sign in raised if x0 - 2 <= sign.x0 <= x1 + 12)
    return Line(
        page=page,
        x0=x0,
        x1=x1,
        base=median(word.base for word in ordered),
        size=_size(ordered, sizes),
        text=text,
        words=ordered,
        bold=sum(len(word.text) for word in ordered if word.style.bold) / letters,
        marker=marker,
        text_x0=text_x0,
        hyphen=text[-1] if len(text) > 1 and text[-1] in HYPHENS and text[-2].isalnum() else "",
        tag=_tag(page, ordered, tags),
        caps=text.upper() == text and sum(char.isalpha() for char in text) > 3,
        raised=signs,
    )


def _size(words: Sequence[Word], sizes: Counter[float]) -> float:
    """The size most letters have; in small capitals that of the first letter."""
    return round(words[0].size, 1) if _small_capitals(words) else sizes.most_common(1)[0][0]


def _small_capitals(words: Sequence[Word]) -> bool:
    """Whether the first word is larger than all others, on one baseline: a heading in small capitals."""
    rest = {round(word.size, 1) for word in words[1:]}
    return len(rest) == 1 and SMALL_CAPITALS[0] < rest.pop() / words[0].size < SMALL_CAPITALS[1]


def _spelled(words: Sequence[Word]) -> str:
    """The words with spaces between; letter-spaced headings ("P R O T O K O L L") without.

    Small capitals may come out in any case ("kommunFullmäktiges"): they are written as a sentence.
    """
    if _small_capitals(words):
        first, *rest = (word.text for word in words)
        return " ".join([first[:1].upper() + first[1:], *(text.lower() for text in rest)])
    if len(words) >= 4 and all(len(word.text) == 1 for word in words) and len({word.text for word in words}) > 2:
        return "".join(word.text for word in words)
    return " ".join(word.text for word in words)


def _tag(page: int, words: Sequence[Word], tags: Tags) -> Tag:
    if not tags:
        return Tag()
    letters: Counter[Tag] = Counter()
    for word in words:
        tag = tags.get((page, word.style.mcid))
        if tag is not None:
            letters[tag] += len(word.text)
    return letters.most_common(1)[0][0] if letters else Tag()
