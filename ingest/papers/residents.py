"""Finds who puts a resident's proposal: who signs it or fills its form in, and who asks for it in another paper's
sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.paragraph import Kind, Paragraph
from corpus.petition import PROPOSER
from ingest.papers.people import NAME
from ingest.papers.sentences import sentences_of

SIGNED_WITHIN = 3
"""Paragraphs at the end within which a resident signs with the name alone."""

_SIGNER = re.compile(rf"(?P<name>{NAME})(?:,\s+[\wåäö -]{{2,40}})?")
_ASKS = re.compile(
    rf"(?P<name>{NAME})(?:,\s+\d{{1,2}}\s+år,?)?\s+(?:har\s+)?"
    r"(?:föresl[aå]\w*|önska\w*|vill|begär\w*|lämna\w*|inkom\w*)\b"
)


def signed_by(paragraphs: Sequence[Paragraph]) -> tuple[str, ...]:
    """The names below a resident's proposal, each alone on its line or with a place ("Ulla Ek, Norrby"), and those that
    its form asks for ("Namn | Ulla Ek")."""
    last = (p.text.strip() for p in paragraphs[-SIGNED_WITHIN:] if p.kind is Kind.SIGNATURE)
    filled_in = (line["name"].strip() for p in paragraphs if (line := PROPOSER.match(p.text)))
    found = (_SIGNER.fullmatch(text) for text in (*filled_in, *last))
    return tuple(dict.fromkeys(" ".join(match["name"].split()) for match in found if match))


def puts_proposal(text: str) -> tuple[str, str] | None:
    """What the first sentence asks that begins with a name and asks something, and that name; None where none does."""
    for sentence in sentences_of(text):
        if match := _ASKS.match(sentence):
            return sentence[match.end() :].strip(), " ".join(match["name"].split())
    return None
