"""What a file is before a PDF library sees it: its sha256, and whether it is a PDF at all."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from corpus.errors import UnreadableCode, UnreadableError

HEAD = 1024
"""Bytes in which "%PDF-" must stand; readers accept junk before it."""
FETCH_AGAIN = "Hämta den på nytt från källan."


def sha256_of(path: Path) -> str:
    """The hexadecimal sha256 of the file's bytes."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise UnreadableError(
            UnreadableCode.DAMAGED, f"Filen {path.name} går inte att läsa ({error.strerror})."
        ) from error


def refuse_other_files(path: Path) -> None:
    """Raise UnreadableError for an empty file or one that is no PDF, and say what it is instead."""
    with path.open("rb") as file:
        head = file.read(HEAD)
    if not head:
        raise UnreadableError(UnreadableCode.EMPTY, "Filen är tom (0 byte).", hint=FETCH_AGAIN)
    if b"%PDF-" not in head:
        raise UnreadableError(UnreadableCode.NOT_PDF, f"Filen är inte en PDF utan {_what(head)}.", hint=_hint(head))


def _hint(head: bytes) -> str:
    return "Spara den som PDF och läs in den igen." if head.startswith(b"PK") else FETCH_AGAIN


def _what(head: bytes) -> str:
    if re.search(rb"<!doctype|<html", head, re.IGNORECASE):
        return "en webbsida (HTML)"
    if head.startswith(b"PK"):
        return "ett Word- eller zip-dokument"
    return "något annat" if re.search(rb"[\0-\x08]", head) else "ren text"
