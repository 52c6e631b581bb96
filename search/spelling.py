"""Misspelt words of a question: one that no dictionary and no paper has is read as the word one slip away that is
there.

The slips are those of P. Norvig, "How to Write a Spelling Corrector" (2007): a letter too much, too few, another, or
two that changed places. Where several words are that near, the one in most passages is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.engine import Engine
from index.terms import words
from index.terms.lemmas import known, known_english, lemma
from search.asked_particulars import particular_spans
from search.cues import cue_spans
from search.english import english_words, is_english
from search.question import language_of

SHORTEST = 5
"""Letters of the shortest word that is respelled: shorter ones lie one slip from too many others."""
_LETTERS = "abcdefghijklmnopqrstuvwxyzåäöé"
_WORD = re.compile(rf"(?<![\w-])[a-zåäöé]{{{SHORTEST},}}(?![\w-])")


def respelled(text: str, engine: Engine) -> str:
    """The question with its misspelt words put right; words with capitals may be names and stay."""
    cues = (*cue_spans(text), *particular_spans(text))
    subjects = (match for match in _WORD.finditer(text) if not any(a <= match.start() < b for a, b in cues))
    doubtful = [match for match in subjects if _doubtful(match[0])]
    if not doubtful:
        return text
    meant = _english if language_of(text) == "en" else _swedish
    for match in reversed(doubtful):
        text = text[: match.start()] + meant(match[0], engine) + text[match.end() :]
    return text


def _doubtful(word: str) -> bool:
    """Whether no dictionary has a word, and it is no compound of words that one has."""
    if known(word) or is_english(word) or word in english_words() or known_english(word):
        return False
    return not any(found.parts for found in words(word))


def _english(word: str, engine: Engine) -> str:
    """A word that the tables of English words have, else one that the papers have."""
    found = next((slip for slip in slips(word) if slip in english_words() or is_english(slip)), None)
    return found or _swedish(word, engine)


def _swedish(word: str, engine: Engine) -> str:
    """The word one slip away that stands in most passages; the word itself if it stands in any itself, or none does."""
    if any(engine.document_frequency([one.term])[one.term] for one in words(word)):
        return word
    meant = {slip: lemma(slip) or slip for slip in slips(word)}
    frequency = engine.document_frequency(tuple(dict.fromkeys(meant.values())))
    best = max(meant, key=lambda slip: frequency[meant[slip]])
    return best if frequency[meant[best]] else word


def slips(word: str) -> Iterator[str]:
    """All words one slip away, likelier slips first."""
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    yield from (before + after[1] + after[0] + after[2:] for before, after in cuts if len(after) > 1)
    yield from (before + letter + after for before, after in cuts for letter in _LETTERS)
    yield from (before + after[1:] for before, after in cuts if after)
    yield from (before + letter + after[1:] for before, after in cuts if after for letter in _LETTERS)
