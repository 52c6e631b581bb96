"""What sort of answer a question expects (a sum, a share, a count, a time, a responsible body, a reason), and which
paragraphs have one: of two texts on the same subject the one with a sum answers what it costs."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

FIGURES = frozenset({"money", "share", "count", "duration", "amount"})
"""Sorts of answer that are a number."""


@cache
def _patterns() -> dict[str, tuple[re.Pattern[str], re.Pattern[str]]]:
    written = tomllib.loads(Path(__file__).with_name("answer_types.toml").read_text("utf-8"))
    return {
        name: (
            re.compile(rf"(?<!\w)(?:{one['asked']})", re.IGNORECASE),
            re.compile(one["there"]),
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
