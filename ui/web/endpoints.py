"""The page's named endpoints, for gradio_client and for assistants over MCP: plain functions with typed parameters."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from corpus.citation import cite
from corpus.document import DocumentType
from corpus.errors import PathMissingError, UsageError
from index.filters import Filter
from ui.records import answer_record, case_record, paragraph_record, precedents_record
from ui.web.address import LONGEST_QUESTION
from ui.web.desk import Services

MOST = 50
"""Hits that one call may ask for."""


def endpoints(services: Services) -> tuple[Callable[..., Any], ...]:
    """The functions; their names and docstrings are what clients and assistants see."""

    def search(question: str, top: int = 10, document_type: str = "", body: str = "", status: str = "") -> dict:  # type: ignore[type-arg]
        """Search a Swedish municipality's papers for what has been decided or proposed.

        Returns decisions first (outcome, adopted or only proposed, body, date), then paragraphs, each with a citation
        that must be given when it is used. `answerable` false means that the collection holds no answer.

        Args:
            question: The question in Swedish (or English), a diarienummer, a §, or a phrase in quotation marks.
            top: How many paragraphs to return, 1 to 50.
            document_type: Only one type, for instance protokoll or motion; empty for all.
            body: Only one body, for instance kommunfullmäktige; empty for all.
            status: adopted, proposed, or empty for both.
        """
        if document_type and document_type not in set(DocumentType):
            raise UsageError(f"Dokumenttypen {document_type} finns inte.")
        where = Filter(
            types=(document_type,) if document_type else (),
            bodies=(body,) if body else (),
            status=status or None,
        )
        return answer_record(services.asker.ask(question[:LONGEST_QUESTION], where=where, top=max(1, min(MOST, top))))

    def precedents(motion: str) -> list:  # type: ignore[type-arg]
        """Find earlier demands like those of a new motion, and how each was answered, with citations.

        Args:
            motion: The motion's text, with its demands ("att …").
        """
        return precedents_record(services.asker.precedents(services.demands_in(motion)))

    def case(key: str) -> dict:  # type: ignore[type-arg]
        """One case through all its papers: demands, their outcomes, and the timeline from motion to decision.

        Args:
            key: The case's key, as `case` in the search result.
        """
        found = services.library.case(key)
        if found is None:
            raise PathMissingError(f"Ärendet {key} finns inte i samlingen.")
        return case_record(found)

    def paragraph(file: str, number: int) -> dict:  # type: ignore[type-arg]
        """One paragraph word for word, with its citation, pages and boxes.

        Args:
            file: The document's file, as `file` in the search result.
            number: The paragraph's number, from 1.
        """
        document = services.library.document(file)
        if document is None or not 1 <= number <= len(document.paragraphs):
            raise PathMissingError(f"Stycke {number} av {file} finns inte i samlingen.")
        return {"citation": cite(document, number), **paragraph_record(document.paragraph(number))}

    return search, precedents, case, paragraph


def described(functions: tuple[Callable[..., Any], ...]) -> tuple[tuple[str, str], ...]:
    """Each endpoint's name and the first line of what it does."""
    return tuple((function.__name__, (function.__doc__ or "").strip().splitlines()[0]) for function in functions)
