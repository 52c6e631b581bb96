"""Decides whether a paper is a petition by how it was sent in: by mail, with words that hand it in, on a party's paper.

Such papers often never say "motion", or say it in the mail's subject alone; a party's own paper bears no letters beside
the names of those who sign it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from corpus.document import DocumentType, Person
from corpus.paragraph import Kind, Paragraph
from ingest.papers.form import Form
from ingest.papers.mails import MAIL_HEAD, subjects
from ingest.papers.paper import Paper
from ingest.papers.people import LOCAL_PARTY, NAME, SIGNED_WITHIN
from ingest.papers.sentences import sentences_of
from ingest.papers.tables import mapping

TOP = 4
"""Lines of the head within which a party's paper bears the party's name."""
LONGEST_TOP = 90
"""Characters of such a line, its slogan included."""

_KIND = r"(?P<kind>motion|medborgarförslag|interpellation)"
_SENDS_KIND = re.compile(
    r"(?:(?:VB|FW|Fwd)\s*:\s*)*(?:(?:ny|min|vår|mitt|vårt|nytt|en|ett)\s+|inlämn\w+\s+(?:av\s+)?(?:en\s+|ett\s+)?|lämnar\s+in\s+)?"
    rf"{_KIND}(?:\s+(?:till|om|från|av|ang|angående|gällande|rörande)\b.*|\s*[:(–,-].*|\s*$)",
    re.IGNORECASE,
)
"""A subject that sends one ("Motion till fullmäktige", "VB: Ny motion (C)"), not one that asks or answers about it."""
_HANDS_IN = re.compile(
    r"\b(?:lämnar|inlämnar|inger|ger|överlämnar|skickar|sänder|väcker|lägger)\s+(?:[\wåäö()]+\s+){0,5}?"
    rf"(?:följande|nedanstående|min|vår|mitt|vårt|in\s+(?:en|ett)|(?:härmed|fram)\s+(?:en|ett))\s+{_KIND}\b",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(r"\b(?:jag|vi|undertecknad\w*)\b", re.IGNORECASE)
_THE_MOTION = re.compile(r"\bmotionen\b", re.IGNORECASE)
_OTHER_PAPERS = re.compile(
    r"pressmeddelande|insändare|debattartikel|debattinlägg|nyhetsbrev|valmanifest|valprogram|\w*program\b|budget"
    r"|reservation|yttrande|protokoll|anteckning|dagordning|kallelse|\w*yrkande|enkel fråga|till salu",
    re.IGNORECASE,
)
"""What else parties write, by the lines on top."""
_ASKS_A_BODY = re.compile(
    r"\b(?:vi|jag|[\wåäö]+(?:partiet|listan|demokraterna|alternativet)|undertecknad\w*)\b[^.!?]{0,80}?\batt\s+"
    r"(?:[\wåäö-]+\s+kommun|kommunen|staden|regionen|[\wåäö-]*(?:fullmäktige|nämnden|styrelsen))\b",
    re.IGNORECASE,
)
_WANTS = re.compile(r"\b(?:vill|föreslår|yrkar|önskar|kräver|begär|hemställer)\b", re.IGNORECASE)
_ROLE = (
    r"(?:(?:[\wåäö:]+\s+){0,2}(?:gruppledare|\w*ledamot|ersättare|kommunalråd|oppositionsråd|regionråd|\w*ordförande))"
    r"(?:\s+(?:i|för)\s+[\wåäö -]{2,40})?"
)
_SIGNS = re.compile(rf"(?P<name>{NAME})(?:,?\s+(?i:{_ROLE}))?")


@dataclass(frozen=True, slots=True)
class PartyHead:
    """The party whose paper it is: its name, and its letters if the paper or the tables tell them."""

    name: str
    letters: str | None


@cache
def _party_on_top() -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in sorted(mapping("parties", "namn"), key=len, reverse=True))
    return re.compile(
        rf"(?:(?P<before>[A-ZÅÄÖ]{{1,4}})\s+)?(?P<name>(?i:{names})|{LOCAL_PARTY})(?:\s+(?:i\s+)?[A-ZÅÄÖ][\wåäöé-]+)?"
        r"(?:\s*\((?P<after>[A-ZÅÄÖ]{1,4})\))?(?:\s*[–—|•·,:-]\s*.*)?"
    )


def party_head(paper: Paper) -> PartyHead | None:
    """The party whose name stands alone, or with its letters or a slogan, on top of the paper or in its margins."""
    for line in (*(p.text.strip() for p in paper.head[:TOP]), *paper.first_margins):
        match = _party_on_top().fullmatch(line) if len(line) < LONGEST_TOP else None
        if match:
            known = mapping("parties", "namn").get(" ".join(match["name"].lower().split()))
            return PartyHead(match["name"], match["before"] or match["after"] or known)
    return None


def signers(paper: Paper) -> tuple[Person, ...]:
    """Those who sign a party's own paper with their name alone or a member's title: "Bo Ek, gruppledare"."""
    party = party_head(paper)
    if party is None:
        return ()
    last = [p for p in paper.paragraphs[-SIGNED_WITHIN:] if p.kind in (Kind.PARAGRAPH, Kind.SIGNATURE)]
    found = (_SIGNS.fullmatch(p.text.strip()) for p in last)
    return tuple(Person(" ".join(match["name"].split()), party.letters) for match in found if match)


def _by_party(title: str, paper: Paper) -> bool:
    """Whether a party's own paper asks that the municipality or a body of it does something, and members sign it."""
    lines = (title, *paper.first_margins, *(p.text for p in paper.head if len(p.text) < LONGEST_TOP))
    if any(_OTHER_PAPERS.search(line) for line in lines) or not signers(paper):
        return False
    return any(
        _ASKS_A_BODY.search(one) and _WANTS.search(one) for p in paper.paragraphs for one in sentences_of(p.text)
    )


def _handed_in(paragraphs: tuple[Paragraph, ...]) -> str | None:
    """The kind of paper that its first lines hand in: "Härmed lämnar jag in följande motion"."""
    for sentence in (one for p in paragraphs for one in sentences_of(p.text)):
        match = _HANDS_IN.search(sentence)
        if match and _FIRST_PERSON.search(sentence[: match.end()]):
            return match["kind"].lower()
    return None


def sent_as(title: str, form: Form, paper: Paper) -> DocumentType | None:
    """The kind of petition that a paper without an officer is by how it was sent in; None if that tells nothing.

    A mail's subject alone does not: a member may write in it about a motion that lies there already.
    """
    if form.has_officer:
        return None
    top = paper.paragraphs[:MAIL_HEAD]
    if said := _handed_in(top):
        return DocumentType(said)
    sent = (_SENDS_KIND.fullmatch(subject) for subject in subjects(top))
    if (match := next((one for one in sent if one), None)) and not _THE_MOTION.search(paper.text):
        resident = match["kind"].lower() == "medborgarförslag"
        return DocumentType(match["kind"].lower()) if form.signed_by_party or resident else None
    return DocumentType.MOTION if _by_party(title, paper) else None
