from __future__ import annotations

import pytest

from corpus.decision import Status
from ingest.papers.decisions import decisions_of
from ingest.papers.misheaded import MISHEADED
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
