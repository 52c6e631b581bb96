"""What a question asks for by name: "vilket företag", "hur många lampor", "vad heter rektorn" (sought.toml).

Where the papers of a matter never say that word, they seldom say the answer: "vilket företag ska montera gungorna" is
near every paper on the swings, and no paper names a company.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

_PHRASE = r"(?P<phrase>(?:[\w-]+\s+){0,2}[\w-]+)"
"""A noun and what may stand before it."""


@cache
def _names() -> tuple[re.Pattern[str], re.Pattern[str]]:
    written = tomllib.loads(Path(__file__).with_name("sought.toml").read_text("utf-8"))["names"]
    asked, named = (written[key].replace("\n", "") for key in ("asked", "named"))
    return re.compile(rf"(?<!\w)(?:{asked})(?!\w)", re.IGNORECASE), re.compile(named)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    written = tomllib.loads(Path(__file__).with_name("sought.toml").read_text("utf-8"))
    unwritten = rf"(?!(?:{'|'.join(written['unwritten']['words'].split())})(?!\w))"
    return {
        language: re.compile(
            rf"(?<!\w)(?:{words.replace(chr(10), '')})(?:\s+|(?<=\s)){unwritten}{_PHRASE}", re.IGNORECASE
        )
        for language, words in written["before"].items()
    }


def phrases_sought(text: str, language: str) -> Iterator[str]:
    """The words, at most three, that begin with what `text` asks for by name; `language` is "sv" or "en"."""
    for match in _patterns()[language].finditer(text):
        yield match["phrase"]


def asks_for_a_name(text: str) -> bool:
    """Whether `text` asks which firm, make or product it is, or who holds a post."""
    return _names()[0].search(text) is not None


def tells_a_name(text: str) -> bool:
    """Whether `text`, a passage, has such a name: papers on a matter seldom do."""
    return _names()[1].search(text) is not None
