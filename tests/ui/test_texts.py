from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

from ui.texts import LANGUAGES, texts
from ui.web.page import BROWSER_WORDS

UI = Path(__file__).resolve().parents[2] / "ui"
COMPOSED = re.compile(r"^(outcome|type|status|tab|route|column|governing|case|job|plot)\.")
"""Sections whose keys the code puts together from a value."""


def fields(text: str) -> set[str | None]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_both_languages_have_the_same_keys_and_fields() -> None:
    swedish, english = texts("sv").words, texts("en").words
    assert swedish.keys() == english.keys()
    assert {key for key in swedish if fields(swedish[key]) != fields(english[key])} == set()


def test_every_key_in_the_code_is_there_and_every_text_is_used() -> None:
    code = "\n".join(path.read_text("utf-8") for path in [*UI.glob("web/*.py"), UI / "texts.py"])
    words = texts("sv").words
    called = set(re.findall(r'texts\(\s*["\']([a-z_.]+)["\']', code))
    counted = set(re.findall(r'texts\.count\(\s*["\']([a-z_.]+)["\']', code))
    assert called - words.keys() == set()
    assert {f"{key}.{form}" for key in counted for form in ("one", "many")} - words.keys() == set()
    quoted = set(re.findall(r'["\']([a-z_]+\.[a-z_]+)["\']', code))
    quoted |= {f"page.{word}" for word in BROWSER_WORDS}
    unused = {key for key in words if re.sub(r"\.(one|many)$", "", key) not in quoted and not COMPOSED.match(key)}
    assert unused == set()


def test_an_unknown_language_is_swedish() -> None:
    assert texts("fi").language == LANGUAGES[0] == "sv"


@pytest.mark.parametrize(("language", "expected"), [("sv", "1\u00a0234"), ("en", "1,234")])
def test_thousands_are_set_apart(language: str, expected: str) -> None:
    assert texts(language).number(1234) == expected


def test_one_and_many() -> None:
    assert texts("sv").count("coverage.failed", 1) == "en fil"
    assert texts("sv").count("coverage.failed", 0) == "0 filer"
    assert texts("en").count("coverage.failed", 1200) == "1,200 files"


def test_what_has_no_translation_is_none() -> None:
    assert texts("en").known("type.motion") == "Motion"
    assert texts("en").known("type.okänd") is None
