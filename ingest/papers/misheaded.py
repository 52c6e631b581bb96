"""A council's own decision in words copied from its board: under "Kommunstyrelsens beslut", or under the council's own
heading "Kommunstyrelsen beslutar att".

It is the council's where its minutes hold no other decision of the § and nothing there tells of an earlier day. Where
both heading and words name the board, it is the board's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.document import DocumentType, Part
from corpus.paragraph import Kind, Paragraph
from ingest.papers.bodies import is_council, mentions, same_body
from ingest.papers.dispositions import verbs_in
from ingest.papers.headings import is_section
from ingest.papers.instances import instance_of
from ingest.papers.leads import ACTED, ACTS, Act, lead_of
from ingest.papers.retold import Voice
from ingest.papers.sections import Scene, section_of
from ingest.papers.walk_state import Item

MISHEADED = "rubriken nämner {}: läst som fullmäktiges eget beslut"
MISWORDED = "texten nämner {}: läst som fullmäktiges eget beslut"
_PLAIN = re.compile(r"beslut(?:ar)?(?:\s+att)?|beslut\s+i", re.IGNORECASE)
"""What such a heading says beside the body: no day, § or "tidigare"."""
_TELLS_EARLIER = re.compile(r"\b(?:tidigare|gång|beredning|behandling|bakgrund|historik)\b", re.IGNORECASE)
"""In a heading right above, of a section that tells what went before."""
_OF_ITS_OWN = re.compile(r"\bför\s+(?:egen|sin)\s+(?:egen\s+)?del\b", re.IGNORECASE)
_GOES_ON = frozenset({Scene.MOVED, Scene.PROCEDURE, Scene.PROPOSAL, Scene.DECISION})
"""Sections after it that lead up to a decision which then is the council's."""


def _heading_of(item: Item, paragraphs: Sequence[Paragraph]) -> Paragraph | None:
    before = (one for one in reversed(paragraphs) if one.n < item.paragraph.n)
    return next((one for one in before if one.kind is Kind.HEADING or is_section(one.text)), None)


def _names_board(text: str, own: str | None) -> bool:
    """Whether a heading is "Kommunstyrelsens beslut" and nothing more."""
    line = text.strip(" :.")
    section, found = section_of(line, own), mentions(line)
    if section is None or section.scene is not Scene.DECISION or len(found) != 1 or not section.bodies:
        return False
    rest = f"{line[: found[0].start]} {line[found[0].end :]}".strip()
    return section.bodies[0].lower().endswith("styrelsen") and _PLAIN.fullmatch(rest) is not None


def _council_acts(text: str, own: str | None) -> bool:
    """Whether a paragraph tells what the council itself does or did."""
    lead = lead_of(text, own)
    if lead and lead.act is Act.DECIDES and same_body(lead.body, own):
        return True
    return any(
        same_body(one.name, own) and (ACTS.match(text[one.end :]) or ACTED.match(text[one.end :]))
        for one in mentions(text)
    )


def own_despite_heading(items: Sequence[Item], paragraphs: Sequence[Paragraph], part: Part) -> list[Item]:
    """The items, as the council's own where the § (`paragraphs`) has them only under its board's heading."""
    kept = list(items)
    if part.kind is not DocumentType.PROTOKOLL or not is_council(part.body) or not kept:
        return kept
    heading = _heading_of(kept[0], paragraphs)
    note = _copied(kept, heading.text, part.body) if heading else None
    if heading is None or note is None or _tells_more(heading, kept, paragraphs, part.body):
        return kept
    return [
        replace(item, body=part.body, adopts=True, voice=Voice.OWN, uncertain=(*item.uncertain, note)) for item in kept
    ]


def _copied(items: Sequence[Item], heading: str, own: str | None) -> str | None:
    """What is told with the items if either their heading or their words name the board, else None."""
    if not any(verbs_in(item.words) for item in items) or any(item.date for item in items):
        return None
    if _names_board(heading, own):
        board = mentions(heading)[0].name
        bare = all(
            item.voice is Voice.OTHERS and same_body(item.body, board) and item.words == item.text for item in items
        )
        return MISHEADED.format(board.lower()) if bare else None
    section = section_of(heading, own)
    headed = section is not None and section.scene is Scene.DECISION
    if not headed or not all(_opened_by_board(item, own) for item in items):
        return None
    return MISWORDED.format((items[0].body or "").lower())


def _opened_by_board(item: Item, own: str | None) -> bool:
    """Whether an item's own words are "Kommunstyrelsen beslutar att", of today and not "för egen del"."""
    lead = lead_of(item.text, own)
    if lead is None or lead.act is not Act.DECIDES or lead.past or _OF_ITS_OWN.search(item.text[: lead.end]):
        return False
    return (lead.body or "").lower().endswith("styrelsen") and same_body(lead.body, item.body)


def _tells_more(heading: Paragraph, items: Sequence[Item], paragraphs: Sequence[Paragraph], own: str | None) -> bool:
    """Whether the § tells of an earlier day, of what led up to a decision after it, or of what the council does."""
    ours = {item.paragraph.n for item in items} | {heading.n}
    others = [one for one in paragraphs if one.n not in ours]
    above = next((one for one in reversed(others) if one.n < heading.n), None)
    if above and above.kind is Kind.HEADING and _TELLS_EARLIER.search(above.text):
        return True
    later = (section_of(one.text, own) for one in others if one.n > heading.n)
    if any(section and section.scene in _GOES_ON for section in later):
        return True
    return any(_council_acts(one.text, own) or instance_of(one.text) for one in others)
