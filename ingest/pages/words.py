"""What a page is before it is laid out: words with boxes on the displayed page, and ruled lines."""

from __future__ import annotations

from dataclasses import dataclass

ASCENT, DESCENT = 0.80, 0.22
"""A line's box reaches so many em above and below its baseline: within 1 pt of the ink on five kinds of pages."""

Segment = tuple[float, float, float, float]
"""A ruled line `(x0, top, x1, bottom)`, points of the displayed page; horizontal if top = bottom, else vertical."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a run of text is drawn.

    `size` is the font size on the page (font size times the matrix), `angle` the direction of its baseline in degrees
    (0, 90, 180, 270; 45 = any other), `mcid` its marked-content id (-1 = none), `hidden` an invisible text layer.
    """

    size: float
    bold: bool = False
    italic: bool = False
    angle: int = 0
    mcid: int = -1
    artifact: bool = False
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Word:
    """A word on the displayed page: box and baseline in points from the top left.

    `base` is the baseline's y where the text runs left to right or upside down, its x where it runs sideways.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    base: float
    style: Style

    @property
    def size(self) -> float:
        """The font size in points."""
        return self.style.size


@dataclass(frozen=True, slots=True)
class PageText:
    """A page's words in the order they were drawn. `index` counts from 0.

    `characters` counts the glyphs, `unmapped` those without a usable character, `image_share` (0..1) how much of the
    page its pictures cover. `skew` is how many points a scanned page's lines sink for each point to the right,
    which has been taken out of the words.
    """

    index: int
    width: float
    height: float
    words: tuple[Word, ...] = ()
    rules: tuple[Segment, ...] = ()
    characters: int = 0
    unmapped: int = 0
    image_share: float = 0.0
    ocr: bool = False
    skew: float = 0.0
