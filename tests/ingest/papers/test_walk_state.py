from __future__ import annotations

from ingest.papers.leads import lead_of
from ingest.papers.retold import Voice
from ingest.papers.sections import Scene, Section, section_of
from ingest.papers.walk_state import State

KF, KS = "Kommunfullmäktige", "Kommunstyrelsen"


def opened(state: State, heading: str) -> State:
    section = section_of(heading, state.own)
    assert section is not None
    state.open(section, heading)
    return state


def test_a_heading_opens_its_section_and_numbering_begins_anew() -> None:
    state = State(KF, minutes=True, count=3)
    opened(state, "Kommunfullmäktiges beslut")
    assert (state.scene, state.bodies, state.proposal, state.count) == (Scene.DECISION, (KF,), False, 0)
    opened(state, "Förslag till beslut i kommunfullmäktige")
    assert (state.bodies, state.proposal) == ((KF,), True)


def test_what_others_proposed_is_their_voice_until_the_body_decides() -> None:
    state = opened(State(KF, minutes=True), "Kommunstyrelsens förslag till beslut")
    voices = [(state.voice, state.teller)]
    for count in (0, 1):  # right below the heading it begins the wording of what was proposed
        state.count = count
        state.open(Section(Scene.DECISION, (KF,)), "Kommunfullmäktige beslutar")
        voices.append((state.voice, state.teller))
    assert voices == [(Voice.OTHERS, KS), (Voice.OTHERS, KS), (Voice.OWN, None)]


def test_an_ingress_opens_as_a_heading_does() -> None:
    state = State(KS, minutes=True)
    lead = lead_of("Kommunstyrelsen föreslår kommunfullmäktige besluta", KS)
    assert lead is not None
    state.start(lead)
    assert (state.scene, state.bodies, state.proposal, state.states) == (Scene.PROPOSAL, (KF,), True, False)


def test_what_another_proposes_under_no_heading_is_told_until_the_body_speaks() -> None:
    state = State(KF, minutes=True)
    voices = []
    for text in ("Kommunstyrelsen föreslår att kommunfullmäktige avslår", "Kommunfullmäktige beslutar att bifalla"):
        lead = lead_of(text, KF)
        assert lead is not None
        state.start(lead)
        voices.append((state.voice, state.teller))
    assert voices == [(Voice.OTHERS, KS), (Voice.OWN, None)]
