"""Which words of a paragraph to mark: those that share a term with the question."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from index.terms import words
from index.terms.analysis import Word

ANALYSED = 1000
"""Paragraphs whose words are kept, some 10 kB each: analysing ten hits takes 4 to 7 ms, a fifth of a question."""


def highlights(text: str, terms: Collection[str]) -> tuple[tuple[int, int], ...]:
    """Half-open character ranges of `text`, in order, of words whose term or a part of it is among `terms`."""
    wanted = frozenset(terms)
    return tuple((w.start, w.end) for w in _words(text) if w.term in wanted or not wanted.isdisjoint(w.parts))


@lru_cache(maxsize=ANALYSED)
def _words(text: str) -> tuple[Word, ...]:
    return words(text)


def phrase_highlights(text: str, phrase: str) -> tuple[tuple[int, int], ...]:
    """Where `phrase` stands in `text`, without regard to case; blanks match any blanks."""
    return tuple(match.span() for match in phrase_pattern(phrase).finditer(text))


def phrase_pattern(phrase: str) -> re.Pattern[str]:
    """What finds a quoted phrase: its words in order, whole at both ends."""
    return re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, phrase.split())) + r"(?!\w)", re.IGNORECASE)
