"""How an ingress opens a decision: who decides or is to decide ("Kommunstyrelsen föreslår kommunfullmäktige besluta").

The opening is read word by word: bodies, verbs of deciding and proposing, and small words, in any order and depth
("Arbetsutskottet föreslår kommunstyrelsen föreslå kommunfullmäktige besluta att"). What is left after it is the item.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from ingest.papers.bodies import Mention, is_council, mentions

OFFICE = (
    r"(?:(?:[a-zåäöé]+-,?\s+(?:[a-zåäöé]+-\s+)?(?:och|&|samt)\s+)?[a-zåäöé-]*(?:förvaltning|kontor|avdelning|enhet|stab)"
    r"(?:en|et|arna)?s?|(?:kommun|stads|region|förvaltnings|sektor|bildnings|social)(?:direktören|chefen)s?|"
    r"ordföranden?s?|presidiets?|valberedningens?|revisorernas?|kommunalrådets?)"
)
"""A pattern (to be used with IGNORECASE) for those who propose but never decide."""


class Act(Enum):
    """What an opening says: a body decides, a body is proposed to decide, or a body states its view to another."""

    DECIDES = "decides"
    PROPOSED = "proposed"
    STATES = "states"


@dataclass(frozen=True, slots=True)
class Lead:
    """An opening: `body` is the body whose decision it is or would be (None: not said), `proposer` who proposes it.

    `end` is where the item's own words begin; `past` that it tells of something earlier.
    """

    act: Act
    body: str | None
    proposer: str | None
    end: int
    past: bool = False


_DECIDE = re.compile(r"(?:har\s+)?(?:beslutade|beslutat|beslutar|beslutas|besluta|beslut)\b", re.IGNORECASE)
_PROPOSE = re.compile(
    r"(?:har\s+)?(?:föreslår|förslår|föreslog|föreslagit|föreslå|rekommenderar|rekommendera|hemställer|hemställa|förordar)\b(?!s)",
    re.IGNORECASE,
)
_TO_PROPOSE = re.compile(r"att\s+(?=(?:för\s+egen\s+del\s+)?(?:föreslå|rekommendera|hemställa)\b)", re.IGNORECASE)
_PROPOSED = re.compile(r"föreslås\b", re.IGNORECASE)
_STATE = re.compile(r"(?:uttalar|anför|anser|bedömer|framför|meddelar)\b(?=[^.]*\batt\b)", re.IGNORECASE)
_PAST = re.compile(r"beslutade|beslutat|föreslog|föreslagit", re.IGNORECASE)
_ATT = re.compile(r"att(?![\w-])", re.IGNORECASE)
_OFFICE = re.compile(OFFICE + r"(?!\w)", re.IGNORECASE)
_ACTIVE = re.compile(
    r"\s*(?:avslår|bifaller|anser|besvarar|antar|fastställer|godkänner|återremitterar|lägger|noterar|ger|uppdrar)\b",
    re.IGNORECASE,
)
_BASIS = (
    r"(?:med|i|enligt|genom|på)\s+(?:bifall\s+till|enlighet\s+med|anledning\s+av|hänvisning\s+till|förslag\s+av|stöd\s+av|instämmande\s+i|ändring\s+av)?"
    r"[^:.;]{1,200}?"
)
_FILLER = re.compile(
    r"(?:i\s+sin\s+tur|därför|härmed|därmed|således|dels|även|också|därutöver|vidare|härutöver|dessutom|enhälligt|i\s+övrigt|"
    r"för\s+(?:egen|sin|kommunens|sin\s+egen)\s+del|följande|hos|om(?=\s+att)|i\s+första\s+hand|slutligen|samtidigt|:|,|–|\.(?=\s*$)|"
    r"till(?=\s+[\wåäö-]*(?:fullmäktige|styrelse|nämnd|utskott|\s))|till\s+(?:beslut|protokollet)|"
    r"(?:,\s*)?under\s+förutsättning\s+(?:av|att)\s+[^,:]{1,160}?(?:beslut\w*|godkänn\w*|motsvarande)(?:\s+(?:härom|därom|detta|så|i\s+ärendet|enligt\s+\w+))?,?(?=\s+(?:att|föreslå|besluta)|\s*[,:])|"
    rf"{_BASIS}(?=\s+att(?![\w-])|\s*:|\s+besluta\b|\s+föreslå\b|\s*$))",
    re.IGNORECASE,
)
_FRONTED = re.compile(
    r"(?:med|under|i|för|mot|enligt|efter|utifrån|därutöver|vidare|härutöver|samt|dels|som|på|vid|utöver|dessutom)\b",
    re.IGNORECASE,
)


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
        verb = re.match(r"(?:\s*,?\s*(?:för\s+(?:egen|sin)\s+del|i\s+sin\s+tur|därför|härmed))?\s*,?\s*", after)
        rest = after[verb.end() :] if verb else after
        decides = any(p.match(rest) for p in (_DECIDE, _PROPOSE, _PROPOSED, _STATE))
        if self.act is Act.PROPOSED and not self.after_att:
            return True
        if self.act is Act.PROPOSED:
            return decides or (is_council(self.name(mention)) and _ACTIVE.match(after) is not None)
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
        self.proposer = self.last
        self.act, self.body = Act.PROPOSED, None
        self.at, self.after_att = end, False

    def _proposed(self, end: int) -> None:
        self.act, self.body = Act.PROPOSED, self.last
        self.at, self.after_att = end, False

    def step(self) -> bool:
        """Read one more piece; False where the item's own words begin."""
        text = self.text
        while self.at < len(text) and text[self.at].isspace():
            self.at += 1
        mention = self.mention()
        if mention and self._takes(mention):
            self._take_body(mention)
            return True
        if mention is None and self.act is None and (match := _OFFICE.match(text, self.at)):
            self.at, self.office = match.end(), True
            return True
        known = self.last is not None or self.office or self.act is not None
        for pattern, take in ((_DECIDE, self._decide), (_PROPOSE, self._propose), (_PROPOSED, self._proposed)):
            match = pattern.match(text, self.at)
            if match and (
                known or self.at > 0 or pattern is not _DECIDE or match[0].lower() in ("beslutar", "beslutas")
            ):
                self.past = self.past or _PAST.search(match[0]) is not None
                take(match.end())
                return True
        if self.act is None and known and (match := _STATE.match(text, self.at)):
            self.act, self.body, self.at = Act.STATES, self.last, match.end()
            return True
        if self.act is not None and (match := _ATT.match(text, self.at)):
            self.at, self.after_att = match.end(), True
            return True
        if (self.act is not None or known) and (match := _FILLER.match(text, self.at)) and match.end() > self.at:
            self.at = match.end()
            return True
        return False


def body_name(mention: Mention, own: str | None) -> str:
    """The body that a mention stands for in a paper of the body `own`."""
    if not mention.generic:
        return mention.name
    if own and mention.name.lower().rstrip("etn")[:6] in own.lower():
        return own
    return "Kommunstyrelsen" if mention.name == "Styrelsen" else (own or mention.name)


def _fronted_start(text: str, found: tuple[Mention, ...]) -> int | None:
    """Where the verb stands in "Med bifall till … beslutar kommunfullmäktige att"."""
    if not _FRONTED.match(text):
        return None
    for mention in found:
        before = re.search(r"\b(?:beslutar|föreslår|beslutade|föreslog)\s+$", text[: mention.start], re.IGNORECASE)
        if before and mention.start < 320:
            return before.start()
    return None


def lead_of(text: str, own: str | None) -> Lead | None:
    """The opening of a paragraph in a paper of the body `own`, None if it opens with the item itself."""
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
        if act is Act.PROPOSED and body is None and reader.proposer is not None:
            act, body = Act.STATES, reader.proposer
        return Lead(act, body, reader.proposer, reader.at, reader.past)
    return None
