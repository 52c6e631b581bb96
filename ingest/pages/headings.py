"""Which paragraphs are headings and how deep: by tag, outline, style (size, weight, capitals) or section name."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from corpus.paragraph import Kind
from ingest.board import BOARD
from ingest.pages.drafts import Draft
from ingest.pages.heading_levels import plain, with_levels
from ingest.pages.letter_head import is_label
from ingest.pages.lines import SENTENCE_END
from ingest.pages.markers import is_paragraf
from ingest.pages.measures import Measures

SECTION = re.compile(
    r"^(?:ärende(?:t|beskrivning)?|bakgrund|beslutsunderlag|beslutsgång(?:en)?|sammanfattning(?: av ärendet)?"
    r"|ärendet i korthet|yrkanden?|proposition(?:er|sordning)|reservation(?:er)?|ekonomiska konsekvenser"
    r"|kommunala mål|jämställdhet|samråd|bedömning|förvaltningens (?:bedömning|synpunkter)|överväganden"
    r"|konsekvenser(?: .*)?|barnkonsekvens.*|barnperspektiv|beredning|deltar ej i beslutet"
    r"|protokollsanteckning(?:ar)?|särskilt yttrande|voter\w+|omröstning\w*|skäl(?:en)? för beslut\w*"
    r"|ärendets (?:handläggning|beredning)|beslut(?:et)?|(?:förslag till )?beslut(?:et skickas till|sförslag)?"
    r"|\S+(?: \S+)?s beslut|förslag (?:på sammanträdet|till .{3,60} beslut)"
    r"|beslutet (?:skickas|expedieras|sänds|delges) till"
    r"|expediering|information eller förhandling enligt .*|bilagor|underskrift\w*)\s*:?$",
    re.IGNORECASE,
)
PARAGRAF = re.compile(r"^§+\s?\d{1,4}(?:\s+(?:Dnr\s*:?\s*)?(?=[^a-zåäö]*\d)[^a-zåäö]{4,24})?$")
"""A § of minutes on a line of its own, with or without its diarienummer."""
_WITH_NUMBER = r",?\s+\(?(?i:dnr|diarienr|diarienummer)\s*[.:]?\s*(?=[^a-zåäö]*\d)[^a-zåäö]{4,24}$"
BOARDS_PARAGRAF = re.compile(rf"^{BOARD}\s§\s?\d{{1,4}}(?:\s?[/:]\s?(?:20)?\d{{2}})?(?:$|{_WITH_NUMBER})")
"""The same with its board's letters, as old-fashioned minutes have it in the margin: "Kf § 61"."""
NUMBERED_PARAGRAF = re.compile(rf"^§\s?\d{{1,4}}{_WITH_NUMBER}")
"""A § with its diarienummer, named so: no law's ("§ 61, dnr 2021-12")."""
LONGEST_MARGIN_TITLE = 150
"""Letters of a title beside a § of the margin."""
_YEARS = re.compile(r"(?<=[a-zåäö]{4}\s)(?:19|20)\d\d\s?[–-]\s?(?:19|20)\d\d$")
"""The years that a plan is for, at the end of its title."""
LARGER = 1.12
"""Size in em from which a line is larger than the body."""
MOST_LETTERS, MOST_LINES = 200, 4
GENRE = re.compile(
    r"^(?:tjänsteskrivelse|tjänsteutlåtande|utlåtande|skrivelse|yttrande|remissvar|protokollsutdrag"
    r"|(?:sammanträdes)?protokoll|motion|interpellation|medborgarförslag)$",
    re.IGNORECASE,
)
"""A paper's kind on a line of its own, above its title."""
LOGOTYPE = re.compile(
    r"(?:[A-ZÅÄÖ][\wåäöÅÄÖ-]+(?:\s[\wåäöÅÄÖ-]+)?\s(?i:kommun|stad|region)"
    r"|(?:[A-ZÅÄÖ][\wåäöÅÄÖ-]*(?i:partiet|demokraterna|listan)|(?i:moderaterna|liberalerna|feministiskt initiativ))"
    r"(?:\sde\sgröna)?(?:\s(?:i\s)?[A-ZÅÄÖ][\wåäöÅÄÖ-]+)?)"
)
"""The municipality's or party's name alone above a paper's title: who sends it."""


@dataclass(frozen=True, slots=True)
class Headings:
    """Finds headings with a document's measures, outline and (if trusted) tags; `bodies` are the body sizes of pages
    (by index) that have one of their own."""

    measures: Measures
    outline: Sequence[tuple[int, str]]
    trust_tags: bool
    bodies: Mapping[int, float] = field(default_factory=dict)

    def mark(self, drafts: Sequence[Draft]) -> list[Draft]:
        """The drafts with headings marked and given levels: 0 = the document's title, 1 = top."""
        titles = {plain(title): level for level, title in self.outline}
        marked = []
        begun = False
        in_minutes = sum(bool(PARAGRAF.match(draft.plain_text)) for draft in drafts) > 1
        for draft in drafts:
            why = self._why(draft, titles, in_minutes=in_minutes)
            text = draft.plain_text
            if why and not begun and (GENRE.match(text) or LOGOTYPE.fullmatch(text)):
                why = ""
            begun = begun or bool(why)
            marked.append(replace(draft, kind=Kind.HEADING, why=why) if why else draft)
        return with_levels(marked, titles, trust_tags=self.trust_tags)

    def _why(self, draft: Draft, titles: dict[str, int], *, in_minutes: bool) -> str:
        """What makes the draft a heading: tag, outline, paragraf, style, caps or section; "" if nothing does."""
        if draft.kind not in (Kind.PARAGRAPH, Kind.LIST_ITEM):
            return ""
        first = draft.first
        text = draft.plain_text
        large = first.size >= LARGER * self.bodies.get(first.page, self.measures.body)
        if draft.kind is Kind.LIST_ITEM and not (draft.is_bold or large):
            return ""
        if len(text) > MOST_LETTERS or len(draft.lines) > MOST_LINES or _is_label(text) or _is_labelled(draft):
            return ""
        role = first.tag.role if self.trust_tags else ""
        if role == "Title" or role[:1] == "H":
            return "tag"
        if plain(text) in titles:
            return "outline"
        if (in_minutes and PARAGRAF.match(text)) or NUMBERED_PARAGRAF.match(text) or _of_margin(draft):
            return "paragraf"
        if (large or draft.is_bold) and text[-1] not in ".;,":
            return "style"
        if first.caps and len(text) < 80 and not SENTENCE_END.search(text):
            return "caps"
        named = SECTION.match(text) and len(draft.lines) <= 2 and text[:1].isupper() and text[-1] not in ".;,"
        return "section" if named and len(text) < 80 else ""


def _of_margin(draft: Draft) -> bool:
    """Whether it is a board's § in the margin, alone or with the title beside it."""
    text = draft.plain_text
    if BOARDS_PARAGRAF.match(text):
        return True
    margin = is_paragraf(draft.marker) and not draft.marker.startswith("§")
    return margin and len(text) < LONGEST_MARGIN_TITLE and not SENTENCE_END.search(text)


def _is_labelled(draft: Draft) -> bool:
    """Whether it is a value under its label in a letter's head ("MOTTAGARE" / "HAMNNÄMNDEN")."""
    return len(draft.lines) > 1 and is_label(draft.first.words)


def _is_label(text: str) -> bool:
    """Whether the text is a date, a diarienummer or the like; "§ 95 2026.016 KS", "Kf § 61" and "Plan 2025–2034" are
    headings."""
    text = _YEARS.sub(" ", text)
    letters, digits = sum(map(str.isalpha, text)), sum(map(str.isdigit, text))
    return letters <= digits and not (text.startswith("§") or BOARDS_PARAGRAF.match(text))
