"""Which demand a wording means, when no number is given: by the words that only that demand holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

WORDING_SHARE = 0.3
"""The least share of a wording's words that the demand it means must hold."""
SURE = 2.0
"""Weight from which a wording longer than the demand it means may hold other words too: days, sums, places."""
CLEAR = 0.6
"""A second demand that holds more than this share of the best one's weight makes the wording ambiguous."""
SAME_START = 0.75
"""Two words are one in two inflections when they share so much of the shorter one from its start: "asfaltering" and
"asfalteras" (0.8), but not "språken" and "språkcaféer" (0.71)."""
SHORTEST_START = 4

_FILLER = frozenset(
    [
        *("att", "och", "i", "på", "en", "ett", "för", "med", "till", "av", "om", "som", "den", "det", "de", "är"),
        *("ska", "skall", "ges", "får", "kan", "vid", "eller", "inte", "samt", "från", "sina", "sin", "sitt", "där"),
        *("när", "så", "under", "över", "efter", "även", "också", "har", "vara", "blir", "bli", "deras", "dess"),
        *("detta", "denna", "dessa", "man", "alla", "varje", "minst", "kommunen", "kommunens", "kommunfullmäktige"),
        *("motionen", "motionens", "förslag", "förslaget", "yrkande", "del", "delen", "avser", "rör", "gäller"),
        *("föreslagna", "föreslagen", "föreslaget", "begärda", "begärd", "begärt"),
    ]
)


@lru_cache(maxsize=4096)
def content(text: str) -> frozenset[str]:
    """The words that carry meaning, lower case."""
    words = re.findall(r"\w+(?:-\w+)*", text.lower())
    return frozenset(word for word in words if word not in _FILLER and (len(word) > 2 or word.isdigit()))


def one_word(first: str, second: str) -> bool:
    """Whether two words are the same word, perhaps in two inflections."""
    if first == second:
        return True
    if first[:SHORTEST_START] != second[:SHORTEST_START]:
        return False
    shared = next((i for i, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), None)
    shared = min(len(first), len(second)) if shared is None else shared
    return shared >= SHORTEST_START and shared >= SAME_START * min(len(first), len(second))


def holds(words: frozenset[str], word: str) -> bool:
    """Whether the word is among the words, in any inflection."""
    return word in words or any(one_word(word, other) for other in _by_start(words).get(word[:SHORTEST_START], ()))


@lru_cache(maxsize=4096)
def _by_start(words: frozenset[str]) -> Mapping[str, tuple[str, ...]]:
    """The words by the first letters that `one_word` asks to be the same: most words need not be compared."""
    found: dict[str, tuple[str, ...]] = {}
    for word in words:
        start = word[:SHORTEST_START]
        found[start] = (*found.get(start, ()), word)
    return found


_ENDINGS = re.compile(r"(?:arna|erna|orna|ens|ets|en|et|er|ar|or|na|n|t|s|a)$")
_DOING = re.compile(r"^(?:be)?(?P<root>[a-zåäö]{3,}?)(?:ning|ande|else)(?:en|et|ar|arna|ens)?$")
_DONE = r"(?:a|as|s|es|er|ar|et|en|e|t|te|de|ts|des|at|ats|ad|ade|ades|na)?"
_PREFIXES = frozenset(
    [
        *("an", "av", "be", "bi", "efter", "fram", "för", "före", "från", "genom", "in", "med", "miss", "mot", "om"),
        *("på", "sam", "till", "under", "upp", "ut", "vid", "åter", "över"),
    ]
)
"""What makes another word, not a compound of the same: "förskolan" is no "skolan", "uppdrag" no "drag"."""
SHORTEST_HEAD, SHORTEST_BEGINNING = 4, 6
"""Letters of the shortest word that a compound may end with and still be called by ("bussen" for "skolbussen"), and
of the shortest that it may begin with."""


def akin(first: str, second: str) -> bool:
    """Whether one word is what the other is called for short ("bidraget" for "föreningsbidraget"), or the doing of it
    ("belysningen" where "lyset" is asked for, "höjning" where something "höjs")."""
    if any(_is_part(short, long) for short in _forms(first) for long in _forms(second)):
        return True
    if any(_is_part(short, long) for short in _forms(second) for long in _forms(first)):
        return True
    for doing, other in ((first, second), (second, first)):
        match = _DOING.match(doing)
        if match and re.fullmatch(rf"(?:be)?{re.escape(match['root'])}{_DONE}", other):
            return True
    return False


def _forms(word: str) -> tuple[str, str]:
    """The word as it stands, and without its ending."""
    return word, _ENDINGS.sub("", word)


def _is_part(short: str, long: str) -> bool:
    """Whether a word ends a compound ("linje", "busslinje") or, if it is long, begins one ("avgift", "avgiftsfri")."""
    before = long[: -len(short)]
    ends = len(short) >= SHORTEST_HEAD and long.endswith(short) and len(before) > 1 and before not in _PREFIXES
    return ends or (len(short) >= SHORTEST_BEGINNING and long.startswith(short))


def _akin_holds(words: frozenset[str], word: str) -> bool:
    return holds(words, word) or any(akin(word, other) for other in words)


def scores(
    wording: str, texts: Sequence[str], holds: Callable[[frozenset[str], str], bool] = holds
) -> tuple[float, ...]:
    """How much of the wording each text holds; a word weighs 1 / (the number of texts that hold it)."""
    held = [content(text) for text in texts]
    totals = [0.0] * len(held)
    for word in content(wording):
        places = [index for index, words in enumerate(held) if holds(words, word)]
        for index in places:
            totals[index] += 1 / len(places)
    return tuple(totals)


def by_wording(wording: str, texts: Sequence[str]) -> int | None:
    """The number (from 1) of the one demand that the wording means; None if none or several fit.

    Where its own words do not tell, the demand that holds them as parts or doings of its words is meant.
    """
    return _meant(wording, tuple(texts))


@lru_cache(maxsize=4096)
def _meant(wording: str, texts: tuple[str, ...]) -> int | None:
    return _best(wording, texts, scores(wording, texts)) or _best(wording, texts, scores(wording, texts, _akin_holds))


def _best(wording: str, texts: Sequence[str], found: Sequence[float]) -> int | None:
    """The number of the demand that scores clearly best and holds enough of the wording, None without such."""
    asked = len(content(wording))
    if not found or not asked:
        return None
    best = max(found)
    if best >= SURE:
        asked = min(asked, len(content(texts[found.index(best)])))
    if best < WORDING_SHARE * asked or sum(score > CLEAR * best for score in found) > 1:
        return None
    return found.index(best) + 1
