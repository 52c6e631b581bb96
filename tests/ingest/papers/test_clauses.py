from __future__ import annotations

import pytest

from ingest.papers.clauses import clauses_of
from ingest.papers.dispositions import verbs_in


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("Motionen avslås", ["Motionen avslås"]),
        ("Punkt 1 och 2 bifalls och punkt 3 avslås", ["Punkt 1 och 2 bifalls och ", "punkt 3 avslås"]),
        ("bifalla punkt 1 och 3 samt att i övrigt avslå", ["bifalla punkt 1 och 3 samt att ", "i övrigt avslå"]),
        ("Yrkande 1: Avslås. Yrkande 2: Bifalls.", ["Yrkande 1: Avslås. ", "Yrkande 2: Bifalls."]),
        ("Motionen bifalls utom punkt 3, som avslås", ["Motionen bifalls utom punkt 3, ", "som avslås"]),
        ("Motionen avslås utom punkt 2 som bifalls", ["Motionen avslås utom punkt 2 ", "som bifalls"]),
        (
            "att, såvitt avser bänkar, bifalla motionen och att, såvitt avser lampor, avslå den",
            ["att, såvitt avser bänkar, bifalla motionen och att,", " såvitt avser lampor, avslå den"],
        ),
        (
            "Punkt ett bifalls för nya gårdar och stigar men avslås för gamla",
            ["Punkt ett bifalls för nya gårdar och stigar men ", "avslås för gamla"],
        ),
    ],
)
def test_one_clause_for_each_word_that_decides(text: str, clauses: list[str]) -> None:
    assert [clause.text for clause in clauses_of(text, verbs_in(text))] == clauses


@pytest.mark.parametrize(
    ("text", "elliptic"),
    [("Punkt 1 bifalls och avslås i övrigt", True), ("Punkt 1 bifalls och punkt 2 avslås", False)],
)
def test_whose_subject_stands_before(text: str, elliptic: bool) -> None:
    assert clauses_of(text, verbs_in(text))[1].elliptic is elliptic


def test_before_and_after_the_verb() -> None:
    (clause,) = clauses_of("Motionen avslås helt", verbs_in("Motionen avslås helt"))
    assert (clause.before_verb, clause.after_verb) == ("Motionen ", " helt")


def test_what_a_reason_names_is_not_pointed_at() -> None:
    text = "Motionen avslås med hänvisning till att yrkande 2 redan är prövat"
    (clause,) = clauses_of(text, verbs_in(text))
    assert [pointer.numbers for pointer in clause.pointers] == [()]
