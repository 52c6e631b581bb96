"""How an ingress opens a decision: who decides or is to decide ("Kommunstyrelsen föreslår kommunfullmäktige besluta").

The opening is read word by word: bodies, verbs of deciding and proposing, and small words, in any order and depth
("Arbetsutskottet föreslår kommunstyrelsen föreslå kommunfullmäktige besluta att"). What is left after it is the item.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache

from ingest.papers.bodies import Mention, is_council, mentions, same_body
from ingest.papers.phrases import phrase_pattern
from ingest.papers.sentences import sentences_of
from ingest.papers.tables import table


def _either(group: str, key: str) -> str:
    items = sorted(table("openings")[group][key], key=len, reverse=True)
    return "|".join(phrase_pattern(item) for item in items)


def _words(group: str, key: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{_either(group, key)})(?![\w-])", re.IGNORECASE)


OFFICE = (
    r"(?:(?:[a-zåäöé]{2,}(?:iska|rala|ella|männa)\s+)?(?:[a-zåäöé]+-,?\s+(?:[a-zåäöé]+-\s+)?(?:och|&|samt)\s+)?[a-zåäöé-]*(?:förvaltning|kontor|avdelning|enhet|stab)"
    rf"(?:en|et|arna)?s?|{_either('offices', 'words')})"
)
"""A pattern (to be used with IGNORECASE) for those who propose but never decide."""


AN_OFFICE = "förvaltningen"
"""The proposer where an office proposes, whichever: no body is called so."""


class Act(Enum):
    """What an opening says: a body decides, a body is proposed to decide, or a body states its view to another."""

    DECIDES = "decides"
    PROPOSED = "proposed"
    STATES = "states"


@dataclass(frozen=True, slots=True)
class Lead:
    """An opening: `body` is the body whose decision it is or would be (None: not said), `proposer` who proposes first.

    `end` is where the item's own words begin; `past` that it tells of something earlier.
    """

    act: Act
    body: str | None
    proposer: str | None
    end: int
    past: bool = False


_DECIDE = _words("verbs", "decide")
_PROPOSE = _words("verbs", "propose")
_PROPOSED = _words("verbs", "proposed")
_WE = re.compile(r"\s*vi\s+$", re.IGNORECASE)
_PROPOSES = re.compile(r"förslår|före?sl|hemställ", re.IGNORECASE)
"""What "vi" does where it proposes: auditors recommend, and are no officers."""
_PAST = _words("verbs", "past")
_NAMELESS = _words("verbs", "nameless")
_STATE = re.compile(
    rf"(?:{_either('verbs', 'state')})\b(?!\s[^.,;]{{0,60}}?\bbesvara[dt]\b)(?=[^.]*\batt(?![\w-]))", re.IGNORECASE
)
"""But "anser motionen besvarad, dock att" is no view: it answers."""
VIEW = re.compile(rf"(?:{_either('verbs', 'views')})\s*:?\s*$", re.IGNORECASE)
"""What ends a line above att-satser of what somebody thinks: "Tekniska kontoret anser" / "att motionen avslås"."""
ACTS = re.compile(rf"\s*(?:{_either('verbs', 'acting')})\b", re.IGNORECASE)
"""After a body's name: the body is the subject of an item ("Kommunfullmäktige avslår motionen")."""
ACTED = re.compile(rf"\s*(?:{_either('verbs', 'acted')})\b", re.IGNORECASE)
"""The same in the past tense."""
_MAY = re.compile(r"\s+måtte\b", re.IGNORECASE)
"""After a body's name that is asked to do something: "hemställer att kommunfullmäktige måtte avslå motionen"."""
_TO_PROPOSE = re.compile(r"att\s+(?=(?:för\s+egen\s+del\s+)?(?:föreslå|rekommendera|hemställa)\b)", re.IGNORECASE)
_ATT = re.compile(r"att(?![\w-])", re.IGNORECASE)
_OFFICE = re.compile(OFFICE + r"(?!\w)", re.IGNORECASE)
_FRONTED = _words("small", "fronted")
LONGEST_FRONTED = 320
"""Characters before the verb in "Med bifall till … beslutar kommunfullmäktige"."""
LONGEST_BASIS = 200
"""Characters from "med bifall till" and the like to the "att" of the decision."""
_SECONDS = (
    r"(?:tillstyrker|instämmer\s+(?:i|med)|ansluter\s+sig\s+till|ställer\s+sig\s+bakom|delar)\s+[^.:;]{1,120}?\s+och\s+"
    r"(?=(?:föreslår|hemställer|rekommenderar)\b)"
)
"""What a body says before it proposes: "Kommunstyrelsen tillstyrker kontorets förslag och föreslår att"."""
_GOES_ON = r"(?<!\bför)(?=\s+att(?![\w-])|\s*:|\s+besluta\b|\s+föreslå\b|\s+följande\b|\s*$)"
_PROVIDED = (
    r"(?:,\s*)?(?:under\s+förutsättning\s+(?:av|att)|förutsatt|villkorat\s+av|med\s+förbehåll\s+(?:för|om))\s+[^,:]{1,160}?"
    r"(?:beslut\w*|godkänn\w*|bifall\w*|motsvarande)"
    r"(?:\s+(?:härom|därom|detta|så|i\s+ärendet|(?:enligt|i\s+enlighet\s+med)\s+\w+))?,?"
    r"(?=\s+(?:att|föreslå|besluta)|\s*[,:]|\s*$)"
)
_FILLERS = (
    _words("small", "words"),
    re.compile(r":|,|–|\.(?=\s*$)|om(?=\s+att)"),
    re.compile(r"till(?=\s+[\wåäö-]*(?:fullmäktige|styrelse|nämnd|utskott|\s))", re.IGNORECASE),
    re.compile(_PROVIDED, re.IGNORECASE),
    re.compile(_SECONDS, re.IGNORECASE),
    re.compile(rf"(?:{_either('small', 'basis')})\s+[^:.;]{{1,{LONGEST_BASIS}}}?{_GOES_ON}", re.IGNORECASE),
)


_BEFORE_VERB = re.compile(
    rf"(?:\s*,?\s*(?:för\s+(?:egen|sin)\s+del|i\s+sin\s+tur|därför|härmed|måtte)|\s+{_SECONDS})?\s*,?\s*", re.IGNORECASE
)
"""What may stand between a body and its verb."""


class _Reader:
    """Reads one opening from `at`; keeps who was named and what was said."""

    def __init__(self, text: str, found: tuple[Mention, ...], own: str | None, at: int) -> None:
        self.text, self.found, self.own, self.at = text, found, own, at
        self.act: Act | None = None
        self.body: str | None = None
        self.proposer: str | None = None
        self.last: str | None = None
        self.office = False
        self.past = False
        self.after_att = False

    def name(self, mention: Mention) -> str:
        return body_name(mention, self.own)

    def mention(self) -> Mention | None:
        return next((m for m in self.found if m.start == self.at), None)

    def _takes(self, mention: Mention) -> bool:
        """Whether the body here belongs to the opening, and is not the item's own subject."""
        if self.text[mention.start : mention.end].lower().endswith(("ens", "ges", "ets")) and mention.name[-1:] != "s":
            return False
        after = self.text[mention.end :]
        verb = _BEFORE_VERB.match(after)
        rest = after[verb.end() :] if verb else after
        decides = any(p.match(rest) for p in (_DECIDE, _PROPOSE, _PROPOSED, _STATE))
        if self.act is Act.PROPOSED and not self.after_att:
            return True
        if self.act is Act.PROPOSED:
            acts = ACTS.match(after) or _MAY.match(after)
            return decides or (is_council(self.name(mention)) and acts is not None)
        if self.act is None:
            return decides
        return decides or (self.body is None and not self.after_att)

    def _take_body(self, mention: Mention) -> None:
        self.last = self.name(mention)
        if self.act is not None:
            self.body = self.last
        self.at, self.office, self.after_att = mention.end, False, False

    def _decide(self, end: int) -> None:
        if self.act is None or self.act is Act.STATES:
            self.act, self.body = Act.DECIDES, self.last
        self.at, self.after_att = end, False

    def _propose(self, end: int) -> None:
        speaker = AN_OFFICE if self.office and self.last is None else self.last
        self.proposer = self.proposer or speaker
        self.act, self.body = Act.PROPOSED, None
        self.at, self.after_att = end, False

    def _proposed(self, end: int) -> None:
        self.act, self.body = Act.PROPOSED, self.last
        self.at, self.after_att = end, False

    def _awaits_proposer(self) -> bool:
        """Whether an office may stand here: before the verb, or right after it ("Därför föreslår kontoret att")."""
        return self.act is None or (self.act is Act.PROPOSED and self.last is None and not self.after_att)

    def step(self) -> bool:
        """Read one more piece; False where the item's own words begin."""
        text = self.text
        while self.at < len(text) and text[self.at].isspace():
            self.at += 1
        mention = self.mention()
        if mention and self._takes(mention):
            self._take_body(mention)
            return True
        if mention is None and self._awaits_proposer() and (match := _OFFICE.match(text, self.at)):
            self.at, self.office = match.end(), True
            self.proposer = AN_OFFICE if self.act else None
            return True
        known = self.last is not None or self.office or self.act is not None
        for pattern, take in ((_DECIDE, self._decide), (_PROPOSE, self._propose), (_PROPOSED, self._proposed)):
            match = pattern.match(text, self.at)
            if match and pattern is _PROPOSE and _WE.match(text[: self.at]) and not _PROPOSES.match(match[0]):
                continue
            if match and (known or self.at > 0 or pattern is not _DECIDE or _NAMELESS.fullmatch(match[0])):
                self.past = self.past or _PAST.search(match[0]) is not None
                take(match.end())
                return True
        if self.act is None and known and (match := VIEW.match(text, self.at)):
            if self.last is None:
                self._propose(match.end())
            else:
                self.act, self.body, self.at = Act.STATES, self.last, match.end()
            return True
        if self.act is None and known and (match := _STATE.match(text, self.at)):
            self.act, self.body, self.at = Act.STATES, self.last, match.end()
            return True
        if self.act is not None and (match := _ATT.match(text, self.at)):
            self.at, self.after_att = match.end(), True
            return True
        if self.act is not None or known:
            return self._filler()
        return False

    def _filler(self) -> bool:
        """Step over a small word or over what the decision is based on."""
        for pattern in _FILLERS:
            match = pattern.match(self.text, self.at)
            if match and match.end() > self.at:
                self.at = match.end()
                return True
        return False


def body_name(mention: Mention, own: str | None) -> str:
    """The body that a mention stands for in a paper of the body `own`."""
    if not mention.generic:
        committee = re.sub(r"(?<=utskott)et$", "", mention.name.lower())
        return own if own and own.lower().endswith(f"s {committee}") else mention.name
    if own and mention.name.lower().rstrip("etn")[:6] in own.lower():
        return own
    return "Kommunstyrelsen" if mention.name == "Styrelsen" else (own or mention.name)


_LEAVE = re.compile(r"\bfår\s+(?:[\wåäö-]+\s+){1,4}?(?=(?:föreslå|hemställa)\s+att\b)", re.IGNORECASE)
"""An office asks leave: "Under åberopande härav får kansliet föreslå att …"."""
_MINE = re.compile(
    rf"(?:(?:mitt|vårt|{OFFICE})\s+förslag|(?:min|vår|{OFFICE})\s+rekommendation)\s+(?:är|blir)\s+(?:(?:därför|således|alltså)\s+)?att\s+",
    re.IGNORECASE,
)
"""How a letter proposes with a noun: "Mitt förslag är att medborgarförslaget avslås"."""
_FOLLOWING = re.compile(r"\b(?:följande|eget)\s+förslag\b", re.IGNORECASE)
"""What an opening says that hands a proposal on."""
_PASSIVE = re.compile(r"\b(?:hemställe?s|föreslås)(?=\s+att\b|\s*:?$)", re.IGNORECASE)


def _fronted_start(text: str, found: tuple[Mention, ...]) -> int | None:
    """Where the verb stands in "Med bifall till … beslutar kommunfullmäktige att"."""
    if not _FRONTED.match(text):
        return None
    if passive := _PASSIVE.search(text[:LONGEST_BASIS]):
        return passive.start()
    if leave := _LEAVE.search(text[:LONGEST_FRONTED]):
        return leave.end()
    offices = (office.start() for office in _OFFICE.finditer(text[:LONGEST_FRONTED]))
    for at in sorted([*(mention.start for mention in found), *offices]):
        before = re.search(r"\b(?:beslutar|föreslå[rs]|beslutade|besl[öo]to?|föreslog)\s+$", text[:at], re.IGNORECASE)
        if before and at < LONGEST_FRONTED:
            return before.start()
    return None


def _received(text: str, own: str) -> str | None:
    """The council, else the last body, that an opening in a board's paper hands its proposal to."""
    named = [(m, body_name(m, own)) for m in mentions(text) if not text[m.start : m.end].lower().endswith("s")]
    others = [name for _, name in named if not same_body(name, own)]
    if is_council(own) or not others:
        return None
    return next((name for name in others if is_council(name)), others[-1])


def _handed_on(text: str, own: str | None) -> Lead | None:
    """An opening of a list that a body hands on, whatever it decides before: "Kommunstyrelsen godkänner utlåtandet med
    följande förslag till kommunfullmäktige:", "… enligt kontorets förslag. Fullmäktige föreslås besluta:".
    """
    if not text.rstrip().endswith(":"):
        return None
    above = _received(text, own) if own and _FOLLOWING.search(text) else None
    if above:
        return Lead(Act.PROPOSED, above, own, len(text))
    *before, last = sentences_of(text)
    lead = lead_of(last, own) if before else None
    whole = lead is not None and lead.act is Act.PROPOSED and lead.body and not last[lead.end :].strip(" :")
    return replace(lead, proposer=lead.proposer or own, end=len(text)) if lead and whole else None


@lru_cache(maxsize=4096)
def lead_of(text: str, own: str | None) -> Lead | None:
    """The opening of a paragraph in a paper of the body `own`, None if it opens with the item itself."""
    if mine := _MINE.match(text):
        return Lead(Act.PROPOSED, None, AN_OFFICE, mine.end())
    if handed := _handed_on(text, own):
        return handed
    found = mentions(text)
    infinitive = _TO_PROPOSE.match(text)
    for start in (infinitive.end() if infinitive else 0, _fronted_start(text, found)):
        if start is None:
            continue
        reader = _Reader(text, found, own, start)
        while reader.step():
            pass
        if reader.act is None:
            continue
        act, body = reader.act, reader.body
        if act is Act.PROPOSED and body is None and reader.proposer not in (None, AN_OFFICE):
            act, body = Act.STATES, reader.proposer
        return Lead(act, body, reader.proposer, reader.at, reader.past)
    return None
