from __future__ import annotations

import pytest

from ingest.papers.concluded import CONCLUDED, concluded
from tests.ingest.papers.paper_made import document

KF = "Kommunfullmäktige"


def read(text: str, kind: str = "motionssvar", *, body: str | None = None, title: str = "Svar på motion") -> list[str]:
    paper = document(text, kind, title=title)
    items = concluded(paper.paragraphs, paper.parts[0], body)
    assert all(item.body == KF and not item.adopts and CONCLUDED in item.uncertain for item in items)
    return [item.text for item in items]


def test_the_last_sentence_that_concludes_is_what_is_proposed() -> None:
    assert read("# Bedömning\nDet är dyrt. Därför bör motionen avslås.\n# Ekonomi\nInget.") == [
        "Därför bör motionen avslås."
    ]
    assert read("Motionen kan därmed anses besvarad.", "tjänsteskrivelse", body="Kommunstyrelsen") != []


@pytest.mark.parametrize(
    "text",
    [
        "Motionen bör därför avslås. Det är vår mening.",
        "Motionen bör inte avslås.",
        "Eva Ek (S) anser att motionen bör bifallas.",
        "Motionen bör bifallas i den första delen och i övrigt avslås.",
        "# Remissvar\nMotionen bör avslås.",
        "Motionen bör avslås.\nMotionen bör bifallas.",
    ],
)
def test_what_concludes_nothing(text: str) -> None:
    assert read(text) == []


def test_only_letters_on_a_petition_to_those_who_settle_it() -> None:
    text = "Därför bör motionen avslås."
    assert read(text)
    assert read(text, body=KF)
    assert read(text, "protokoll") == read(text, body="Socialnämnden") == read(text, title="Yttrande") == []
