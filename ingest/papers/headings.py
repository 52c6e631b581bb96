"""Tells whether a line heads a section of the genre (Beslut, Bakgrund, Yrkanden …) or only names a kind of paper."""

from __future__ import annotations

import re
from functools import cache

from ingest.papers.bodies import mentions
from ingest.papers.tables import words


def bare(text: str) -> str:
    """A heading as it is compared: lower case, without number in front and without punctuation at the end."""
    line = re.sub(r"^(?:\d+(?:\.\d+)*\.?|[A-Za-z]\)|[IVX]+\.)\s+", "", " ".join(text.split()))
    return line.strip(" :.;–-•").lower()


_OPEN = re.compile(
    r"(?:\b(?:för|och|av|om|i|med|till|mot|på|över|samt|avseende|gällande|angående|rörande)|[–,-])$", re.IGNORECASE
)


def is_open(text: str) -> bool:
    """Whether a heading ends in a word or sign that goes on in the next one: "Riktlinjer för" / "Gator och torg"."""
    return _OPEN.search(text.rstrip()) is not None


def first_half(text: str) -> str | None:
    """What stands before the stroke of a bilingual heading ("Beslut / Päätös"), None where there is no stroke."""
    before, stroke, after = text.partition(" / ")
    return before if stroke and before.strip() and after.strip() else None


def _as_pattern(word: str) -> str:
    """A table's word as a pattern: "*" is any words, "[0-9]+" a number, "[a-z]" a letter."""
    escaped = re.escape(word).replace(r"\*", ".{0,80}?")
    return escaped.replace(r"\[0\-9\]\+", "[0-9]+").replace(r"\[a\-z\]", "[a-z]")


@cache
def _list(key: str) -> re.Pattern[str]:
    each = (_as_pattern(word) for word in words("headings", key))
    return re.compile("|".join(f"(?:{one})" for one in each), re.IGNORECASE)


def is_section(text: str) -> bool:
    """Whether it heads a section inside a paper ("Förslag till beslut", "Bakgrund"), so that it is not a title."""
    if (half := first_half(text)) and is_section(half):
        return True
    line = bare(text)
    if line.startswith("förslag till") and len(line) < 120 and mentions(line):
        return True
    return _list("avsnitt").fullmatch(line) is not None


def is_kind_word(text: str) -> bool:
    """Whether it only says what kind of paper it is ("TJÄNSTESKRIVELSE", "Protokollsutdrag")."""
    return _list("slag").fullmatch(bare(text)) is not None
