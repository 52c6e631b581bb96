from __future__ import annotations

import pytest

from ingest.papers.decided import with_decisions
from ingest.papers.handed_over import handed_to
from tests.ingest.papers.paper_made import document, paragraphs

SN = "Socialnämnden"


@pytest.mark.parametrize(
    "text",
    [
        "Kommunfullmäktige har överlåtit till socialnämnden att besluta i ärendet.",
        "Fullmäktige beslutade den 5 mars 2024, § 12, att överlåta medborgarförslaget till socialnämnden för beslut.",
        "Förslaget kom in i maj. Beslutanderätten har delegerats till socialnämnden.",
        "Kommunfullmäktige har uppdragit åt socialnämnden att avgöra frågan.",
        "Medborgarförslaget överlämnades av fullmäktige till socialnämnden för beslut.",
        "Fullmäktige delegerade den 3 maj till socialnämnden att fatta beslut om förslaget.",
        "KF har lämnat över medborgarförslaget till socialnämnden för beredning och beslut.",
    ],
)
def test_the_council_has_handed_the_decision_over(text: str) -> None:
    assert handed_to(paragraphs(text)) == SN


@pytest.mark.parametrize(
    "text",
    [
        "Medborgarförslaget överlämnas till socialnämnden för beslut.",
        "Kommunfullmäktige har överlämnat motionen till socialnämnden för yttrande.",
        "Kommunstyrelsen beslutade att överlämna ärendet till kommunfullmäktige för beslut.",
        "Socialnämnden har rätt att besluta om avgifter.",
    ],
)
def test_what_hands_no_decision_over(text: str) -> None:
    assert handed_to(paragraphs(text)) is None


@pytest.mark.parametrize("board", ["Socialnämnden", "Kommunstyrelsen"])
def test_a_letter_then_proposes_to_that_board(board: str) -> None:
    text = f"""
    # Förslag till beslut
    1. Medborgarförslaget avslås.
    # Sammanfattning
    Kommunfullmäktige har överlåtit till {board.lower()} att besluta i ärendet.
    """
    paper = with_decisions(document(text, "motionssvar", title="Svar på medborgarförslag om bad"))
    assert [decision.body for decision in paper.decisions] == [board]
    motion = with_decisions(document(text, "motionssvar", title="Svar på motion om bad"))
    assert [decision.body for decision in motion.decisions] == ["Kommunfullmäktige"]
