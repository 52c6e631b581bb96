from __future__ import annotations

import pytest

from corpus.document import DocumentType as T
from ingest.papers.form import form_of
from ingest.papers.genre import type_of
from ingest.papers.people import parties_of
from ingest.papers.sent_in import PartyHead, party_head, sent_as, signers
from ingest.papers.titles import title_of
from tests.ingest.papers.reading_made import paper

ASK = "# Laga bryggan\nBryggan är trasig.\nVi vill att kommunen lagar bryggan och att den får räcken."


def _sent(text: str) -> T | None:
    one = paper(text)
    return sent_as(title_of(one, ()) or "", form_of(one, ()), one)


@pytest.mark.parametrize(
    "head",
    [
        "Från: Eva Ek\nSkickat: den 3 maj 2024 10:12\nTill: Bodarps kommun\nÄmne: Motion till fullmäktige",
        "Från: Eva Ek\nTill: registrator@bodarp.se\nÄmne: VB: Motion om bryggan",
        "From: Eva Ek\nSent: 3 May 2024\nSubject: Ny motion (C)",
        "Från: Eva Ek Skickat: den 3 maj 2024 Till: Kommunen Ämne: Inlämning av motion",
        "Från: Eva Ek\nÄmne: Vid din brygga\nJag lämnar härmed in följande motion.",
    ],
)
def test_a_motion_sent_as_a_mail(head: str) -> None:
    assert _sent(f"{head}\n{ASK}\nEva Ek (C)") is T.MOTION


@pytest.mark.parametrize(
    "words",
    [
        "Härmed lämnar jag in följande motion för Centerpartiet.",
        "Undertecknade väcker härmed en motion om bryggan.",
        "Vi i Bodarpspartiet lägger fram en motion.",
        "Hej! Jag skickar in min motion här.",
    ],
)
def test_a_paper_that_hands_itself_in(words: str) -> None:
    assert _sent(f"{words}\n{ASK}\nEva Ek") is T.MOTION


def test_a_resident_s_proposal_sent_as_a_mail() -> None:
    assert _sent(f"Från: Bo Ros\nÄmne: Medborgarförslag\n{ASK}\nBo Ros") is T.MEDBORGARFORSLAG


@pytest.mark.parametrize(
    "text",
    [
        f"Från: Eva Ek\nÄmne: SV: Motion om bryggan\n{ASK}\nEva Ek (C)",
        f"Från: Eva Ek\nÄmne: Fråga om motion\n{ASK}\nEva Ek (C)",
        f"Från: Eva Ek\nÄmne: Motion och hälsa\n{ASK}\nEva Ek (C)",
        f"Från: Bo Ros\nÄmne: Motion om bryggan\n{ASK}\nBo Ros",
        "Från: Eva Ek\nÄmne: Motion om bryggan\nHej! Jag vill veta när motionen behandlas.\nEva Ek (C)",
        "# Bryggan\nEva Ek (C) lämnar in en motion om bryggan.\nBo Ros (S) tycker att det är bra.",
        "Handläggare: Siv Al\n# Bryggan\nVi lämnar härmed in en motion till nämnden.",
    ],
)
def test_other_mails_are_no_petitions(text: str) -> None:
    assert _sent(text) is None


@pytest.mark.parametrize(
    ("top", "head"),
    [
        ("ÄP Bodarpspartiet – bara för Bodarp", PartyHead("Bodarpspartiet", "ÄP")),
        ("Bodarpslistan (BL)", PartyHead("Bodarpslistan", "BL")),
        ("Vänsterpartiet i Bodarp", PartyHead("Vänsterpartiet", "V")),
        ("Bodarpspartiet", PartyHead("Bodarpspartiet", None)),
        ("Vänsterpartiet vill laga bryggan", None),
        ("Bodarps kommun", None),
    ],
)
def test_the_party_on_top_of_a_paper(top: str, head: PartyHead | None) -> None:
    assert party_head(paper(f"{top}\n{ASK}")) == head


@pytest.mark.parametrize(
    "signed", ["Bo-Olof Ek, gruppledare", "Bo-Olof Ek\n2024-05-03", "Bo-Olof Ek, ledamot i kommunfullmäktige"]
)
@pytest.mark.parametrize("top", ["ÄP Bodarpspartiet – bara för Bodarp", "Moderaterna i Bodarp"])
def test_a_party_s_own_paper_that_asks_the_municipality_is_a_motion(top: str, signed: str) -> None:
    one = paper(f"{top}\n{ASK}\n{signed}")
    assert type_of(one, "Laga bryggan", form_of(one, ())) is T.MOTION
    assert [person.name for person in signers(one)] == ["Bo-Olof Ek"]


def test_its_letters_are_the_party() -> None:
    one = paper(f"ÄP Bodarpspartiet – bara för Bodarp\n{ASK}\nBo-Olof Ek, gruppledare")
    assert parties_of(one, T.MOTION, "Laga bryggan", signers(one), "a.pdf") == (("ÄP",), None)


@pytest.mark.parametrize(
    "text",
    [
        f"Bodarpspartiet\nPressmeddelande\n{ASK}\nBo Ek, gruppledare",
        f"Bodarpspartiet\n# Budget 2025\n{ASK}\nBo Ek, gruppledare",
        f"Bodarpspartiet\n# Valmanifest\n{ASK}\nBo Ek, gruppledare",
        f"Bodarps kommun\n{ASK}\nBo Ek, gruppledare",
        f"Bodarpspartiet\n{ASK}",
        "Bodarpspartiet\n# Bryggan\nVi tycker att bryggan är fin och vill tacka kommunen.\nBo Ek, gruppledare",
    ],
)
def test_what_else_a_party_writes_is_none(text: str) -> None:
    assert _sent(text) is None


@pytest.mark.parametrize(
    ("title", "letters"),
    [
        ("Svar på motion (ÄP) – Bryggan", ("ÄP",)),
        ("Motion från (BOP) om bryggan", ("BOP",)),
        ("Motion (V, MP) om bryggan", ("V", "MP")),
        ("Svar på motion om bryggan (KLAR)", ()),
    ],
)
def test_letters_right_after_the_motion_are_a_local_party_s(title: str, letters: tuple[str, ...]) -> None:
    assert parties_of(paper(f"# {title}\nBryggan är bra."), T.MOTIONSSVAR, title, (), "a.pdf")[0] == letters
