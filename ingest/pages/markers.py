"""What starts a list item or a section: "1.", "a)", "–", "§ 12", and how it is told from a word."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.board import BOARD
from ingest.pages.words import Word

BULLETS = frozenset("•◦▪‣∙·●○■□–—-*➢✓»o\uf0b7\uf0a7\uf0d8\uf02d\uf0fc")
SURE_BULLETS = frozenset("•◦▪‣∙●○■□➢✓»\uf0b7\uf0a7\uf0d8\uf0fc")
DASHES = frozenset("-–—*•o")
"""Signs that start an item only where they are repeated at the same place."""
NUMBER = re.compile(
    r"(?:(?P<count>\d{1,3})[.)]|\((?P<bracketed>\d{1,2})\)|(?P<section>\d{1,2}(?:\.\d{1,2}){1,4})\.?|\(?(?P<letter>[a-zåäö])[.)]"
    r"|\(?(?P<capital>[A-ZÅÄÖ])\)|(?P<roman>[ivx]{1,5}|[IVX]{1,5})[.)]|§\s?(?P<paragraf>\d+(?:\.\d+)*)[a-z]?\.?)"
)
_PARAGRAF_NUMBER = re.compile(r"\d+(\.\d+)*[a-z]?\.?")
_BOARD = re.compile(BOARD)
_MARGIN_GAP = 1.2
"""Gap in em after the § of a margin ("Kf § 61"): in running text ("Enligt § 61 …") it is a word's."""
_SHORT_MARKER = re.compile(r"\d{1,2}[.)]|[a-zåäö][.)]|§.*")
_MARKER_GAP = 0.45
"""Gap in em after a sign that makes it a marker rather than a word (study: 149 of 149 items on 25 made PDFs)."""


def is_marker(text: str) -> bool:
    """Whether the text alone can be a list marker."""
    return bool(NUMBER.fullmatch(text)) or text in BULLETS


def is_paragraf(marker: str) -> bool:
    """Whether the marker is a § number."""
    return "§" in marker


def count_of(marker: str) -> int | None:
    """The number of "3.", "3)" or "(3)"; None for all else."""
    match = NUMBER.fullmatch(marker.replace(" ", ""))
    printed = match and (match["count"] or match["bracketed"])
    return int(printed) if printed else None


def _margin_paragraf(words: Sequence[Word]) -> tuple[str, float] | None:
    """A board's § of the margin ("Kf § 61") far from the text beside it, and where that starts."""
    if len(words) < 3 or not _BOARD.fullmatch(words[0].text) or not words[1].text.startswith("§"):
        return None
    length = 2 if len(words[1].text) > 1 else 3
    marker, text = " ".join(word.text for word in words[:length]), words[length:]
    if not text or not _PARAGRAF_NUMBER.fullmatch(marker.split("§")[1].strip()):
        return None
    return (marker, text[0].x0) if text[0].x0 - words[length - 1].x1 > _MARGIN_GAP * words[0].size else None


def marker_of(words: Sequence[Word]) -> tuple[str, float]:
    """The marker that a line starts with ("" = none), and where its text starts."""
    first = words[0]
    if first.text == "§" and len(words) > 1 and _PARAGRAF_NUMBER.fullmatch(words[1].text):
        return f"§ {words[1].text}", words[2].x0 if len(words) > 2 else first.x0
    if margin := _margin_paragraf(words):
        return margin
    if re.fullmatch(r"§\d+", first.text):
        return first.text, words[1].x0 if len(words) > 1 else first.x0
    if len(words) > 1 and is_marker(first.text):
        apart = words[1].x0 - first.x1 > _MARKER_GAP * first.size
        if apart or first.text in SURE_BULLETS or _SHORT_MARKER.fullmatch(first.text):
            return first.text, words[1].x0
    return "", first.x0
