"""Keeping the bytes that citations point into: copied and hashed in one pass, whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from corpus.home import Home

BLOCK = 1 << 20


class SourceError(Exception):
    """A file of the collection cannot be read; an OSError of the home itself is never this."""

    def __init__(self, error: OSError) -> None:
        """Keep the reason in the system's words."""
        super().__init__(str(error))
        self.reason = error.strerror or str(error)
        self.vanished = isinstance(error, FileNotFoundError)


def digest(path: str) -> str:
    """The sha256 of a file, in hexadecimal.

    Raises:
        SourceError: it cannot be read.
    """
    hashed = sha256()
    for block in _blocks(path):
        hashed.update(block)
    return hashed.hexdigest()


def keep(path: str, home: Home) -> str:
    """Copy a file into the home under its sha256, which is returned; what is read is this copy.

    Raises:
        SourceError: the file cannot be read.
        OSError: the home is full or cannot be written.
    """
    part = home.files / f".{os.getpid()}.part"
    hashed = sha256()
    with open(part, "wb") as target:
        for block in _blocks(path):
            hashed.update(block)
            target.write(block)
        target.flush()
        os.fsync(target.fileno())
    kept = home.kept(hashed.hexdigest())
    os.replace(part, kept)
    sync_folder(home.files)
    return hashed.hexdigest()


def sweep(home: Home, wanted: frozenset[str]) -> int:
    """Remove kept bytes that no file has any more, and copies that were cut short.

    Returns:
        How many were removed.
    """
    stray = [entry for entry in home.files.iterdir() if entry.stem not in wanted or entry.suffix != ".pdf"]
    for entry in stray:
        entry.unlink(missing_ok=True)
    return len(stray)


def sync_folder(folder: Path) -> None:
    """Make renames in `folder` survive a power cut."""
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def _blocks(path: str) -> Iterator[bytes]:
    try:
        with open(path, "rb") as file:
            while block := file.read(BLOCK):
                yield block
    except OSError as error:
        raise SourceError(error) from error
