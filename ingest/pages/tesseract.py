"""Tesseract, its command alone: whether it is there, and the words it sees in a picture."""

from __future__ import annotations

import functools
import os
import subprocess
import tempfile
from dataclasses import dataclass
from typing import TYPE_CHECKING

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

        The picture is handed over unpacked (packing a noisy scan as PNG took half as long as reading it), in a file,
        which Tesseract reads with a tenth less work than a pipe.
        """
        command = ("stdout", "-l", self.languages, "--psm", "3", "--dpi", str(dpi), "-c", "tessedit_create_tsv=1")
        try:
            with tempfile.NamedTemporaryFile(suffix=".pnm") as unpacked:
                picture.save(unpacked, "PPM")
                unpacked.flush()
                told = _tesseract(unpacked.name, *command, seconds=seconds)
        except (OSError, subprocess.SubprocessError):
            return None
        rows = (line.split("\t") for line in told.splitlines()[1:])
        return tuple(_seen(row) for row in rows if row[-1].strip())


def _seen(row: list[str]) -> SeenWord:
    """One row of Tesseract's table: level, page, block, paragraph, line, word, left, top, width, height, confidence."""
    block, paragraph, line = (int(number) for number in row[2:5])
    x, y, wide, high, confidence = (float(number) for number in row[6:11])
    return SeenWord(row[-1].strip(), confidence, x, y, wide, high, (block, paragraph, line))


def _tesseract(*command: str, seconds: float | None = None) -> str:
    """What Tesseract prints; a subprocess error if it fails or takes longer."""
    nothing = subprocess.DEVNULL
    done = subprocess.run(
        ("tesseract", *command), stdin=nothing, stdout=subprocess.PIPE, stderr=nothing, timeout=seconds, check=True
    )
    return done.stdout.decode("utf-8", "replace")


@functools.cache
def find_tesseract(languages: str) -> Tesseract | None:
    """Tesseract with those of the languages that are installed; None if it or all of them are missing."""
    try:
        installed = set(_tesseract("--list-langs").split())
    except (OSError, subprocess.SubprocessError):
        return None
    usable = [language for language in languages.split("+") if language in installed]
    return Tesseract("+".join(usable)) if usable else None
