"""What is left of a word without its endings, Swedish or English; the one file that knows the Snowball stemmers."""

from __future__ import annotations

from Stemmer import Stemmer

_SWEDISH = Stemmer("swedish")
_ENGLISH = Stemmer("english")


def swedish_stem(word: str) -> str:
    """Snowball's stem of a lower-case Swedish word: for words that no dictionary has."""
    return str(_SWEDISH.stemWord(word))


def english_stem(word: str) -> str:
    """Snowball's stem of a lower-case English word."""
    return str(_ENGLISH.stemWord(word))
