"""How much text one passage holds: long paragraphs in pieces at sentences, short ones between their neighbours."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.paragraph import Kind, Paragraph
from index.terms.tokens import sentences

LONGEST_WORDS = 220
"""Words of a piece. The model cuts at 512 tokens, some 300 Swedish words (title line included), see docs/search.md."""

SHORT_WORDS = 8
"""A paragraph of fewer words says too little to be placed by itself."""

NEIGHBOUR_WORDS = 12
"""How much of a neighbour stands beside a short paragraph."""


def pieces(text: str) -> tuple[str, ...]:
    """`text` whole if it is short enough, else in pieces of whole sentences; each in one line."""
    text = " ".join(text.split())
    if len(text.split()) <= LONGEST_WORDS:
        return (text,)
    found: list[list[str]] = [[]]
    words = 0
    for start, end in sentences(text):
        length = len(text[start:end].split())
        if found[-1] and words + length > LONGEST_WORDS:
            found.append([])
            words = 0
        found[-1].append(text[start:end])
        words += length
    return tuple(piece for group in found for piece in _hard_cut(" ".join(group)))


def _hard_cut(text: str) -> list[str]:
    """A sentence longer than a piece (a list without stops) is cut between words."""
    words = text.split()
    return [" ".join(words[i : i + LONGEST_WORDS]) for i in range(0, len(words), LONGEST_WORDS)]


def neighbourhood(paragraphs: Sequence[Paragraph], paragraph: Paragraph) -> str:
    """The neighbours of a short paragraph under the same headings in one line; "" for a long one or a table row."""
    if len(paragraph.text.split()) >= SHORT_WORDS or paragraph.kind is Kind.TABLE_ROW:
        return ""
    index = paragraph.n - 1
    before = paragraphs[index - 1] if index > 0 else None
    after = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
    around = (_neighbour(before, paragraph, last=True), _neighbour(after, paragraph, last=False))
    return " … ".join(text for text in around if text)


def _neighbour(other: Paragraph | None, paragraph: Paragraph, *, last: bool) -> str:
    if other is None or other.heading_path != paragraph.heading_path or other.kind in (Kind.HEADING, Kind.TABLE_ROW):
        return ""
    words = other.text.split()
    return " ".join(words[-NEIGHBOUR_WORDS:] if last else words[:NEIGHBOUR_WORDS])
