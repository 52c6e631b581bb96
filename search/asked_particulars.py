"""Which particulars of a matter a question asks for, told by its words (particulars.toml)."""

from __future__ import annotations

import re
import tomllib
from enum import StrEnum
from functools import cache
from pathlib import Path


class Particular(StrEnum):
    """What is asked of a matter or paper; the values are the names in particulars.toml."""

    MOVER = "mover"
    NUMBER = "number"
    VOTE = "vote"
    RESERVATION = "reservation"
    SECTION = "section"
    REPLACEMENT = "replacement"


@cache
def _patterns() -> dict[Particular, re.Pattern[str]]:
    written = tomllib.loads(Path(__file__).with_name("particulars.toml").read_text("utf-8"))["asked"]
    return {
        Particular(name): re.compile(rf"(?<!\w)(?:{words.replace(chr(10), '')})", re.IGNORECASE)
        for name, words in written.items()
    }


def particulars_asked(text: str) -> tuple[Particular, ...]:
    """Which particulars a question asks for, in a fixed order."""
    return tuple(one for one in Particular if one in _patterns() and _patterns()[one].search(text))


def particular_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Where the words stand that ask for one, as half-open character ranges."""
    return tuple(match.span() for pattern in _patterns().values() for match in pattern.finditer(text))
