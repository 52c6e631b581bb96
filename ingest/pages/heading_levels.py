"""How deep a heading is: by size, then tag or bookmark, numbering, weight and capitals; 0 is the document's title."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ingest.pages.drafts import Draft
from ingest.pages.margin_column import LABEL
from ingest.pages.markers import is_paragraf

SAME_SIZE = 0.8
"""Points within which two headings have the same size."""
UNKNOWN = 9
"""Rank of a heading that neither a tag nor a bookmark places, below those of its size that are placed."""
_NUMBERED = re.compile(r"^(\d{1,2}(?:\.\d{1,2})+)\.?\s")
_OF_A_DAY = re.compile(r"(?:\d{1,2}\s+[a-zåäö]+\s+|\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}[-\s])(?:\d{4})?$")

_Rank = tuple[int, int, int, bool, bool]


@dataclass(frozen=True, slots=True)
class _Style:
    size: int
    bold: bool
    caps: bool


def with_levels(drafts: Sequence[Draft], bookmarks: Mapping[str, int], *, trust_tags: bool) -> list[Draft]:
    """The drafts with their headings' levels; `bookmarks` maps a plain title to its level.

    Sizes come first: authors take "Heading 1" for anything, and the reader sees the size. Headings that are known by
    their name alone get the level that most others below the title have.
    """
    placed = [k for k, draft in enumerate(drafts) if draft.why not in ("", "section")]
    ranks = _ranks([drafts[k] for k in placed], bookmarks, trust_tags=trust_tags)
    ranks = _margin_paragrafs_first(drafts, placed, _paragrafs_above_titles(drafts, placed, ranks))
    depths = {rank: depth for depth, rank in enumerate(sorted(set(ranks)), 1)}
    levels = {k: depths[rank] for k, rank in zip(placed, ranks, strict=True)}
    first = min(levels.values(), default=1)
    if levels and levels[placed[0]] == first and list(levels.values()).count(first) == 1:
        levels = {k: level - 1 for k, level in levels.items()}
    below = Counter(level for level in levels.values() if level)
    usual = below.most_common(1)[0][0] if below else 1
    out = []
    for k, draft in enumerate(drafts):
        level = usual if draft.why == "section" else levels.get(k)
        out.append(draft if level is None else replace(draft, level=level))
    return out


def plain(text: str) -> str:
    """Letters and digits in lower case with single spaces, for comparing titles."""
    return re.sub(r"\W+", " ", text.lower()).strip()


def _ranks(headings: Sequence[Draft], bookmarks: Mapping[str, int], *, trust_tags: bool) -> list[_Rank]:
    """What orders the headings by depth: the lower, the higher up."""
    sizes = _size_ranks([_size(draft) for draft in headings])
    styles = [_Style(sizes[_size(draft)], draft.is_bold, draft.first.caps) for draft in headings]
    known = [_known(draft, bookmarks, trust_tags=trust_tags) for draft in headings]
    usual: dict[_Style, int] = {}
    for style in set(styles):
        levels = Counter(level for other, level in zip(styles, known, strict=True) if other == style and level)
        usual[style] = levels.most_common(1)[0][0] if levels else UNKNOWN
    return [
        (style.size, level or usual[style], _depth_of_number(draft), not style.bold, not style.caps)
        for draft, style, level in zip(headings, styles, known, strict=True)
    ]


def _paragrafs_above_titles(drafts: Sequence[Draft], placed: Sequence[int], ranks: Sequence[_Rank]) -> list[_Rank]:
    """A § of minutes stands right above its matter's title, often in smaller type: it ranks just above that title."""
    lifted = list(ranks)
    for at in range(len(placed) - 1):
        adjacent = placed[at + 1] == placed[at] + 1
        above = drafts[placed[at]]
        if adjacent and (is_paragraf(above.marker) or above.why == "paragraf") and ranks[at + 1] < ranks[at]:
            lifted[at] = (ranks[at + 1][0], 0, 0, False, False)
    return lifted


def _margin_paragrafs_first(drafts: Sequence[Draft], placed: Sequence[int], ranks: Sequence[_Rank]) -> list[_Rank]:
    """A board's § in the margin ("Kf § 61") opens its matter, above every heading of its size beside it.

    One that names a meeting ("Au § 80 Allmänna utskottet den 28 september 2021") opens what was said there, within it.
    """
    lifted = list(ranks)
    for at, k in enumerate(placed):
        if is_paragraf(drafts[k].marker) and not drafts[k].marker.startswith("§"):
            meeting = _OF_A_DAY.search(drafts[k].plain_text) is not None
            lifted[at] = (ranks[at][0], 0, int(meeting), False, False)
    return lifted


def _size(draft: Draft) -> float:
    """Its font size in points: where a § and the title below it are one heading, the title's."""
    alone = LABEL.fullmatch(draft.first.text) is not None
    return max(line.size for line in draft.lines) if alone else draft.first.size


def _size_ranks(sizes: Sequence[float]) -> dict[float, int]:
    """Font size → 0 for the largest and those like it, 1 for the next."""
    ranks: dict[float, int] = {}
    rank, top = -1, 0.0
    for size in sorted(set(sizes), reverse=True):
        if rank < 0 or top - size >= SAME_SIZE:
            rank, top = rank + 1, size
        ranks[size] = rank
    return ranks


def _known(draft: Draft, bookmarks: Mapping[str, int], *, trust_tags: bool) -> int:
    """The level a tag or bookmark gives, 0 if none does."""
    return (draft.first.tag.level if trust_tags else 0) or bookmarks.get(plain(draft.plain_text), 0)


def _depth_of_number(draft: Draft) -> int:
    match = _NUMBERED.match(draft.plain_text)
    return match[1].count(".") + 1 if match else 1
