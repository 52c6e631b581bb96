"""Names the matter that a title is about, and tells how alike two matters are."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from corpus import diarienummer
from ingest.papers.tables import alternatives, mapping, words

_NAME = r"[A-ZÅÄÖ][\wåäöéü-]+(?: (?:von |af |de )?[A-ZÅÄÖ][\wåäöéü-]+){1,3}"
_OTHERS = r"(?:\s+(?i:med\s+flera|m\.?\s?fl\.?))"


@cache
def _bracket() -> str:
    letters = "|".join(mapping("parties", "beteckningar"))
    return rf"\(\s*(?:{letters}|[A-ZÅÄÖ]{{1,4}})(?:\s*(?:,|och|\+|/)\s*(?:{letters}))*\s*\)"


@cache
def _movers() -> str:
    """People with their party, or a party by its name: "Runa Ek (V) med flera", "Vänsterpartiet genom Runa Ek"."""
    person = rf"{_NAME}(?:\s*{_bracket()})?"
    people = rf"{person}(?:(?:,\s*|\s+och\s+){person})*(?:(?<=\)){_OTHERS}?|{_OTHERS})"
    parties = "|".join(re.escape(name) for name in sorted(mapping("parties", "namn"), key=len, reverse=True))
    return rf"(?:{people}|(?i:{parties})(?:\s+genom\s+{_NAME}(?:\s+och\s+{_NAME})*)?)"


@cache
def _before() -> re.Pattern[str]:
    each = alternatives("matters", "fore")
    put = rf"(?i:(?:väckt|inlämnad|ställd|inkommen)?\s*(?:av|från))\s+{_movers()}(?![\wåäö])"
    number = r"(?:[A-ZÅÄÖ][A-Za-zåäö]{1,5}\s)?§+\s*\d+(?:\s?[–-]\s?\d+)?\s*|\(?\d{4}(?:[:/]|\s+nr\s*)\d+\)?"
    return re.compile(rf"^(?:{number}|{put}|(?i:{each})(?![\wåäö])|{_bracket()}|[\s:–,.\-]+)")


@cache
def _after() -> re.Pattern[str]:
    each = alternatives("matters", "efter")
    put = rf"(?:(?i:\s(?:väckt\s+|inlämnad\s+)?(?:av|från))\s+|\s*[–,-]\s*){_movers()}"
    return re.compile(rf"(?:(?:[–,:-]\s*|\s)(?i:{each})|\s*{_bracket()}|{put}|{_OTHERS}|[\s:–,.\-]+)$")


def matter_of(title: str) -> str:
    """The matter of a title as printed: "§ 28 Motion (V) – Avgiftsfri kulturskola, svar" → "Avgiftsfri kulturskola".

    Where nothing would be left, the title stays as it is.
    """
    text = " ".join(title.split())
    for one in reversed(diarienummer.find(text)):
        text = text[: one.start] + text[one.end :]
    changed = True
    while changed:
        shorter = _before().sub("", text).strip()
        shorter = _torn_off(shorter, _after().sub("", shorter))
        changed = shorter != text
        if len(re.sub(r"\W", "", shorter)) < 4:
            break
        text = shorter
    if not content(text):
        text = title
    return text[:1].upper() + text[1:]


_JOINS = re.compile(r"\b(?:och|samt|eller|om|av|för|på|till|med|i|över|angående|gällande)$|[,/]$", re.IGNORECASE)


def _torn_off(whole: str, shorter: str) -> str:
    """The shorter title, but the whole one where it would end with a word that joins what was cut to it: "Nya motioner
    och medborgarförslag"."""
    return whole if _JOINS.search(shorter.rstrip()) else shorter


def movers_in_title(title: str) -> frozenset[str]:
    """The members that a title says have put the motion: "Motion av Runa Ek och Bo Alm (V) om fler bänkar"."""
    put = re.search(rf"(?i:\b(?:av|från))\s+({_movers()})(?![\wåäö])", title)
    return frozenset(re.findall(_NAME, re.sub(_bracket(), " ,", put[1])) if put else ())


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
