"""Where a paragraph's sentences part, for what decides and proposes: after a full stop, before a capital letter."""

from __future__ import annotations

import re

_BETWEEN = re.compile(r"(?<=[a-zåäö)\d]\.)\s+(?=[A-ZÅÄÖ])")


def sentences_of(text: str) -> list[str]:
    """The sentences, each with its full stop; a text without any is one."""
    return _BETWEEN.split(text)
