"""What can be made of a page: usable text, nothing, or a picture or garbled text that only OCR can read."""

from __future__ import annotations

from enum import Enum, auto

from ingest.pages.noise import noisy
from ingest.pages.words import PageText

FEW_CHARACTERS, MUCH_PICTURE = 20, 0.3
MOST_UNMAPPED = 0.15
"""Share of glyphs without a character from which the text is garbled."""


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
    if page.unmapped > MOST_UNMAPPED * page.characters or noisy([word.text for word in page.words]):
        return Usable.GARBLED
    return Usable.YES
