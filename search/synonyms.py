"""Swedish words that mean much the same: people ask with other words than the papers have.

synonyms.txt is a thesaurus of the language, everyday_words.txt what people call what municipalities have their own
words for ("soptipp", återvinningscentral).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from index.terms import words
from index.terms.lemmas import lemma
from search.number_words import other_writing

SHORTEST_STEM = 3
MOST = 12
"""Synonyms of one word: beyond it they are senses of the word that seldom are meant."""


def synonyms(term: str) -> tuple[str, ...]:
    """The terms that may stand for `term`, () if none are known: synonyms, and of a noun in -ning its verb ("simning",
    "simma"), of a verb its noun; of a number its other writing."""
    return tuple(dict.fromkeys((*other_writing(term), *_derived(term), *_table().get(term, ()))))[:MOST]


@cache
def _derived(term: str) -> tuple[str, ...]:
    """A verb's noun in -ning or -ande, such a noun's verb, where the dictionary has them."""
    stem = re.sub(r"n?ing$", "", term)
    if stem != term and len(stem) >= SHORTEST_STEM:
        made = [stem + "a", stem + stem[-1] + "a", stem + "era"]
    elif term.endswith("a") and len(term) > SHORTEST_STEM:
        bare = term.removesuffix("a")
        made = [bare + "ning", bare + "ing", re.sub(r"(.)\1$", r"\1", bare) + "ning", bare + "ande"]
    else:
        return ()
    return tuple(dict.fromkeys(one for one in made if one != term and lemma(one) == one))


def entries() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each word of the files with its synonyms, as written; the municipality's words first."""
    for name in ("everyday_words.txt", "synonyms.txt"):
        for line in Path(__file__).with_name(name).read_text("utf-8").splitlines():
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
