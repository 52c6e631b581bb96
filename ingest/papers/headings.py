"""Tells whether a line is a heading of the genre (Beslut, Bakgrund, Yrkanden …) or a bare word for the kind of paper."""

from __future__ import annotations

import re
from functools import cache

from ingest.papers.tables import words


def bare(text: str) -> str:
    """A heading as it is compared: lower case, without number in front and without punctuation at the end."""
    line = re.sub(r"^(?:\d+(?:\.\d+)*\.?|[A-Za-z]\)|[IVX]+\.)\s+", "", " ".join(text.split()))
    return line.strip(" :.;–-•").lower()


@cache
def _list(key: str) -> re.Pattern[str]:
    each = (re.escape(word).replace(r"\*", ".{0,80}?") for word in words("headings", key))
    return re.compile("|".join(f"(?:{one})" for one in each), re.IGNORECASE)


def is_section(text: str) -> bool:
    """Whether it heads a section inside a paper ("Förslag till beslut", "Bakgrund"), so that it is not a title."""
    return _list("avsnitt").fullmatch(bare(text)) is not None


def is_kind_word(text: str) -> bool:
    """Whether it only says what kind of paper it is ("TJÄNSTESKRIVELSE", "Protokollsutdrag")."""
    return _list("slag").fullmatch(bare(text)) is not None
