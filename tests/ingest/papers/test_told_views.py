from __future__ import annotations

import pytest

from corpus.document import Document
from ingest.papers.cases import relate
from ingest.papers.decided import with_decisions
from ingest.papers.told_views import told_views, viewer
from tests.ingest.papers.paper_made import document

KF = "Kommunfullmäktige"
VIEW = "Parknämnden beslutade den 4 maj 2023, § 20, att avstyrka motionens första att-sats och tillstyrka den andra."


def minutes(text: str) -> Document:
    title = "Svar på motion om staden"
    made = document(text, "protokoll", body=KF, section="§ 40", title=title, date="2024-01-01", file="kf.pdf")
    return with_decisions(made)


def decided(text: str) -> list[tuple[str, tuple[int, ...]]]:
    (made,) = relate([minutes(text)]).documents
    return [(one.disposition.value, one.demands) for one in made.decisions if one.status.value == "adopted"]


@pytest.mark.parametrize(
    "text",
    [
        VIEW,
        "Parknämnden har avstyrkt motionen.",
        "Parknämnden avstyrker motionen.",
        "Parknämnden tillstyrkte den 4 maj motionen.",
        "Parknämnden föreslog att motionen avslås.",
        "Parknämnden har den 3 mars 2023 § 12 föreslagit att motionen anses besvarad.",
    ],
)
def test_a_sentence_that_tells_a_boards_view(text: str) -> None:
    assert viewer(text, KF) == "Parknämnden"


@pytest.mark.parametrize(
    "text",
    [
        "Kommunfullmäktige beslutade att avslå motionen.",
        "Parknämnden behandlade motionen den 4 maj.",
        "Vera Lo (V) föreslog att motionen bifalls.",
        "Motionen avstyrks.",
        "Nämnden avstyrker motionen.",
    ],
)
def test_a_sentence_that_tells_none(text: str) -> None:
    assert viewer(text, KF) is None


@pytest.mark.parametrize("above", [f"# Beredning\n{VIEW}", VIEW, f"Motionen har remitterats. {VIEW}"])
def test_a_boards_view_above_the_head_decides_nothing(above: str) -> None:
    assert [(one.text, one.status.value) for one in minutes(f"{above}\n# Beslut\nMotionen avslås.").decisions] == [
        ("Motionen avslås.", "adopted")
    ]


def test_a_decision_by_a_boards_name_has_its_view() -> None:
    asked = "Vera Lo (V) yrkar i en motion:\n- att skolor målas\n- att broar byggs\n"
    assert decided(f"{asked}{VIEW}\n# Beslut\nKommunfullmäktige beslutar enligt parknämndens förslag.") == [
        ("avslås", (1,)),
        ("bifalls", (2,)),
    ]


def test_a_decision_by_another_name_has_not() -> None:
    text = f"{VIEW}\n# Beslut\nKommunfullmäktige beslutar enligt kommunstyrelsens förslag."
    assert decided(text) == [("övrigt", ())]


def test_a_proposal_under_its_own_heading_goes_before_a_view_that_is_told() -> None:
    text = (
        "Kommunstyrelsen har avstyrkt motionen.\n# Kommunstyrelsens förslag\nMotionen anses besvarad.\n"
        "# Beslut\nEnligt kommunstyrelsens förslag."
    )
    assert [disposition for disposition, _ in decided(text)] == ["besvaras"]


def test_only_a_councils_minutes_retell_views() -> None:
    made = document(VIEW, "protokoll", body="Kommunstyrelsen", section="§ 40")
    assert list(told_views(made.paragraphs, made.parts[0])) == []
