"""What a heading, or an ingress before a colon, makes of what follows: a decision, a proposal, a member's yrkande.

A heading whose words are not in `vocabulary/sections.toml` opens a section that decides nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from ingest.papers.bodies import Mention, as_body, mentions
from ingest.papers.headings import first_half
from ingest.papers.leads import AN_OFFICE, OFFICE, Act, body_name, lead_of
from ingest.papers.phrases import phrase_pattern, phrases
from ingest.papers.tables import table

LONGEST_LOOSE = 9
"""Words of the longest heading that is read by its words."""
LONGEST_HEADING = 140
"""A paragraph longer than this (in characters) never heads a section."""


class Scene(StrEnum):
    """What the paragraphs of a section are."""

    START = "start"  # before any heading
    PROPOSAL = "proposal"
    DECISION = "decision"
    MOVED = "moved"
    PROCEDURE = "procedure"
    OPINION = "opinion"
    RECIPIENTS = "recipients"
    DEMANDS = "demands"
    BACKGROUND = "background"


@dataclass(frozen=True, slots=True)
class Section:
    """A section that a heading opens; `bodies` decide or are to decide (empty: not said), `proposer` proposes."""

    scene: Scene
    bodies: tuple[str, ...] = ()
    proposer: str | None = None


_ORGAN, _OFFICE_MARK = "ORGAN", "KONTOR"
_NUMBERING = re.compile(r"^(?:\d+(?:\.\d+)*[.)]?|§\s*\d+|[IVX]+\.|[A-Za-z]\))\s+")
_PATH = re.compile(r"i\s+(.+)", re.IGNORECASE)
_OF_THE_PAPER = re.compile(r"\bprotokoll\b", re.IGNORECASE)
"""What a heading says that names the minutes themselves: "Kommunfullmäktige – protokoll med beslut nr 9"."""
_OFFICE = re.compile(rf"(?<![\w-])(?:{OFFICE})(?!\w)", re.IGNORECASE)


@cache
def _patterns() -> tuple[tuple[Scene, re.Pattern[str]], ...]:
    made = []
    for name, items in table("sections")["sections"].items():
        marked = (item.replace("{organ}", f"{_ORGAN}*").replace("{förvaltning}", f"{_OFFICE_MARK}*") for item in items)
        made.append(
            (Scene(name), re.compile("|".join(f"(?:{phrase_pattern(item)})" for item in marked), re.IGNORECASE))
        )
    return tuple(made)


_LOST = (
    ("namnd", "nämnd"),
    ("fullmaktige", "fullmäktige"),
    ("forslag", "förslag"),
    ("forvaltning", "förvaltning"),
)


def _restored(text: str) -> str:
    """The heading with the dots that a scanner loses in the genre's words: "NAMNDENS" is "NÄMNDENS"."""
    for lost, whole in _LOST:
        text = text.replace(lost, whole).replace(lost.upper(), whole.upper())
        text = text.replace(lost.capitalize(), whole.capitalize())
    return text


def _bare(text: str) -> str:
    return _restored(_NUMBERING.sub("", " ".join(text.split())).strip(" :.;?–-•~_|").strip())


def _marked(text: str) -> tuple[str, tuple[Mention, ...]]:
    """The heading with each body and office replaced by one word, and the bodies in order."""
    found = mentions(text)
    for mention in reversed(found):
        text = f"{text[: mention.start]}{_ORGAN}{text[mention.end :]}"
    return _OFFICE.sub(_OFFICE_MARK, text), found


def _proposing(mention: Mention, own: str | None) -> str | None:
    """Who proposes: "Utskottets förslag" in kommunstyrelsen's minutes is not kommunstyrelsen's own."""
    committee = mention.name == "Utskottet" and "utskott" not in (own or "utskott").lower()
    return mention.name if committee else body_name(mention, own)


def _receivers(marked: str, found: tuple[Mention, ...], own: str | None) -> tuple[tuple[str, ...], str | None]:
    """The bodies that a proposal's heading is directed to, and the body or office that proposes."""
    to = re.search(r"\b(?:till|i|för|hos|av)\b|föreslås", marked, re.IGNORECASE)
    before = marked[: to.start()].count(_ORGAN) if to else marked.count(_ORGAN)
    if to and to[0].lower() == "föreslås":
        return tuple(body_name(m, own) for m in found[:before]), None
    onward = re.search(rf"\bför\s+(?:vidare\s+)?beslut\s+(?:i|av)\s+{_ORGAN}", marked, re.IGNORECASE)
    if onward and before == 0:
        return tuple(body_name(m, own) for m in found[-1:]), body_name(found[0], own) if len(found) > 1 else None
    office = re.search(rf"\b{_OFFICE_MARK}\b", marked[: to.start()] if to else marked)
    proposer = _proposing(found[0], own) if before else (AN_OFFICE if office else None)
    return tuple(body_name(m, own) for m in found[before:]), proposer


@lru_cache(maxsize=4096)
def section_of(text: str, own: str | None, *, loosely: bool = False) -> Section | None:
    """The section that a heading opens in a paper of the body `own`; None for a heading that is not of the tables.

    `loosely` reads such a heading by its words: for headings of minutes and letters, never for plain lines.
    """
    line = _bare(text)
    if not line or len(line) > LONGEST_HEADING:
        return None
    marked, found = _marked(line)
    for scene, pattern in _patterns():
        if not pattern.fullmatch(marked):
            continue
        if scene is Scene.PROPOSAL:
            return Section(scene, *_receivers(marked, found, own))
        if scene is Scene.DECISION:
            return Section(scene, tuple(body_name(m, own) for m in found[:1]))
        return Section(scene)
    lead = lead_of(line, own)
    if lead and lead.end >= len(line):
        return _opened(lead.act, lead.body, lead.proposer)
    half = first_half(line)
    if half and (section := section_of(half, own)):
        return section
    head, colon, rest = line.partition(":")
    runs_in = colon and rest.strip() and section_of(head, own) is not None  # "Beslut: Enligt styrelsens förslag"
    return _loose(marked, found, own) if loosely and not runs_in else None


@cache
def _loose_words() -> tuple[re.Pattern[str], ...]:
    words = table("sections")["loose"]
    return tuple(phrases(words[key]) for key in ("other", "proposes", "decides", "speakers"))


def _loose(marked: str, found: tuple[Mention, ...], own: str | None) -> Section | None:
    """What a heading of none of the tables opens, by its words: "Så beslutade nämnden", "Direktörens förslag".

    It needs to say whose word it is, a body's, an office's or the writer's, and none of the words of other sections.
    """
    other, proposes, decides, speakers = _loose_words()
    spoken = bool(found) or speakers.search(marked) is not None
    if len(marked.split()) > LONGEST_LOOSE or other.search(marked) or _OF_THE_PAPER.search(marked):
        return None
    if proposes.search(marked) and (spoken or _OFFICE_MARK in marked):
        bodies = tuple(body_name(m, own) for m in found[-1:])
        return Section(Scene.PROPOSAL, bodies, None if bodies else AN_OFFICE)
    if spoken and decides.search(marked):
        return Section(Scene.DECISION, tuple(body_name(m, own) for m in found[:1]))
    return None


def _opened(act: Act, body: str | None, proposer: str | None) -> Section:
    if act is Act.DECIDES:
        return Section(Scene.DECISION, (body,) if body else ())
    if act is Act.STATES:
        return Section(Scene.PROPOSAL, (), body)
    return Section(Scene.PROPOSAL, (body,) if body else (), proposer)


def named_alone(text: str) -> str | None:
    """The body, if the heading is a body's name and nothing else; of "I styrelsen och kommunfullmäktige" the last."""
    line = _bare(text)
    if alone := as_body(line):
        return alone
    path = _PATH.fullmatch(line)
    bodies = [as_body(one) for one in re.split(r"\s+och\s+(?:i\s+)?", path[1])] if path else []
    return bodies[-1] if all(bodies) and bodies else None
