"""Temporary seam for a paragraph's citation."""

from __future__ import annotations

from corpus.document import Document


def citation(document: Document, paragraph: int, *, section: str | None = None) -> str:
    """A paragraph's citation."""
    pages = document.paragraph(paragraph).pages
    parts = [document.title, document.date, f"Dnr {document.dnr[0]}" if document.dnr else None, section]
    parts += [f"s. {'–'.join(map(str, pages))}", f"st. {paragraph}"]
    return ", ".join(part for part in parts if part)
