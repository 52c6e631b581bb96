"""What is decided under no heading of its own: "Fullmäktige biföll motionen" in the running text of minutes.

Read only where a paper or § about a petition holds no item under a heading (`ingest.papers.decisions`).
"""

from __future__ import annotations

import re
from functools import cache

from corpus.decision import Disposition
from ingest.papers.bodies import is_council, mentions, same_body
from ingest.papers.dispositions import verbs_in
from ingest.papers.leads import ACTED, ACTS, Act, Lead, body_name, lead_of
from ingest.papers.phrases import phrases
from ingest.papers.sections import Scene, Section, section_of
from ingest.papers.tables import table
from ingest.papers.written_dates import dates_in

OTHERS_SPEAK = frozenset({Scene.MOVED, Scene.PROCEDURE, Scene.OPINION, Scene.RECIPIENTS, Scene.DEMANDS})
"""Sections of minutes where such a sentence is another's, or tells how the decision came about."""

_SETTLING = frozenset({Disposition.BIFALLS, Disposition.DELVIS_BIFALLS, Disposition.AVSLAS, Disposition.BESVARAS})
_SENDING = frozenset({Disposition.ATERREMITTERAS, Disposition.BORDLAGGS, Disposition.TILLSTYRKS, Disposition.AVSTYRKS})
"""What minutes also do with a petition, short of settling it."""


def settles(words: str) -> bool:
    """Whether the words bifall, avslå or answer something."""
    return any(verb.disposition in _SETTLING for verb in verbs_in(words))


def settles_or_sends(words: str) -> bool:
    """Whether the words settle something, put it off, send it back or give a view on it."""
    return any(verb.disposition in _SETTLING | _SENDING for verb in verbs_in(words))


@cache
def _earlier() -> re.Pattern[str]:
    return phrases(table("openings")["verbs"]["earlier"])


_HOLDS = re.compile(
    r"\b(?:gälla|från\s+och\s+med|fr\.?\s?o\.?\s?m|till\s+och\s+med|t\.?\s?o\.?\s?m|senast)\b[^,;:]{0,30}",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def tells_of_today(text: str) -> bool:
    """Whether a sentence in the past tense may tell of the meeting itself: it names no day, § or earlier time, but from
    when or until when something is to hold."""
    text = _HOLDS.sub(" ", text)
    return _earlier().search(text) is None and _YEAR.search(text) is None


def in_old_words(text: str, lead: Lead, own: str | None) -> bool:
    """Whether a sentence says as older minutes do what the body `own` decided: "Kommunstyrelsen beslöt att"."""
    decides = lead.act is Act.DECIDES and (lead.body is None or same_body(lead.body, own))
    own_word = decides or (lead.act is Act.PROPOSED and same_body(lead.proposer, own))
    return own_word and lead.past and _old().search(text[: lead.end]) is not None


@cache
def _old() -> re.Pattern[str]:
    return phrases(table("openings")["verbs"]["old"])


def opens(lead: Lead, text: str) -> bool:
    """Whether an opening is the sentence's own, and what follows it the item: in the past tense only of the meeting."""
    return bool(text[lead.end :].strip()) and (not lead.past or (lead.act is Act.DECIDES and tells_of_today(text)))


_HAS_PROPOSED = re.compile(
    r"f[öo]resl(?:og|agit)|hemst[äa]ll(?:t|de)\b|besl(?:[öo]t|uta[dt])\w*\s.*?(?:f[öo]resl[åa]|hemst[äa]lla)\b",
    re.IGNORECASE,
)
_WHEN = re.compile(r"(?:\s*,)?(?:\s+den)?\s*\0(?:\s*,)?(?:\s*§{1,2}\s*\d+(?:\s*,)?)?|\s+§{1,2}\s*\d+(?:\s*,)?")


def told_proposal(text: str, own: str | None) -> Lead | None:
    """The opening of a sentence that tells what another body proposed earlier to the body `own`, its day left out:
    "Kommunstyrelsen har den 4 mars 1983 § 41 föreslagit kommunfullmäktige att …"."""
    if not _HAS_PROPOSED.search(text):
        return None
    bare = text
    for date in reversed(dates_in(text)):
        bare = f"{bare[: date.start]}\0{bare[date.end :]}"
    bare = _WHEN.sub("", bare)
    lead = lead_of(bare, own)
    if lead is None or lead.act is not Act.PROPOSED or not lead.past:
        return None
    through = is_council(lead.body) and any(same_body(one.name, own) for one in mentions(text))
    if not (same_body(lead.body, own) or through):
        return None
    other = lead.proposer is not None and not same_body(lead.proposer, own)
    return lead if other and verbs_in(bare[lead.end :]) else None


def speaks_up(lead: Lead, own: str | None, *, minutes: bool) -> bool:
    """Whether an opening in a paper of the body `own` says what is decided, or what a named body is to decide.

    Minutes speak for their own body alone; in a letter "Kommunfullmäktige beslutar att" is a proposal.
    """
    if lead.act is Act.PROPOSED:
        return lead.body is not None and (not minutes or same_body(lead.proposer, own))
    if minutes:
        return lead.body is None or same_body(lead.body, own)
    return lead.act is Act.DECIDES and is_council(lead.body)


FOUND = re.compile(
    r"\b(?:finner|fann|konstaterar|konstaterade)\s+(?:därmed\s+)?ordförande\w*\s+(?:därmed\s+|sedan\s+)?att\s+"
    r"|\bordförande\w*\s+(?:[^.]{0,80}?\s)?(?:finner|fann|konstaterar|konstaterade)\s+(?:därmed\s+|sedan\s+)?att\s+",
    re.IGNORECASE,
)
"""Before what the chair finds that the meeting decides: "Med 20 ja mot 26 nej finner ordföranden att"."""
VOTE_ASKED = re.compile(r"\b(?:votering|omröstning|rösträkning)\b", re.IGNORECASE)
"""What follows that is then put to a vote."""
_PUT_OFF = re.compile(
    r"(?:ärendet|motionen|medborgarförslaget)\s+(?:bord(?:lades|lägge?s)|återremittera(?:de)?s)\b[^.]*\.?$",
    re.IGNORECASE,
)


def is_own_act(text: str, own: str | None) -> bool:
    """Whether a sentence says what the body `own` does: "Fullmäktige biföll motionen", "Ärendet bordlades"."""
    if _PUT_OFF.match(text):
        return True
    found = mentions(text)
    if not found or found[0].start:
        return False
    rest = text[found[0].end :]
    return bool(ACTS.match(rest) or ACTED.match(rest)) and same_body(body_name(found[0], own), own)


def row_that_decides(text: str, own: str | None) -> tuple[Section, str] | None:
    """The section and words of a form's row whose first cell is a decision's heading: "Beslut | Motionen avslås"."""
    head, mark, rest = text.partition(" | ")
    section = section_of(head, own) if mark and settles_or_sends(rest) else None
    return (section, rest.strip()) if section and section.scene in (Scene.DECISION, Scene.PROPOSAL) else None
