"""Whether a sentence of minutes says that a matter left the meeting's agenda undecided: "Ärendet utgår"."""

from __future__ import annotations

import re

from corpus.paragraph import Kind, Paragraph

LONGEST = 160
"""Letters of the longest paragraph that says so and nothing else."""
_MATTER = r"(?:ärendet|frågan|punkten|paragrafen|ärendepunkten|motionen|medborgarförslaget|interpellationen)"
_LATER = r"(?:nästa|nästkommande|kommande|ett\s+(?:senare|kommande)|(?:fullmäktiges?\s+)?(?:sammanträde\w*|möte\w*))"
_LEAVES = re.compile(
    rf"{_MATTER}\s+(?:har\s+|är\s+)?(?:utgår|utgick|utgått|utgånget|lyfts?\s+(?:av|bort|ur|från)|lyftes\s+(?:av|bort|ur|från)|"
    r"(?:dras|drogs|tas|togs)\s+bort|(?:behandlas|behandlades|avhandlas|avgörs|tas\s+upp|togs\s+upp|tas|togs)\s+(?:inte|ej)|"
    rf"(?:flyttas|flyttades|skjuts|sköts)\b[^.]{{0,40}}?\b(?:till|upp)\b(?=[^.]*\b{_LATER}|\s*\.))",
    re.IGNORECASE,
)


def leaves_agenda(paragraph: Paragraph) -> bool:
    """Whether the paragraph says that the matter was taken off the agenda, or put to another day, and nothing else."""
    text = paragraph.text.strip()
    listed = paragraph.kind in (Kind.LIST_ITEM, Kind.TABLE_ROW)
    return not listed and len(text) <= LONGEST and _LEAVES.match(text) is not None
