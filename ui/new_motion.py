"""How a new motion, pasted or as a file, is split into the demands whose precedents are looked for."""

from __future__ import annotations

import sys
from pathlib import Path

from corpus.document import DocumentType, Part
from corpus.errors import PathMissingError, UsageError
from corpus.reading import Reading
from ingest.pages.isolation import read_isolated
from ingest.pages.plain_text import reading_of_text
from ingest.papers.demands import demands_of

STDIN = "-"


def demands_in_file(source: str) -> tuple[str, ...]:
    """The demands of a PDF or text file, or of text on stdin for "-".

    Raises:
        PathMissingError: there is no such file.
        UnreadableError: the PDF cannot be read.
        UsageError: it is neither a PDF nor text, or no demand was found.
    """
    if source == STDIN:
        return demands_in_text(sys.stdin.read())
    path = Path(source)
    if not path.is_file():
        raise PathMissingError(f"Filen {path} finns inte.", hint="Ange motionen som PDF eller textfil, eller -.")
    with path.open("rb") as file:
        head = file.read(1024)
    is_pdf = b"%PDF-" in head
    if not is_pdf and (b"\0" in head or head.startswith(b"PK")):
        raise UsageError(f"{path.name} är varken PDF eller text.", hint="Spara motionen som PDF.")
    return _demands(read_isolated(path) if is_pdf else reading_of_text(path.read_text("utf-8", "replace")))


def demands_in_text(text: str) -> tuple[str, ...]:
    """The demands of pasted text; a text without any att-sats is one demand itself.

    Raises:
        UsageError: the text is empty.
    """
    if not text.strip():
        raise UsageError("Texten är tom.", hint="Klistra in en motion med att-satser, t.ex. »föreslår att …«.")
    return _demands(reading_of_text(text))


def _demands(reading: Reading) -> tuple[str, ...]:
    """Whatever form it has, it is read as a motion: that is what it was handed in as."""
    paragraphs = reading.paragraphs
    found = demands_of(paragraphs, Part(DocumentType.MOTION, 1, len(paragraphs))) if paragraphs else ()
    if found:
        return tuple(demand.text for demand in found)
    if len(paragraphs) == 1:
        return (paragraphs[0].text,)
    raise UsageError("Inga yrkanden hittades i texten.", hint="Skriv dem som att-satser, t.ex. »föreslår att …«.")
