"""Swedish words for English words of the genre (bilingual.toml): the model alone loses a third of English questions."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from index.terms.stems import english_stem

LONGEST_PHRASE = 3
_WORD = re.compile(r"[^\W_]+")


@cache
def _table() -> dict[tuple[str, ...], tuple[str, ...]]:
    """English words as they are written, and their stems, → Swedish words; what is written goes before a stem."""
    entries = tomllib.loads(Path(__file__).with_name("bilingual.toml").read_text("utf-8"))["words"]
    exact: dict[tuple[str, ...], tuple[str, ...]] = {}
    stems: dict[tuple[str, ...], tuple[str, ...]] = {}
    for english, swedish in entries.items():
        for phrase in english.split(" / "):
            written = tuple(word.lower() for word in _WORD.findall(phrase))
            for table, key in ((exact, written), (stems, tuple(map(english_stem, written)))):
                table[key] = tuple(dict.fromkeys((*table.get(key, ()), *swedish.split(", "))))
    return stems | exact


def _swedish(words: tuple[str, ...]) -> tuple[str, ...] | None:
    """What the table has for words in lower case."""
    return _table().get(words) or _table().get(tuple(map(english_stem, words)))


def has_translation(word: str) -> bool:
    """Whether the table has this English word by itself."""
    return _swedish((word.lower(),)) is not None


def translated(text: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """The words of `text` in order, the longest known phrases taken together: `(start, end, Swedish words)`, with no
    Swedish words where the table has none."""
    found = [(match.start(), match.end(), match.group().lower()) for match in _WORD.finditer(text)]
    at = 0
    while at < len(found):
        for length in range(min(LONGEST_PHRASE, len(found) - at), 0, -1):
            group = found[at : at + length]
            swedish = _swedish(tuple(word for _, _, word in group))
            if swedish or length == 1:
                yield group[0][0], group[-1][1], swedish or ()
                at += length
                break
