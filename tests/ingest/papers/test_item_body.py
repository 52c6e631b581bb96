from __future__ import annotations

import pytest

from ingest.papers.item_body import ASSUMED_BODY, ASSUMED_COUNCIL, NOT_THE_COUNCIL, ONWARD, ItemMaker
from ingest.papers.walk_state import Item, State
from tests.ingest.papers.paper_made import paragraphs

KF, KS, SN = "Kommunfullmäktige", "Kommunstyrelsen", "Socialnämnden"


def made(text: str, state: State, body: str | None = None, *, on_motion: bool = True) -> Item:
    return ItemMaker(on_motion, on_motion).item(state, paragraphs(text)[0], text, body)


@pytest.mark.parametrize(
    ("text", "state", "headed", "body", "adopts"),
    [
        ("Motionen avslås.", State(KF, minutes=True), None, KF, True),
        ("Motionen avslås.", State(KF, minutes=True), KF, KF, True),
        ("Kommunstyrelsen föreslår kommunfullmäktige att avslå motionen.", State(KS, minutes=True), None, KF, False),
        ("Kommunfullmäktige avslår motionen.", State(KS, minutes=True, proposal=True), None, KF, False),
        ("Motionen avslås.", State(SN, minutes=False, proposal=True), KF, KF, False),
    ],
)
def test_an_items_own_opening_or_subject_goes_before_its_section(
    text: str, state: State, headed: str | None, body: str, adopts: bool
) -> None:
    item = made(text, state, headed)
    assert (item.body, item.adopts, item.uncertain) == (body, adopts, ())


@pytest.mark.parametrize(
    ("own", "on_motion", "body", "told"),
    [
        (None, True, KF, ASSUMED_COUNCIL),
        ("Regionstyrelsen", True, "Regionfullmäktige", ASSUMED_COUNCIL),
        ("Allmänna utskottet", True, KF, ASSUMED_COUNCIL),
        ("Utskottet för lärande", True, KF, ASSUMED_COUNCIL),
        ("Utskottet för kultur, fritid och näringsliv", True, KF, ASSUMED_COUNCIL),
        ("Nämnden för lärande", True, "Nämnden för lärande", ASSUMED_BODY),
        ("Utskottet för lärande", False, "Utskottet för lärande", ASSUMED_BODY),
        (SN, True, SN, ASSUMED_BODY),
        (None, False, None, ASSUMED_BODY),
    ],
)
def test_what_is_assumed_of_a_proposal_is_told(own: str | None, on_motion: bool, body: str | None, told: str) -> None:
    item = made("Motionen avslås.", State(own, minutes=False, proposal=True), on_motion=on_motion)
    assert (item.body, item.adopts, item.uncertain) == (body, False, (told,))


def test_a_board_that_decides_a_motion_is_marked() -> None:
    assert made("Motionen avslås.", State(KS, minutes=True)).uncertain == (NOT_THE_COUNCIL,)


def test_a_committee_proposes_to_its_board() -> None:
    state = State("Socialnämndens arbetsutskott", minutes=True, proposal=True)
    assert made("Taxan antas.", state, on_motion=False).body == SN


@pytest.mark.parametrize(
    ("text", "on_motion", "body", "told"),
    [
        ("att motionen avslås", True, KF, (ONWARD,)),
        ("att motionens första yrkande bifalls", True, KF, (ONWARD,)),
        ("att avslå medborgarmotionen", False, KS, ()),
        ("att ge kommunchefen i uppdrag att se över taxan", True, KS, ()),
    ],
)
def test_what_a_committee_proposes_to_the_executive_on_a_motion_goes_on_to_the_council(
    text: str, on_motion: bool, body: str, told: tuple[str, ...]
) -> None:
    state = State("Kommunstyrelsens arbetsutskott", minutes=True, proposal=True)
    item = made(text, state, KS, on_motion=on_motion)
    assert (item.body, item.adopts, item.uncertain) == (body, False, told)
