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

LINES_TOGETHER = 8
"""So many lines that say no sentence (a letterhead's, those present) are placed as one."""

BETWEEN = " … "
"""What stands between texts that are placed together."""


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


def lines_together(paragraphs: Sequence[Paragraph], paragraph: Paragraph) -> str:
    """A paragraph that is no sentence with the others around it in one line; "" for any other, or where it is alone.

    Lines of one letterhead (body, diarienummer, date) say together which paper it is, and apart nothing: they get one
    text, which is embedded once.
    """
    if not _bare(paragraph):
        return ""
    first = last = paragraph.n - 1
    while first > 0 and _beside(paragraphs[first - 1], paragraph):
        first -= 1
    while last + 1 < len(paragraphs) and _beside(paragraphs[last + 1], paragraph):
        last += 1
    first += (paragraph.n - 1 - first) // LINES_TOGETHER * LINES_TOGETHER
    lines = paragraphs[first : min(last + 1, first + LINES_TOGETHER)]
    return BETWEEN.join(" ".join(line.text.split()) for line in lines) if len(lines) > 1 else ""


def _bare(paragraph: Paragraph) -> bool:
    text = paragraph.text.strip()
    return (
        paragraph.kind is Kind.PARAGRAPH
        and paragraph.label is None
        and len(text.split()) < SHORT_WORDS
        and not text[:1].islower()
        and not text.endswith((".", ",", ":", ";", "!", "?"))
    )


def _beside(other: Paragraph, paragraph: Paragraph) -> bool:
    return _bare(other) and other.heading_path == paragraph.heading_path


def neighbourhood(paragraphs: Sequence[Paragraph], paragraph: Paragraph) -> str:
    """The neighbours of a short paragraph under the same headings in one line; "" for a long one or a table row."""
    if len(paragraph.text.split()) >= SHORT_WORDS or paragraph.kind is Kind.TABLE_ROW:
        return ""
    index = paragraph.n - 1
    before = paragraphs[index - 1] if index > 0 else None
    after = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
    around = (_neighbour(before, paragraph, last=True), _neighbour(after, paragraph, last=False))
    return BETWEEN.join(text for text in around if text)


def _neighbour(other: Paragraph | None, paragraph: Paragraph, *, last: bool) -> str:
    if other is None or other.heading_path != paragraph.heading_path or other.kind in (Kind.HEADING, Kind.TABLE_ROW):
        return ""
    words = other.text.split()
    return " ".join(words[-NEIGHBOUR_WORDS:] if last else words[:NEIGHBOUR_WORDS])
