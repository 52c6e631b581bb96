"""Which paragraph of an officer's letter reasons about a demand: by the heading it stands under and the words it shares."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpus.document import Document
from corpus.paragraph import Kind, Paragraph
from ingest.papers.pointers import pointers_in
from ingest.papers.sections import Scene, section_of
from ingest.papers.wording import content, holds, scores

LEAST_WORDS = 2
"""A paragraph that shares fewer weighted words with the demand than this does not reason about it."""
SHORTEST = 60
"""Shorter paragraphs (characters) do not reason."""

_SILENT = frozenset({Scene.PROPOSAL, Scene.DECISION, Scene.MOVED, Scene.RECIPIENTS, Scene.DEMANDS, Scene.PROCEDURE})


def _reasoning(document: Document) -> Iterator[tuple[str, Paragraph]]:
    """The paragraphs that may reason, each with the heading above it; lists and what repeats the demands left out."""
    asked = {demand.paragraph for demand in document.demands}
    scene, heading = Scene.START, ""
    for paragraph in document.paragraphs:
        if paragraph.kind is Kind.HEADING:
            section = section_of(paragraph.text, None)
            scene, heading = (section.scene if section else Scene.BACKGROUND), paragraph.text
            continue
        if paragraph.kind is Kind.PARAGRAPH and scene not in _SILENT and len(paragraph.text) >= SHORTEST:
            if paragraph.n not in asked and paragraph.n + 1 not in asked:
                yield heading, paragraph


def _named(text: str, number: int) -> bool:
    return any(number in pointer.numbers for pointer in pointers_in(text))


def reason_for(number: int, texts: Sequence[str], document: Document) -> int | None:
    """The n of the paragraph of `document` that reasons about demand `number` of `texts`, None if none clearly does."""
    found: list[tuple[float, int]] = []
    for heading, paragraph in _reasoning(document):
        held = scores(f"{heading} {paragraph.text}", texts)
        score = held[number - 1] if held[number - 1] == max(held) else 0.0
        score += sum(holds(content(heading), word) for word in content(texts[number - 1]))
        score += 3 * _named(heading, number) + 2 * _named(paragraph.text, number)
        found.append((score, -paragraph.n))
    best = max(found, default=(0.0, 0))
    return -best[1] if best[0] >= LEAST_WORDS else None
