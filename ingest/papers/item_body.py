"""Whose an item is: by its own opening or subject, else by its section, else as the genre has it. Never left unsaid:
what was assumed is told with the item.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.paragraph import Paragraph
from ingest.papers.bodies import is_council, mentions, same_body
from ingest.papers.leads import ACTS, Act, Lead, lead_of
from ingest.papers.spoken import opens, settles
from ingest.papers.walk_state import Item, State

ASSUMED_BODY = "organet står inte vid punkten: läst som det organ som handlingen är ställd till"
ASSUMED_COUNCIL = "organet står inte vid punkten: en motion avgörs av fullmäktige"
ONWARD = "förslaget går till styrelsen: en motion avgörs av fullmäktige"
NOT_THE_COUNCIL = "en motion avgörs av fullmäktige: organet är läst som det står"

_COUNCIL = "Kommunfullmäktige"
_PREPARES = re.compile(r"styrelse|^(?:\w+\s)?\w*utskottet(?:\s+för\s+[\w\s,-]+)?$", re.IGNORECASE)
"""A body that prepares what the council decides: the executive, or its committee ("Allmänna utskottet", "Utskottet för
lärande")."""


@dataclass(frozen=True, slots=True)
class ItemMaker:
    """Makes the items of one paper or §, which is about a petition, and about a motion, or not.

    `handed_to` is the board that the council has left the decision to, where the paper tells of one.
    """

    about_petition: bool
    about_motion: bool
    handed_to: str | None = None

    def item(self, state: State, paragraph: Paragraph, text: str, body: str | None) -> Item:
        """The item that a text is: what its own opening or subject says of body and status, else its section."""
        lead = lead_of(text, state.own)
        who = (body, state.proposal, state.states)
        words = text
        if lead and opens(lead, text):
            words = text[lead.end :].strip()
            who = _opened_by(state, lead, body)
        elif (subject := _acting(text)) and _acts(state, subject, body):
            who = (subject, True, state.states)
        body, proposal, states = who
        uncertain: tuple[str, ...] = ()
        if body is None:
            body, uncertain = self._assumed(state, words, proposal)
        if proposal and not states and self._goes_onward(state, body, words):
            body, uncertain = council_above(body), (ONWARD,)
        adopts = state.minutes and not state.turn and not proposal and (state.own is None or same_body(body, state.own))
        if adopts and self.about_motion and "styrelse" in (body or "").lower() and settles(words):
            uncertain = (*uncertain, NOT_THE_COUNCIL)
        voice, teller = state.voice, state.teller
        date = state.turn.date if state.turn else None
        return Item(paragraph, text, words, body, adopts, states, state.count, uncertain, voice, teller, date)

    def _goes_onward(self, state: State, body: str | None, words: str) -> bool:
        """Whether minutes propose to the executive how to settle a motion, which takes it to the council."""
        return state.minutes and self.about_motion and "styrelse" in (body or "").lower() and settles(words)

    def _assumed(self, state: State, words: str, proposal: bool) -> tuple[str | None, tuple[str, ...]]:
        """The body of an item that names none."""
        if not proposal and state.minutes:
            return state.own, () if state.own else (ASSUMED_BODY,)
        own = state.own
        if proposal and (parent := _parent(own)):
            if state.minutes or not (self.about_petition and "styrelse" in parent.lower() and settles(words)):
                return parent, ()
            own = parent
        if state.states:
            return state.own, ()
        executive = own is None or is_council(own) or _PREPARES.search(own) is not None
        if self.about_petition and executive and settles(words):
            return (self.handed_to, ()) if self.handed_to else (council_above(state.own), (ASSUMED_COUNCIL,))
        if state.minutes and "styrelse" in (state.own or "").lower() and same_body(state.proposer, state.own):
            return council_above(state.own), (ASSUMED_BODY,)
        if self.about_petition and state.own is None and not state.minutes:
            return (self.handed_to, ()) if self.handed_to else (_COUNCIL, (ASSUMED_COUNCIL,))
        return state.own, (ASSUMED_BODY,)


def _opened_by(state: State, lead: Lead, body: str | None) -> tuple[str | None, bool, bool]:
    """Body, whether it is proposed and whether it states, as an item's own opening says."""
    if lead.act is Act.PROPOSED:
        return lead.body, True, False
    if state.minutes and is_council(state.own) and lead.proposer and not same_body(lead.proposer, state.own):
        return state.own, True, False
    headed = body if state.proposal else None
    if lead.act is Act.STATES:
        states = not headed or same_body(lead.body, headed) or lead.proposer is not None
        return headed or lead.body or body, state.proposal, states
    if lead.body and (headed is None or same_body(lead.body, headed)):
        return lead.body, state.proposal, state.states
    return body, state.proposal, state.states


def _acts(state: State, subject: str, body: str | None) -> bool:
    """Whether the item's subject is another body, which then is to decide it."""
    if same_body(subject, state.own):
        return False
    above = is_council(subject) or same_body(subject, _parent(state.own))
    free = body is None or (above and same_body(body, state.own))
    return free and (above or not state.minutes or state.proposal)


def council_above(own: str | None) -> str:
    """The council that the body `own` prepares for: regionstyrelsen prepares for regionfullmäktige."""
    if own and is_council(own):
        return own
    prefix = re.match(r"region|landsting|förbund", own or "", re.IGNORECASE)
    return f"{prefix[0].capitalize()}{'s' if prefix[0][-1] in 'gd' else ''}fullmäktige" if prefix else _COUNCIL


def _acting(text: str) -> str | None:
    """The body that is the subject of the item ("Kommunfullmäktige avslår motionen")."""
    found = mentions(text)
    if not found or found[0].start or found[0].generic:
        return None
    return found[0].name if ACTS.match(text[found[0].end :]) else None


def _parent(own: str | None) -> str | None:
    """The body that a committee prepares for: "Socialnämndens arbetsutskott" prepares for socialnämnden."""
    match = re.match(r"(.+?)s\s+(?:(?:\w+\s+)?\w*utskott|presidium|\w*beredning)$", own or "", re.IGNORECASE)
    return match[1] if match else None
