"""A § on a line of its own, perhaps with its diarienummer beside it, right above its title: one heading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpus.paragraph import Kind
from ingest.pages.drafts import Draft
from ingest.pages.headings import SECTION
from ingest.pages.margin_column import LABEL
from ingest.pages.rows import SAME_BASE

CLOSE = 1.8
"""Baseline distance in em of the title within which the § belongs to it."""
SAME_EDGE = 2.5
"""Points between two left edges, or two middles, that are one."""
SAME_SIZE = 0.3
"""Points by which the title may be smaller than its §."""


def with_titles(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with each such § and title made one, and what stands beside the § after them."""
    out: list[Draft] = []
    at = 0
    while at < len(drafts):
        label = drafts[at]
        beside = 1 if at + 1 < len(drafts) and _beside(label, drafts[at + 1]) else 0
        title = drafts[at + 1 + beside] if at + 1 + beside < len(drafts) else None
        if title is None or not _is_label(label) or not _titles(title, label):
            out.append(label)
            at += 1
            continue
        out.append(replace(label, lines=label.lines + title.lines, numbered=True))
        out += drafts[at + 1 : at + 1 + beside]
        at += 2 + beside
    return out


def _is_label(draft: Draft) -> bool:
    """Whether it is a § and nothing else."""
    return draft.kind is Kind.PARAGRAPH and LABEL.fullmatch(draft.plain_text) is not None


def _beside(label: Draft, draft: Draft) -> bool:
    """Whether the draft stands on the row of the §, right of it."""
    one, other = label.last, draft.first
    on_row = other.page == one.page and abs(other.base - one.base) < SAME_BASE * one.size
    return on_row and len(draft.lines) == 1 and other.x0 > one.x1


def _titles(draft: Draft, label: Draft) -> bool:
    """Whether the draft is the title right below the §, if need be on the next page: bold, not smaller, at its left
    edge or centred as it is."""
    above, first = label.last, draft.first
    over = first.page == above.page + 1
    near = over or (first.page == above.page and 0 < first.base - above.base < CLOSE * first.size)
    aligned = abs(first.x0 - above.x0) < SAME_EDGE or abs(first.x0 + first.x1 - above.x0 - above.x1) < 2 * SAME_EDGE
    alike = draft.is_bold and aligned and first.size > above.size - SAME_SIZE
    text = draft.plain_text
    return near and alike and draft.kind is Kind.PARAGRAPH and not draft.marker and not SECTION.match(text)
