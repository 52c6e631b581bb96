"""Words → rows (one baseline across the page) and rows → fragments (stretches without a wide gap)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.pages.letter_spacing import with_words
from ingest.pages.words import Word

SAME_BASE = 0.30
"""Words whose baselines differ by less than so many em are on one row."""
WIDE_GAP = 1.7
"""A gap of so many em parts a row into fragments (columns, table cells, tabulated text)."""


@dataclass(frozen=True, slots=True)
class Row:
    """Words on one baseline from left to right; `raised` are the footnote signs taken out of it."""

    base: float
    size: float
    words: tuple[Word, ...]
    raised: tuple[Word, ...] = ()

    @property
    def text(self) -> str:
        """The words with single spaces."""
        return text_of(self.words)

    @property
    def x0(self) -> float:
        """The left edge."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """The right edge."""
        return max(word.x1 for word in self.words[-3:])

    def part(self, words: Sequence[Word]) -> Row:
        """The row with only some of its words, and the raised signs that stand among them."""
        left, right = words[0].x0 - 2, words[-1].x1 + words[-1].size
        raised = tuple(sign for sign in self.raised if left <= sign.x0 <= right)
        return Row(self.base, max(word.size for word in words), tuple(words), raised)


def text_of(words: Sequence[Word]) -> str:
    """The words with single spaces."""
    return " ".join(word.text for word in words)


def is_bold(words: Sequence[Word]) -> bool:
    """Whether all words with a letter or figure are bold; False where there is none."""
    bold = [word.style.bold for word in words if re.search(r"\w", word.text)]
    return bool(bold) and all(bold)


class _Draft:
    __slots__ = ("base", "raised", "size", "words")

    def __init__(self, word: Word) -> None:
        self.base, self.size, self.words = word.base, word.size, [word]
        self.raised: list[Word] = []

    def takes(self, word: Word) -> bool:
        return abs(word.base - self.base) <= SAME_BASE * min(max(word.size, 4.0), max(self.size, 4.0))


def rows_of(words: Sequence[Word]) -> tuple[Row, ...]:
    """The rows of a page or cell, top to bottom; small signs raised beside a bigger word are set apart."""
    drafts: list[_Draft] = []
    for word in sorted(words, key=lambda word: (word.base, word.x0)):
        home = next((draft for draft in reversed(drafts[-6:]) if draft.takes(word)), None)
        if home is None:
            drafts.append(_Draft(word))
        else:
            home.words.append(word)
            home.size = max(home.size, word.size)
    kept = _take_out_raised(drafts)
    kept.sort(key=lambda draft: draft.base)
    return tuple(
        Row(draft.base, draft.size, with_words(sorted(draft.words, key=lambda word: word.x0)), tuple(draft.raised))
        for draft in kept
    )


def _take_out_raised(drafts: list[_Draft]) -> list[_Draft]:
    kept = []
    for draft in drafts:
        short = all(len(word.text) <= 4 for word in draft.words)
        if short and re.fullmatch(r"[\d*a-z,†‡]+", "".join(word.text for word in draft.words)):
            hosts = [_host(word, draft, drafts) for word in draft.words]
            if all(hosts):
                for word, host in zip(draft.words, hosts, strict=True):
                    if host:
                        host.raised.append(word)
                continue
            note = _note_that_starts_with(draft, drafts)
            if note is not None:
                note.words.extend(draft.words)
                continue
        kept.append(draft)
    return kept


def _note_that_starts_with(sign: _Draft, drafts: list[_Draft]) -> _Draft | None:
    """The row right behind a lone raised sign: the footnote that it numbers."""
    if len(sign.words) != 1:
        return None
    end = sign.words[0].x1
    for draft in drafts:
        raised = draft is not sign and 0 < draft.base - sign.base < 0.75 * draft.size
        if raised and -1 <= min(word.x0 for word in draft.words) - end < 0.6 * draft.size:
            return draft
    return None


def _host(sign: Word, own: _Draft, drafts: list[_Draft]) -> _Draft | None:
    """The row with a bigger word right before `sign`, a little lower (or higher) than it."""
    for draft in drafts:
        if draft is own or draft.size <= 1.25 * sign.size:
            continue
        raised = -0.35 * draft.size < draft.base - sign.base < 0.75 * draft.size
        if raised and any(-1 <= sign.x0 - word.x1 < 0.4 * word.size for word in draft.words):
            return draft
    return None


def fragments_of(words: Sequence[Word], gap: float = WIDE_GAP) -> list[list[Word]]:
    """The stretches of a row that no gap wider than `gap` em parts."""
    out: list[list[Word]] = []
    for word in words:
        if out:
            before = out[-1][-1]
            if word.x0 - before.x1 <= gap * max(word.size, before.size):
                out[-1].append(word)
                continue
        out.append([word])
    return out


def cells_of(words: Sequence[Word]) -> list[list[Word]]:
    """The fragments, but one stretch where three or more single words stand evenly apart (a justified line)."""
    parts = fragments_of(words)
    single = len(parts) >= 3 and all(len(part) == 1 for part in parts)
    if not single or any(char.isdigit() for part in parts for char in part[0].text):
        return parts
    gaps = [right[0].x0 - left[-1].x1 for left, right in pairwise(parts)]
    even = max(gaps) < 1.35 * min(gaps) + 2
    return [[word for part in parts for word in part]] if even else parts
