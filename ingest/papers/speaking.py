"""Whether a sentence under no heading of its own says what the meeting decides, there where the walk stands."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.papers.bodies import is_council
from ingest.papers.leads import AN_OFFICE, Act, Lead
from ingest.papers.sections import Scene
from ingest.papers.spoken import OTHERS_SPEAK, in_old_words, settles, settles_or_sends, tells_of_today
from ingest.papers.walk_state import State

_ASIDE = frozenset({Scene.OPINION, Scene.RECIPIENTS, Scene.DEMANDS})
"""Sections that never tell how the meeting ended a matter."""


@dataclass(frozen=True, slots=True)
class Speaking:
    """Judges sentences by the state of the walk; `anywhere` and `old` as for `ingest.papers.items.items_of`."""

    state: State
    anywhere: bool
    old: bool

    def free(self) -> bool:
        """Whether a decision under no heading of its own is looked for, and may stand here."""
        return self.anywhere and (not self.state.minutes or self.state.scene not in OTHERS_SPEAK)

    def ends_here(self) -> bool:
        """Whether minutes without a decision's heading may say here how a matter ended, be it after a debate."""
        return self.anywhere and self.state.minutes and not self.state.turn and self.state.scene not in _ASIDE

    def tells_of_today(self, text: str) -> bool:
        """Whether minutes without a decision's heading may say here in the past tense what the meeting decided."""
        return self.state.minutes and self.free() and tells_of_today(text)

    def speaks_now(self, lead: Lead, text: str) -> bool:
        """Whether an opening is of the meeting: in the present, or where no heading decides in the past."""
        if not lead.past or self.tells_of_today(text):
            return True
        return self.in_old_words(lead, text) or self.settled(lead, text)

    def settled(self, lead: Lead, text: str) -> bool:
        """Whether minutes without a decision's heading say in older words how a matter ended, be it after a debate."""
        today = tells_of_today(text) and in_old_words(text, lead, self.state.own)
        return self.ends_here() and today and settles_or_sends(text[lead.end :])

    def proposed_in_letter(self, lead: Lead, text: str) -> bool:
        """Whether a letter without a proposal's heading says here what an office proposes the council to settle."""
        proposes = lead.act is Act.PROPOSED and not lead.past
        council = is_council(lead.body) or (lead.body is None and lead.proposer == AN_OFFICE)
        return self.free() and not self.state.minutes and proposes and council and settles(text[lead.end :])

    def in_old_words(self, lead: Lead, text: str) -> bool:
        """Whether minutes without a decision's heading say here, before any heading, what their body "beslöt"."""
        here = self.old and self.state.minutes and self.state.scene is Scene.START and not self.state.turn
        return here and tells_of_today(text) and in_old_words(text, lead, self.state.own)
