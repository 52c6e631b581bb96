"""The dictionary form of a Swedish word; the one file that knows simplemma (its Swedish table of 960,000 forms)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

_OURS = {
    "kommunfullmäktig": "kommunfullmäktige",
    "fullmäktig": "fullmäktige",
    "äldre": "äldre",
    "äldres": "äldre",
    "bussar": "buss",
    "klubbar": "klubb",
    "tränar": "träna",
}
"""Where the table misses what the word means in municipal papers: fullmäktige is no adjective, äldre are people, bussar
and klubbar are things; "tränar" is what one does, no trainer."""


@cache
def _table() -> Mapping[str, str]:
    return DefaultDictionaryFactory().get_dictionary("sv")


@cache
def _english_table() -> Mapping[str, str]:
    return DefaultDictionaryFactory().get_dictionary("en")


@cache
def _own_forms() -> frozenset[str]:
    return _list("own_forms.txt")


@cache
def _definite_forms() -> frozenset[str]:
    return _list("definite_forms.txt")


def _list(name: str) -> frozenset[str]:
    lines = Path(__file__).with_name(name).read_text("utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))


def known(word: str) -> bool:
    """Whether the dictionary has this form."""
    return _table().get(word) is not None


def known_english(word: str) -> bool:
    """Whether simplemma's English table has this form."""
    return _english_table().get(word) is not None


def lemma(word: str) -> str | None:
    """The dictionary form of a lower-case word, None where the dictionary does not have it."""
    if word in _OURS:
        return _OURS[word]
    form = word if word in _own_forms() else _table().get(word) or _table().get(word.capitalize())
    if form is None:
        return None
    form = form.lower()
    if form in _definite_forms():
        form = form.removesuffix("en")
    return _OURS.get(form, form)
