"""Which words the page speaks: Swedish first, English by switch, both from `texts.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

LANGUAGES = ("sv", "en")
"""The first is the default."""

_FILE = Path(__file__).with_name("texts.toml")


@dataclass(frozen=True, slots=True)
class Texts:
    """The page's words in one language; `texts("ask.button")` looks one up."""

    language: str
    words: Mapping[str, str]

    def __call__(self, key: str, /, **values: str | int) -> str:
        """The text `key` with `{name}` filled in from `values`."""
        return self.words[key].format(**values)

    def count(self, key: str, number: int, /, **values: str | int) -> str:
        """The text `key.one` or `key.many`, with `{n}` as the number written in this language."""
        form = "one" if number == 1 else "many"
        return self(f"{key}.{form}", n=self.number(number), **values)

    def number(self, number: int) -> str:
        """A whole number with its thousands apart, as the language does."""
        return f"{number:,}".replace(",", "\u00a0" if self.language == "sv" else ",")

    def known(self, key: str) -> str | None:
        """The text `key`, None if there is none (a value from the papers that has no translation)."""
        return self.words.get(key)


@cache
def texts(language: str) -> Texts:
    """The words of `language`; the default language for one that is not spoken here."""
    spoken = language if language in LANGUAGES else LANGUAGES[0]
    return Texts(spoken, MappingProxyType(_read()[spoken]))


@cache
def _read() -> dict[str, dict[str, str]]:
    tables = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    words: dict[str, dict[str, str]] = {language: {} for language in LANGUAGES}
    for section, entries in tables.items():
        for name, spoken in entries.items():
            for language in LANGUAGES:
                words[language][f"{section}.{name}"] = spoken[language]
    return words
