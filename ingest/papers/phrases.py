"""The notation of the vocabulary tables: how a phrase that an officer can read becomes a pattern that finds it.

avslå*              the word with any ending
lämna* utan [vidare] åtgärd*      a word that may be missing
(anse|anses) ... besvara*         one of several; at most six words in between
"""

from __future__ import annotations

import re
from collections.abc import Iterable

GAP_WORDS = 6
"""The most words that "..." stands for: longer gaps join verbs of different clauses."""

_TOKEN = re.compile(r"\.\.\.|\[[^\]]*\]|\([^)]*\)[\w*]*|\S+")


_FORGIVING = str.maketrans({"å": "[åäa]", "ä": "[äåa]", "ö": "[öo]"})


def without_dots(pattern: str) -> str:
    """A pattern that also fits what a scanner lost: "avslas" for "avslås", "forslag" for "förslag"."""
    return pattern.translate(_FORGIVING)


def _word(token: str) -> str:
    return "".join(r"\w*" if char == "*" else without_dots(re.escape(char)) for char in token)


def _choices(token: str) -> str:
    return "|".join(r"\s+".join(_word(word) for word in choice.split()) for choice in token.split("|"))


def phrase_pattern(phrase: str) -> str:
    """The regular expression, without word borders, of one phrase of the tables."""
    pattern, glue = "", ""
    for token in _TOKEN.findall(phrase):
        if token == "...":
            pattern += rf"{glue}(?:\S+\s+){{0,{GAP_WORDS}}}?" if not glue else rf"(?:\s+\S+){{0,{GAP_WORDS}}}?"
            continue
        if token.startswith("["):
            inner = _choices(token[1:-1])
            pattern += rf"(?:{glue}(?:{inner}))?" if glue else rf"(?:(?:{inner})\s+)?"
            continue
        if token.startswith("("):
            choices, _, ending = token[1:].partition(")")
            pattern += rf"{glue}(?:{_choices(choices)}){_word(ending)}"
        else:
            pattern += glue + _word(token)
        glue = r"\s+"
    return pattern


def phrases(items: Iterable[str]) -> re.Pattern[str]:
    """One pattern that finds any of the phrases as whole words, whatever the case; the longest phrase first."""
    longest_first = sorted(items, key=len, reverse=True)
    joined = "|".join(phrase_pattern(item) for item in longest_first)
    return re.compile(rf"(?<![\w-])(?:{joined})(?![\w-])", re.IGNORECASE)


def whole(items: Iterable[str]) -> re.Pattern[str]:
    """One pattern that fits a text that is one of the phrases and nothing else (a heading)."""
    joined = "|".join(phrase_pattern(item) for item in items)
    return re.compile(rf"(?:{joined})", re.IGNORECASE)
