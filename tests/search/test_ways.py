from __future__ import annotations

import pytest

from search.question import read_question
from search.ways import way_spans


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("har fullmäktige nån gång gått emot kommunstyrelsen om skolmaten", ["gått emot", "nån gång"]),
        ("har någon motion skickats tillbaka", ["skickats tillbaka"]),
        ("which matter was sent back", ["sent back"]),
        ("hur många går till gymnasiet", []),
        ("vilken gång- och cykelväg byggs", []),
    ],
)
def test_where_a_turn_is_said(text: str, said: list[str]) -> None:
    assert [text[start:end] for start, end in way_spans(text)] == said


def test_a_turn_is_not_what_a_question_is_about() -> None:
    question = read_question("har fullmäktige nån gång gått emot kommunstyrelsen om skolmaten")
    assert [unit.terms for unit in question.units if unit.subject] == [read_question("skolmaten").units[0].terms]
