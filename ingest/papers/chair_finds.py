"""What a council decides by what the chair finds, or by a vote's outcome, in a § of its minutes without a decision:
"ställer kommunstyrelsens förslag under proposition och finner att det bifalls".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.document import DocumentType, Part
from corpus.paragraph import Kind, Paragraph
from ingest.papers.bodies import is_council, same_body
from ingest.papers.dispositions import adopts_proposal
from ingest.papers.leads import Act, lead_of
from ingest.papers.sections import Scene, section_of
from ingest.papers.sentences import sentences_of
from ingest.papers.spoken import FOUND, is_own_act, settles_or_sends, tells_of_today
from ingest.papers.votes import tells_votes
from ingest.papers.walk_state import Item

BY_CHAIR = "beslutet är läst ur beslutsgången: inget beslut står för sig"
_WON = r"(?:bifalls|bifallits|bifallet|antas|antagits|godkänns|vinner|vunnit|segrar)\b"
_PROPOSAL = r"(?:avslags|besluts|huvud)?förslag(?:et)?"
_ITSELF = re.compile(
    rf"(?:det(?:ta|samma)?|förslaget)\s+(?:har\s+|är\s+)?{_WON}|så\s+(?:sker|skett|är\s+fallet)\b|svaret\s+är\s+ja\b",
    re.IGNORECASE,
)
_NAMED = re.compile(rf"(?-i:(?:[a-zåäö-]+\s+){{1,3}}?){_PROPOSAL}\s+(?:har\s+|är\s+)?{_WON}", re.IGNORECASE)
"""Of a body or "liggande": a member's is told by a name, with a capital letter."""
_PUT = re.compile(
    rf"\b(?:(?i:kommunstyrelsen|nämnden|utskottet|[a-zåäö]+nämnden|[a-zåäö]+utskottet)s|(?:före)?liggande)\s+{_PROPOSAL}\b"
)
_FOUND_SO = re.compile(
    r"\b(?:finner|fann)\s+(?:det|förslaget|detsamma)\s+(?:vara\s+)?(?:antaget|bifallet|godkänt)\b", re.IGNORECASE
)
_NOT_HERE = frozenset({Scene.MOVED, Scene.OPINION, Scene.RECIPIENTS, Scene.DEMANDS})
"""Sections where only members speak."""
_WITH_IT = re.compile(r"\b(?:enligt|i\s+enlighet\s+med)\s+(?:detta|det(?:samma)?)\b", re.IGNORECASE)
_VOTE_ASKED = re.compile(r"\b(?:votering|omröstning|rösträkning)\s+(?:begär|verkställ|genomför|ska)", re.IGNORECASE)


def _adopts(sentence: str, own: str | None) -> bool | None:
    """Whether a sentence says what is decided: True as a body proposes, False in its own words; None if it does not."""
    if tells_votes(sentence) and tells_of_today(sentence):
        lead = lead_of(sentence, own)
        if lead and lead.act is Act.DECIDES and (lead.body is None or same_body(lead.body, own)):
            rest = sentence[lead.end :]
            return True if adopts_proposal(sentence) else False if settles_or_sends(rest) else None
    if is_own_act(sentence, own):
        return True if adopts_proposal(sentence) and tells_of_today(sentence) else None
    if _FOUND_SO.search(sentence):
        return _one_put(sentence)
    found = FOUND.search(sentence)
    if found is None:
        return None
    said = sentence[found.end() :].rsplit(" och att ", 1)[-1]
    if _ITSELF.match(said):
        return _one_put(sentence[: found.end()])
    lead = lead_of(said, own)
    decides = lead is not None and lead.act is Act.DECIDES and same_body(lead.body, own)
    return True if _NAMED.match(said) or (decides and (adopts_proposal(said) or _WITH_IT.search(said))) else None


def _one_put(text: str) -> bool | None:
    """Whether a body's proposal, and none against it, is what was put to the meeting."""
    return True if len(_PUT.findall(text)) == 1 and " mot " not in text else None


def chair_finds(paragraphs: Sequence[Paragraph], part: Part) -> list[Item]:
    """The item that a council decides so in a § of `paragraphs`; none where a vote is asked for whose outcome is not
    told, or where a heading tells what is decided."""
    if part.kind is not DocumentType.PROTOKOLL or not is_council(part.body):
        return []
    found: Item | None = None
    scene = Scene.START
    for paragraph in paragraphs:
        section = section_of(paragraph.text, part.body) if paragraph.kind is Kind.HEADING else None
        if section and section.scene is Scene.DECISION and all(same_body(one, part.body) for one in section.bodies):
            return []
        if paragraph.kind is Kind.HEADING:
            scene = section.scene if section else Scene.BACKGROUND
        if paragraph.kind is not Kind.PARAGRAPH or scene in _NOT_HERE:
            continue
        for sentence in sentences_of(paragraph.text):
            adopts = _adopts(sentence, part.body)
            if adopts is not None:
                lead = None if adopts else lead_of(sentence, part.body)
                words = sentence[lead.end :].strip() if lead else "enligt förslaget" if adopts else sentence
                found = Item(paragraph, sentence, words, part.body, True, False, 1, (BY_CHAIR,))
            elif _VOTE_ASKED.search(sentence):
                found = None
    return [found] if found else []
