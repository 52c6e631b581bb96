"""What a petition asks besides, worded as what its writer thinks: "Jag tycker även att det ska byggas en toalett".

Alone such a sentence argues; after one that asks, and with a word that adds to it, it asks for more.
"""

from __future__ import annotations

import re

from corpus.paragraph import Paragraph
from ingest.papers.sentences import sentences_of

_ALSO = r"(?:också|även|dessutom|därutöver|vidare|slutligen)"
_THINKS = re.compile(
    rf"(?:(?:jag|vi)\s+(?:tycker|anser)\s+{_ALSO}|{_ALSO}\s+(?:tycker|anser)\s+(?:jag|vi)(?:\s+{_ALSO})?)\s+att\s+",
    re.IGNORECASE,
)
_WOULD_LIKE = re.compile(
    rf"(?:(?:jag|vi)\s+(?:skulle\s+{_ALSO}\s+(?:gärna\s+)?(?:se|uppskatta)|ser\s+{_ALSO}\s+gärna|hoppas\s+{_ALSO})"
    rf"|{_ALSO}\s+(?:skulle\s+(?:jag|vi)\s+(?:gärna\s+)?(?:se|uppskatta)|ser\s+(?:jag|vi)\s+gärna|hoppas\s+(?:jag|vi)))"
    r"\s+att\s+",
    re.IGNORECASE,
)
_SHOULD = re.compile(r"\b(?:ska|skall|bör|borde|måste|skulle)\b(?!\s+(?:inte|aldrig)\s+behöva\b)", re.IGNORECASE)
_REASON = re.compile(r",?\s+(?:eftersom|därför\s+att|ty)\s|,\s+(?:för|då|så)\s+(?!att\b)", re.IGNORECASE)


def thought_also(paragraph: Paragraph, *, at: int = 0) -> tuple[tuple[str, int], ...]:
    """The demands that sentences from character `at` on word so, without the reason, each with the paragraph's n."""
    found = (_thought(sentence.strip()) for sentence in sentences_of(paragraph.text[at:]))
    return tuple((words, paragraph.n) for words in found if words)


def _thought(sentence: str) -> str:
    for opening, required in ((_THINKS, _SHOULD), (_WOULD_LIKE, None)):
        if match := opening.match(sentence):
            words = _REASON.split(sentence[match.end() :])[0].strip()
            return words if required is None or required.search(words) else ""
    return ""
