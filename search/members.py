"""Questions for all that one member has moved ("vad har Frida Almgård motionerat om"): answered from the motions'
movers, newest first, each demand by what holds for it now."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus.document import DocumentType
from index.engine import Engine
from index.filters import Filter
from index.terms import analyse
from search.candidates import Place
from search.cues import silent_words
from search.decisions import ended_at
from search.listings import left_of_a_movers, wants_all_of_a_mover
from search.meetings import years_in
from search.shelf import Shelf
from search.titles import title_place

MOST = 300
"""Passages with the name that are looked through."""
LONGEST_NAME = 3
_PETITIONS = (DocumentType.MOTION.value, DocumentType.MEDBORGARFORSLAG.value, DocumentType.INTERPELLATION.value)
_ABOUT = re.compile(r"\b(?:om|kring|angående|gällande|rörande|on|about|regarding)\s+(?:\w+\s+)?$", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Member:
    """The words of a name as asked, lower-case, and the years asked for if any."""

    name: tuple[str, ...]
    years: tuple[str, ...]


def member_asked(text: str) -> Member | None:
    """Whose motions `text` may ask for: one to three words that are left of it are taken for a name, which `moved_by`
    looks for among the movers. None where it does not ask what someone has moved, or says what about."""
    if not wants_all_of_a_mover(text):
        return None
    left = [match for match in _WORD.finditer(left_of_a_movers(text)) if _carries(match[0].lower())]
    if not 0 < len(left) <= LONGEST_NAME or any(_ABOUT.search(text[: match.start()]) for match in left):
        return None
    return Member(tuple(match[0].lower() for match in left), tuple(years_in(text)))


def _carries(word: str) -> bool:
    return bool(analyse(word)) and word not in silent_words()


def moved_by(engine: Engine, shelf: Shelf, member: Member, *, where: Filter) -> tuple[Place, ...]:
    """The titles of the member's motions, then for each of their demands the item that decided it, else the demand.
    Newest motions first; () if no motion has such a mover."""
    terms = dict.fromkeys((term for word in member.name for term in analyse(_bare(word))), 1.0)
    scored = engine.lexical(terms, MOST, where=replace(where, types=_PETITIONS))
    files = dict.fromkeys(passage.file for passage in shelf.passages(one.passage for one in scored).values())
    dated = {file: shelf.head(file) for file in files}
    theirs = [
        (head.date or "", file)
        for file, head in dated.items()
        if head
        and any(_is(member, person.name) for person in head.movers)
        and (not member.years or (head.date or "")[:4] in member.years)
    ]
    newest = [file for _, file in sorted(theirs, reverse=True)]
    titles = (title_place(shelf, file) for file in newest)
    return tuple(dict.fromkeys((*titles, *(place for file in newest for place in _ends(shelf, file)))))


def _is(member: Member, name: str) -> bool:
    words = {word.lower() for word in _WORD.findall(name)}
    return all(word in words or _bare(word) in words for word in member.name)


def _bare(word: str) -> str:
    """Without the genitive's s: Almgårds → almgård."""
    return word.removesuffix("s")


def _ends(shelf: Shelf, file: str) -> Iterator[Place]:
    """How each demand of one paper ended."""
    for case in shelf.cases_of(file):
        yield from ended_at(shelf, case, source=file)
