"""Reads the files of wordings: each line written as papers word it, followed by the line that tells what it says."""

from __future__ import annotations

from pathlib import Path


def styles(name: str) -> list[tuple[str, str]]:
    """The lines of a file two and two, without those that explain."""
    text = Path(__file__).with_name(name).read_text("utf-8")
    lines = [line for line in text.splitlines() if line[0] != "#"]
    return list(zip(lines[::2], lines[1::2], strict=True))


def of_kinds(name: str, *kinds: str) -> list[tuple[str, str]]:
    """Those of a file that begin with one of the kinds and a colon."""
    return [(written, told) for written, told in styles(name) if written.partition(": ")[0] in kinds]
