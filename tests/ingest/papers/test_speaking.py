from __future__ import annotations

from ingest.papers.leads import lead_of
from ingest.papers.sections import Scene
from ingest.papers.speaking import Speaking
from ingest.papers.walk_state import State

KF = "Kommunfullmäktige"


def test_minutes_without_a_decisions_heading_say_in_old_words_what_was_decided() -> None:
    text = "Kommunfullmäktige beslöt avslå motionen."
    lead = lead_of(text, KF)
    assert lead is not None
    assert Speaking(State(KF, minutes=True), anywhere=True, old=True).speaks_now(lead, text)
    assert not Speaking(State(KF, minutes=True), anywhere=False, old=False).speaks_now(lead, text)


def test_where_members_move_nothing_is_free() -> None:
    moved = State(KF, minutes=True, scene=Scene.MOVED)
    assert not Speaking(moved, anywhere=True, old=False).free()
    assert Speaking(moved, anywhere=True, old=False).ends_here()
    assert not Speaking(State(KF, minutes=True, scene=Scene.OPINION), anywhere=True, old=False).ends_here()


def test_a_letter_that_proposes_to_the_council_under_no_heading() -> None:
    text = "Kontoret föreslår att kommunfullmäktige avslår motionen."
    lead = lead_of(text, None)
    assert lead is not None
    assert Speaking(State(None, minutes=False), anywhere=True, old=False).proposed_in_letter(lead, text)
