"""A board's § that says who settles its matter ("Ärendet avgörs av fullmäktige"): what it decides is a proposal."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.document import DocumentType, Part
from corpus.paragraph import Paragraph
from ingest.papers.bodies import is_council, mentions, same_body
from ingest.papers.dispositions import verbs_in
from ingest.papers.item_body import council_above
from ingest.papers.walk_state import Item

LEFT = "paragrafen säger att fullmäktige avgör ärendet: läst som förslag"
_SETTLED_ABOVE = re.compile(
    r"(?:ärendet|frågan)\s+(?:ska\s+)?(?:avgörs|avgöras|beslutas|går\s+vidare\s+för\s+beslut)\s+(?:av|i)\s+"
    r"(?:kommun|region|stads)?fullmäktige\.?",
    re.IGNORECASE,
)


def left_to_council(items: Sequence[Item], paragraphs: Sequence[Paragraph], part: Part) -> list[Item]:
    """The items of a §, as proposals to the council where the § (`paragraphs`) says that it settles the matter.

    What the board says that it does itself ("Kommunstyrelsen godkänner utlåtandet") stays its own.
    """
    kept = [item for item in items if not _says_so(item.paragraph)]
    says = any(map(_says_so, paragraphs))
    if part.kind is not DocumentType.PROTOKOLL or not part.body or is_council(part.body) or not says:
        return list(items)
    council = council_above(part.body)
    return [
        replace(item, body=council, adopts=False, uncertain=(*item.uncertain, LEFT))
        if item.adopts and verbs_in(item.words) and not _own_act(item, part.body)
        else item
        for item in kept
    ]


def _says_so(paragraph: Paragraph) -> bool:
    return _SETTLED_ABOVE.fullmatch(paragraph.text.strip()) is not None


def _own_act(item: Item, own: str) -> bool:
    """Whether the board is the subject of an item: what it does itself."""
    named = mentions(item.text)
    return bool(named) and named[0].start == 0 and (named[0].generic or same_body(named[0].name, own))
