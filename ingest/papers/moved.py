"""What a decision says that follows a member's yrkande ("enligt Eva Eks yrkande"): read where the member moved it.

The proposal before the § is then not what was decided, often it is the opposite.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.decision import Decision
from corpus.document import Document
from corpus.paragraph import Kind, Paragraph
from ingest.papers.answers import DECIDING, Answer, answers_in
from ingest.papers.bodies import mentions
from ingest.papers.targets import numbers_of

_CAPITAL = r"[A-ZÅÄÖ][\wåäöéü'’-]+"
_FOLLOWED = re.compile(
    r"\b(?:enligt|i\s+enlighet\s+med|bifall\w*(?:\s+till)?|biföll|på)\s+"
    rf"(?-i:(?P<who>{_CAPITAL}(?:\s+(?:(?:von|af|de)\s+)?{_CAPITAL})*))(?:\s+\([^)]{{1,12}}\))?"
    r"(?:,?\s+(?:och\s+[^.]{3,60}?|m\.?\s?fl\.?|med\s+flera))?\s+(?:[a-zåäö]+\s+)?\w*yrkande",
    re.IGNORECASE,
)
_MOVES = re.compile(r"\b(?:yrkar|yrkade|föreslår|föreslog)\b|\)\s*:", re.IGNORECASE)
_THEREWITH = re.compile(r"\bi\s+(?:enlighet|överensstämmelse)\s+(?:här|där)med\b", re.IGNORECASE)
_PROPOSED = re.compile(r"\b(?:föresl\w+|hemst[äa]llt?\w*|tillstyrk\w*|avstyrk\w*|förslag)\b", re.IGNORECASE)
_IN_TURN = re.compile(r"\bi\s+(?:första|andra|tredje)\s+hand\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[a-zåäö)])\.\s+(?=[A-ZÅÄÖ])")


def _who(text: str) -> tuple[str, ...]:
    """The names of the member whose yrkande a decision follows, the last with its genitive; () for a body's."""
    match = _FOLLOWED.search(text)
    if match is None or mentions(match["who"]) or not match["who"].endswith("s"):
        return ()
    return tuple(match["who"].split())


def _is(who: Sequence[str], subject: str) -> bool:
    """Whether the names stand before the verb: "Eva Eks" is "Eva Ek", "Eva Ros" herself."""
    *first, last = who
    named = {word.lower() for word in re.findall(r"[\w'’-]+", subject)}
    return all(name.lower() in named for name in first) and bool({last.lower(), last[:-1].lower()} & named)


def _motions(who: Sequence[str], paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    """What the member moved, a sentence at a time."""
    for paragraph in paragraphs:
        for sentence in _SENTENCE.split(paragraph.text):
            verb = _MOVES.search(sentence)
            if verb and _is(who, sentence[: verb.start() + 1]):
                yield sentence[verb.end() :].strip()


def _moved_last(decision: Decision, document: Document) -> tuple[str, ...] | None:
    """What "i enlighet härmed" follows where a member spoke last before it: the one yrkande there, () of several.

    None where a body's proposal stands nearer.
    """
    for paragraph in reversed([p for p in _around(decision, document) if p.n < decision.paragraph]):
        moves = [(s, m) for s in _SENTENCE.split(paragraph.text) if (m := _MOVES.search(s))]
        moves = [(s, m) for s, m in moves if not mentions(s[: m.start()])]
        if moves:
            return tuple(s[m.end() :].strip() for s, m in moves) if len(moves) == 1 else ()
        if _PROPOSED.search(paragraph.text) or paragraph.kind is Kind.LIST_ITEM:
            return None
    return None


def _around(decision: Decision, document: Document) -> tuple[Paragraph, ...]:
    """The other paragraphs of the § that the decision stands in."""
    part = next((p for p in document.parts if p.first <= decision.paragraph <= p.last), None)
    own = document.paragraphs[part.first - 1 : part.last] if part else document.paragraphs
    return tuple(paragraph for paragraph in own if paragraph.n != decision.paragraph)


def moved(decision: Decision, document: Document, demands: Sequence[str]) -> tuple[Decision, ...] | None:
    """The decision with what the member moved; () where that is not found or stands in two grades.

    None where it follows no member's yrkande, or one to adopt what another has proposed.
    """
    who = _who(decision.text)
    if not who and _THEREWITH.search(decision.text):
        said = _moved_last(decision, document)
    elif not who:
        return None
    else:
        said = tuple(_motions(who, _around(decision, document)))
    if said is None:
        return None
    answers = [answer for words in said for answer in answers_in(words, body=decision.body)]
    if answers and all(answer.by_reference for answer in answers):
        return None
    if any(_IN_TURN.search(words) for words in said):
        return ()
    note = f"innehållet läst i {' '.join(who)} yrkande" if who else "innehållet läst i yrkandet före beslutet"
    return tuple(_as_moved(decision, answers, demands, note))


def _as_moved(decision: Decision, answers: Sequence[Answer], demands: Sequence[str], note: str) -> Iterator[Decision]:
    deciding = [answer for answer in answers if answer.disposition in DECIDING]
    taken = frozenset(n for a in deciding if not (a.target.rest or a.target.every) for n in a.target.numbers)
    for answer in deciding:
        numbers, uncertain = numbers_of(answer.target, demands, taken)
        yield replace(
            decision,
            disposition=answer.disposition,
            demands=numbers,
            uncertain=(*decision.uncertain, *answer.uncertain, *uncertain, note),
        )
