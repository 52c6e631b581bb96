"""Tells a paper that is a mail: what its head says it is about, and whether an officer answers a petition with it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.paragraph import Kind, Paragraph
from corpus.petition import PETITION
from ingest.papers.leads import AN_OFFICE, Act, lead_of
from ingest.papers.paper import Paper
from ingest.papers.sentences import sentences_of
from ingest.papers.spoken import settles

MAIL_HEAD = 8
"""Paragraphs from the top within which a mail says whom it is from and what it is about, or a paper hands itself in."""
_FROM = re.compile(r"(?:^|\s)(?:Från|From|Avsändare|Skickat|Sent)\s*[:|]")
_SUBJECT = re.compile(r"(?:^|\s)(?:Ämne|Subject|Ärende|Rubrik)\s*[:|](?:[\s:]*\|)?\s*(?P<subject>\S.*)")


def subjects(paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    """What a mail with these paragraphs on top is about, as its head says; nothing where they are no mail's."""
    if any(_FROM.search(p.text) for p in paragraphs):
        yield from (match["subject"].strip() for p in paragraphs if (match := _SUBJECT.search(p.text)))


def subject_of(paper: Paper) -> str | None:
    """The subject of a paper that is a mail."""
    return next(subjects(paper.paragraphs[:MAIL_HEAD]), None)


def answers_petition(paper: Paper) -> bool:
    """Whether it is a mail whose writer proposes how a petition is settled: "Mitt förslag är att motionen avslås"."""
    if subject_of(paper) is None:
        return False
    said = (one for p in paper.paragraphs if p.kind is Kind.PARAGRAPH for one in sentences_of(p.text))
    return any(_proposes_answer(sentence) for sentence in said)


def _proposes_answer(sentence: str) -> bool:
    lead = lead_of(sentence, None)
    if lead is None or lead.act is not Act.PROPOSED or lead.proposer != AN_OFFICE or lead.past:
        return False
    rest = sentence[lead.end :]
    return PETITION.search(rest) is not None and settles(rest)
