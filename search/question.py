"""What a question is once read: its language, and the terms that the lexical leg looks for, with weights."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from index.terms import words
from index.terms.lemmas import known
from index.terms.stopwords import stopwords
from search.asked_particulars import particular_spans
from search.boilerplate import without_boilerplate
from search.cues import cue_spans, silent_words
from search.english import is_english, translated
from search.sought import phrases_sought
from search.synonyms import official, synonyms
from search.ways import way_spans

PART_WEIGHT = 0.7
"""A compound's part against the whole word: nDCG@10 0.627 on questions of fact, 0.621 at 1, 0.610 at 0.5 (bench)."""

NEAR_WEIGHT = 1.0
"""A synonym's weight, shared by the synonyms of a word; nDCG@10 in eight towns 0.762, 0.759 at 0.7."""

CUE_WEIGHT = 0.3
"""A cue's weight among the terms: it stands in most papers, or in none."""

LEAST_CUT = 15
"""Characters of boilerplate that must have been taken off for a question to count as a pasted demand."""

_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Unit:
    """One word of a question: the terms that stand for it, any of which would do, and whether it is a mere cue
    ("beslutat", "hur många") or a silent word ("säga", "just") rather than what the question is about.

    `near` are terms of words that mean much the same.
    """

    terms: tuple[str, ...]
    parts: tuple[str, ...]
    cue: bool
    silent: bool = False
    near: tuple[str, ...] = ()

    @property
    def subject(self) -> bool:
        """Whether it says what the question is about."""
        return not (self.cue or self.silent)


@dataclass(frozen=True, slots=True)
class Question:
    """`text` as asked, `bare` without boilerplate (what is embedded), `language` "sv" or "en".

    `units` are its words; `pasted` says that it is a demand pasted from a motion rather than asked; `sought` is the
    word for what it asks for by name ("vilket företag"), None for most.
    """

    text: str
    bare: str
    language: str
    units: tuple[Unit, ...]
    pasted: bool = False
    sought: Unit | None = None

    @property
    def swedish(self) -> str:
        """The Swedish words for what an English question is about, "" for a Swedish one: embedded beside it."""
        return " ".join(unit.terms[0] for unit in self.units if unit.subject) if self.language == "en" else ""

    @property
    def terms(self) -> dict[str, float]:
        """What the lexical leg looks for: term → weight."""
        found: dict[str, float] = {}
        for unit in self.units:
            weight = CUE_WEIGHT if unit.cue else 1.0
            for term in unit.terms:
                found[term] = max(found.get(term, 0.0), weight / len(unit.terms) ** 0.5)
            for part in unit.parts:
                found[part] = max(found.get(part, 0.0), weight * PART_WEIGHT)
            for near in unit.near:
                found[near] = max(found.get(near, 0.0), weight * NEAR_WEIGHT / len(unit.near) ** 0.5)
        return found


def read_question(text: str) -> Question:
    """Read a question."""
    bare = without_boilerplate(text)
    language = language_of(bare)
    pasted = len(bare) < len(text.strip()) - LEAST_CUT
    units = tuple(dict.fromkeys(_read(bare, language, cued=not pasted)))
    return Question(text, bare, language, units, pasted, None if pasted else _sought(bare, language))


def _read(text: str, language: str, *, cued: bool) -> Iterator[Unit]:
    cues = (*cue_spans(text), *particular_spans(text), *way_spans(text)) if cued else ()
    return _english_units(text, cues) if language == "en" else _units(text, cues)


def _sought(text: str, language: str) -> Unit | None:
    phrases = phrases_sought(text, language)
    units = (unit for phrase in phrases for unit in _read(phrase, language, cued=True))
    return next((unit for unit in units if unit.subject), None)


def _units(text: str, cues: tuple[tuple[int, int], ...]) -> Iterator[Unit]:
    for word in words(text):
        silent = text[word.start : word.end].lower() in silent_words()
        cue = _inside(word.start, cues)
        near = () if cue or silent else _near((word.term,), word.parts)
        yield Unit((word.term,), tuple(dict.fromkeys(word.parts)), cue, silent, near)


def _near(terms: tuple[str, ...], parts: tuple[str, ...]) -> tuple[str, ...]:
    """Synonyms, and for a compound's part what the municipality calls it ("dagiskö", förskola)."""
    found = (*(one for term in terms for one in synonyms(term)), *(one for part in parts for one in official(part)))
    return tuple(one for one in dict.fromkeys(found) if one not in terms and one not in parts)


def _english_units(text: str, cues: tuple[tuple[int, int], ...]) -> Iterator[Unit]:
    """English words by their translations; what the tables lack (names, acronyms) as it stands."""
    for start, end, swedish in translated(text):
        if swedish is None:
            yield from _units(text[start:end], ((0, end - start),) if _inside(start, cues) else ())
        elif swedish:
            yield from _translated_units(swedish, _inside(start, cues))


def _translated_units(swedish: tuple[str, ...], cue: bool) -> Iterator[Unit]:
    """One unit of the translations of one word each, the first of several words standing in as parts would; a unit
    for each word where no translation is one word ("mänskliga rättigheter")."""
    analysed = [found for one in swedish if (found := words(one))]
    single = [found[0] for found in analysed if len(found) == 1]
    several = next((found for found in analysed if len(found) > 1), ())
    if not single:
        yield from (Unit((word.term,), tuple(dict.fromkeys(word.parts)), cue) for word in several)
        return
    parts = [word.term for word in several] or (single[0].parts if len(single) == 1 else ())
    terms = tuple(dict.fromkeys(word.term for word in single))
    near = () if cue else _near(terms, ())
    yield Unit(terms, tuple(dict.fromkeys(parts)), cue, near=near)


def _inside(place: int, spans: tuple[tuple[int, int], ...]) -> bool:
    return any(start <= place < end for start, end in spans)


def language_of(text: str) -> str:
    """Swedish ("sv") unless more of the words are English ("en"); function words tell most, words of both ("brand",
    "glass") nothing."""
    english = swedish = 0.0
    for word in _WORD.findall(text.lower()):
        english += 2.0 * (word in _only("en", "sv"))
        swedish += 2.0 * (word in _only("sv", "en")) + 2.0 * any(letter in word for letter in "åäö")
        if len(word) > 3 and word not in stopwords("en") and word not in stopwords("sv"):
            swedish += known(word) and not is_english(word)
            english += 1.5 * (is_english(word) and not known(word))
    return "en" if english > swedish else "sv"


@cache
def _only(language: str, other: str) -> frozenset[str]:
    return stopwords(language) - stopwords(other)
