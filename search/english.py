"""Swedish terms for English words of the genre, from bilingual.toml: the model alone loses a third of English questions."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

from index.terms import words
from index.terms.stems import english_stem

WEIGHT = 0.8
LONGEST_PHRASE = 3
_WORD = re.compile(r"[^\W_]+")


@cache
def _table() -> dict[tuple[str, ...], tuple[str, ...]]:
    """English stems → Swedish words."""
    entries = tomllib.loads(Path(__file__).with_name("bilingual.toml").read_text("utf-8"))["words"]
    table: dict[tuple[str, ...], tuple[str, ...]] = {}
    for english, swedish in entries.items():
        for phrase in english.split(" / "):
            key = _stems(phrase)
            table[key] = tuple(dict.fromkeys((*table.get(key, ()), *swedish.split(", "))))
    return table


def _stems(text: str) -> tuple[str, ...]:
    return tuple(english_stem(word) for word in _WORD.findall(text.lower()))


def has_translation(word: str) -> bool:
    """Whether the table has this English word by itself."""
    return (english_stem(word.lower()),) in _table()


def translations(text: str) -> dict[str, float]:
    """The Swedish terms of the English words in `text`, longest phrases first, each with its weight."""
    stems = _stems(text)
    found: dict[str, float] = {}
    at = 0
    while at < len(stems):
        for length in range(min(LONGEST_PHRASE, len(stems) - at), 0, -1):
            swedish = _table().get(stems[at : at + length])
            if swedish:
                _add(found, swedish)
                at += length
                break
        else:
            at += 1
    return found


def _add(found: dict[str, float], swedish: tuple[str, ...]) -> None:
    """Each translation's terms; several translations of one word share its weight."""
    share = WEIGHT / len(swedish) ** 0.5
    for one in swedish:
        for word in words(one):
            found[word.term] = max(found.get(word.term, 0.0), share)
            for part in word.parts:
                found[part] = max(found.get(part, 0.0), share * 0.7)
