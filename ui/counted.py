"""How many of something, in words for a terminal: one is said otherwise than several."""

from __future__ import annotations


def counted(number: int, one: str, many: str) -> str:
    """`one` as it stands ("en fil") for 1, else the number and `many` ("3 filer")."""
    return one if number == 1 else f"{number} {many}"


def could_not_be_read(files: int) -> str:
    """The heading of the list of files that could not be read."""
    return f"{counted(files, 'En fil', 'filer')} kunde inte läsas:"
