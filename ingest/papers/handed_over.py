"""Which board decides an inhabitants' proposal since the council has handed the decision over, as a paper tells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.paragraph import Paragraph
from ingest.papers.bodies import is_council, mentions
from ingest.papers.sentences import sentences_of

_HAS_HANDED = re.compile(
    r"\b(?:(?:har|hade|är|beslut\w+|beslöt)\b(?:\s+[\wåäö§,.-]+){0,12}?\s+(?:överlåt(?:a|it|its|en|na)|delegera(?:t|ts|d)?|"
    r"överlämna(?:t|ts|d)?|uppdra(?:git|gits)?|lämna(?:t|ts)?\s+över)|överläts?|delegerades?|överlämnades?|uppdrogs?)\b",
    re.IGNORECASE,
)
_TO = re.compile(r"\b(?:till|åt|på)\s+$", re.IGNORECASE)
_DECISION = re.compile(
    r"\batt\s+(?:själv\w*\s+)?(?:besluta|avgöra|fatta\s+beslut)\b|\bför\s+(?:(?:beredning|handläggning)\s+och\s+)?(?:beslut|avgörande)\b"
    r"|\bbeslut(?:ande)?rätt\w*|\brätten\s+att\s+(?:besluta|avgöra)|\bbeslutet\b",
    re.IGNORECASE,
)


def handed_to(paragraphs: Sequence[Paragraph]) -> str | None:
    """The board that "har överlåtits att besluta i ärendet"; None where nobody says so."""
    for paragraph in paragraphs:
        for sentence in sentences_of(paragraph.text):
            handed = _HAS_HANDED.search(sentence)
            if not handed or not _DECISION.search(sentence):
                continue
            named = [one for one in mentions(sentence) if not one.generic and not is_council(one.name)]
            to = next((one.name for one in named if _TO.search(sentence[: one.start])), None)
            if to:
                return to
    return None
