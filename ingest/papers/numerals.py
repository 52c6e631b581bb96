"""Which numbers a text gives in words, figures or letters: "andra", "två", "2", "2:a", "b", lists and ranges."""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.papers.phrases import without_dots

CARDINALS = (
    *("ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio"),
    *("elva", "tolv", "tretton", "fjorton", "femton", "sexton", "sjutton", "arton", "nitton", "tjugo"),
)
ORDINALS = (
    *("första", "andra", "tredje", "fjärde", "femte", "sjätte", "sjunde", "åttonde", "nionde", "tionde"),
    *("elfte", "tolfte", "trettonde", "fjortonde", "femtonde"),
    *("sextonde", "sjuttonde", "artonde", "nittonde", "tjugonde"),
)
LETTERS = "abcdefghijklmnop"
ROMAN = r"(?-i:[IVX]{1,4})"
"""Roman numerals are told from words by their capitals ("yrkande I", but "punkt i motionen")."""
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")

CARDINAL = without_dots(rf"(?:\d{{1,2}}|{'|'.join(sorted(CARDINALS, key=len, reverse=True))}|{ROMAN}(?!\w))")
ORDINAL = without_dots(rf"(?:{'|'.join(sorted(ORDINALS, key=len, reverse=True))}|förste|\d{{1,2}}:[ae])")
LETTER = r"[a-hj-p]\)?"  # not "i": it is a word ("punkt i motionen")
RANGE = r"\s*(?:–|-|\btill\s+och\s+med\b|\bt\.?\s?o\.?\s?m\.?|\btill\b)\s*"
JOIN = r"(?:\s*,\s*(?:och\s+|samt\s+)?|\s+(?:och|samt|respektive|eller|resp\.?|&)\s+)"


def _plain(word: str) -> str:
    return word.translate(str.maketrans("åäö", "aao"))


_WRITTEN = {_plain(word): n for words in (ORDINALS, CARDINALS) for n, word in enumerate(words, 1)} | {"forste": 1}


@lru_cache(maxsize=1024)
def number_of(word: str) -> int | None:
    """The number that one numeral stands for, None if it is none."""
    word = word.strip(" .)(")
    if word.isupper() and word.lower() in _ROMAN:
        return _ROMAN.index(word.lower()) + 1
    word = word.lower()
    if word.isdigit():
        return int(word)
    if match := re.fullmatch(r"(\d{1,2}):[ae]", word):
        return int(match[1])
    if number := _WRITTEN.get(_plain(word)):
        return number
    if len(word) == 1 and word in LETTERS:
        return LETTERS.index(word) + 1
    return None


_NUMERAL = rf"{ORDINAL}|{CARDINAL}|{LETTER}"
_ONE_OR_RANGE = re.compile(rf"\b({_NUMERAL})\b(?:{RANGE}\b({_NUMERAL})\b)?", re.IGNORECASE)


def numbers_in(text: str) -> tuple[int, ...]:
    """The numbers of a list such as "1, 3 och 5", "ett till tre", "a–c" or "första och tredje", ascending."""
    found: set[int] = set()
    for match in _ONE_OR_RANGE.finditer(text):
        first, last = number_of(match[1]), number_of(match[2] or "")
        if first is None:
            continue
        found.update(range(first, last + 1) if last and first < last <= first + 30 else (first,))
    return tuple(sorted(found))


def label_number(label: str | None) -> int | None:
    """The number of a list item's marker ("2.", "b)", "iii.", "att-sats 2:"), None for bullets."""
    if not label:
        return None
    bare = label.strip(" .):(–-•")
    if bare.lower() in _ROMAN and (len(bare) > 1 or bare.isupper()):
        return _ROMAN.index(bare.lower()) + 1
    bare = bare.lower()
    if match := re.search(r"\d{1,2}$", bare):
        return int(match[0])
    return number_of(bare)
