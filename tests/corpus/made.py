"""Small documents, passages and cases for tests of the catalogue."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.case import Case
from corpus.document import Document, DocumentType
from corpus.paragraph import Kind, Paragraph, Place
from corpus.passage import Facets, Passage, PassageKind
from corpus.stored import PlacedFile, Understood
from corpus.writer import Writer


def document(file: str, *texts: str, sha256: str = "", **fields: object) -> Document:
    """A document with a paragraph for each text; sha256 is "sha-FILE" unless given."""
    paragraphs = tuple(
        Paragraph(n, Kind.PARAGRAPH, text, (Place(1, (0.0, float(n), 9.5, n + 0.5)),))
        for n, text in enumerate(texts, 1)
    )
    given: dict[str, object] = {"type": DocumentType.MOTION, "title": f"Titel {file}", "date": None, "pages": 1}
    given |= {"page_sizes": ((595.0, 842.0),), "paragraphs": paragraphs, **fields}
    return Document(file=file, sha256=sha256 or f"sha-{file}", **given)  # type: ignore[arg-type]


def passage(file: str, text: str, *, paragraph: int = 1, case: str | None = None) -> Passage:
    """A passage whose terms are its words."""
    return Passage(PassageKind.TEXT, file, (paragraph,), text, tuple(text.split()), Facets("motion", None), case)


def case(key: str, *files: str) -> Case:
    """A case without demands."""
    return Case(key, f"Ärende {key}", None, (key,), files, (), (), (), ())


def placed(found: Document, name: str = "") -> PlacedFile:
    """A file with a document's bytes."""
    return PlacedFile(f"/p/{name or found.file}", "/p", name or found.file, 10, 20, found.sha256)


def add(writer: Writer, found: Document, passages: Sequence[Passage] = (), *, keys: Sequence[str] = ()) -> None:
    """Write a document with its file and passages in one transaction."""
    with writer.transaction():
        writer.put_document(Understood(found, found, "1", frozenset(keys)))
        writer.put_files((placed(found),))
        writer.put_passages(found.sha256, passages)
