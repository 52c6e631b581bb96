"""The home's log: one line for each file that a batch touched, with what came of it."""

from __future__ import annotations

import os
from datetime import UTC, datetime

from corpus.home import Home

LARGEST = 10_000_000
"""Bytes; at the start of a batch a larger log is put aside as index.log.1."""


class Journal:
    """Appends to the log; a log that cannot be written never stops a batch."""

    def __init__(self, home: Home) -> None:
        """Put a log aside that has grown too large."""
        self._path = home.log
        try:
            if self._path.stat().st_size > LARGEST:
                os.replace(self._path, self._path.with_suffix(".log.1"))
        except OSError:
            return

    def line(self, outcome: str, file: str, detail: str = "") -> None:
        """Write "2026-11-24T22:00:00Z tillagd plan.pdf 7 sidor"."""
        now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        text = " ".join(part for part in (now, outcome, file, detail) if part).replace("\n", " ")
        try:
            with open(self._path, "a", encoding="utf-8", errors="replace") as log:
                log.write(f"{text}\n")
        except OSError:
            return
