"""Makes words of capitals that are set apart ("B O D A R P S  K O M M U N"), as on letterheads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from ingest.pages.words import Word

LEAST_PIECES = 6
"""Pieces of one or two capitals that are set apart; two may stand so close that they are drawn as one word."""
LEAST_WORDS, LEAST_LETTERS = 2, 3
"""Words that wider gaps must make of them, each of so many letters: "A B C D E F" is none."""
WIDEST = 0.6
"""Gap in em between two letters of one word, at most."""
WIDER = 1.8
"""A gap so many times the usual one parts two words."""
_PIECE = re.compile(r"[A-ZÅÄÖÉÜ]{1,2}")


def with_words(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words of a row from left to right, those that were set apart made whole."""
    found: list[Word] = []
    run: list[Word] = []
    for word in words:
        if _PIECE.fullmatch(word.text) and (not run or word.style == run[-1].style):
            run.append(word)
            continue
        found += _whole(run)
        run = []
        if _PIECE.fullmatch(word.text):
            run = [word]
        else:
            found.append(word)
    return (*found, *_whole(run))


def _whole(run: Sequence[Word]) -> list[Word]:
    """The words that a run of pieces makes; the run as it stands where it is no set of words."""
    if len(run) < LEAST_PIECES:
        return list(run)
    usual = median(right.x0 - left.x1 for left, right in pairwise(run))
    parts = [[run[0]]]
    for left, right in pairwise(run):
        if right.x0 - left.x1 > WIDER * usual:
            parts.append([])
        parts[-1].append(right)
    long = all(sum(len(piece.text) for piece in part) >= LEAST_LETTERS for part in parts)
    if not 0 < usual < WIDEST * run[0].size or len(parts) < LEAST_WORDS or not long:
        return list(run)
    return [_joined(part) for part in parts]


def _joined(part: Sequence[Word]) -> Word:
    first = part[0]
    top, bottom = min(piece.top for piece in part), max(piece.bottom for piece in part)
    text = "".join(piece.text for piece in part)
    return Word(text, first.x0, top, part[-1].x1, bottom, first.base, first.style)
