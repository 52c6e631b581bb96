"""Whether a page's words are of no language: a font's wrong table has exchanged the letters, or put signs for them.

Such a table may belong to one font of several: words are judged a stretch at a time, and one bad stretch is enough.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

STRETCH, STEP = 40, 20
"""Words that are judged together, and from where to where the next such stretch is."""
LEAST_PAIRS, LEAST_KNOWN = 100, 0.24
"""Pairs of letters from which their share of common ones says something, and the least such share: 16 545 stretches of
read papers had 0.38 and more, letters exchanged in a thousand ways at most 0.21."""
LEAST_LONG, LEAST_SMALL = 0.2, 0.02
"""Least shares of words of four letters and more, and of function words, in running text; tables have the first."""
MOST_NUMBERS = 0.4
"""Share of plain numbers from which words are a table of them."""
MANY_ODD = 1 / 3
"""Share of words with a sign within from which a stretch that is no prose is noise: nothing read comes near."""
_SIGNS = r"[|*+=<>^~{}\\_#$&?!%\"]"
_SIGN_WITHIN = re.compile(rf"[^\W\d_]{_SIGNS}|{_SIGNS}[^\W_]|{_SIGNS}{{2}}")
_COMMON = frozenset(
    [
        *("er", "en", "in", "de", "an", "ar", "et", "ör", "ng", "ll", "ti", "te", "fö", "nd", "ra"),
        *("at", "st", "re", "tt", "om", "ko", "la", "sk", "ns", "ta", "ni", "ge", "oc", "el", "un"),
        *("be", "na", "ka", "al", "il", "es", "ch", "li", "ri", "on", "ed", "ig", "le", "or", "me"),
        *("mm", "rs", "ut", "sa", "ga", "se", "ne", "ve", "va", "am", "ts", "nt", "ag", "as", "kt"),
    ]
)
"""The sixty commonest pairs of letters in Swedish papers: 59 % of all."""
_LETTERS = re.compile(r"[a-zåäöéü]{3,}")
_NUMBER = re.compile(r"[§(]*[\d.,:;%()/–+*-]+(?:[a-zåäö]{1,3})?[.,;:)]*|\W{1,2}", re.IGNORECASE)
_FUNCTION_WORDS = frozenset(
    [
        *("och", "i", "att", "av", "för", "som", "på", "med", "en", "ett", "den", "det"),
        *("till", "är", "om", "de", "har", "inte", "ska", "the", "of", "and", "to"),
    ]
)


def noisy(words: Sequence[str]) -> bool:
    """Whether a page's words are noise, or those of some stretch of it."""
    counted = [_pairs(word) for word in words]
    starts = range(0, max(1, len(words) - STRETCH + STEP), STEP)
    if any(_exchanged(counted[at : at + STRETCH]) for at in starts):
        return True
    stretches = (words[at : at + STRETCH] for at in starts)
    return _no_words(words) or any(_no_words(one) and _odd(one) for one in stretches)


def _pairs(word: str) -> tuple[int, int]:
    """How many pairs of letters a word has, and how many of these are common."""
    runs = _LETTERS.findall(word.lower())
    pairs = [run[at : at + 2] for run in runs for at in range(len(run) - 1)]
    return len(pairs), sum(pair in _COMMON for pair in pairs)


def _exchanged(counted: Sequence[tuple[int, int]]) -> bool:
    """Whether the pairs of letters are those of no language."""
    pairs = sum(count for count, _ in counted)
    return pairs >= LEAST_PAIRS and sum(known for _, known in counted) < LEAST_KNOWN * pairs


def _no_words(words: Sequence[str]) -> bool:
    """Whether most are neither words nor numbers."""
    if len(words) < STRETCH:
        return False
    bare = [word.lower().strip(".,;:()") for word in words]
    if sum(word.isalpha() and len(word) > 3 for word in bare) >= LEAST_LONG * len(words):
        return False
    small = sum(word in _FUNCTION_WORDS for word in bare)
    numbers = sum(_NUMBER.fullmatch(word) is not None for word in words)
    return small < LEAST_SMALL * len(words) and numbers < MOST_NUMBERS * len(words)


def _odd(words: Sequence[str]) -> bool:
    """Whether many have a sign where no word has one: codes and short names alone may fill a stretch of a table."""
    return sum(_SIGN_WITHIN.search(word) is not None for word in words) >= MANY_ODD * len(words)
