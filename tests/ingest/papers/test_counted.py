from __future__ import annotations

import pytest

from ingest.papers.counted import counts
from ingest.papers.walk_state import State
from tests.ingest.papers.paper_made import paragraphs

KF = "Kommunfullmäktige"


def counted(text: str, *, minutes: bool = True, about_petition: bool = True) -> list[bool]:
    """For each paragraph whether it is an item, as those above it are read."""
    state = State(KF, minutes)
    own = paragraphs(text)
    found = []
    for one in own:
        found.append(counts(own, one, one.text, state, about_petition=about_petition))
        if found[-1]:
            state.count, state.previous = state.count + 1, one
    return found


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("Motionen avslås.\nAnna Ek får i uppdrag att räkna bänkar.", [True, True]),
        ("Motionen avslås.\nReserverar sig gör Anna Ek (V).", [True, False]),
        ("Motionen avslås.\nVid sluten omröstning avges 20 röster för avslag och 10 för bifall.", [True, False]),
        ("Enligt nämndens förslag:\nMotionen avslås.", [False, True]),
        ("1. Planen antas med dessa ändringar:\n- Sidan 3 utgår.\n2. Taxan antas.", [True, False, True]),
        ("Planen antas med dessa ändringar:\n- motionen bifalls", [True, True]),
    ],
)
def test_which_paragraphs_are_items(text: str, items: list[bool]) -> None:
    assert counted(text) == items


def test_a_letter_goes_on_in_prose_after_a_plain_point() -> None:
    assert counted("Planen antas.\nNämnden får pengar.", minutes=False) == [True, True]
    assert counted("- Planen antas.\nNämnden får pengar.", minutes=False) == [True, False]
    assert counted("Planen antas.\nNämnden har behandlat frågan.", minutes=False) == [True, False]
