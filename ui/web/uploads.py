"""What may come in through the page: PDFs of limited size and number, kept in one folder; and folders on the server."""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from corpus.errors import PathMissingError, UsageError
from ui.web.options import MEGABYTE, WebOptions

HEAD = 1024
"""A PDF's mark may stand anywhere in its first 1,024 bytes (PDF 1.7, Annex H, note 13)."""

LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class Uploads:
    """Where uploaded papers are kept, and what is let in."""

    folder: Path
    options: WebOptions

    def keep(self, files: Sequence[Path]) -> Path:
        """Copy uploaded files into the folder, which is what is to be indexed then.

        Raises:
            UsageError: too many, too large, or not a PDF; none is kept then.
        """
        if not files:
            raise UsageError("Inga filer är valda.", hint="Välj en eller flera PDF-filer.")
        if len(files) > self.options.upload_files:
            raise UsageError(f"Högst {self.options.upload_files} filer åt gången.", hint="Dela upp dem.")
        for file in files:
            check_pdf(file, self.options)
        self.folder.mkdir(parents=True, exist_ok=True)
        for file in files:
            self._keep(file)
        return self.folder

    def folder_named(self, text: str) -> Path:
        """The folder on the server that was asked for.

        Raises:
            PathMissingError: there is no such folder.
            UsageError: none is named, or it is outside the folders that may be indexed.
        """
        if not text.strip():
            raise UsageError("Ingen mapp är angiven.", hint="Skriv mappens hela sökväg på servern.")
        folder = Path(text.strip()).expanduser()
        if not folder.is_dir():
            raise PathMissingError(f"Mappen {text.strip()} finns inte på servern.", hint="Ange hela sökvägen.")
        folder = folder.resolve()
        allowed = self.options.folders
        if allowed is None and not self.options.loopback:
            allowed = ()
        if allowed is not None and not any(folder.is_relative_to(root.resolve()) for root in allowed):
            raise UsageError("Den mappen får inte läsas in härifrån.", hint="Be den som sköter servern.")
        return folder

    def _keep(self, file: Path) -> None:
        digest = _digest(file)
        name = safe_name(file.name)
        for number in range(1, 10_000):
            target = self.folder / (f"{name}.pdf" if number == 1 else f"{name} ({number}).pdf")
            if not target.exists():
                shutil.copyfile(file, target)
                return
            if _digest(target) == digest:
                return
        raise UsageError(f"Det finns redan för många filer med namnet {name}.", hint="Byt namn på filen.")


def check_pdf(file: Path, options: WebOptions) -> None:
    """Raise UsageError if `file` is larger than allowed or no PDF."""
    if file.stat().st_size > options.upload_megabytes * MEGABYTE:
        raise UsageError(
            f"{file.name} är större än {options.upload_megabytes} MB.", hint="Dela upp eller komprimera den."
        )
    with file.open("rb") as opened:
        if b"%PDF-" not in opened.read(HEAD):
            raise UsageError(f"{file.name} är ingen PDF-fil.", hint="Spara handlingen som PDF.")


def safe_name(name: str) -> str:
    """A file's name without its ending, its folders and what file systems and shells trip over."""
    stem = re.sub(r"\.pdf$", "", re.split(r"[/\\]", name)[-1], flags=re.IGNORECASE)
    stem = re.sub(r'[\x00-\x1f\x7f<>:"|?*]', "", stem).strip(" .")
    return stem[:LONGEST_NAME].strip(" .") or "handling"


def _digest(path: Path) -> bytes:
    with path.open("rb") as file:
        return sha256(file.read()).digest()
