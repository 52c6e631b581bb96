"""How far the OCR of a document has come, told to whoever waits for it."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Called with the number of pages recognised so far, and of pages that need it."""


def silent(done: int, total: int) -> None:
    """Tell nobody."""
