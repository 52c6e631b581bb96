"""What sentences of minutes tell that other bodies thought of the petition: "Parknämnden beslutade att avstyrka den".

Such a view is a proposal to the body whose minutes they are, told again: a decision has it only by the proposer's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.document import DocumentType, Part
from corpus.paragraph import Kind, Paragraph
from ingest.papers.bodies import is_council, mentions, same_body
from ingest.papers.dispositions import verbs_in
from ingest.papers.leads import body_name
from ingest.papers.retold import Voice
from ingest.papers.sentences import sentences_of
from ingest.papers.walk_state import Item
from ingest.papers.written_dates import dates_in

_WHEN = re.compile(r"(?:\s*,)?(?:\s+den)?\s*\0(?:\s*,)?|\s+§{1,2}\s*\d+(?:\s*,)?")
_THINKS = re.compile(
    r"\s*(?:(?:har|hade)\s+)?(?:(?:beslut(?:ade|at|ar)|besl[öo]t)\s+(?:att\s+)?(?:för\s+egen\s+del\s+)?)?"
    r"(?:(?:av|till)styrk(?:a|er|te|t)\b|(?:föreslå|föreslår|föreslog|föreslagit|hemställer|hemställde|hemställt)\s+att\b)",
    re.IGNORECASE,
)
"""After a body's name, its day and § left out: what it thought."""


def viewer(text: str, own: str | None) -> str | None:
    """The body, another than `own`, that a sentence begins with and tells the view of; None for all else."""
    found = mentions(text)
    if not found or found[0].start or found[0].generic or same_body(found[0].name, own):
        return None
    rest = text[found[0].end :]
    for date in reversed(dates_in(rest)):
        rest = f"{rest[: date.start]}\0{rest[date.end :]}"
    thinks = _THINKS.match(_WHEN.sub(" ", rest)) is not None
    return body_name(found[0], own) if thinks and verbs_in(text) else None


def told_views(paragraphs: Sequence[Paragraph], part: Part) -> Iterator[Item]:
    """The views of other bodies that a § of a council's minutes tells in running text, as proposals to the council."""
    if part.kind is not DocumentType.PROTOKOLL or not is_council(part.body):
        return
    for paragraph in paragraphs:
        for sentence in sentences_of(paragraph.text) if paragraph.kind is Kind.PARAGRAPH else ():
            if body := viewer(sentence, part.body):
                yield Item(paragraph, sentence, sentence, part.body, False, False, 1, (), Voice.VIEW, body)
