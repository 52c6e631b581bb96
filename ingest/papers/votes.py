"""Which paragraphs of minutes tell how a vote went: "Omröstningen utfaller med 20 ja-röster och 21 nej-röster"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.document import DocumentType, Part
from corpus.paragraph import Kind, Paragraph

_COUNTED = re.compile(
    r"(?:ja|nej)-?\s?röster\b"  # "sju ja-röster mot fyra"; "Ja-röst för bifall" only says what is voted on
    r"|\d+\s+(?:ja|nej)\b"  # "39 ja mot 41 nej"
    r"|\d+\s+(?:ledamöter\s+)?röst(?:er|ar|ade)\b"  # "27 röstar ja och 16 röstar nej", "8 röster mot 7"
    r"|\b(?:ja|nej):\s*\d",
    re.IGNORECASE,
)


def votes_of(paragraphs: Sequence[Paragraph], part: Part) -> tuple[int, ...]:
    """The n of each paragraph of a § that counts votes; none of a paper that is not minutes."""
    if part.kind is not DocumentType.PROTOKOLL:
        return ()
    within = paragraphs[part.first - 1 : part.last]
    return tuple(one.n for one in within if one.kind is Kind.PARAGRAPH and _COUNTED.search(one.text))
