"""The document part of a PDF, through pypdf alone: whether it opens, its metadata, outline and structure tree.

Each part fails on its own: pypdf could not open 23 of 2,554 files that PDFium read.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

import pypdf
from pypdf.errors import PyPdfError

from corpus.errors import UnreadableCode, UnreadableError
from ingest.pages.structure_tree import Tags, read_tags

logging.getLogger("pypdf").setLevel(logging.CRITICAL)

MOST_OUTLINE_ENTRIES = 5000
_EXPECTED = (
    PyPdfError,
    ValueError,
    TypeError,
    KeyError,
    AttributeError,
    IndexError,
    RecursionError,
    OSError,
    NotImplementedError,
    AssertionError,
    ArithmeticError,
)
"""What pypdf raises on broken files."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class DocumentPart:
    """What the document says of itself. `pages` is None where pypdf could not count them.

    `outline` holds (level from 1, title) of the bookmarks.
    """

    pages: int | None = None
    encrypted: bool = False
    title: str | None = None
    created: str | None = None
    outline: tuple[tuple[int, str], ...] = ()
    tags: Tags = field(default_factory=dict)
    troubles: tuple[str, ...] = ()


def read_document_part(path: Path) -> DocumentPart:
    """Read what pypdf can; raise UnreadableError only for a password that is not empty."""
    with path.open("rb") as file:
        return _read(file)


def _read(file: BinaryIO) -> DocumentPart:
    try:
        reader = pypdf.PdfReader(file, strict=False)
        encrypted = reader.is_encrypted
        if encrypted and not reader.decrypt(""):
            raise UnreadableError(
                UnreadableCode.PASSWORD,
                "PDF-filen är låst med lösenord.",
                hint="Spara den utan lösenord och läs in igen.",
            )
        pages = len(reader.pages)
    except _EXPECTED as error:
        return DocumentPart(troubles=(f"pypdf: {type(error).__name__}",))
    troubles: list[str] = []

    def part(name: str, read: Callable[[], T], default: T) -> T:
        try:
            return read()
        except _EXPECTED as error:
            troubles.append(f"{name}: {type(error).__name__}")
            return default

    nothing: tuple[str | None, str | None] = (None, None)
    no_outline: tuple[tuple[int, str], ...] = ()
    title, created = part("metadata", lambda: _metadata(reader), nothing)
    outline = part("bokmärken", lambda: _outline(reader), no_outline)
    tags: Tags = part("taggar", lambda: _tags(reader), {})
    return DocumentPart(pages, encrypted, title, created, outline, tags, tuple(troubles))


def _metadata(reader: pypdf.PdfReader) -> tuple[str | None, str | None]:
    metadata = reader.metadata
    if metadata is None:
        return None, None
    created = metadata.creation_date
    return (str(metadata.title).strip() or None) if metadata.title else None, created.isoformat() if created else None


def _outline(reader: pypdf.PdfReader) -> tuple[tuple[int, str], ...]:
    if "/Outlines" not in reader.trailer["/Root"]:  # type: ignore[operator]
        return ()
    entries: list[tuple[int, str]] = []

    def walk(nodes: list[Any], level: int) -> None:
        for node in nodes:
            if isinstance(node, list):
                walk(node, level + 1)
            elif len(entries) < MOST_OUTLINE_ENTRIES:
                entries.append((level, str(node.title)))

    walk(reader.outline, 1)
    return tuple(entries)


def _tags(reader: pypdf.PdfReader) -> Tags:
    root: Any = reader.trailer["/Root"]
    page_of = {
        page.indirect_reference.idnum: index
        for index, page in enumerate(reader.pages)
        if page.indirect_reference is not None
    }
    return read_tags(root, page_of)
