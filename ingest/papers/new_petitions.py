"""What becomes of motions in a § that only hands them in: none is answered there, and one may be drawn back.

"Inkomna motioner" lists many, each with what it asks, after or before the one decision that sends them on.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from corpus.document import DocumentType, Part
from corpus.paragraph import Kind, Paragraph
from ingest.papers.numerals import label_number
from ingest.papers.sentences import sentences_of
from ingest.papers.walk_state import Item

_PETITIONS = r"(?:motioner(?:na)?|medborgarförslag(?:en)?|e-förslag(?:en)?|interpellationer|(?:enkla\s+)?frågor)"
_TITLE = re.compile(
    r"(?:(?:anmälan|mottagande|inlämning|inlämnande|väckande|remittering|remiss)\s+av\s+)?"
    r"(?:(?:till\s+dagens\s+(?:möte|sammanträde)\s+)?(?:nya|(?:ny)?(?:inkomna|inlämnade|väckta)|anmälda|ställda)\s+)?"
    rf"(?=.*\b(?:motioner|medborgarförslag|e-förslag)){_PETITIONS}(?:\s*(?:,|/|och|samt)\s*(?:nya\s+)?{_PETITIONS})*"
    r"(?:\s*[–:-]\s*(?:anmälan|inlämning|remittering|mottagande)\b.*|\s+för\s+(?:beredning|remittering|remiss)"
    r"|\s+(?:till|vid|från)\s+(?!.*\b(?:om|angående|gällande|rörande|avseende|beträffande)\b).*)?",
    re.IGNORECASE,
)
_THEM = r"\b(?:motion(?:en|er|erna)?|medborgarförslag(?:et|en)?|e-förslag(?:et|en)?)\b"
_ON = (
    r"\b(?:överlämna\w*|lämna\w*|remittera\w*|hänskjut\w*|skicka\w*|översänd\w*|väck(?:a|as|s|t|ts|ta)|ställ(?:a|as|s)(?!\s+ut)|"
    r"anmäl\w*|ta[rs]?\s+emot|motta\w*)\b"
)
_SENT_ON = re.compile(rf"{_THEM}[^.]{{0,80}}?{_ON}|{_ON}[^.]{{0,60}}?{_THEM}", re.IGNORECASE)
_PUT = r"(?:motion(?:en|er|erna)?|medborgarförslag(?:et)?|e-förslag(?:et)?|interpellation(?:en)?)"
_DRAWN_BACK = re.compile(
    rf"\b(?:drar|(?:har|hade)\s+dragit|drog|tar|(?:har|hade)\s+tagit|tog)\b[^.]{{0,40}}\btillbaka\b[^.]{{0,20}}\b(?:sin|sina|sitt|{_PUT})\b"
    rf"|\b(?:drar|har\s+dragit|drog|tar|har\s+tagit|tog)\s+(?:sin|sitt|sina)\s+(?:\w+\s+)?{_PUT}\b[^.]{{0,80}}\btillbaka\b"
    rf"|\b(?:återtar|återtog|återkallar|återkallade|har\s+(?:återtagit|återkallat))\s+(?:sin|sitt|sina)\s+(?:\w+\s+)?{_PUT}\b"
    rf"|\b{_PUT}\b[^.]{{0,60}}\b(?:dras|drogs|(?:har|är)\s+(?:dragits|dragen|draget))\s+tillbaka\b"
    rf"|\b{_PUT}\b[^.]{{0,60}}\b(?:(?:har|är)\s+)?(?:återtagen|återtaget|återtagits|återtas|återkallas|återkallad|återkallats)\b",
    re.IGNORECASE,
)
_BEFORE_TODAY = re.compile(r"\btidigare\b|\bförra\b|\b(?:19|20)\d{2}\b", re.IGNORECASE)
_YIELDS = re.compile(r"\byrkande\w*\b|\breservation\w*\b", re.IGNORECASE)


UNANSWERED = "paragrafen tar emot motioner och skickar dem vidare, den besvarar dem inte"
"""Noted where such a § decides in words that answer a motion elsewhere."""


def hands_in(part: Part, paragraphs: Sequence[Paragraph]) -> bool:
    """Whether a § makes new motions known and sends them on, so that nothing in it answers what they ask."""
    title = re.sub(r"^§\s*\d+\s+", "", (part.title or "").strip())
    titled = part.section is not None and _TITLE.fullmatch(title) is not None
    return titled and any(sends_on(p.text) for p in paragraphs if p.kind is not Kind.HEADING)


def sends_on(text: str) -> bool:
    """Whether a sentence sends motions on, or lets them be put: "Motionerna får ställas"."""
    return _SENT_ON.search(text) is not None


def drawn_back(paragraphs: Sequence[Paragraph], part: Part, known: Collection[int]) -> Iterator[Item]:
    """The sentences of a § of minutes that tell that a motion was drawn back, but in the paragraphs `known` (by n)."""
    if part.kind is not DocumentType.PROTOKOLL or part.section is None:
        return
    for paragraph in paragraphs:
        if paragraph.kind not in (Kind.PARAGRAPH, Kind.LIST_ITEM) or paragraph.n in known:
            continue
        for sentence in sentences_of(paragraph.text):
            if _DRAWN_BACK.search(sentence) and not _BEFORE_TODAY.search(sentence) and not _YIELDS.search(sentence):
                number = label_number(paragraph.label) or 1
                yield Item(paragraph, sentence, sentence, part.body, True, False, number)
