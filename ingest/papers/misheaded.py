"""A council's own decision under a heading that names its board: "Kommunstyrelsens beslut", copied from the proposal.

It is the council's where its minutes hold no other decision of the § and nothing there tells of an earlier day.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.document import DocumentType, Part
from corpus.paragraph import Kind, Paragraph
from ingest.papers.bodies import is_council, mentions, same_body
from ingest.papers.headings import is_section
from ingest.papers.instances import instance_of
from ingest.papers.leads import ACTED, ACTS, Act, lead_of
from ingest.papers.retold import Voice
from ingest.papers.sections import Scene, section_of
from ingest.papers.spoken import settles
from ingest.papers.walk_state import Item

MISHEADED = "rubriken nämner {}: läst som fullmäktiges eget beslut"
_PLAIN = re.compile(r"beslut(?:ar)?(?:\s+att)?|beslut\s+i", re.IGNORECASE)
"""What such a heading says beside the body: no day, § or "tidigare"."""
_TELLS_EARLIER = re.compile(r"\b(?:tidigare|gång|beredning|behandling|bakgrund|historik)\b", re.IGNORECASE)
"""In a heading right above, of a section that tells what went before."""
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
    if heading is None or not _names_board(heading.text, part.body):
        return kept
    board = mentions(heading.text)[0].name
    unsaid = all(
        item.voice is Voice.OTHERS and same_body(item.body, board) and item.words == item.text and item.date is None
        for item in kept
    )
    if not unsaid or not any(settles(item.words) for item in kept):
        return kept
    others = [one for one in paragraphs if one is not heading]
    above = next((one for one in reversed(others) if one.n < heading.n), None)
    if above and above.kind is Kind.HEADING and _TELLS_EARLIER.search(above.text):
        return kept
    later = (section_of(one.text, part.body) for one in others if one.n > heading.n)
    if any(section and section.scene in _GOES_ON for section in later):
        return kept
    if any(_council_acts(one.text, part.body) or instance_of(one.text) for one in others):
        return kept
    note = MISHEADED.format(board.lower())
    return [
        replace(item, body=part.body, adopts=True, voice=Voice.OWN, uncertain=(*item.uncertain, note)) for item in kept
    ]
