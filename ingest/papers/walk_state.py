"""Where the walk through a paper stands, and an item as it is found there."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from corpus.paragraph import Paragraph
from ingest.papers.bodies import same_body
from ingest.papers.instances import Instance, is_own
from ingest.papers.leads import Act, Lead
from ingest.papers.retold import Voice, voice_of
from ingest.papers.sections import Scene, Section

DECIDING_SCENES = frozenset({Scene.PROPOSAL, Scene.DECISION})


@dataclass(frozen=True, slots=True)
class Item:
    """One item as found: its words without the opening, and who would decide it."""

    paragraph: Paragraph
    text: str
    words: str
    body: str | None
    adopts: bool
    states: bool
    number: int
    uncertain: tuple[str, ...] = ()
    voice: Voice = Voice.OWN
    proposer: str | None = None
    date: str | None = None


@dataclass
class State:
    """Where the walk stands: the section, who speaks in it, and the items so far; `own` is the paper's body.

    `turn` is an earlier body's, inside one § of minutes: `own` is then that body, and nothing of it is adopted here.
    """

    own: str | None
    minutes: bool
    scene: Scene = Scene.START
    bodies: tuple[str, ...] = ()
    proposal: bool = False
    states: bool = False
    proposer: str | None = None
    voice: Voice = Voice.OWN
    teller: str | None = None
    count: int = 0
    previous: Paragraph | None = None
    items: list[Item] = field(default_factory=list)
    turn: Instance | None = None
    told: bool = False
    """Whether the voice is that of a sentence in which the body's minutes tell what another proposes to it."""

    def take_turn(self, instance: Instance, *, body: str | None, section: str | None, date: str | None) -> None:
        """Enter a body's turn inside the § `section` of the minutes of `body` on `date`: their own, or an earlier."""
        own = is_own(instance, body=body, section=section, date=date)
        self.turn = None if own else instance
        self.own = body if own else instance.body
        self.scene, self.count, self.previous = Scene.START, 0, None
        self.bodies, self.proposal, self.states, self.proposer = (), False, False, None
        self.voice, self.teller = (Voice.OWN if own else Voice.BEFORE), None

    def open(self, section: Section, text: str = "") -> None:
        """Enter the section that a heading, worded `text`, opens."""
        if self.turn:
            self.voice = Voice.BEFORE if section.scene is Scene.PROPOSAL else Voice.OTHERS
        elif self.minutes and not self._worded_above(section, text):
            self.voice, self.teller = voice_of(section, self.own, text), section.proposer
        self.scene, self.count, self.previous = section.scene, 0, None
        self.states = section.scene is Scene.PROPOSAL and not section.bodies and same_body(section.proposer, self.own)
        self.proposer = section.proposer
        self.bodies = section.bodies
        self.proposal = section.scene is Scene.PROPOSAL

    def _worded_above(self, section: Section, text: str) -> bool:
        """Whether "Kommunfullmäktige beslutar", right below a recounted proposal's heading, only begins its wording; so
        does "Kommunstyrelsens förslag till fullmäktige" right below "Arbetsutskottets beslut".
        """
        if self.scene is Scene.DECISION and self.voice is Voice.OTHERS and self.count == 0:
            return section.scene is Scene.PROPOSAL
        begins = self.scene is Scene.PROPOSAL and self.count == 0 and section.scene in DECIDING_SCENES
        verb = re.search(r"\b(?:beslutar?|föreslår)\b", text, re.IGNORECASE)
        return begins and self.voice is not Voice.OWN and verb is not None

    def start(self, lead: Lead) -> None:
        """Enter what an ingress opens; what a board "föreslår att kommunfullmäktige" is told again in the council's
        minutes, until they say what the council decides."""
        self._speak(lead)
        self.scene = Scene.DECISION if lead.act is Act.DECIDES else Scene.PROPOSAL
        self.count, self.previous = 0, None
        self.proposal = lead.act is not Act.DECIDES
        self.states = lead.act is Act.STATES
        self.proposer = lead.proposer
        self.bodies = (lead.body,) if lead.body else (self.bodies if lead.act is Act.DECIDES else ())

    def _speak(self, lead: Lead) -> None:
        """Take the voice of an ingress that stands under no heading."""
        others = lead.proposer is not None and not same_body(lead.proposer, self.own)
        if others and self.minutes and not self.turn and lead.act is Act.PROPOSED and self.scene is Scene.START:
            self.voice, self.teller, self.told = Voice.OTHERS, lead.proposer, True
        elif self.told:
            self.voice, self.teller, self.told = Voice.OWN, None, False
