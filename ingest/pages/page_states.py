"""What can be made of a page: usable text, nothing, or a picture or garbled text that only OCR can read."""

from __future__ import annotations

from enum import Enum, auto

from ingest.pages.words import PageText

FEW_CHARACTERS, MUCH_PICTURE = 20, 0.3
MOST_UNMAPPED = 0.15
"""Share of glyphs without a character from which the text is garbled."""
LEAST_WORDS, LEAST_FUNCTION_WORDS = 40, 0.02
"""Running text of so many words has at least this share of function words, in Swedish or English."""
_FUNCTION_WORDS = frozenset(
    [
        "och",
        "i",
        "att",
        "av",
        "för",
        "som",
        "på",
        "med",
        "en",
        "ett",
        "den",
        "det",
        "till",
        "är",
        "om",
        "de",
        "har",
        "inte",
        "ska",
        "the",
        "of",
        "and",
        "to",
    ]
)


class Usable(Enum):
    """Whether a page's own text can be used."""

    YES = auto()
    BLANK = auto()
    PICTURE = auto()
    GARBLED = auto()


def usable(page: PageText) -> Usable:
    """Judge a page by its glyphs, words and pictures."""
    if page.characters < FEW_CHARACTERS and page.image_share > MUCH_PICTURE:
        return Usable.PICTURE
    if not page.characters:
        return Usable.BLANK
    if page.unmapped > MOST_UNMAPPED * page.characters or _no_language(page):
        return Usable.GARBLED
    return Usable.YES


def _no_language(page: PageText) -> bool:
    words = [word.text.lower().strip(".,;:()") for word in page.words]
    if len(words) < LEAST_WORDS:
        return False
    long = sum(word.isalpha() and len(word) > 3 for word in words)
    if long >= 0.2 * len(words) or sum(word in _FUNCTION_WORDS for word in words) >= LEAST_FUNCTION_WORDS * len(words):
        return False
    return sum(any(char.isdigit() for char in word) for word in words) < 0.4 * len(words)
