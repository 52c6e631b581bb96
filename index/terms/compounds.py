"""Which words a Swedish compound is made of: cykelparkeringsplatser is cykel, parkering, plats.

A word is split where its parts are on (geometric) average commoner than the whole, counted over Swedish parliamentary
text: P. Koehn and K. Knight, "Empirical Methods for Compound Splitting", EACL 2003, section 3.3. The linking s
(ordning-s-vakt) is evidence of its own, which their German did not have.
"""

from __future__ import annotations

import math
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from index.terms.lemmas import known, lemma

SHORTEST = 3
"""Letters of the shortest part. Two-letter parts gave more false splits than true ones on 200 words of the papers."""

LINKED_BONUS = 2.0
"""What a linking s is worth against the whole word's log count: ordningsvakt is 7 times commoner than vakt is."""

RAREST = 3
"""Least count of a part; below it the counts hold misreadings and names."""


_ENDS_KEPT = 20_000
"""Ends of words whose last part is kept; every word is looked at from each of its letters on, and ends come again."""


@dataclass(frozen=True, slots=True)
class _Split:
    parts: tuple[str, ...]
    score: float


@cache
def _words(which: str) -> frozenset[str]:
    """A list of compounds.toml."""
    lists = tomllib.loads(Path(__file__).with_name("compounds.toml").read_text("utf-8"))
    return frozenset(str(lists[which]).split())


@cache
def _short_first_parts() -> dict[str, str]:
    return dict(pair.split("=") for pair in _words("short_first_parts"))


@cache
def _counts() -> dict[str, int]:
    lines = Path(__file__).with_name("counts.txt").read_text("utf-8").splitlines()
    return {word: int(count) for word, count in (line.split() for line in lines if not line.startswith("#"))}


def count(word: str) -> int:
    """How often the word (as dictionary form) stands in the counted text, 0 if under three times."""
    return _counts().get(word, 0)


def compound_parts(word: str) -> tuple[str, ...]:
    """The dictionary forms of the parts of a lower-case dictionary form, in order; empty where it is no compound."""
    if word in _words("whole"):
        return ()
    best = max(_splits(word), key=lambda split: (split.score, -len(split.parts)), default=None)
    if best is None or best.score <= math.log(count(word) + 1):
        return ()
    return best.parts


def _splits(word: str) -> list[_Split]:
    found = []
    for cut in range(SHORTEST, len(word) - SHORTEST + 1):
        head = _head(word[cut:])
        firsts = _first(word[:cut]) if head else ()
        if head and firsts:
            parts = (*firsts, head)
            linked = LINKED_BONUS if word[cut - 1] == "s" and len(word) >= 9 else 0.0
            found.append(_Split(parts, sum(math.log(count(part) + 1) for part in parts) / len(parts) + linked))
    return found


def is_last_part(word: str) -> bool:
    """Whether a compound may end in this form of a word."""
    return _head(word) is not None


@lru_cache(_ENDS_KEPT)
def _head(word: str) -> str | None:
    """The last part's dictionary form, None where it is no word of its own."""
    form = lemma(word)
    if form is None or {word, form} & _words("endings") or len(form) < SHORTEST or count(form) < RAREST:
        return None
    return form


@cache
def _first(start: str) -> tuple[str, ...]:
    """The dictionary forms of what stands before the last part, itself perhaps a compound; empty if no word."""
    if start in _words("no_first_parts"):
        return ()
    for tier in _unlinked(start):
        words = [word for word in tier if lemma(word) == word and known(word) and count(word) >= RAREST]
        if words:
            word = max(words, key=count)
            return compound_parts(word) or (word,)
    return compound_parts(start.removesuffix("s"))


def _unlinked(start: str) -> tuple[tuple[str, ...], ...]:
    """What a first part may stand for, likelier first: barns → barn; kvinno → kvinna; högstadie → högstadium; skol →
    skola, ägar → ägare; of three letters as compounds.toml has them (sim → simma)."""
    bare = start.removesuffix("s")
    if bare in _short_first_parts():
        return ((_short_first_parts()[bare],),)
    latin = (bare[:-1] + "um",) if bare.endswith("ie") else ()
    changed = (bare[:-1] + "a", bare[:-1], *latin) if bare.endswith(("o", "u", "e")) else ()
    longer = (bare + "a", bare + "e") if len(bare) > SHORTEST else ()
    tiers = ((start,), (bare,), changed, longer)
    return tuple(tuple(word for word in tier if len(word) >= SHORTEST) for tier in tiers)
