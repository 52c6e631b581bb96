from __future__ import annotations

import pytest

from ingest.papers.chair_finds import BY_CHAIR
from ingest.papers.decided import with_decisions
from ingest.papers.resolve import Member, resolve
from tests.ingest.papers.paper_made import document

KF, KS = "Kommunfullmäktige", "Kommunstyrelsen"
PROPOSED = (
    "# Kommunstyrelsens förslag\nKommunfullmäktige avslår motionen.\n"
    "# Yrkanden\nVera Lo (V) yrkar bifall till motionen.\n"
)


def read(text: str, body: str = KF) -> list[tuple[str, str, bool]]:
    made = document(text, "protokoll", body=body, date="2020-05-01", section="§ 5")
    ((member),) = resolve([Member(with_decisions(made))])
    return [(d.status.value, d.disposition.value, BY_CHAIR in d.uncertain) for d in member.decisions]


@pytest.mark.parametrize(
    "found",
    [
        "Ordföranden ställer kommunstyrelsens avslagsförslag under proposition och finner att det bifalls.",
        "Ordföranden ställer förslagen mot varandra och finner att kommunstyrelsens förslag har bifallits.",
        "Ordföranden frågar om kommunstyrelsens förslag kan antas och finner att så sker.",
        "Ordföranden finner att liggande förslag vinner bifall.",
        "Ordföranden ställer proposition på kommunstyrelsens förslag och finner det antaget.",
        "Ordföranden frågar om fullmäktige kan besluta enligt kommunstyrelsens förslag och finner att svaret är ja.",
        "Ordföranden konstaterar att det finns ett förslag och att kommunfullmäktige beslutar i enlighet med detta.",
        "Kommunfullmäktige bifaller kommunstyrelsens förslag.",
        "Omröstning begärs.\nMed 25 ja-röster mot 18 beslutar kommunfullmäktige enligt kommunstyrelsens förslag.",
        "Med 25 ja mot 18 nej beslutar kommunfullmäktige att avslå motionen.",
    ],
)
def test_what_the_chair_finds_is_decided_where_nothing_else_is(found: str) -> None:
    assert read(f"{PROPOSED}# Beslutsgång\n{found}") == [("adopted", "avslås", True)]


def test_a_board_that_had_decided_is_followed() -> None:
    text = "# Kommunstyrelsens beslut\nKommunstyrelsen avslår motionen.\n# Beslutsgång\n"
    found = "Ordföranden finner att kommunfullmäktige beslutar enligt kommunstyrelsens förslag."
    assert read(text + found) == [("adopted", "avslås", True)]


def test_a_vote_turns_it() -> None:
    found = (
        "Ordföranden finner att kommunstyrelsens förslag bifalls. Votering begärs.\n"
        "Med 18 ja-röster mot 25 nej-röster beslutar kommunfullmäktige enligt Vera Los yrkande."
    )
    assert read(f"{PROPOSED}# Beslutsgång\n{found}") == [("adopted", "bifalls", True)]


@pytest.mark.parametrize(
    "found",
    [
        "Ordföranden finner att kommunstyrelsens förslag bifalls. Votering begärs.",
        "Ordföranden ställer kommunstyrelsens förslag mot Vera Los yrkande och finner att det bifalls.",
        "Vera Lo (V) finner att kommunstyrelsens förslag är dåligt.",
        "Kommunfullmäktige biföll kommunstyrelsens förslag den 3 mars 2015.",
    ],
)
def test_what_is_not_told_is_not_decided(found: str) -> None:
    assert [status for status, _, _ in read(f"{PROPOSED}# Beslutsgång\n{found}")] == ["proposed"]


def test_what_members_say_is_not_what_the_chair_finds() -> None:
    said = "# Reservation\nKommunfullmäktige bifaller kommunstyrelsens förslag."
    assert read(f"{PROPOSED}{said}") == [("proposed", "avslås", False)]


def test_a_decision_of_its_own_goes_first() -> None:
    found = "# Beslutsgång\nOrdföranden finner att kommunstyrelsens förslag bifalls.\n"
    assert read(f"{PROPOSED}{found}# Beslut\nMotionen anses besvarad.") == [("adopted", "besvaras", False)]


def test_a_board_that_proposes_to_the_council_has_spoken() -> None:
    text = (
        "# Förslag till kommunfullmäktige\nMotionen avslås.\n# Beslutsgång\n"
        "Ordföranden ställer liggande förslag under proposition och finner att det bifalls."
    )
    assert read(text, KS) == [("proposed", "avslås", False)]
