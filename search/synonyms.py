"""Swedish words that mean much the same: people ask with other words than the papers have.

synonyms.txt is a thesaurus of the language, everyday_words.txt what people call what municipalities have their own
words for ("soptipp", återvinningscentral).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from index.terms import words
from index.terms.compounds import count
from index.terms.lemmas import lemma
from search.number_words import other_writing

EVERYDAY, THESAURUS = "everyday_words.txt", "synonyms.txt"
SHORTEST_STEM = 3
MOST = 12
"""Synonyms of one word: beyond it they are senses of the word that seldom are meant."""

COMMON = 3000
"""Times in the counted text (200,000 paragraphs) from which a word has too many senses for the thesaurus to tell which
is meant: nDCG@10 in four towns that nothing is fitted on is 0.690, 0.689 with them; from 500 it is 0.687."""


def synonyms(term: str) -> tuple[str, ...]:
    """The terms that may stand for `term`, () if none are known: synonyms, and of a noun in -ning its verb ("simning",
    "simma"), of a verb its noun; of a number its other writing."""
    general = () if count(term) >= COMMON else _general().get(term, ())
    called = sorted(_called().get(term, ()), key=lambda word: -count(word))
    known = (*other_writing(term), *_derived(term), *official(term), *called, *general)
    return tuple(dict.fromkeys(known))[:MOST]


def official(term: str) -> tuple[str, ...]:
    """The terms of the municipality's words for what `term` is an everyday word for."""
    return tuple(_official().get(term, ()))


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


def entries(name: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each word of a file with its synonyms, as written."""
    for line in Path(__file__).with_name(name).read_text("utf-8").splitlines():
        if not line.startswith("#"):
            word, _, others = line.partition(" = ")
            yield word, tuple(others.split(", "))


def _pairs(name: str) -> Iterator[tuple[str, str]]:
    """The terms of a word and of one of its synonyms; phrases are left out."""
    for word, others in entries(name):
        term = _term(word)
        yield from ((term, other) for other in map(_term, others) if term and other and other != term)


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, dict[str, None]]:
    """Term → the terms it is paired with, in their order, each once."""
    table: dict[str, dict[str, None]] = defaultdict(dict)
    for term, other in pairs:
        table[term][other] = None
    return dict(table)


@cache
def _official() -> dict[str, dict[str, None]]:
    return _grouped(_pairs(EVERYDAY))


@cache
def _called() -> dict[str, dict[str, None]]:
    """What people call what the municipality has this word for."""
    return _grouped((other, term) for term, other in _pairs(EVERYDAY))


@cache
def _general() -> dict[str, dict[str, None]]:
    """Term → the terms of its synonyms in the thesaurus, both ways."""
    return _grouped(pair for term, other in _pairs(THESAURUS) for pair in ((term, other), (other, term)))


@cache
def _term(word: str) -> str:
    found = words(word)
    return found[0].term if len(found) == 1 else ""
