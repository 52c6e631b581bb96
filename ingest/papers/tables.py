"""Reads the tables of the genre's words (`vocabulary/*.toml`), which a municipal officer can read and extend."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

FOLDER = Path(__file__).with_name("vocabulary")


@cache
def table(name: str) -> Mapping[str, Any]:
    """The table `vocabulary/<name>.toml`, read once."""
    return MappingProxyType(tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8")))


@cache
def words(name: str, key: str) -> tuple[str, ...]:
    """The list `key` of the table `name`."""
    return tuple(str(word) for word in table(name)[key])


@cache
def mapping(name: str, key: str) -> Mapping[str, str]:
    """The sub-table `key` of the table `name`: word → what it stands for."""
    return MappingProxyType({str(word): str(meaning) for word, meaning in table(name)[key].items()})


@cache
def alternatives(name: str, key: str) -> str:
    """The list `key` as alternatives of a pattern, the longest first; "*" at a word's end is any ending."""
    each = sorted(words(name, key), key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\*", r"\w*") for word in each)
