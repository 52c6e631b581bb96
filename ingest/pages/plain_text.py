"""How pasted text becomes paragraphs: blank lines part them, list markers and "att" begin items; without places."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from corpus.paragraph import Kind, Paragraph
from corpus.reading import PageState, Reading

PAGE_SIZE = (595.0, 842.0)
_MARKER = re.compile(r"(?P<marker>[-–—•*·]|\(?\d{1,2}[.)]|\(?[a-zåäö][.)])\s+(?P<text>\S.*)", re.IGNORECASE)
_ATT = re.compile(r"att\s", re.IGNORECASE)


def reading_of_text(text: str) -> Reading:
    """A reading of one page without boxes, for text that came without a PDF."""
    blocks = list(_blocks(text))
    paragraphs = tuple(
        Paragraph(n, Kind.LIST_ITEM if label or _ATT.match(words) else Kind.PARAGRAPH, words, (), label=label)
        for n, (label, words) in enumerate(blocks, 1)
    )
    sha256 = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
    return Reading(sha256, (PAGE_SIZE,), (PageState.TEXT,), paragraphs)


def _blocks(text: str) -> Iterator[tuple[str | None, str]]:
    """(marker, words) of each paragraph; a line that continues one is joined to it."""
    label: str | None = None
    words: list[str] = []
    for line in [*text.splitlines(), ""]:
        line = " ".join(line.split())
        item = _MARKER.fullmatch(line)
        if words and (not line or item or _ATT.match(line)):
            yield label, " ".join(words)
            label, words = None, []
        if item:
            label, words = item["marker"], [item["text"]]
        elif line:
            words.append(line)
