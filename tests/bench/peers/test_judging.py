"""Judgements worked out by hand on a handful of replies."""

from __future__ import annotations

import math

import pytest

from bench.peers.casebook import Question, Wanted
from bench.peers.judging import (
    ANY_LENGTH,
    CITING,
    decision_found,
    decision_right,
    grade,
    judge,
    ndcg,
    pages,
    paragraph_right,
    recall,
    wrong_by_score,
)
from bench.peers.protocol import Decided, Found, Reply

FIRST = "Motionens första förslag avslås med hänvisning till budgeten."
OTHER = "Kommunen inrättar en cykelsamordnare på heltid från årsskiftet."
WANTED = (Wanted("a.pdf", FIRST, 2, (3,)), Wanted("b.pdf", OTHER, 1, (1, 2)))
NOISE = "Ingenting av vikt står här. " * 40


def hit(file: str, text: str, *numbers: int, score: float = 1.0) -> Found:
    return Found(file, text, numbers, score)


def test_a_hit_must_be_of_the_right_file() -> None:
    assert grade((hit("b.pdf", FIRST), hit("a.pdf", FIRST)), WANTED, CITING).gains == (0, 2)


def test_a_phrase_may_stand_in_any_file() -> None:
    assert grade((hit("x.pdf", FIRST),), (Wanted(None, FIRST, 1, whole=False),), CITING).gains == (1,)


def test_a_wanted_text_counts_once() -> None:
    assert grade((hit("a.pdf", FIRST), hit("a.pdf", FIRST)), WANTED, CITING).gains == (2, 0)


def test_a_long_hit_cites_nothing_but_holds_the_text() -> None:
    long = hit("a.pdf", FIRST + " " + NOISE)
    assert grade((long,), WANTED, CITING).gains == (0,)
    assert grade((long,), WANTED, ANY_LENGTH).gains == (2,)


def test_a_hit_that_holds_two_brings_the_better_and_uses_up_both() -> None:
    both = (Wanted("a.pdf", OTHER, 1), Wanted("a.pdf", FIRST, 2))
    found = grade((hit("a.pdf", f"{FIRST} {OTHER}"), hit("a.pdf", OTHER)), both, CITING)
    assert found.gains == (2, 0)


def test_ndcg_by_hand() -> None:
    gained = 1 / math.log2(3) + 2 / math.log2(4)
    assert ndcg((0, 1, 2), (2, 1)) == pytest.approx(gained / (2 + 1 / math.log2(3)))
    assert ndcg((2, 1), (1, 2)) == pytest.approx(1.0)
    assert ndcg((), ()) == 0.0


def test_recall_counts_five_hits_and_at_most_five_wanted() -> None:
    assert recall((0, 1, 0, 2, 0, 1), 4) == 2 / 4
    assert recall((1, 1, 1, 1, 1), 8) == 1.0


def test_the_paragraph_is_right_when_the_first_relevant_hit_is_it_alone() -> None:
    alone = (hit("c.pdf", NOISE), hit("a.pdf", FIRST))
    more = (hit("a.pdf", f"{FIRST} Ett annat stycke följer här med fler ord."), hit("b.pdf", OTHER))
    assert paragraph_right(alone, grade(alone, WANTED, CITING))
    assert not paragraph_right(more, grade(more, WANTED, CITING))
    assert not paragraph_right((), grade((), WANTED, CITING))


def test_pages_are_judged_where_they_are_named() -> None:
    hits = (hit("a.pdf", FIRST, 3, 4), hit("b.pdf", OTHER, 2))
    assert pages(hits, grade(hits, WANTED, CITING)) == (False, True)
    silent = (hit("a.pdf", FIRST),)
    assert pages(silent, grade(silent, WANTED, CITING)) == ()


ITEM = Decided("avslås", "adopted", OTHER, FIRST, "a.pdf")


def test_a_decision_is_found_in_the_first_hit_or_the_first_card() -> None:
    assert decision_found(Reply((hit("a.pdf", f"{FIRST} {NOISE}"),)), (ITEM,))
    assert not decision_found(Reply((hit("b.pdf", OTHER), hit("a.pdf", FIRST))), (ITEM,))
    assert decision_found(Reply((hit("b.pdf", OTHER),), decision=ITEM), (ITEM,))


@pytest.mark.parametrize(
    ("said", "right"),
    [
        (ITEM, True),
        (None, False),
        (Decided("bifalls", "adopted", OTHER, FIRST, "a.pdf"), False),
        (Decided("avslås", "proposed", OTHER, FIRST, "a.pdf"), False),
        (Decided("avslås", "adopted", "Något helt annat föreslås.", FIRST, "a.pdf"), False),
    ],
)
def test_a_decision_is_right_in_all_its_fields(said: Decided | None, right: bool) -> None:
    assert decision_right(said, ITEM) is right


def test_a_cut_off_may_lose_one_answerable_question_in_twenty() -> None:
    answerable = [float(n) for n in range(1, 21)]
    assert wrong_by_score(answerable, [0.5, 1.5, 2.0, 9.0]) == 2 / 4
    assert wrong_by_score(answerable[:19], [0.5, 1.5]) == 1 / 2
    assert wrong_by_score([], [1.0]) is None


QUESTIONS = (
    Question("1", "decision", "vad beslutades?", WANTED, (ITEM,)),
    Question("2", "fact", "hur många?", (Wanted("b.pdf", OTHER, 1, (1,)),)),
    Question("3", "unanswerable", "vem?"),
    Question("4", "unanswerable", "var?"),
)


def test_all_together() -> None:
    replies = {
        "1": Reply((hit("a.pdf", FIRST, 3, score=0.9), hit("b.pdf", OTHER, 1, score=0.8)), True, ITEM),
        "2": Reply((hit("a.pdf", FIRST, 3, score=0.7), hit("b.pdf", OTHER, 2, score=0.6)), False),
        "3": Reply((hit("a.pdf", FIRST, 3, score=0.8),)),
        "4": Reply((), False),
    }
    found = judge(QUESTIONS, replies)
    assert found.questions == 4
    assert found.ndcg == pytest.approx((1 + 1 / math.log2(3)) / 2)
    assert found.recall == 1.0
    assert found.paragraph_right == 1.0
    assert found.page_right == 2 / 3
    assert (found.decision_found, found.decision_right) == (1.0, 1.0)
    assert found.wrong_answers == 1 / 2
    assert found.wrongly_refused == 1 / 2
    assert found.wrong_answers_by_score == 1 / 2


def test_a_peer_without_decisions_is_not_said_to_be_wrong_about_them() -> None:
    replies = {question.id: Reply(()) for question in QUESTIONS}
    found = judge(QUESTIONS, replies)
    assert found.decision_right is None
    assert found.page_right is None
    assert found.wrong_answers == 1.0
