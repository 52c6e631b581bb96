"""How good a peer's replies are, question by question: what counts as found, cited, decided and wrongly answered."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from bench.peers.casebook import Question, Wanted
from bench.peers.likeness import ALIKE, alike, same, squash
from bench.peers.protocol import Decided, Found, Reply

TOP = 10
EARLY = 5
LEAST_DEMAND = 0.85
"""How alike the demand that an answer names must be to the true one."""


@dataclass(frozen=True, slots=True)
class Length:
    """How long a hit may be and still cite: `times` the letters of what it should cite, at least `letters`."""

    times: float = 4.0
    letters: float = 600.0


CITING = Length()
"""A hit many times longer than what it should cite (a whole page) cites nothing."""
ANY_LENGTH = Length(math.inf, math.inf)


@dataclass(frozen=True, slots=True)
class Quality:
    """Means over questions, 0..1; None where nothing was asked or the peer does not say. Higher is better, but for
    `wrong_answers` and the two that follow it."""

    questions: int
    ndcg: float
    recall: float
    ndcg_any_length: float
    recall_any_length: float
    paragraph_right: float
    """Answerable questions whose first relevant hit among ten is the paragraph itself, no more and no less."""
    page_right: float | None
    """Relevant hits among ten (of any length) that name a page, and only pages, where the paragraph stands."""
    decision_found: float | None
    """Decision questions with the deciding item in the first hit, or in the decision put first."""
    decision_right: float | None
    """Decision questions where the fields of the first decision are right: disposition, status and demand."""
    wrong_answers: float | None
    """Unanswerable questions that were answered."""
    wrongly_refused: float
    wrong_answers_by_score: float | None
    """The same with the best cut-off on the first hit's score, set by the truth, that refuses no more of the
    answerable ones than 5 in 100: what a caller could reach who added a threshold."""


ALLOWED_REFUSALS = 0.05


@dataclass(frozen=True, slots=True)
class Graded:
    """The gain of each hit, and the wanted text that it brought, if any."""

    gains: tuple[int, ...]
    brought: tuple[Wanted | None, ...]


def grade(hits: Sequence[Found], wanted: Sequence[Wanted], length: Length) -> Graded:
    """Each wanted text counts once, for the first hit that holds it; a hit's gain is the best that it brings."""
    left = {(one.file, one.text): one for one in wanted}
    gains, brought = [], []
    for hit in hits[:TOP]:
        matching = [key for key, one in left.items() if holds(hit, one, length)]
        ones = [left.pop(key) for key in matching]
        best = max(ones, key=lambda one: one.grade, default=None)
        gains.append(best.grade if best else 0)
        brought.append(best)
    return Graded(tuple(gains), tuple(brought))


def holds(hit: Found, wanted: Wanted, length: Length) -> bool:
    """Whether a hit cites what is wanted."""
    short_enough = len(squash(hit.text)) <= max(length.times * len(squash(wanted.text)), length.letters)
    return wanted.file in (None, hit.file) and short_enough and alike(wanted.text, hit.text) >= ALIKE


def ndcg(gains: Sequence[int], grades: Iterable[int]) -> float:
    """Normalised discounted cumulative gain (Järvelin and Kekäläinen 2002) over ten hits, linear gains."""
    ideal = sorted(grades, reverse=True)[:TOP]
    best = _dcg(ideal)
    return _dcg(gains[:TOP]) / best if best else 0.0


def recall(gains: Sequence[int], wanted: int) -> float:
    """The share of what is wanted, at most five, that the first five hits bring."""
    return sum(gain > 0 for gain in gains[:EARLY]) / min(EARLY, wanted) if wanted else 0.0


def _dcg(gains: Sequence[int]) -> float:
    return sum(gain / math.log2(rank + 1) for rank, gain in enumerate(gains, 1))


def judge(questions: Sequence[Question], replies: Mapping[str, Reply]) -> Quality:
    """Judge all replies; every question must have one."""
    asked = [(question, replies[question.id]) for question in questions]
    answerable = [pair for pair in asked if pair[0].answerable]
    unanswerable = [reply for question, reply in asked if not question.answerable]
    cited = [(question, grade(reply.hits, _unique(question), CITING)) for question, reply in answerable]
    held = [(question, grade(reply.hits, _unique(question), ANY_LENGTH)) for question, reply in answerable]
    decisions = [(question.decided, reply) for question, reply in answerable if question.decided]
    return Quality(
        questions=len(asked),
        ndcg=fmean(ndcg(found.gains, _grades(question)) for question, found in cited),
        recall=fmean(recall(found.gains, len(_unique(question))) for question, found in cited),
        ndcg_any_length=fmean(ndcg(found.gains, _grades(question)) for question, found in held),
        recall_any_length=fmean(recall(found.gains, len(_unique(question))) for question, found in held),
        paragraph_right=fmean(
            paragraph_right(reply.hits, found) for (_, reply), (_, found) in zip(answerable, cited, strict=True)
        ),
        page_right=_mean_or_none(
            right for (_, reply), (_, found) in zip(answerable, held, strict=True) for right in pages(reply.hits, found)
        ),
        decision_found=_mean_or_none(decision_found(reply, decided) for decided, reply in decisions),
        decision_right=_mean_or_none(
            decision_right(reply.decision, decided[0]) for decided, reply in decisions if _says_decisions(replies)
        ),
        wrong_answers=_mean_or_none(reply.answerable for reply in unanswerable),
        wrongly_refused=fmean(not reply.answerable for _, reply in answerable),
        wrong_answers_by_score=wrong_by_score(
            [_first_score(reply) for _, reply in answerable], [_first_score(reply) for reply in unanswerable]
        ),
    )


def paragraph_right(hits: Sequence[Found], found: Graded) -> bool:
    """Whether the first relevant hit is the paragraph itself (or holds the phrase, where only a phrase is known)."""
    for hit, wanted in zip(hits, found.brought, strict=False):
        if wanted is not None:
            return same(hit.text, wanted.text) if wanted.whole else True
    return False


def pages(hits: Sequence[Found], found: Graded) -> tuple[bool, ...]:
    """For each relevant hit whose peer names pages and whose true pages are known, whether they are right."""
    return tuple(
        set(hit.pages) <= set(wanted.pages)
        for hit, wanted in zip(hits, found.brought, strict=False)
        if wanted is not None and wanted.pages and hit.pages
    )


def decision_found(reply: Reply, decided: Sequence[Decided]) -> bool:
    """Whether a deciding item stands in the first hit, of any length, or in the decision that is put first."""
    shown = [(hit.file, hit.text) for hit in reply.hits[:1]]
    if reply.decision is not None:
        shown.append((reply.decision.file, reply.decision.text))
    return any(file == item.file and alike(item.text, text) >= ALIKE for file, text in shown for item in decided)


def decision_right(said: Decided | None, true: Decided) -> bool:
    """Whether the first decision names the demand, the disposition and whether it is proposed or adopted."""
    return (
        said is not None
        and said.disposition == true.disposition
        and said.status == true.status
        and alike(said.demand_text, true.demand_text) >= LEAST_DEMAND
    )


def wrong_by_score(answerable: Sequence[float], unanswerable: Sequence[float]) -> float | None:
    """The least share of unanswerable questions above a cut-off that loses at most 5 in 100 of the answerable ones."""
    if not answerable or not unanswerable:
        return None
    may_lose = math.floor(ALLOWED_REFUSALS * len(answerable))
    cutoff = sorted(answerable)[may_lose]
    return fmean(score >= cutoff for score in unanswerable)


def _says_decisions(replies: Mapping[str, Reply]) -> bool:
    return any(reply.decision is not None for reply in replies.values())


def _unique(question: Question) -> tuple[Wanted, ...]:
    """One for each file and text, the last grade given."""
    return tuple({(one.file, one.text): one for one in question.wanted}.values())


def _grades(question: Question) -> tuple[int, ...]:
    return tuple(one.grade for one in _unique(question))


def _first_score(reply: Reply) -> float:
    return reply.hits[0].score if reply.hits else -math.inf


def _mean_or_none(values: Iterable[bool]) -> float | None:
    listed = list(values)
    return fmean(listed) if listed else None
