"""Which paragraph of an officer's letter reasons about a demand: by the heading above it and the words it shares."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from corpus.document import Document
from corpus.paragraph import Kind, Paragraph
from ingest.papers.phrases import whole
from ingest.papers.pointers import pointers_in
from ingest.papers.sections import Scene, section_of
from ingest.papers.tables import table
from ingest.papers.wording import content, holds

LEAST_SCORE = 1.5
"""With less in common with the demand than two words, or one that stands nearly nowhere else, none is shown."""
RARE = 2
"""A word that no more paragraphs than this hold is the demand's own subject and counts double."""
LIKELY, UNLIKELY = 1.3, 0.6
"""What a heading such as "Bedömning", or such as "Ekonomi", does to the score."""
NAMED = 3.0
"""What naming the demand ("andra att-satsen") in the heading is worth, in words."""
SHORTEST = 60
"""Shorter paragraphs (characters) do not reason."""

_SILENT = frozenset({Scene.PROPOSAL, Scene.DECISION, Scene.MOVED, Scene.RECIPIENTS, Scene.DEMANDS, Scene.PROCEDURE})


@cache
def _headings(key: str) -> re.Pattern[str]:
    return whole(table("sections")["reasons"][key])


def _reasoning(document: Document) -> Iterator[tuple[str, Paragraph]]:
    """The paragraphs that may reason, each with the heading above it; lists and what repeats the demands left out."""
    asked = {demand.paragraph for demand in document.demands}
    scene, heading = Scene.START, ""
    for paragraph in document.paragraphs:
        if paragraph.kind is Kind.HEADING:
            section = section_of(paragraph.text, None)
            scene, heading = (section.scene if section else Scene.BACKGROUND), paragraph.text
            continue
        speaks = paragraph.kind is Kind.PARAGRAPH and scene not in _SILENT and len(paragraph.text) >= SHORTEST
        if speaks and not {paragraph.n, paragraph.n + 1} & asked:
            yield heading, paragraph


def _named(text: str, number: int) -> bool:
    return any(number in pointer.numbers for pointer in pointers_in(text))


def _place(heading: str) -> float:
    bare = heading.strip(" :.")
    if _headings("likely").fullmatch(bare):
        return LIKELY
    return UNLIKELY if _headings("unlikely").fullmatch(bare) else 1.0


def reason_for(number: int, texts: Sequence[str], document: Document) -> int | None:
    """The n of the paragraph of `document` that reasons about demand `number` of `texts`, None if none clearly does.

    A shared word weighs 1 / (the demands that hold it), twice that where few paragraphs hold it, and once more in the
    heading.
    """
    paragraphs = [(heading, paragraph, content(paragraph.text)) for heading, paragraph in _reasoning(document)]
    demands = [content(text) for text in texts]
    scores = [0.0] * len(paragraphs)
    headings = {heading: content(heading) for heading, _, _ in paragraphs}
    for word in demands[number - 1]:
        held = [index for index, (_, _, words) in enumerate(paragraphs) if holds(words, word)]
        weight = (2 if len(held) <= RARE else 1) / sum(holds(words, word) for words in demands)
        for index, (heading, _, _) in enumerate(paragraphs):
            scores[index] += weight * ((index in held) + holds(headings[heading], word))
    best, chosen = LEAST_SCORE, None
    named = {heading: _named(heading, number) for heading in dict.fromkeys(heading for heading, _, _ in paragraphs)}
    for score, (heading, paragraph, _) in zip(scores, paragraphs, strict=True):
        total = score * _place(heading) + NAMED * named[heading]
        if total + 1 > best:  # else not even naming the demand would lift it; looking for that is most of the work
            total += _named(paragraph.text, number)
        if total > best:
            best, chosen = total, paragraph.n
    return chosen
