"""Which paragraphs are headings and how deep: by tag, outline, style (size, weight, capitals) or section name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from corpus.paragraph import Kind
from ingest.pages.drafts import Draft
from ingest.pages.lines import SENTENCE_END
from ingest.pages.measures import Measures

SECTION = re.compile(
    r"^(?:ärende(?:t|beskrivning)?|bakgrund|beslutsunderlag|beslutsgång(?:en)?|sammanfattning(?: av ärendet)?"
    r"|ärendet i korthet|yrkanden?|proposition(?:er|sordning)|reservation(?:er)?|ekonomiska konsekvenser"
    r"|kommunala mål|jämställdhet|samråd|bedömning|förvaltningens (?:bedömning|synpunkter)|överväganden"
    r"|konsekvenser(?: .*)?|barnkonsekvens.*|barnperspektiv|beredning|deltar ej i beslutet"
    r"|protokollsanteckning(?:ar)?|särskilt yttrande|voter\w+|omröstning\w*|skäl(?:en)? för beslut\w*"
    r"|ärendets (?:handläggning|beredning)|beslut(?:et)?|(?:förslag till )?beslut(?:et skickas till|sförslag)?"
    r"|\S+(?: \S+)?s beslut|förslag till .{3,60} beslut|beslutet (?:skickas|expedieras|sänds|delges) till"
    r"|expediering|information eller förhandling enligt .*|bilagor|underskrift\w*)\s*:?$",
    re.IGNORECASE,
)
LARGER = 1.12
"""Size in em from which a line is larger than the body."""
MOST_LETTERS, MOST_LINES = 200, 4
_Style = tuple[float, bool, bool]


@dataclass(frozen=True, slots=True)
class Headings:
    """Finds headings with a document's measures, outline and (if trusted) tags."""

    measures: Measures
    outline: Sequence[tuple[int, str]]
    trust_tags: bool

    def mark(self, drafts: Sequence[Draft]) -> list[Draft]:
        """The drafts with headings marked and given levels: 0 = the document's title, 1 = top."""
        titles = {_plain(title): level for level, title in self.outline}
        marked = []
        for draft in drafts:
            why = self._why(draft, titles)
            marked.append(replace(draft, kind=Kind.HEADING, why=why) if why else draft)
        return _with_sections(_with_title(_ranked(self._with_levels(marked, titles))))

    def _why(self, draft: Draft, titles: dict[str, int]) -> str:
        """What makes the draft a heading: "tag", "outline", "style", "caps", "section", or "" if nothing does."""
        if draft.kind not in (Kind.PARAGRAPH, Kind.LIST_ITEM):
            return ""
        first = draft.first
        text = _text(draft)
        large = first.size >= LARGER * self.measures.body
        if draft.kind is Kind.LIST_ITEM and not (draft.is_bold or large):
            return ""
        short = len(text) <= MOST_LETTERS and len(draft.lines) <= MOST_LINES and any(map(str.isalpha, text))
        if not short:
            return ""
        role = first.tag.role if self.trust_tags else ""
        if role == "Title" or role[:1] == "H":
            return "tag"
        if _plain(text) in titles:
            return "outline"
        if (large or draft.is_bold) and text[-1] not in ".;,":
            return "style"
        if first.caps and len(text) < 80 and not SENTENCE_END.search(text):
            return "caps"
        named = SECTION.match(text) and len(draft.lines) <= 2 and text[:1].isupper() and text[-1] not in ".;,"
        return "section" if named and len(text) < 80 else ""

    def _with_levels(self, drafts: list[Draft], titles: dict[str, int]) -> list[Draft]:
        depth = _depths(draft for draft in drafts if draft.why not in ("", "section"))
        out = []
        for draft in drafts:
            if draft.why not in ("", "section"):
                tagged = draft.first.tag.level if self.trust_tags else 0
                level = tagged or titles.get(_plain(_text(draft))) or depth[_style(draft)]
                draft = replace(draft, level=level)
            out.append(draft)
        return out


def _depths(headings: Iterable[Draft]) -> dict[_Style, int]:
    """Styles in order of size, weight and capitals → depth from 1."""
    styles: Counter[_Style] = Counter(_style(draft) for draft in headings)
    depths: dict[_Style, int] = {}
    depth = 0
    before: _Style | None = None
    for style in sorted(styles, key=lambda style: (-style[0], -style[1], -style[2])):
        if before is None or before[0] - style[0] >= 0.8 or before[1:] != style[1:]:
            depth += 1
        depths[style] = depth
        before = style
    return depths


def _ranked(drafts: list[Draft]) -> list[Draft]:
    """Levels without gaps: 1, 3, 4 become 1, 2, 3."""
    ranks = {level: rank for rank, level in enumerate(sorted({d.level for d in drafts if d.level is not None}), 1)}
    return [replace(draft, level=ranks[draft.level]) if draft.level is not None else draft for draft in drafts]


def _with_title(drafts: list[Draft]) -> list[Draft]:
    """If one heading alone has the top level and stands before all others, it is the title: 0, and all rise by one."""
    levels = [draft.level for draft in drafts if draft.level is not None]
    if len(levels) < 2 or levels[0] != 1 or levels.count(1) != 1:
        return drafts
    return [replace(draft, level=draft.level - 1) if draft.level is not None else draft for draft in drafts]


def _with_sections(drafts: list[Draft]) -> list[Draft]:
    """Headings known by their name alone get the level that most headings below the title have."""
    levels = Counter(draft.level for draft in drafts if draft.level)
    usual = levels.most_common(1)[0][0] if levels else 1
    return [replace(draft, level=usual) if draft.why == "section" else draft for draft in drafts]


def _style(draft: Draft) -> _Style:
    return round(draft.first.size * 2) / 2, draft.is_bold, draft.first.caps


def _text(draft: Draft) -> str:
    return " ".join(line.text for line in draft.lines)


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text.lower()).strip()
