"""When a decision card helps: the demand has the question's words, or lies as near as the texts do."""

from __future__ import annotations

import pytest

from corpus.passage import Facets, Passage, PassageKind
from corpus.stored import FoundPassage
from index.engine import Scored
from search.candidates import Candidates, Found, Group
from search.cards import about_demand

ASKED = ("KS 2020-11", 1)


def group(kind: PassageKind, said: float, cosine: float) -> Group:
    """One passage that has `said` of the question's words and lies at `cosine`."""
    facets = Facets("motion", None)
    passage = Passage(kind, "a.pdf", (1,), "Text", ("text",), facets, case=ASKED[0], demands=(ASKED[1],))
    return Group((Scored(1, cosine),), (), (Found(FoundPassage.of(1, passage), 1.0, said),))


@pytest.mark.parametrize(
    ("demand", "text", "shown"),
    [
        ((0.5, 0.85), (1.0, 0.90), True),
        ((0.3, 0.85), (1.0, 0.80), False),  # a text says it all, the demand less than 0.4 of it
        ((0.3, 0.85), (0.8, 0.80), True),
        ((0.0, 0.85), (0.5, 0.87), True),  # no shared word, but 0.02 from the best text
        ((0.0, 0.85), (0.5, 0.88), False),
    ],
)
def test_cards(demand: tuple[float, float], text: tuple[float, float], shown: bool) -> None:
    found = Candidates(group(PassageKind.TEXT, *text), group(PassageKind.DECISION, *demand), Group((), (), ()))
    assert about_demand(found, ASKED) is shown
