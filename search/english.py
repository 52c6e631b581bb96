"""Swedish words for English words of the genre (bilingual/): the model alone loses a third of English questions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from index.terms.stems import english_stem, english_stems

FOLDER = Path(__file__).with_name("bilingual")

_PIECE = re.compile(
    r"""
    (?:\b[A-ZÅÄÖ]{2,6}[ /-])?(?<![^\W_])\d[\d.,:/–-]*\d(?![^\W_])   # KS 2021-845, 2023-04-25 and 1,500 are kept whole
    | [^\W_]+
    """,
    re.VERBOSE,
)
_GENITIVE = re.compile(r"(?<=\w)['’]s\b")
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
def _tables() -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]], int]:
    """English as it is written → Swedish words, English by its stems → Swedish words, and the longest phrase in words.

    Of the words that share a stem the shortest has it: "public" before "publication".
    """
    written = dict(entries())
    words = list({word for phrase in written for word in phrase.split()})
    stem = dict(zip(words, english_stems(words), strict=True))
    stems: dict[str, tuple[str, ...]] = {}
    for phrase in sorted(written, key=len):
        stems.setdefault(" ".join([stem[word] for word in phrase.split()]), written[phrase])
    return written, stems, max(phrase.count(" ") for phrase in written) + 1


def has_translation(word: str) -> bool:
    """Whether the tables have this English word by itself."""
    return _longest([word.lower()], [english_stem(word.lower())]) is not None


def translated(text: str) -> Iterator[tuple[int, int, tuple[str, ...] | None]]:
    """The words of `text` in order, the longest known phrases taken together: `(start, end, Swedish words)`.

    The Swedish words are () for what carries no subject and None for what the tables do not have, such as names.
    """
    without_genitives = _GENITIVE.sub(lambda match: " " * len(match.group()), text)
    found = list(_PIECE.finditer(without_genitives))
    words = [match.group().lower() for match in found]
    stems = english_stems(words)
    longest = _tables()[2]
    at = 0
    while at < len(found):
        length, swedish = _longest(words[at : at + longest], stems[at : at + longest]) or (1, _figure(words[at]))
        yield found[at].start(), found[at + length - 1].end(), swedish
        at += length


def _longest(words: list[str], stems: list[str]) -> tuple[int, tuple[str, ...]] | None:
    """How many of the first words are known together and their Swedish words, () for words that carry no subject."""
    by_word, by_stem, _ = _tables()
    for length in range(len(words), 0, -1):
        found = by_word.get(" ".join(words[:length]))
        found = by_stem.get(" ".join(stems[:length])) if found is None else found
        if found is not None:
            return length, found
    return None


def _figure(word: str) -> tuple[str, ...] | None:
    """A figure as Swedish papers write it: 1,500,000 → 1500000, 1.5 → 1,5; None for anything else."""
    if _THOUSANDS.fullmatch(word):
        return (word.replace(",", "").replace(".", ","),)
    return (word.replace(".", ","),) if _DECIMAL.fullmatch(word) else None
