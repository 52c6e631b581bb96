"""The words by which a question says how matters went (listings.toml): sent back, put off, voted down."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

_EVER = re.compile(r"(?<!\w)(?:(?:någon|nån|ngn)\s+gång|någonsin|nånsin|ever)(?!\w)", re.IGNORECASE)


@cache
def written() -> dict[str, Any]:
    """The tables of listings.toml."""
    tables: dict[str, Any] = tomllib.loads(Path(__file__).with_name("listings.toml").read_text("utf-8"))
    return tables


@cache
def pattern(words: str) -> re.Pattern[str]:
    """What matches a table's words at the beginning of words, with any ending."""
    return re.compile(rf"(?<!\w)(?:{words.replace(chr(10), '')})\w*", re.IGNORECASE)


@cache
def _turns() -> tuple[re.Pattern[str], ...]:
    tables = written()
    asked = (way["asked"] for way in tables["ways"] if way.get("turn"))
    return tuple(map(pattern, (*asked, tables["overruled"]["asked"])))


def way_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Where `text` says what turn a matter took, and that it may have been at any time, as half-open character ranges:
    that is not what the question is about."""
    turns = [match.span() for turn in _turns() for match in turn.finditer(text)]
    ever = _EVER.finditer(text) if turns else ()
    return (*turns, *(match.span() for match in ever))
