"""What sort of answer a question expects (a sum, a share, a count, a time, a responsible body, a reason), and which
paragraphs have one: of two texts on the same subject the one with a sum answers what it costs."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

FIGURES = frozenset({"money", "share", "count", "duration", "amount"})
"""Sorts of answer that are a number."""
REASONS = frozenset({"who", "when", "why"})
"""Sorts of answer that tell of a matter who, when or why."""

_ASKS_YES_OR_NO = re.compile(
    r"(?:(?<=[.!?,:] )|^)(?:kan|får|ska|har|är|behöver|måste|finns|gäller|går|bör|kommer|blir|vill"
    r"|do|does|did|can|is|are|may|must|has|have|should|will)\b",
    re.IGNORECASE,
)
_SAYS_YES_OR_NO = re.compile(r"(?:ja|nej|jo|yes|no)\b(?! \d)", re.IGNORECASE)


@cache
def _patterns() -> dict[str, tuple[re.Pattern[str], re.Pattern[str]]]:
    written = tomllib.loads(Path(__file__).with_name("answer_types.toml").read_text("utf-8"))
    number = written.pop("number")
    return {
        name: (
            re.compile(rf"(?<!\w)(?:{one['asked']})", re.IGNORECASE),
            re.compile(one["there"].replace("{number}", number)),
        )
        for name, one in written.items()
    }


def types_asked(text: str) -> frozenset[str]:
    """The sorts of answer that `text` asks for."""
    return frozenset(name for name, (asked, _) in _patterns().items() if asked.search(text))


def share_there(asked: frozenset[str], words: str) -> float:
    """Which share (0..1) of the sorts asked for a paragraph has; 0 where none is asked."""
    if not asked:
        return 0.0
    lowered = words.lower()  # a pattern that minds no case takes twice to six times as long, over hundreds of texts
    return sum(_patterns()[name][1].search(lowered) is not None for name in asked) / len(asked)


def asks_yes_or_no(text: str) -> bool:
    """Whether one of its sentences begins with its verb, as questions do that are answered by yes or no."""
    return _ASKS_YES_OR_NO.search(text) is not None


def says_yes_or_no(words: str) -> bool:
    """Whether a paragraph begins by saying yes or no; the sides of a vote ("Ja 23") do not."""
    return _SAYS_YES_OR_NO.match(words) is not None
