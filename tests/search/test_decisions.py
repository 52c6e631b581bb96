from __future__ import annotations

from search.decisions import Role, history
from tests.search.made import ANSWER, COUNCIL, MOTION, OTHER, shelf


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
