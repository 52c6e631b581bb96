"""Makes short papers for the tests: one line a paragraph, its kind told by the first sign."""

from __future__ import annotations

from corpus.document import Document, DocumentType, Part
from corpus.paragraph import Kind, Paragraph


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """`# ` heading, `- ` or `1. ` list item, anything else a paragraph; empty lines are skipped."""
    found: list[Paragraph] = []
    for line in (line.strip() for line in text.strip().splitlines()):
        if not line:
            continue
        n = len(found) + 1
        label, _, rest = line.partition(" ")
        if label == "#":
            found.append(Paragraph(n, Kind.HEADING, rest, (), level=1))
        elif label == "-" or (label.rstrip(".)").isalnum() and label[-1:] in ".)" and len(label) <= 3):
            found.append(Paragraph(n, Kind.LIST_ITEM, rest, (), label=label))
        else:
            found.append(Paragraph(n, Kind.PARAGRAPH, line, ()))
    return tuple(found)


def document(
    text: str,
    kind: str,
    *,
    body: str | None = None,
    date: str | None = None,
    section: str | None = None,
    title: str = "Motion om hundar",
    file: str = "en.pdf",
) -> Document:
    """A document of one part."""
    made = paragraphs(text)
    type_ = DocumentType(kind)
    part = Part(type_, 1, len(made), section, title, (), body, date)
    return Document(file, "0", type_, title, date, 1, ((595.0, 842.0),), made, parts=(part,))
