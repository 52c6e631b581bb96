from __future__ import annotations

import pytest

from corpus.decision import Status
from ingest.papers.decisions import decisions_of
from ingest.papers.misheaded import MISHEADED, MISWORDED
from tests.ingest.papers.paper_made import document

KF, KS = "Kommunfullmäktige", "Kommunstyrelsen"


def read(text: str, body: str = KF) -> list[tuple[str | None, Status, tuple[str, ...]]]:
    paper = document(text, "protokoll", body=body, section="§ 5")
    return [(d.body, d.status, d.uncertain) for d in decisions_of(paper.paragraphs, paper.parts[0])]


def test_a_heading_copied_from_the_board_is_told_with_the_decision() -> None:
    note = MISHEADED.format("kommunstyrelsen")
    assert read("# Kommunstyrelsens beslut\nMotionen avslås.") == [(KF, Status.ADOPTED, (note,))]


@pytest.mark.parametrize(
    "text",
    [
        "# Kommunstyrelsens beslut\nDelgivningarna läggs till handlingarna.",
        "# Kommunstyrelsens beslut\n- Rapporten noteras.\n# Ärendet\nRevisorerna har lämnat en rapport.",
        "# Kommunstyrelsens beslut\nUppföljningen godkänns.\nPengar ges till en bro.",
    ],
)
def test_so_are_decisions_that_settle_nothing(text: str) -> None:
    assert {(body, status) for body, status, _ in read(text)} == {(KF, Status.ADOPTED)}


@pytest.mark.parametrize(
    "text",
    [
        "# Kommunfullmäktiges beslut\nKommunstyrelsen beslutar att godkänna verksamhetsberättelsen.",
        "# Beslut\nKommunstyrelsen beslutar att avslå motionen.\n# Ärendet\nVera Lo har lämnat en motion.",
    ],
)
def test_words_copied_from_the_board_are_told_with_the_decision(text: str) -> None:
    assert read(text) == [(KF, Status.ADOPTED, (MISWORDED.format("kommunstyrelsen"),))]


@pytest.mark.parametrize(
    "text",
    [
        "# Beslut\nKommunstyrelsen beslutar för egen del att räkna bänkar.",
        "# Kommunstyrelsens beslut\nKommunstyrelsen beslutar att lägga rapporten till handlingarna.",
        "# Beslut\nKommunstyrelsen beslutar att avslå motionen.\n# Yrkanden\nEva Ek yrkar bifall.",
    ],
)
def test_what_is_the_boards_in_every_word_is_not_the_councils(text: str) -> None:
    assert all(status is Status.PROPOSED for _, status, _ in read(text))


def test_the_councils_own_decision_goes_first() -> None:
    text = "# Beslut\nKommunfullmäktige antar planen.\n# Kommunstyrelsens beslut\nMotionen avslås."
    assert [(body, status) for body, status, _ in read(text)] == [(KF, Status.ADOPTED)]


@pytest.mark.parametrize(
    "text",
    [
        "# Kommunstyrelsens beslut den 4 mars 2020\nMotionen avslås.",
        "# Kommunstyrelsens beslut § 12\nMotionen avslås.",
        "# Tidigare behandling\n# Kommunstyrelsens beslut\nMotionen avslås.",
        "# Kommunstyrelsens förslag\nMotionen avslås.",
        "# Kommunstyrelsens beslut\nMotionen avslås.\n# Yrkanden\nEva Ek yrkar bifall.",
    ],
)
def test_what_the_board_said_before_stays_the_boards(text: str) -> None:
    assert all(status is Status.PROPOSED for _, status, _ in read(text))


def test_the_boards_own_minutes_are_not_the_councils() -> None:
    ((body, _, _),) = read("# Kommunstyrelsens beslut\nMotionen avslås.", KS)
    assert body == KS
