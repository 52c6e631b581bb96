"""The one analysis of text into terms that every engine ranks by: dictionary forms, and the parts of compounds."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from index.terms.compounds import SHORTEST, compound_parts, is_last_part
from index.terms.lemmas import known, lemma
from index.terms.stems import swedish_stem
from index.terms.stopwords import every_stopword
from index.terms.tokens import tokens

_BLANKS_AND_MARKS = re.compile(r"[\s\u00ad]+")
_INNER_MARKS = re.compile(r"[-–/:.,’']+")
_CACHED_WORDS = 200_000
SHORTEST_END = 4
"""Letters of an end by which an unknown word is inflected (simkurser → simkurs) though its beginning is no word."""


class Word(NamedTuple):
    """One word of a text: its characters `[start, end)`, its term, and the terms of its parts if it is a compound."""

    start: int
    end: int
    term: str
    parts: tuple[str, ...]


def analyse(text: str) -> tuple[str, ...]:
    """The terms of `text` in order, with repeats: each word's dictionary form, followed by its parts if a compound."""
    found: list[str] = []
    for word in words(text):
        found.append(word.term)
        found.extend(word.parts)
    return tuple(found)


def words(text: str) -> tuple[Word, ...]:
    """The words of `text` that carry a subject, each with its place, its term and the terms of its parts."""
    composed = unicodedata.normalize("NFC", text)
    source = text if len(composed) != len(text) else composed
    found = []
    for token in tokens(source):
        term, parts = _number(token.text) if token.number else _word(token.text)
        if term:
            found.append(Word(token.start, token.end, term, parts))
    return tuple(found)


def _number(text: str) -> tuple[str, tuple[str, ...]]:
    """Figures, dates, dnr and § whole, blanks out: "1 250 000" → 1250000, "KS 2021-845" → ks2021-845 and 2021-845."""
    bare = _BLANKS_AND_MARKS.sub("", text.lower())
    if bare.startswith("§"):
        return bare, ()
    letters = "".join(c for c in bare if c.isalpha())
    if not letters or letters == bare:
        return bare.replace("/", "-").replace(":", "-"), ()
    figures = re.sub(r"[^0-9]+", "-", bare).strip("-")
    return f"{letters}{figures}", (figures,)


@lru_cache(maxsize=_CACHED_WORDS)
def _word(text: str) -> tuple[str, tuple[str, ...]]:
    """The term and the parts' terms of one word as it stands in a text; ("", ()) for a stop word."""
    form = unicodedata.normalize("NFC", text.replace("\u00ad", "")).lower().strip("-–/:.,’'")
    if not form or form in every_stopword():
        return "", ()
    if _INNER_MARKS.search(form):
        return _joined(form)
    found = lemma(form)
    if found is not None:
        return found, compound_parts(found)
    return _unknown(form)


def _unknown(form: str) -> tuple[str, tuple[str, ...]]:
    """A word the dictionary lacks: one whose end is a word takes that word's dictionary form, else its stem."""
    parts = compound_parts(form)
    if parts:
        return _with_last(form, parts[-1]), parts
    for cut in range(SHORTEST, len(form) - SHORTEST_END + 1):
        end = form[cut:]
        if known(end) and is_last_part(end):
            return form[:cut] + str(lemma(end)), ()
    bare = form.removesuffix("s")
    return swedish_stem(bare if len(bare) > 3 else form), ()


def _with_last(form: str, last: str) -> str:
    """The compound with its last part as dictionary form: cykelparkeringsplatser, plats → cykelparkeringsplats."""
    for cut in range(1, len(form)):
        if lemma(form[cut:]) == last:
            return form[:cut] + last
    return form


def _joined(form: str) -> tuple[str, tuple[str, ...]]:
    """A word with marks inside: KAST-mottagningar → kast-mottagning, with kast and mottagning as parts."""
    pieces = [piece for piece in _INNER_MARKS.split(form) if piece]
    found: list[str] = []
    for piece in pieces:
        term, parts = _word(piece)
        if term:
            found.extend((term, *parts))
    last = lemma(pieces[-1]) or pieces[-1]
    return "-".join((*pieces[:-1], last)), tuple(found)
