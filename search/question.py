"""What a question is once read: its language, and the terms that the lexical leg looks for, with weights."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from index.terms import words
from index.terms.lemmas import known
from index.terms.stopwords import stopwords
from search.boilerplate import without_boilerplate
from search.english import has_translation, translations

PART_WEIGHT = 0.7
"""A compound's part against the whole word: nDCG@10 0.627 on questions of fact, 0.621 at 1, 0.610 at 0.5 (bench)."""

LEAST_CUT = 15
"""Characters of boilerplate that must have been taken off for a question to count as a pasted demand."""

_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Question:
    """`text` as asked, `bare` without boilerplate (what is embedded), `language` "sv" or "en", `terms` → weight.

    `subject` are the terms that the asker wrote, without what translation added; `pasted` says that it is a demand
    pasted from a motion rather than asked.
    """

    text: str
    bare: str
    language: str
    terms: dict[str, float]
    subject: tuple[str, ...]
    pasted: bool = False


def read_question(text: str) -> Question:
    """Read a question."""
    bare = without_boilerplate(text)
    language = language_of(bare)
    terms: dict[str, float] = {}
    subject = []
    for word in words(bare):
        subject.append(word.term)
        if language == "en" and has_translation(bare[word.start : word.end]):
            continue
        terms[word.term] = 1.0
        for part in word.parts:
            terms[part] = max(terms.get(part, 0.0), PART_WEIGHT)
    if language == "en":
        for term, weight in translations(bare).items():
            terms[term] = max(terms.get(term, 0.0), weight)
    pasted = len(bare) < len(text.strip()) - LEAST_CUT
    return Question(text, bare, language, terms, tuple(dict.fromkeys(subject)), pasted)


def language_of(text: str) -> str:
    """"en" where more of the words are English than Swedish, else "sv"; function words tell most."""
    english = swedish = 0.0
    for word in _WORD.findall(text.lower()):
        english += 2.0 * (word in _only("en", "sv"))
        swedish += 2.0 * (word in _only("sv", "en")) + 2.0 * any(letter in word for letter in "åäö")
        if len(word) > 3 and word not in stopwords("en") and word not in stopwords("sv"):
            swedish += known(word)
            english += 1.5 * has_translation(word)
    return "en" if english > swedish else "sv"


@cache
def _only(language: str, other: str) -> frozenset[str]:
    return stopwords(language) - stopwords(other)
