from __future__ import annotations

from dataclasses import replace

from bench.retrieval_memory import MemoryLibrary
from search.decisions import Role, history
from search.shelf import Shelf
from tests.search.made import ANSWER, CASES, COUNCIL, DOCUMENTS, MOTION, OTHER, PASSAGES, shelf


def test_what_holds_comes_first_then_what_led_to_it_the_demand_and_the_reason() -> None:
    items = history(shelf(), ("KS 2020-11", 1))
    assert [(item.place, item.role) for item in items] == [
        ((COUNCIL, 2), Role.FINAL),
        ((ANSWER, 2), Role.EARLIER),
        ((MOTION, 3), Role.DEMAND),
        ((ANSWER, 4), Role.REASON),
    ]
    assert items[0].decision is not None
    assert items[0].decision.text == "Första förslaget bifalls."


def test_an_open_demand_has_only_itself() -> None:
    assert [(item.place, item.role) for item in history(shelf(), ("KS 2021-30", 1))] == [((OTHER, 3), Role.DEMAND)]


def test_an_unknown_case_has_no_history() -> None:
    assert history(shelf(), ("saknas", 1)) == ()


def test_what_names_another_motion_decided_in_the_same_paragraf_is_not_told() -> None:
    own = next(case for case in CASES if case.key == "KS 2020-11")
    boats = replace(own, key="KS 2020-12", title="Eka åt alla")
    council = next(document for document in DOCUMENTS if document.file == COUNCIL)
    named = replace(council.decisions[0], text="motionen Eka åt alla avslås", paragraph=3)
    documents = [d for d in DOCUMENTS if d is not council] + [replace(council, decisions=(*council.decisions, named))]
    both = Shelf(MemoryLibrary(tuple(documents), (*CASES, boats), PASSAGES), 1)
    assert (COUNCIL, 3) not in [item.place for item in history(both, ("KS 2020-11", 1))]
    assert (COUNCIL, 3) in [item.place for item in history(both, ("KS 2020-12", 1))]
