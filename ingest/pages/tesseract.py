"""Tesseract, through pytesseract alone: whether it is there, and the words it sees in a picture.

It is imported for the first page that needs it, and without pandas, which it would import where that is installed.
"""

from __future__ import annotations

import functools
import os
import tempfile
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from corpus.unseen import unseen
from ingest.pages.ocr_page import SeenWord

if TYPE_CHECKING:
    from PIL.Image import Image

INSTALL = (
    "Installera Tesseract med svenska (Debian/Ubuntu: apt install tesseract-ocr tesseract-ocr-swe) och läs in igen."
)

# Several pages are recognised at a time: Tesseract's own threads would only get in each other's way.
os.environ.setdefault("OMP_THREAD_LIMIT", "1")


@dataclass(frozen=True, slots=True)
class Tesseract:
    """An installed Tesseract with the languages to use ("swe+eng")."""

    languages: str

    def words(self, picture: Image, *, dpi: int, seconds: float) -> tuple[SeenWord, ...] | None:
        """The words in the picture, boxes in pixels; None if it took longer than `seconds` or failed.

        The picture is handed over in a file, unpacked: pytesseract would pack it as PNG, which for a noisy scan takes
        half as long as reading it.
        """
        pytesseract = _pytesseract()
        try:
            with tempfile.NamedTemporaryFile(suffix=".pnm") as unpacked:
                picture.save(unpacked, "PPM")
                unpacked.flush()
                seen = pytesseract.image_to_data(
                    unpacked.name,
                    lang=self.languages,
                    config=f"--psm 3 --dpi {dpi}",
                    timeout=seconds,
                    output_type=pytesseract.Output.DICT,
                )
        except (RuntimeError, pytesseract.TesseractError, OSError):
            return None
        fields = ("text", "conf", "left", "top", "width", "height", "block_num", "par_num", "line_num")
        return tuple(
            SeenWord(
                text.strip(), float(confidence), float(x), float(y), float(wide), float(high), (block, paragraph, line)
            )
            for text, confidence, x, y, wide, high, block, paragraph, line in zip(
                *(seen[name] for name in fields), strict=True
            )
            if text.strip()
        )


@functools.cache
def find_tesseract(languages: str) -> Tesseract | None:
    """Tesseract with those of the languages that are installed; None if it or all of them are missing."""
    pytesseract = _pytesseract()
    try:
        installed = set(pytesseract.get_languages())
    except (pytesseract.TesseractNotFoundError, pytesseract.TesseractError, OSError):
        return None
    usable = [language for language in languages.split("+") if language in installed]
    return Tesseract("+".join(usable)) if usable else None


def _pytesseract() -> Any:
    with unseen("pandas"):
        import pytesseract
    return pytesseract
