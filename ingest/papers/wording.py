"""Which demand a wording means, when no number is given: by the words that only that demand holds."""

from __future__ import annotations

import re
from collections.abc import Sequence

WORDING_SHARE = 0.3
"""The least share of a wording's words that the demand it means must hold."""
CLEAR = 0.6
"""A second demand that holds more than this share of the best one's weight makes the wording ambiguous."""
STEM = 6
"""Letters that a word is cut to, so that inflections meet."""

_STOPWORDS = frozenset(
    "att och i på en ett för med till av om som den det de är ska skall ges får kan vid eller inte samt från sina sin sitt "
    "kommunen kommunens kommunfullmäktige motionen motionens förslag förslaget yrkande del delen avser rör gäller där när "
    "så under över efter också även har vara blir bli deras dess detta denna dessa man alla varje minst".split()
)


def stems(text: str) -> frozenset[str]:
    """The words that carry meaning, cut to their first letters."""
    words = re.findall(r"\w+(?:-\w+)*", text.lower())
    return frozenset(word[:STEM] for word in words if word not in _STOPWORDS and (len(word) > 2 or word.isdigit()))


def shares(stem: str, others: frozenset[str]) -> bool:
    """Whether a stem meets one of the others, also where one word is longer ("hund" and "hundrastgård" do not)."""
    return stem in others or (len(stem) >= 5 and any(other[:5] == stem[:5] for other in others))


def scores(wording: str, texts: Sequence[str]) -> tuple[float, ...]:
    """How much of the wording each text holds; a word weighs 1 / (the number of texts that hold it)."""
    held = [stems(text) for text in texts]
    weights = {stem: 1 / n for stem in stems(wording) if (n := sum(shares(stem, one) for one in held))}
    return tuple(sum(weight for stem, weight in weights.items() if shares(stem, one)) for one in held)


def by_wording(wording: str, texts: Sequence[str]) -> int | None:
    """The number (from 1) of the one demand that the wording means; None if none or several fit."""
    found = scores(wording, texts)
    asked = len(stems(wording))
    if not found or not asked:
        return None
    best = max(found)
    if best < WORDING_SHARE * asked or sum(score > CLEAR * best for score in found) > 1:
        return None
    return found.index(best) + 1
