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
from index.terms.lemmas import known, known_english
from search.candidates import Place
from search.decisions import Role, history
from search.listings import about_something, wants_all_of_a_mover
from search.meetings import years_in
from search.shelf import Shelf
from search.titles import title_place

MOST = 300
"""Passages with the name that are looked through."""
LONGEST_NAME = 3
_PETITIONS = (DocumentType.MOTION.value, DocumentType.MEDBORGARFORSLAG.value, DocumentType.INTERPELLATION.value)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Member:
    """The words of a name as asked, lower-case, and the years asked for if any."""

    name: tuple[str, ...]
    years: tuple[str, ...]


def member_asked(text: str) -> Member | None:
    """Whose motions `text` asks for; None where it asks for no one's, or names a subject besides."""
    if not wants_all_of_a_mover(text):
        return None
    spans = [match.span() for match in _WORD.finditer(text) if _may_be_a_name(text, match)]
    name = tuple(text[start:end].lower() for start, end in spans)
    if not 0 < len(name) <= LONGEST_NAME:
        return None
    rest = text
    for start, end in spans:
        rest = rest[:start] + " " * (end - start) + rest[end:]
    return None if about_something(rest) else Member(name, tuple(years_in(text)))


def _may_be_a_name(text: str, word: re.Match[str]) -> bool:
    """A capital inside the sentence, or a word that no dictionary has."""
    form = word[0].lower()
    in_dictionary = known(form) or known_english(form)
    first = not text[: word.start()].strip()
    return not in_dictionary or (word[0][0].isupper() and not word[0].isupper() and not first)


def moved_by(engine: Engine, shelf: Shelf, member: Member, *, where: Filter) -> tuple[Place, ...]:
    """For each demand of the member's motions the item that decided it, else the demand; a motion without demands by
    its title. Newest motions first; () if no motion has such a mover."""
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
    return tuple(dict.fromkeys(place for _, file in sorted(theirs, reverse=True) for place in _ends(shelf, file)))


def _is(member: Member, name: str) -> bool:
    words = {word.lower() for word in _WORD.findall(name)}
    return all(word in words or _bare(word) in words for word in member.name)


def _bare(word: str) -> str:
    """Without the genitive's s: Almgårds → almgård."""
    return word.removesuffix("s")


def _ends(shelf: Shelf, file: str) -> Iterator[Place]:
    """How each demand of one paper ended."""
    demands = [
        (case.key, demand)
        for case in shelf.cases_of(file)
        for demand, source in zip(case.demands, case.demand_files, strict=True)
        if source == file
    ]
    if not demands:
        yield title_place(shelf, file)
    for key, demand in demands:
        final = next((item.place for item in history(shelf, (key, demand.n)) if item.role is Role.FINAL), None)
        yield final or (file, demand.paragraph)
