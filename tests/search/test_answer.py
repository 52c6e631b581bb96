from __future__ import annotations

from search.answer import Answer, Coverage, Route


def test_routes_are_those_of_the_contract() -> None:
    assert [str(route) for route in Route] == ["identifier", "phrase", "hybrid"]


def test_an_answer_is_a_value() -> None:
    coverage = Coverage(0, 0, 0, None, None)
    assert Answer("q", False, 0.0, Route.HYBRID, coverage, (), ()) == Answer(
        "q", False, 0.0, Route.HYBRID, coverage, (), ()
    )
