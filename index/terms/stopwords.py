"""Which words are never terms, Swedish and English; the lists are in stopwords.toml."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path


@cache
def stopwords(language: str) -> frozenset[str]:
    """The lower-case words of `language` ("sv" or "en")."""
    lists = tomllib.loads(Path(__file__).with_name("stopwords.toml").read_text("utf-8"))
    return frozenset(str(lists[language]).split())


@cache
def every_stopword() -> frozenset[str]:
    """Both languages' words."""
    return stopwords("sv") | stopwords("en")
