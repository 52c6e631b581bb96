from __future__ import annotations

import pytest

from ingest.papers.mails import answers_petition, subject_of
from tests.ingest.papers.reading_made import paper

HEAD = "Från: Bo Ros\nTill: Bodarps tekniska nämnd\nÄmne: {subject}\nHej!\n"


@pytest.mark.parametrize(
    ("head", "subject"),
    [
        ("Från: Bo Ros\nÄmne: Bryggan", "Bryggan"),
        ("Från: | Bo Ros\nÄmne: | SV: Bryggan", "SV: Bryggan"),
        ("Sent: 3 May 2024\nSubject: Bryggan", "Bryggan"),
        ("Ämne: Bryggan\nBryggan är trasig.", None),
    ],
)
def test_what_a_mail_is_about(head: str, subject: str | None) -> None:
    assert subject_of(paper(head)) == subject


@pytest.mark.parametrize(
    "said",
    [
        "Mitt förslag är att medborgarförslaget avslås.",
        "Bryggan lagas i vår. Vårt förslag blir därför att motionen ska anses besvarad.",
        "Jag föreslår att motionen avslås.",
    ],
)
def test_an_officer_answers_a_petition_by_mail(said: str) -> None:
    assert answers_petition(paper(f"{HEAD.format(subject='Bryggan')}{said}\nBo Ros\nhamnmästare"))


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD.format(subject='Medborgarförslag')}Jag föreslår att bryggan lagas.\nBo Ros",
        f"{HEAD.format(subject='Motionen')}Mitt förslag är att motionen läggs på bordet.\nBo Ros",
        f"{HEAD.format(subject='Motionen')}Eva Ek föreslår att motionen avslås.\nBo Ros",
        "Yttrande\nMitt förslag är att motionen avslås.\nBo Ros",
    ],
)
def test_what_asks_or_tells_or_is_no_mail_answers_none(text: str) -> None:
    assert not answers_petition(paper(text))
