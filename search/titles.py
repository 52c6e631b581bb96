"""Which of the documents found by title was meant: of the type asked for, in force, or the earlier one."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

from corpus.document import Document, DocumentType
from corpus.paragraph import Kind
from search.candidates import Place
from search.meetings import years_in
from search.shelf import Shelf

LOOKED_THROUGH = 12
"""Paragraphs among which a document's title stands."""


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = tomllib.loads(Path(__file__).with_name("titles.toml").read_text("utf-8"))["asked"]
    return {name: re.compile(rf"(?<!\w)(?:{pattern})", re.IGNORECASE) for name, pattern in words.items()}


def looks_back(text: str) -> bool:
    """Whether a question asks for what was before ("tidigare", "innan", "former")."""
    return _patterns()["earlier"].search(text) is not None


class Titles:
    """What one question asks of documents; `when` says that it asks for a date rather than for the document."""

    def __init__(self, shelf: Shelf, text: str) -> None:
        """Read the question for types, for the past, and for when a document was adopted or holds."""
        asked = {name for name, pattern in _patterns().items() if pattern.search(text)}
        self.text = text
        self._shelf = shelf
        self._types = asked - {"earlier", "now", "adoption", "validity", "replacing", "when"}
        self._earlier = "earlier" in asked
        self._now = "now" in asked and not self._earlier
        self._years = set(years_in(text))
        self.when = "when" in asked
        self._lines = bool(asked & {"adoption", "validity", "replacing"})

    def features(self, place: Place) -> dict[str, float]:
        """What speaks for and against one title."""
        head = self._shelf.head(place[0])
        if head is None:
            return {}
        right = str(head.type) in self._types
        said = f"{head.title} {head.date} {head.valid_from} {head.valid_to}" if self._years else ""
        years = set(years_in(said))
        return {
            "a year asked for": float(bool(self._years & years)),
            "another year asked for": float(bool(self._years) and not self._years & years),
            "type asked for": float(right),
            "another type asked for": float(bool(self._types) and not right),
            "replaced": float(bool(head.replaced_by) and not self._earlier),
            "replaced, as asked for": float(bool(head.replaced_by) and self._earlier),
            "section": float(any(part.first == place[1] and part.section for part in head.parts)),
            "motion": float(head.type is DocumentType.MOTION),
        }

    def newer(self, place: Place) -> str | None:
        """The document that has replaced the place's own, where the question asks for what holds now."""
        head = self._shelf.head(place[0]) if self._now else None
        return head.replaced_by if head else None

    def lines(self, place: Place) -> tuple[Place, ...]:
        """The lines that say when the document was adopted, from when it holds and what it replaces, if asked."""
        head = self._shelf.head(place[0])
        return _dated_lines(head) if head and self._lines else ()


def _dated_lines(head: Document) -> tuple[Place, ...]:
    adopted = (head.adoption.paragraph,) if head.adoption else ()
    dated = (one.paragraph for one in head.dates if one.what in ("antagande", "giltig från", "giltig till"))
    return tuple(dict.fromkeys((head.file, n) for n in (*adopted, *dated) if n is not None))


def title_place(shelf: Shelf, file: str) -> Place:
    """Where a document's title stands; its first paragraph if the title was not read from one."""
    head = shelf.head(file)
    for n in range(1, LOOKED_THROUGH + 1) if head else ():
        paragraph = shelf.paragraph(file, n)
        if paragraph and head and paragraph.kind is Kind.HEADING and _alike(paragraph.text, head.title):
            return (file, n)
    return (file, 1)


def _alike(text: str, title: str) -> bool:
    return text == title or _bare(text) == _bare(title)


def _bare(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())
