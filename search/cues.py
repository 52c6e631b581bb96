"""The words by which a question shows what kind of answer it wants (cues.toml): told apart from what it is about."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

_ANY_ENDING = r"\w*"
_INFLECTED = r"(?:s|de?s?|[nrt]s?|a[drst]?|ades?|ats|ande|[ae]?rn?a?s?|nas?|m?e[nt]s?|ig|iga|igt|ing|ly)?(?!\w)"
_ENDINGS = {"fact": _INFLECTED, "lookup": _INFLECTED}
"""What may follow a cue: of nouns only an ending, since "mål" asks for a figure and "måltid" for food."""
_ALONE, _LOOKING_BACK = ".", "/"
"""After a cue that nothing may follow: "klubba" is a decision, "klubbar" are societies."""


NOTHING_AFTER = r"(?=\s*(?:[?.!,;]|$|(?:19|20)\d\d|(?:och|men|hur|här|i|and|but|how|here|in|by|of|av)\b))"
"""After a word that looks back at all that was, "before" or "innan", unless it says before what; a year may be said."""


@cache
def cue_patterns() -> dict[str, re.Pattern[str]]:
    """Kind → what matches its cues at the beginning of words."""
    lists = tomllib.loads(Path(__file__).with_name("cues.toml").read_text("utf-8"))["cues"]
    return {
        kind: _pattern(re.split(r"[|\n]+", words.strip()), _ENDINGS.get(kind, _ANY_ENDING))
        for kind, words in lists.items()
    }


def _pattern(words: list[str], ending: str) -> re.Pattern[str]:
    alone = [re.escape(word.removesuffix(_ALONE)) for word in words if word.endswith(_ALONE)]
    back = [re.escape(word.removesuffix(_LOOKING_BACK)) for word in words if word.endswith(_LOOKING_BACK)]
    begun = [re.escape(word) for word in words if not word.endswith((_ALONE, _LOOKING_BACK))]
    forms = [rf"(?:{'|'.join(begun)}){ending}", *(rf"{word}(?!\w)" for word in alone)]
    forms += [rf"{word}{NOTHING_AFTER}" for word in back]
    return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})", re.IGNORECASE)


def cue_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Where cues of any kind stand in `text`, as half-open character ranges."""
    return tuple(match.span() for pattern in cue_patterns().values() for match in pattern.finditer(text))


@cache
def silent_words() -> frozenset[str]:
    """Swedish words, as written, that say nothing of a question's subject (silent.txt)."""
    lines = Path(__file__).with_name("silent.txt").read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def cue_counts(text: str) -> dict[str, int]:
    """Kind → how many of its cues stand in `text`."""
    return {kind: sum(1 for _ in pattern.finditer(text)) for kind, pattern in cue_patterns().items()}
