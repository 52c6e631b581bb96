from __future__ import annotations

from index.filters import Filter
from search.filtered import allowed_places
from tests.search.made import ANSWER, COUNCIL, MOTION, shelf


def test_no_filter_lets_everything_through() -> None:
    assert allowed_places(shelf(), Filter(kinds=("text",)))(("vad som helst", 1))


def test_the_same_conditions_as_the_engines() -> None:
    adopted = allowed_places(shelf(), Filter(status="adopted"))
    assert [adopted(place) for place in ((COUNCIL, 2), (ANSWER, 2), (MOTION, 2))] == [True, False, False]
    since = allowed_places(shelf(), Filter(since="2020-06-01", types=("protokoll",)))
    assert [since((COUNCIL, 1)), since((MOTION, 1)), since(("saknas.pdf", 1))] == [True, False, False]
