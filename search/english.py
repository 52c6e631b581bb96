"""Swedish words for English words of the genre (bilingual/): the model alone loses a third of English questions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).with_name("bilingual")

_PIECE = re.compile(
    r"""
    (?:\b[A-ZÅÄÖ]{2,6}[ /-])?(?<![^\W_])\d[\d.,:/–-]*\d(?![^\W_])   # KS 2021-845, 2023-04-25 and 1,500 are kept whole
    | [^\W_]+
    """,
    re.VERBOSE,
)
_GENITIVE = re.compile(r"(?<=\w)['’]s\b")
_ENDINGS = (
    ("s", "", 3),
    ("es", "", 3),
    ("ies", "y", 3),
    ("ied", "y", 3),
    ("ed", "", 4),
    ("ed", "e", 4),
    ("ing", "", 4),
    ("ing", "e", 4),
    ("ly", "", 3),
    ("", "s", 5),
)
"""Endings, what stood in their place, and how many letters it must have: "feed" is no form of "fee"."""

_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_DECIMAL = re.compile(r"\d+\.\d+")


def entries() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each English word or phrase in the folder's files, blanks for hyphens, with its Swedish words."""
    for path in sorted(FOLDER.glob("*.txt")):
        for line in path.read_text("utf-8").splitlines():
            if line and line[0] != "#":
                english, _, swedish = line.replace("'s ", " ").partition(" =")
                words = tuple(swedish.strip().split(", ")) if swedish else ()
                for phrase in english.split(" / "):
                    yield phrase, words


@cache
def _table() -> tuple[dict[str, tuple[str, ...]], int]:
    """English → Swedish words, and how many words the longest phrase has."""
    table = dict(entries())
    return table, max(phrase.count(" ") for phrase in table) + 1


def _forms(word: str) -> Iterator[str]:
    """A word in lower case, and what it would be in the table if it is an inflection of that. A stemmer would take
    "initial" for "initiative" and "polite" for "politics"."""
    yield word
    for ending, instead, least in _ENDINGS:
        form = word.removesuffix(ending) + instead
        if word.endswith(ending) and len(form) >= least:
            yield form
            if ending and form[-2:-1] == form[-1:]:
                yield form[:-1]


def is_english(word: str) -> bool:
    """Whether the table has this word by itself, and not as a Swedish word too ("nato", "budget")."""
    known = _longest([word.lower()])
    return known is not None and word.lower() not in known[1]


@cache
def english_words() -> frozenset[str]:
    """Every word of the table's words and phrases."""
    return frozenset(word for phrase in _table()[0] for word in phrase.split())


def translated(text: str) -> Iterator[tuple[int, int, tuple[str, ...] | None]]:
    """The words of `text` in order, the longest known phrases taken together: `(start, end, Swedish words)`.

    The Swedish words are () for what carries no subject and None for what the tables do not have, such as names.
    """
    without_genitives = _GENITIVE.sub(lambda match: " " * len(match.group()), text)
    found = list(_PIECE.finditer(without_genitives))
    words = [match.group().lower() for match in found]
    at = 0
    while at < len(found):
        length, swedish = _longest(words[at:]) or (1, _figure(words[at]))
        yield found[at].start(), found[at + length - 1].end(), swedish
        at += length


def _longest(words: list[str]) -> tuple[int, tuple[str, ...]] | None:
    """How many of the first words are known together and their Swedish words, () for words that carry no subject."""
    table, longest = _table()
    for length in range(min(longest, len(words)), 0, -1):
        *before, last = words[:length]
        for form in _forms(last):
            found = table.get(" ".join((*before, form)))
            if found is not None:
                return length, found
    return None


def _figure(word: str) -> tuple[str, ...] | None:
    """A figure as Swedish papers write it: 1,500,000 → 1500000, 1.5 → 1,5; None for anything else."""
    if _THOUSANDS.fullmatch(word):
        return (word.replace(",", "").replace(".", ","),)
    return (word.replace(".", ","),) if _DECIMAL.fullmatch(word) else None
