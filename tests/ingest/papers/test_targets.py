from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.papers.clauses import clauses_of
from ingest.papers.dispositions import verbs_in
from ingest.papers.targets import BY_WORDS, LEFT_OVER, RESOLVING, UNCLEAR, UNKNOWN, Target, numbers_of, targets_of

TEXTS = ("hundrastgårdar byggs", "busskort införs", "laddstolpar sätts upp")


@pytest.mark.parametrize(
    ("target", "numbers"),
    [
        (Target(numbers=(1, 3)), (1, 3)),
        (Target(last=1), (3,)),
        (Target(last=2), (2, 3)),
        (Target(last=-2), (2,)),
        (Target(first=2), (1, 2)),
        (Target(every=True), (1, 2, 3)),
        (Target(every=True, but=(2,)), (1, 3)),
        (Target(every=True, but_wording="laddstolparna"), (1, 2)),
        (Target(wording="laddstolpar"), (3,)),
        (Target(wording="busskort och hundrastgårdar"), (1, 2)),
        (Target(wording="simhallen"), ()),
        (Target(), ()),
    ],
)
def test_numbers_once_the_demands_are_known(target: Target, numbers: tuple[int, ...]) -> None:
    assert numbers_of(target, TEXTS)[0] == numbers


def test_what_was_uncertain() -> None:
    assert numbers_of(Target(wording="busskort"), TEXTS)[1] == (BY_WORDS,)
    assert numbers_of(Target(wording="simhallen"), TEXTS)[1] == (UNCLEAR,)
    assert numbers_of(Target(numbers=(7,)), TEXTS) == ((), (UNKNOWN.format(7, 3),))
    assert numbers_of(Target(every=True), TEXTS, frozenset({1})) == ((2, 3), (LEFT_OVER,))
    assert numbers_of(Target(rest=True), TEXTS, frozenset({1})) == ((2, 3), ())


def test_its_notes_are_recognised_when_read_again() -> None:
    assert all(RESOLVING.match(note) for note in (BY_WORDS, UNCLEAR, LEFT_OVER, UNKNOWN.format(7, 3)))


def test_without_demands_only_what_is_named_is_known() -> None:
    assert numbers_of(Target(numbers=(2,)), ()) == ((2,), ())
    assert numbers_of(Target(every=True), ()) == ((), ())


@given(st.sets(st.integers(min_value=1, max_value=3)))
def test_the_rest_and_the_taken_are_all(taken: set[int]) -> None:
    rest, _ = numbers_of(Target(rest=True), TEXTS, frozenset(taken))
    assert sorted({*rest, *taken}) == [1, 2, 3]
    assert not set(rest) & taken


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("Punkt 1 bifalls och avslås i övrigt", [Target(numbers=(1,)), Target(numbers=(1,))]),
        ("Motionen bifalls i den del som avser punkt 1 och avslås i övrigt", [Target(numbers=(1,)), Target(rest=True)]),
        ("Punkt 1 bifalls, två avslås", [Target(numbers=(1,)), Target(numbers=(2,))]),
        ("Motionen bifalls utom punkt 3, som avslås", [Target(every=True, but=(3,)), Target(numbers=(3,))]),
        ("Stigen bifalls i norr och avslås i söder (punkt 2)", [Target(numbers=(2,)), Target(numbers=(2,))]),
    ],
)
def test_what_each_clause_is_about(text: str, targets: list[Target]) -> None:
    assert [target for _, target in targets_of(clauses_of(text, verbs_in(text)))] == targets


def test_the_words_for_a_lone_demand() -> None:
    vote = ("en folkomröstning hålls om bron",)
    assert numbers_of(Target(wording="folkomröstning"), vote) == ((1,), (BY_WORDS,))
    assert numbers_of(Target(wording="återremiss"), vote) == ((), ())
