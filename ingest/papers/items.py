"""Walks through one paper or one § and finds its items: which paragraphs they are, and under which heading each stands.

`adopts` needs minutes of the deciding body itself: inside them "Förslag till beslut i kommunfullmäktige" is a proposal.
What stands under a decision heading is a decision whatever its verb; under Yrkanden, Propositionsordning, Reservation
and the like nothing is decided.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.document import DocumentType, Part
from corpus.paragraph import Kind, Paragraph
from ingest.papers.alternative_points import Alternatives
from ingest.papers.between_items import follows
from ingest.papers.bodies import same_body
from ingest.papers.counted import counts
from ingest.papers.dispositions import adopts_proposal, verbs_in
from ingest.papers.handed_over import handed_to
from ingest.papers.head_again import HeadAgain
from ingest.papers.headings import is_section
from ingest.papers.instances import Instance, instance_of, is_own
from ingest.papers.item_body import ItemMaker
from ingest.papers.leads import VIEW, Act, Lead, lead_of
from ingest.papers.left_agenda import leaves_agenda
from ingest.papers.motivation import argues, opens_motivation
from ingest.papers.numerals import label_number
from ingest.papers.paragraf_lines import SOURCES
from ingest.papers.retold import Voice
from ingest.papers.run_in import run_in_heading, scene_begun
from ingest.papers.run_together import pieces_of
from ingest.papers.sections import Scene, Section, named_alone, section_of
from ingest.papers.sentences import sentences_of
from ingest.papers.speaking import Speaking
from ingest.papers.spoken import (
    FOUND,
    OTHERS_SPEAK,
    VOTE_ASKED,
    is_own_act,
    row_that_decides,
    settles,
    settles_or_sends,
    speaks_up,
    tells_of_today,
    told_proposal,
)
from ingest.papers.walk_state import DECIDING_SCENES, Item, State

LONGEST_OPENING = 200
"""Characters: in running text a longer sentence that names a body does not open a list of items."""

_BY_WORDS = (DocumentType.PROTOKOLL, DocumentType.MOTIONSSVAR, DocumentType.TJANSTESKRIVELSE)
"""Papers whose headings are read by their words where no table has them."""


class _Walk:
    """Goes through the paragraphs of one paper and collects its items."""

    def __init__(
        self, paragraphs: Sequence[Paragraph], part: Part, about_petition: bool, *, anywhere: bool, old: bool
    ) -> None:
        self.paragraphs = paragraphs
        self.part = part
        self.anywhere = anywhere
        self.about_petition = about_petition
        about_motion = about_petition and re.search(r"\bmotion", part.title or "", re.IGNORECASE) is not None
        handed = handed_to(paragraphs) if about_petition and not about_motion else None
        self.maker = ItemMaker(about_petition, about_motion, handed)
        self.state = State(part.body, part.kind is DocumentType.PROTOKOLL)
        self.speaking = Speaking(self.state, anywhere=anywhere, old=old)
        self.loosely = part.kind in _BY_WORDS
        self.above = ""
        self.head_again = HeadAgain(part)
        self.alternatives = Alternatives(() if self.state.minutes else paragraphs)
        self.last_turn = max((at for at, one in enumerate(paragraphs) if self._own_turn(one)), default=-1)

    def run(self) -> list[Item]:
        """Read the paragraphs in order and give the items."""
        for index, paragraph in enumerate(self.paragraphs):
            self._read(paragraph, index)
        return self.state.items

    def _read(self, paragraph: Paragraph, index: int) -> None:
        if paragraph.kind in (Kind.FOOTNOTE, Kind.SIGNATURE):
            return
        text = paragraph.text.strip()
        if self._turn(paragraph, text, index) or self.alternatives.passes(paragraph, self.state):
            return
        if self.head_again.passes(paragraph) or self._left_undecided(paragraph, text, index):
            return
        if self._heading(paragraph, text):
            self.above = text
            return
        state = self.state
        if paragraph.kind is not Kind.LIST_ITEM and (run_in := run_in_heading(text, state.own)):
            section, rest = run_in
            if self._among_moved(section):
                return
            state.open(section)
            if section.scene in DECIDING_SCENES and rest.endswith(":") and self._list_follows(index):
                if opening := lead_of(rest, state.own):
                    state.start(opening)
            elif section.scene in DECIDING_SCENES:
                self._item(paragraph, rest)
            return
        lead = lead_of(text, state.own)
        if self._argued(lead, text, paragraph) or self._answers_told(lead, text, paragraph, index):
            return
        if self._told(paragraph, text):
            return
        if lead and self.speaking.speaks_now(lead, text) and self._opens(lead, text, paragraph, index):
            return
        if self._settled_last(paragraph, text, index) or self._found_by_chair(paragraph, text, index):
            return
        acts = lead is None and not self._begins_proposal() and is_own_act(text, state.own)
        if acts and self.speaking.tells_of_today(text) and settles_or_sends(text):
            self._spoken(Lead(Act.DECIDES, state.own, None, 0), text, paragraph, index)
            return
        if self.speaking.free() and paragraph.kind is Kind.TABLE_ROW and (row := row_that_decides(text, state.own)):
            state.open(row[0])
            self._item(paragraph, row[1])
            state.scene = Scene.BACKGROUND
            return
        if state.scene in DECIDING_SCENES and (left := scene_begun(paragraph, text)):
            state.scene = left
        if state.scene in DECIDING_SCENES and counts(
            self.paragraphs, paragraph, text, state, about_petition=self.about_petition
        ):
            self._item(paragraph, text)

    def _turn(self, paragraph: Paragraph, text: str, index: int) -> bool:
        """Take a line that opens a body's turn inside a §: "Ks § 133 Kommunstyrelsen den 2 november 2021".

        The body's own turn comes last; where none follows, or among the papers that a decision rests on, another body's
        § is only named.
        """
        instance = self._instance(paragraph)
        if instance is None or index > self.last_turn or SOURCES.search(self.above.lower()):
            return False
        self.state.take_turn(instance, body=self.part.body, section=self.part.section, date=self.part.date)
        self.above = ""
        return True

    def _left_undecided(self, paragraph: Paragraph, text: str, index: int) -> bool:
        """Take a sentence of minutes that says that the matter left the agenda, wherever the body itself speaks."""
        state = self.state
        here = state.minutes and not state.turn and state.scene not in OTHERS_SPEAK
        if not here or state.scene is Scene.DECISION or not leaves_agenda(paragraph):
            return False
        state.voice, state.teller = Voice.OWN, None
        self._spoken(Lead(Act.DECIDES, state.own, None, 0), text, paragraph, index)
        return True

    def _instance(self, paragraph: Paragraph) -> Instance | None:
        if self.part.kind is not DocumentType.PROTOKOLL or paragraph.kind in (Kind.LIST_ITEM, Kind.TABLE_ROW):
            return None
        instance = instance_of(paragraph.text) if self.part.section else None
        return instance if instance and (instance.letters or paragraph.kind is Kind.HEADING) else None

    def _own_turn(self, paragraph: Paragraph) -> bool:
        instance, part = self._instance(paragraph), self.part
        return instance is not None and is_own(instance, body=part.body, section=part.section, date=part.date)

    def _heading(self, paragraph: Paragraph, text: str) -> bool:
        """Take a heading (or a line that is one, whatever the layout said); False if the paragraph is none."""
        state = self.state
        heading = paragraph.kind is Kind.HEADING
        listed = paragraph.kind in (Kind.LIST_ITEM, Kind.TABLE_ROW)
        if not heading and (listed or len(text) > 90 or text.endswith((".", ";"))):
            return False
        alone = named_alone(text) if state.scene in DECIDING_SCENES else None
        if alone:
            state.bodies, state.count, state.states = (alone,), 0, False
            return True
        if state.scene is Scene.DECISION and follows(text):
            index = self._index(paragraph)
            return self._list_follows(index) or self._sentence_follows(index, colon=text.endswith(":"))
        section = section_of(text, state.own, loosely=(heading or self.anywhere) and self.loosely)
        section = None if self._only_views(text, self._index(paragraph)) else section
        if section and (heading or section.scene is not Scene.BACKGROUND or text[:1].isupper()):
            debated = section.scene in DECIDING_SCENES and state.scene in (Scene.MOVED, Scene.PROCEDURE)
            if not heading and debated and not self._closes_debate(section, paragraph):
                return not text.endswith(":")
            if not self._among_moved(section):
                state.open(section, text)
            return True
        if heading and state.scene in DECIDING_SCENES and text.endswith(".") and verbs_in(text):
            return False
        if not heading and is_section(text) and run_in_heading(text, state.own) is None:
            state.scene = Scene.BACKGROUND
            return True
        if heading:
            state.scene = Scene.START if paragraph.level == 0 or text.startswith("§") else Scene.BACKGROUND
        return heading

    def _closes_debate(self, section: Section, paragraph: Paragraph) -> bool:
        """Whether a plain line after Yrkanden or Propositionsordning opens what the body itself decides.

        The sentence before it is complete: "yrkar:" above "Kommunfullmäktige beslutar" begins what a member moves.
        """
        state, index = self.state, self._index(paragraph)
        before = self.paragraphs[index - 1].text.rstrip() if index else ""
        speakers = section.bodies if section.scene is Scene.DECISION else (section.proposer,)
        return state.minutes and before.endswith(".") and all(same_body(one, state.own) for one in speakers)

    def _among_moved(self, section: Section) -> bool:
        """Whether a proposal is one of those that the meeting is asked to choose among: it stands under Yrkanden."""
        if self.state.scene is not Scene.MOVED or section.scene is not Scene.PROPOSAL or section.bodies:
            return False
        return section.proposer is not None and not same_body(section.proposer, self.state.own)

    def _opens(self, lead: Lead, text: str, paragraph: Paragraph, index: int) -> bool:
        """Take a paragraph that opens with who decides; False if it is still to be read."""
        state = self.state
        rest = text[lead.end :].strip()
        if not rest:
            return self._opens_list(lead, text, paragraph, index)
        spoken = (self.speaking.free() or self.speaking.settled(lead, text)) and speaks_up(
            lead, state.own, minutes=state.minutes
        )
        if spoken and (settles_or_sends(rest) if state.minutes else settles(rest)):
            self._spoken(lead, text, paragraph, index)
            return True
        if state.scene is Scene.START and lead.past:
            self._spoken(lead, text, paragraph, index)
            return True
        if state.scene is Scene.START and (state.minutes or verbs_in(rest)):
            state.start(lead)
        if state.scene in DECIDING_SCENES:
            self._item(paragraph, text)
            if state.told and not self._list_follows(index):
                state.scene = Scene.START
            return True
        return False

    def _begins_proposal(self) -> bool:
        """Whether a sentence here is the first of what another proposes: "Kommunfullmäktige avslår motionen"."""
        state = self.state
        return state.minutes and state.scene is Scene.PROPOSAL and state.count == 0 and state.voice is not Voice.OWN

    def _argued(self, lead: Lead | None, text: str, paragraph: Paragraph) -> bool:
        """Whether a paragraph below an item of minutes gives the reasons for it."""
        before = self.state.previous
        if before is None or self.state.scene not in DECIDING_SCENES or label_number(paragraph.label) is not None:
            return False
        decides = lead is not None and lead.act is Act.DECIDES
        return self.state.minutes and not decides and (opens_motivation(before.text) or argues(text))

    def _answers_told(self, lead: Lead | None, text: str, paragraph: Paragraph, index: int) -> bool:
        """Take what minutes decide right below a recounted proposal, under no heading: "Fullmäktige beslöt så"."""
        state = self.state
        told = state.scene is Scene.PROPOSAL and state.count and state.voice in (Voice.OTHERS, Voice.UNSAID)
        if not (told and lead and state.minutes) or state.turn or paragraph.kind is Kind.LIST_ITEM:
            return False
        own = lead.act is Act.DECIDES and same_body(lead.body, state.own)
        below = state.previous is not None and (
            state.previous.kind is Kind.LIST_ITEM or state.previous.text.lower().startswith("att ")
        )
        adopts = (lead.past or below) and adopts_proposal(text) and not verbs_in(text[lead.end :])
        if not own or not tells_of_today(text) or not (adopts or (lead.past and settles_or_sends(text[lead.end :]))):
            return False
        state.voice, state.teller = Voice.OWN, None
        self._spoken(lead, text, paragraph, index)
        return True

    def _told(self, paragraph: Paragraph, text: str) -> bool:
        """Take a sentence of minutes that tells what another body has proposed to theirs, on an earlier day."""
        state = self.state
        free = state.minutes and not state.turn and state.scene in (Scene.START, Scene.BACKGROUND)
        lead = told_proposal(text, state.own) if free else None
        if lead is None:
            return False
        before = (state.scene, state.bodies, state.proposal, state.states, state.proposer)
        voice, teller = state.voice, state.teller
        state.start(lead)
        state.voice, state.teller = Voice.TOLD, lead.proposer
        self._add(paragraph, text)
        state.scene, state.bodies, state.proposal, state.states, state.proposer = before
        state.voice, state.teller, state.count = voice, teller, 0
        return True

    def _spoken(self, lead: Lead, text: str, paragraph: Paragraph, index: int) -> None:
        """Take a decision that stands in running text; in minutes what follows is text again, unless a list goes on."""
        self.state.start(lead)
        self._item(paragraph, text)
        if self.state.minutes and not self._list_follows(index):
            self.state.scene = Scene.BACKGROUND

    def _list_follows(self, index: int) -> bool:
        following = self.paragraphs[index + 1] if index + 1 < len(self.paragraphs) else None
        return following is not None and (following.kind is Kind.LIST_ITEM or following.text.lower().startswith("att "))

    def _sentence_follows(self, index: int, *, colon: bool) -> bool:
        following = self.paragraphs[index + 1] if index + 1 < len(self.paragraphs) else None
        if following is None or following.kind is not Kind.PARAGRAPH:
            return False
        return colon or settles(following.text)

    def _settled_last(self, paragraph: Paragraph, text: str, index: int) -> bool:
        """Take a paragraph's last sentence that says so: "Eva Ek yrkade bifall. Fullmäktige beslöt avslå motionen", or
        in a letter "… Kontoret föreslår därför att fullmäktige avslår motionen"."""
        *before, last = sentences_of(text) if self.anywhere and paragraph.kind is Kind.PARAGRAPH else (text,)
        lead = lead_of(last, self.state.own) if before else None
        if lead is None or not (self.speaking.settled(lead, last) or self.speaking.proposed_in_letter(lead, last)):
            return False
        self._spoken(lead, last, paragraph, index)
        return True

    def _found_by_chair(self, paragraph: Paragraph, text: str, index: int) -> bool:
        """Take a paragraph's last sentence that says what the chair finds decided, where no vote is asked for then."""
        found = FOUND.search(last := sentences_of(text)[-1]) if self.speaking.ends_here() else None
        following = self.paragraphs[index + 1].text if index + 1 < len(self.paragraphs) else ""
        if found is None or VOTE_ASKED.search(following):
            return False
        lead = lead_of(words := last[found.end() :], self.state.own)
        own = lead is not None and lead.act is Act.DECIDES and same_body(lead.body, self.state.own)
        if lead is None or not own or not settles_or_sends(words[lead.end :]):
            return False
        self._spoken(lead, words, paragraph, index)
        return True

    def _opens_list(self, lead: Lead, text: str, paragraph: Paragraph, index: int) -> bool:
        """Take an opening that has no item of its own: the items follow, or it decides as another paper proposes."""
        state = self.state
        if self._only_views(text, index):
            return False
        listed = self._list_follows(index)
        here = state.scene in (*DECIDING_SCENES, Scene.START)
        if here and not listed and lead.act is Act.DECIDES and adopts_proposal(text):
            state.start(lead)
            self._item(paragraph, text)
            return True
        listed = listed or (self.speaking.free() and speaks_up(lead, state.own, minutes=state.minutes))
        if here or (state.scene is Scene.BACKGROUND and listed and len(text) < LONGEST_OPENING and lead.body):
            state.start(lead)
            return True
        return False

    def _only_views(self, text: str, index: int) -> bool:
        """Whether a line that ends in "anser" opens no list that a letter proposes."""
        return VIEW.search(text) is not None and (self.state.minutes or not self._list_follows(index))

    def _index(self, paragraph: Paragraph) -> int:
        return paragraph.n - self.paragraphs[0].n

    def _item(self, paragraph: Paragraph, text: str) -> None:
        state = self.state
        lead = lead_of(text, state.own)
        pieces = pieces_of(text[lead.end :] if lead else text)
        if len(pieces) > 1 and not (lead and lead.past and not tells_of_today(text)):
            self._run_together(paragraph, lead, pieces)
        else:
            state.count = label_number(paragraph.label) or state.count + 1
            self._add(paragraph, text)
        state.previous = paragraph

    def _run_together(self, paragraph: Paragraph, lead: Lead | None, pieces: Sequence[str]) -> None:
        """The outcomes of one sentence: they are one item, and what opens the sentence opens each of them."""
        state = self.state
        before = (state.scene, state.bodies, state.proposal, state.states, state.proposer, state.previous)
        number = label_number(paragraph.label) or state.count + 1
        if lead:
            state.start(lead)
        state.count = number
        for piece in pieces:
            self._add(paragraph, piece)
        state.scene, state.bodies, state.proposal, state.states, state.proposer, state.previous = before

    def _add(self, paragraph: Paragraph, text: str) -> None:
        for body in self.state.bodies or (None,):
            self.state.items.append(self.maker.item(self.state, paragraph, text, body))


def items_of(
    paragraphs: Sequence[Paragraph], part: Part, *, about_petition: bool, anywhere: bool = False, old: bool = False
) -> list[Item]:
    """The items among the `paragraphs` of a paper or §; `about_petition` when a motion or the like is its matter.

    `anywhere` also takes a sentence under any heading that says what a body is proposed to decide on the petition;
    `old` what minutes on any matter say in older words, before any heading, that their body decided.
    """
    return _Walk(paragraphs, part, about_petition, anywhere=anywhere, old=old).run()
