"""The phrase route: paragraphs in which the quoted words stand, in that order, letter by letter but for case."""

from __future__ import annotations

from index.engine import Engine
from index.filters import Filter
from index.terms import analyse
from search.candidates import Place
from search.highlights import phrase_pattern
from search.shelf import Shelf

MOST = 2_000
"""Passages whose words are compared with the phrase."""


def paragraphs_with(
    engine: Engine, shelf: Shelf, phrases: tuple[str, ...], *, where: Filter, top: int
) -> tuple[tuple[Place, float], ...]:
    """At most `top` paragraphs that hold every phrase, best by BM25 first."""
    patterns = [phrase_pattern(phrase) for phrase in phrases]
    terms = {term: 1.0 for phrase in phrases for term in analyse(phrase)}
    found: dict[Place, float] = {}
    scored = engine.lexical(terms, MOST, where=where) if terms else ()
    passages = shelf.passages(one.passage for one in scored)
    for one in scored:
        passage = passages.get(one.passage)
        for n in passage.paragraphs if passage else ():
            place = (passage.file, n) if passage else ("", n)
            paragraph = None if place in found else shelf.paragraph(*place)
            if paragraph and all(pattern.search(paragraph.text) for pattern in patterns):
                found[place] = one.score
        if len(found) >= top:
            break
    return tuple(found.items())
