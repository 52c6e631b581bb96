"""A heading that stands in one paragraph with what it heads: "Beslut: Motionen avslås", "Bakgrund: …"."""

from __future__ import annotations

import re

from corpus.paragraph import Kind, Paragraph
from ingest.papers.headings import is_section
from ingest.papers.sections import Scene, Section, section_of

LONGEST_RUN_IN = 40
"""Characters of a heading that stands in its paragraph ("Bakgrund: …")."""


def run_in_heading(text: str, own: str | None) -> tuple[Section, str] | None:
    """A heading and its first item in one paragraph: "Beslut: Motionen avslås"."""
    head, colon, rest = text.partition(":")
    if not colon or len(head) > 90 or not rest.strip():
        return _run_in_proposal(text, own)
    section = section_of(head, own)
    return (section, rest.strip()) if section and section.scene is not Scene.BACKGROUND else None


_PUT_TO_THE_VOTE = re.compile(
    r"\b(?:ställ\w+|proposition\w*|finner|fann|yrka\w*|röst\w*|votering\w*|antagits|antogs|vinner|vann|föll|kvarstår)\b",
    re.IGNORECASE,
)
"""Where "Nämndens förslag att … ställs under proposition" is said of a proposal, and it does not stand there itself."""


def _run_in_proposal(text: str, own: str | None) -> tuple[Section, str] | None:
    """A proposal's heading that runs on into its item, as a scanner glues them: "… förslag till fullmäktige att …"."""
    head, att, rest = text.partition(" att ")
    if not att or len(head) > 90 or "förslag" not in head.lower() or _PUT_TO_THE_VOTE.search(rest):
        return None
    section = section_of(head, own)
    named = section is not None and section.scene is Scene.PROPOSAL and section.bodies and section.proposer
    return (section, f"att {rest}") if section and named else None


_OPINION_FOLLOWS = re.compile(r"(?:reservation|yttrande|anteckning)\w*\s*:$", re.IGNORECASE)


def scene_begun(paragraph: Paragraph, text: str) -> Scene | None:
    """The scene that a paragraph among items begins: "… lämnar följande reservation:", "Bakgrund: …"."""
    if paragraph.kind is Kind.LIST_ITEM:
        return None
    if _OPINION_FOLLOWS.search(text):
        return Scene.OPINION
    head, colon, _ = text.partition(":")
    return Scene.BACKGROUND if colon and len(head) < LONGEST_RUN_IN and is_section(head) else None
