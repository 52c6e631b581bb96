"""Which paragraphs under a decision's heading are items of it: not what explains one or opens the next."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.paragraph import Kind, Paragraph
from ingest.papers.between_items import follows, is_aside, only_opens, tells
from ingest.papers.dispositions import verbs_in
from ingest.papers.numerals import label_number
from ingest.papers.spoken import settles
from ingest.papers.walk_state import State

LONGEST_POINT = 200
"""Characters of the longest paragraph of a letter that goes on its items in prose."""


def counts(
    paragraphs: Sequence[Paragraph], paragraph: Paragraph, text: str, state: State, *, about_petition: bool
) -> bool:
    """Whether a paragraph where `state` stands is an item; `paragraphs` are those of the whole paper or §."""
    if is_aside(text) or only_opens(paragraph, text):
        return False
    if _sub_item(paragraphs, paragraph, text, state, about_petition=about_petition):
        return False
    if paragraph.kind in (Kind.LIST_ITEM, Kind.TABLE_ROW):
        return True
    if len(text) < 60 and not verbs_in(text) and not text.endswith((".", ":")):
        return text.lower().startswith("att ") or follows(text)
    if state.minutes or state.count == 0 or verbs_in(text) or text.lower().startswith("att "):
        return True
    return _goes_on_in_prose(paragraphs, paragraph, text, state)


def _goes_on_in_prose(paragraphs: Sequence[Paragraph], paragraph: Paragraph, text: str, state: State) -> bool:
    """Whether a letter's items are plain paragraphs and this one stands among them."""
    before = state.previous
    if before is None or before.kind is not Kind.PARAGRAPH or len(text) > LONGEST_POINT or tells(text):
        return False
    between = paragraphs[_index(paragraphs, before) + 1 : _index(paragraphs, paragraph)]
    return text.endswith((".", ":")) and all(one.kind is Kind.LIST_ITEM for one in between)


def _sub_item(
    paragraphs: Sequence[Paragraph], paragraph: Paragraph, text: str, state: State, *, about_petition: bool
) -> bool:
    """Whether a paragraph belongs to the item before it, which ended with a colon: until the next number."""
    before = state.previous
    if before is None or not before.text.rstrip().endswith((":", " att")):
        return False
    if about_petition and settles(text):
        return False
    number, printed = label_number(before.label), label_number(paragraph.label)
    if number is None:
        return paragraph.label is not None or paragraphs[_index(paragraphs, paragraph) - 1].kind is before.kind
    return printed is None or printed != number + 1


def _index(paragraphs: Sequence[Paragraph], paragraph: Paragraph) -> int:
    return paragraph.n - paragraphs[0].n
