"""Finds the paragrafer (§) of minutes: where each begins, its title and its diarienummer.

A table of contents names every § before it begins, legal text is full of "§ 5", and lists of documents name the § of
other bodies; none of these begins a §.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.paragraph import Paragraph
from ingest.papers.paragraf_heads import head_of
from ingest.papers.paragraf_order import chosen


@dataclass(frozen=True, slots=True)
class Start:
    """A § that begins: index in the paragraphs, "§ 12", its title and diarienummer, how many
    paragraphs its heading takes (§, title and diarienummer lines), and whether the title stands on the § line.

    `note` says what was read otherwise than printed, where the number on the line is wrong.
    """

    index: int
    section: str
    title: str | None
    dnr: tuple[str, ...]
    heading_length: int
    on_one_line: bool
    note: str | None = None


def starts(paragraphs: Sequence[Paragraph], lines: Sequence[str] = ()) -> tuple[Start, ...]:
    """Where each § begins, in order; `lines` are those set apart from the text, a contents list among them."""
    found = chosen(paragraphs, lines)
    ends = [*(one.candidate.index for one in found), len(paragraphs)][1:]
    made = []
    for one, until in zip(found, ends, strict=True):
        head = head_of(one.candidate, paragraphs, until)
        at = one.candidate.index
        made.append(Start(at, one.section, head.title or None, head.dnr, head.length, head.on_one_line, one.note))
    return tuple(made)
