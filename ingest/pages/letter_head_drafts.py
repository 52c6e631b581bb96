"""A letter's head → one paragraph a cell: a label and its value are one, however much their letters differ in size."""

from __future__ import annotations

from corpus.paragraph import Kind
from ingest.pages.drafts import Draft
from ingest.pages.letter_head import LetterHead
from ingest.pages.lines import line_of
from ingest.pages.region import Region
from ingest.pages.structure_tree import Tags


def drafts_of_head(head: LetterHead, region: Region, tags: Tags) -> list[Draft]:
    """The head's cells as paragraphs of `region`."""
    drafts = []
    for cell in head.cells:
        made = (line_of(region.page, words, tags) for words in cell)
        lines = tuple(line.with_marker("", line.x0) for line in made)
        drafts.append(Draft(Kind.PARAGRAPH, lines, region.number, region.left, region.right))
    return drafts
