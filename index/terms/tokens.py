"""Where words and sentences begin and end in Swedish text; the one file that knows spaCy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from corpus.unseen import unseen

with unseen("torch"):  # spaCy's backend would import it: 2.6 of a question's 4 seconds, and used for nothing here
    import spacy
    from spacy.language import Language

LONGEST = 100_000
"""Characters handed to spaCy at a time; no paragraph is longer, but a broken PDF may give one line of a megabyte."""

_BETWEEN_BLANKS = re.compile(r"\S+")
_CACHED, _LONGEST_CACHED = 100_000, 60
"""Strings between blanks whose tokens are kept, and how long they may be: spaCy needs some 0.02 ms for each."""
_ENDING = frozenset(".,:;!?")
_FIGURE = re.compile(r"\d")
"""Without one nothing is kept whole."""
_KEPT_WHOLE = re.compile(
    r"""
    §\s?\d+[a-z]?\b                                             # § 201
    | \b[A-ZÅÄÖ]{2,6}[ /-]\d{4}[-:/.]\d{1,6}\b                  # KS 2021-845, KS/2021:845
    | \b\d{4}[.:/-]\d{1,6}[ ]?[A-ZÅÄÖ]{2,6}\b                   # 2025.393 KS
    | \b\d{4}-\d{2}-\d{2}\b                                     # 2023-04-25
    | \b\d{4}[:/-]\d{1,6}\b                                     # 2022:31, 2021-845
    | (?<![\w–-])\d{1,3}(?:[\u00a0\u202f ]\d{3})+\b(?![ ]?\d)   # 1 250 000
    | (?<!\w)(?<![^\W\d][–-])\d+(?:[.,]\d+)?\b(?![–-][^\W\d])   # 12,5 but not the figure in covid-19 or 12-årig
    """,
    re.VERBOSE,
)


class Token(NamedTuple):
    """A word or a number kept whole: its characters `text[start:end]`."""

    start: int
    end: int
    text: str
    number: bool


@cache
def _swedish() -> Language:
    nlp = spacy.blank("sv")
    nlp.add_pipe("sentencizer")
    nlp.max_length = LONGEST + 1
    return nlp


def tokens(text: str) -> tuple[Token, ...]:
    """The words and numbers of `text` in order; punctuation is left out, dnr, § and grouped figures are one token."""
    wholes = _kept_whole(text)
    found: list[Token] = []
    following = iter((*wholes, None))
    whole = next(following)
    for start, end in _words(text):
        while whole is not None and whole.end <= start:
            found.append(whole)
            whole = next(following)
        if whole is None or end <= whole.start:
            found.append(Token(start, end, text[start:end], False))
    found.extend(rest for rest in (whole, *following) if rest is not None)
    return tuple(found)


def _kept_whole(text: str) -> list[Token]:
    if not _FIGURE.search(text):
        return []
    return [Token(match.start(), match.end(), match.group(), True) for match in _KEPT_WHOLE.finditer(text)]


def _words(text: str) -> Iterator[tuple[int, int]]:
    """SpaCy's tokens that begin or end with a letter or figure, as half-open character ranges."""
    for match in _BETWEEN_BLANKS.finditer(text):
        at, piece = match.start(), match.group()
        for start, end in _cut(piece) if len(piece) <= _LONGEST_CACHED else _by_spacy(piece):
            yield at + start, at + end


@lru_cache(maxsize=_CACHED)
def _cut(piece: str) -> tuple[tuple[int, int], ...]:
    """The tokens of a text without blanks.

    Letters alone are one, before a mark that ends a clause too, unless spaCy has a rule for them; after a capital it
    may keep a full stop ("A."). So are figures. Of 46,000 pieces of real papers spaCy cut none otherwise.
    """
    bare = piece[:-1] if piece[-1] in _ENDING else piece
    alone = bare == piece or bare[-1:].islower()
    if piece.isdecimal() or (bare.isalpha() and alone and not {bare, piece} & _ruled()):
        return ((0, len(bare)),)
    return _by_spacy(piece)


@cache
def _ruled() -> frozenset[str]:
    """What spaCy has a rule for: abbreviations, words of two."""
    rules: dict[str, object] = getattr(_swedish().tokenizer, "rules")  # noqa: B009 (its stub says it is a function)
    return frozenset(rules)


def _by_spacy(text: str) -> tuple[tuple[int, int], ...]:
    spans: list[tuple[int, int]] = []
    for start in range(0, len(text), LONGEST):
        places = _swedish().tokenizer(text[start : start + LONGEST]).to_array(["IDX", "LENGTH"]).tolist()
        spans.extend((start + place, start + place + length) for place, length in places)
    return tuple((start, end) for start, end in spans if text[start].isalnum() or text[end - 1].isalnum())


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """The sentences of `text` as half-open character ranges, blanks at their ends left out."""
    spans: list[tuple[int, int]] = []
    for start in range(0, len(text), LONGEST):
        for sentence in _swedish()(text[start : start + LONGEST]).sents:
            words = sentence.text.strip()
            if words:
                first = start + sentence.start_char + len(sentence.text) - len(sentence.text.lstrip())
                spans.append((first, first + len(words)))
    return tuple(spans)
