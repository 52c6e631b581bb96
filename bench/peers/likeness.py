"""When two texts say the same: what every judgement here rests on; blind to spacing, case and hyphens."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache

CONTAINED_FROM = 12
"""A text shorter than this many letters proves nothing by standing inside another."""
ALIKE = 0.8
"""From here two texts count as the same passage."""
SAME = 0.95
"""From here two texts count as the same paragraph, no more and no less."""


@lru_cache(maxsize=50_000)
def squash(text: str) -> str:
    """Letters and digits alone, lower case."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text).lower())


@lru_cache(maxsize=50_000)
def words(text: str) -> Counter[str]:
    """How often each word stands in it."""
    return Counter(re.findall(r"\w+", unicodedata.normalize("NFKC", text).lower()))


def alike(a: str, b: str) -> float:
    """The share of the shorter text's words that stand in the longer one, 0..1; 1 if one holds the other whole."""
    short, long = sorted((squash(a), squash(b)), key=len)
    if not short:
        return 0.0
    if short in long and len(short) >= CONTAINED_FROM:
        return 1.0
    in_a, in_b = words(a), words(b)
    return sum((in_a & in_b).values()) / max(1, min(in_a.total(), in_b.total()))


def same(a: str, b: str) -> bool:
    """Whether two texts are one paragraph: equal when squashed, or nearly all words of both are shared."""
    if squash(a) == squash(b):
        return True
    in_a, in_b = words(a), words(b)
    return (in_a & in_b).total() >= SAME * max(in_a.total(), in_b.total(), 1)
