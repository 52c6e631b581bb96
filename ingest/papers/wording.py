"""Which demand a wording means, when no number is given: by the words that only that demand holds."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

WORDING_SHARE = 0.3
"""The least share of a wording's words that the demand it means must hold."""
CLEAR = 0.6
"""A second demand that holds more than this share of the best one's weight makes the wording ambiguous."""
SAME_START = 0.75
"""Two words are one in two inflections when they share so much of the shorter one from its start: "asfaltering" and
"asfalteras" (0.8), but not "språken" and "språkcaféer" (0.71)."""
SHORTEST_START = 4

_FILLER = frozenset(
    [
        *("att", "och", "i", "på", "en", "ett", "för", "med", "till", "av", "om", "som", "den", "det", "de", "är"),
        *("ska", "skall", "ges", "får", "kan", "vid", "eller", "inte", "samt", "från", "sina", "sin", "sitt", "där"),
        *("när", "så", "under", "över", "efter", "även", "också", "har", "vara", "blir", "bli", "deras", "dess"),
        *("detta", "denna", "dessa", "man", "alla", "varje", "minst", "kommunen", "kommunens", "kommunfullmäktige"),
        *("motionen", "motionens", "förslag", "förslaget", "yrkande", "del", "delen", "avser", "rör", "gäller"),
    ]
)


@lru_cache(maxsize=4096)
def content(text: str) -> frozenset[str]:
    """The words that carry meaning, lower case."""
    words = re.findall(r"\w+(?:-\w+)*", text.lower())
    return frozenset(word for word in words if word not in _FILLER and (len(word) > 2 or word.isdigit()))


def one_word(first: str, second: str) -> bool:
    """Whether two words are the same word, perhaps in two inflections."""
    if first == second:
        return True
    if first[:SHORTEST_START] != second[:SHORTEST_START]:
        return False
    shared = next((i for i, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), None)
    shared = min(len(first), len(second)) if shared is None else shared
    return shared >= SHORTEST_START and shared >= SAME_START * min(len(first), len(second))


def holds(words: frozenset[str], word: str) -> bool:
    """Whether the word is among the words, in any inflection."""
    return word in words or any(one_word(word, other) for other in _by_start(words).get(word[:SHORTEST_START], ()))


@lru_cache(maxsize=4096)
def _by_start(words: frozenset[str]) -> Mapping[str, tuple[str, ...]]:
    """The words by the first letters that `one_word` asks to be the same: most words need not be compared."""
    found: dict[str, tuple[str, ...]] = {}
    for word in words:
        start = word[:SHORTEST_START]
        found[start] = (*found.get(start, ()), word)
    return found


def scores(wording: str, texts: Sequence[str]) -> tuple[float, ...]:
    """How much of the wording each text holds; a word weighs 1 / (the number of texts that hold it)."""
    held = [content(text) for text in texts]
    totals = [0.0] * len(held)
    for word in content(wording):
        places = [index for index, words in enumerate(held) if holds(words, word)]
        for index in places:
            totals[index] += 1 / len(places)
    return tuple(totals)


def by_wording(wording: str, texts: Sequence[str]) -> int | None:
    """The number (from 1) of the one demand that the wording means; None if none or several fit."""
    found = scores(wording, texts)
    asked = len(content(wording))
    if not found or not asked:
        return None
    best = max(found)
    if best < WORDING_SHARE * asked or sum(score > CLEAR * best for score in found) > 1:
        return None
    return found.index(best) + 1
