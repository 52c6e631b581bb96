"""How a PDF is read: limits with their units, and OCR."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """Limits and means of reading one PDF.

    `seconds` for opening plus `page_seconds` for each page is the time a file may take; OCR adds `ocr_page_seconds` for
    each page that needs it. The defaults leave the slowest of 2,554 files that were tried five times its time.
    `memory_mb` bounds the reading process, `most_pages` the pages. `ocr_parallel` pages are recognised at a time.
    `word_counts` are the collection's words (lower case → how often), which decide hyphens at line ends.
    """

    seconds: float = 15.0
    page_seconds: float = 0.5
    memory_mb: int = 1500
    most_pages: int = 5000
    ocr: bool = True
    ocr_languages: str = "swe"
    ocr_dpi: int = 300
    ocr_parallel: int = 2
    ocr_page_seconds: float = 60.0
    word_counts: Mapping[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse limits under which nothing can be read."""
        for name in ("seconds", "page_seconds", "memory_mb", "most_pages", "ocr_parallel", "ocr_page_seconds"):
            if getattr(self, name) <= 0:
                raise ValueError(f"{name} must be above 0, not {getattr(self, name)}")
        if not 70 <= self.ocr_dpi <= 600:
            raise ValueError(f"ocr_dpi must be 70 to 600, not {self.ocr_dpi}")


Progress = Callable[[int, int], None]
"""Called with the number of pages recognised by OCR so far, and of pages that need it."""


def silent(done: int, total: int) -> None:
    """Tell nobody how far it has come."""


DEFAULTS = ReadOptions()
