"""Swedish words that mean much the same (synonyms.txt): people ask with other words than the papers have."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from index.terms import words

MOST = 12
"""Synonyms of one word: beyond it they are senses of the word that seldom are meant."""


def synonyms(term: str) -> tuple[str, ...]:
    """The terms that may stand for `term`, () if none are known."""
    return tuple(_table().get(term, ()))[:MOST]


def entries() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each word of the file with its synonyms, as written."""
    for line in Path(__file__).with_name("synonyms.txt").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            word, _, others = line.partition(" = ")
            yield word, tuple(others.split(", "))


@cache
def _table() -> dict[str, dict[str, None]]:
    """Term → the terms of its synonyms, both ways; phrases are left out."""
    table: dict[str, dict[str, None]] = defaultdict(dict)
    for word, others in entries():
        term = _term(word)
        for other in filter(None, map(_term, others)):
            if term and other != term:
                table[term][other] = None
                table[other][term] = None
    return dict(table)


@cache
def _term(word: str) -> str:
    found = words(word)
    return found[0].term if len(found) == 1 else ""
