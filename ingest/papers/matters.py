"""Names the matter that a title is about, and tells how alike two matters are."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from corpus import diarienummer
from ingest.papers.tables import mapping, words


@cache
def _before() -> re.Pattern[str]:
    letters = "|".join(mapping("parties", "beteckningar"))
    each = "|".join(sorted((re.escape(word) for word in words("matters", "fore")), key=len, reverse=True))
    bracket = rf"\(\s*(?:{letters})(?:\s*(?:,|och|\+|/)\s*(?:{letters}))*\s*\)"
    return re.compile(
        rf"^(?:§+\s*\d+(?:\s?[–-]\s?\d+)?\s*|(?:{each})(?![\wåäö])|{bracket}|\d{{4}}[:/]\d+|[\s:–,.\-]+)", re.IGNORECASE
    )


@cache
def _after() -> re.Pattern[str]:
    letters = "|".join(mapping("parties", "beteckningar"))
    each = "|".join(sorted((re.escape(word) for word in words("matters", "efter")), key=len, reverse=True))
    bracket = rf"\(\s*(?:{letters})(?:\s*(?:,|och|\+|/)\s*(?:{letters}))*\s*\)"
    name = r"[A-ZÅÄÖ][\wåäöé-]+(?: [A-ZÅÄÖ][\wåäöé-]+){1,3}"
    others = r"(?:\s+(?i:med\s+flera|m\.?\s?fl\.?))?"
    movers = rf"(?:(?i:från|av)\s+|[–,-]\s*){name}(?:(?:,\s*|\s+och\s+){name})*\s*(?:{bracket})?{others}"
    return re.compile(
        rf"(?:(?:[–,:-]\s*|\s)(?i:{each})|\s*{bracket}|\s*{movers}|\s+(?i:med\s+flera|m\.?\s?fl\.?)|[\s:–,.\-]+)$"
    )


def matter_of(title: str) -> str:
    """The matter of a title as printed: "§ 28 Motion (V) – Avgiftsfri kulturskola, svar" → "Avgiftsfri kulturskola".

    Where nothing would be left, the title stays as it is.
    """
    text = " ".join(title.split())
    for one in reversed(diarienummer.find(text)):
        text = text[: one.start] + text[one.end :]
    changed = True
    while changed:
        shorter = _after().sub("", _before().sub("", text).strip())
        changed = shorter != text
        if len(re.sub(r"\W", "", shorter)) < 4:
            break
        text = shorter
    if not content(text):
        text = title
    return text[:1].upper() + text[1:]


def squeeze(text: str) -> str:
    """Letters and digits alone, lower case."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text).lower())


STEM = 6
"""Letters compared of a word: "hundrastgård" and "hundrastgårdar", "öppettider" and "öppettiderna" are one."""


def content(text: str) -> frozenset[str]:
    """The words that tell a matter from another, cut to their first letters."""
    skip = set(words("matters", "fyllnad"))
    tokens = re.findall(r"[a-zåäöéü0-9]+", unicodedata.normalize("NFKC", text).lower())
    return frozenset(token[:STEM] for token in tokens if token not in skip and len(token) > 1)


def alike(first: str, second: str) -> float:
    """How much of the shorter matter's words stand in the longer, 0..1; at least two words must be shared."""
    a, b = content(first), content(second)
    shared = len(a & b)
    if shared < 2 and not (a == b and a):
        return 0.0
    return shared / min(len(a), len(b))
