from __future__ import annotations

import pytest

from ingest.papers.sent_on import is_sent_on


@pytest.mark.parametrize(
    ("text", "sent_on"),
    [
        ("Kommunfullmäktige tar emot motionen och skickar den till kommunstyrelsen för beredning.", True),
        ("att ta emot medborgarförslaget och sända det vidare till tekniska nämnden", True),
        ("Motionen tas emot och skickas till kommunstyrelsen.", True),
        ("Motionerna överlämnas till kommunstyrelsen.", True),
        ("Interpellationen anmäls och går till kommunstyrelsen.", True),
        ("att överlämna motionen till kommunstyrelsen", True),
        ("Kommunfullmäktige tackar för motionen och lämnar den över till socialnämnden.", True),
        ("Motionen anmäls. Den lämnas till kommunstyrelsen för beredning.", True),
        ("Motionen tas emot.", False),
        ("Motionen tas emot. Rapporten lämnas till kommunstyrelsen.", False),
        ("Nämnden överlämnar yttrandet över motionen till kommunstyrelsen.", False),
        ("Svar på motionen översänds till kommunstyrelsen.", False),
        ("Motionen läggs till handlingarna och svaret skickas till kommunstyrelsen.", False),
        ("Motionen läggs till handlingarna.", False),
        ("Rapporten överlämnas till kommunstyrelsen.", False),
    ],
)
def test_a_petition_that_is_sent_on(text: str, *, sent_on: bool) -> None:
    assert is_sent_on(text) == sent_on
