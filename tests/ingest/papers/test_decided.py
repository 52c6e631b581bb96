from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.document import Document, DocumentType, Part
from ingest.papers.decided import addressed_in, with_decisions
from ingest.papers.resolve import Member, resolve
from tests.ingest.papers.paper_made import document
from tests.ingest.papers.styles_made import of_kinds, styles


def test_each_paper_of_a_pdf_is_read_by_its_own_genre() -> None:
    text = """
    Socialnämnden
    # Förslag till beslut
    1. Yttrandet antas.
    # Motion om hundar
    Vi yrkar
    - att hundar får springa
    """
    both = document(text, "tjänsteskrivelse", title="Yttrande")
    letter = Part(DocumentType.TJANSTESKRIVELSE, 1, 3, None, "Yttrande")
    motion = Part(DocumentType.MOTION, 4, 6, None, "Motion om hundar")
    read = with_decisions(replace(both, parts=(letter, motion)))
    assert [(d.body, d.text, d.paragraph) for d in read.decisions] == [("Socialnämnden", "Yttrandet antas.", 3)]
    assert [(d.n, d.text, d.paragraph) for d in read.demands] == [(1, "hundar får springa", 6)]


def test_the_receivers_stand_alone_in_the_head() -> None:
    paper = document(
        "Dnr 2020-1\nSocialnämnden\nKommunstyrelsen\n# Rubrik\nTill kommunstyrelsen skickas allt.", "tjänsteskrivelse"
    )
    assert addressed_in(paper.paragraphs, paper.parts[0]) == ("Socialnämnden", "Kommunstyrelsen")


@pytest.mark.parametrize(
    "label",
    ["Mottagare ", "Mottagare: ", "Till ", "Adressat ", "Beslutsinstans: ", "Beslutande organ ", "Ställd till "],
)
def test_a_receiver_may_stand_behind_a_label(label: str) -> None:
    head, title = f"Referens Eva Ek\n{label}Socialnämnden", "Svar på medborgarförslag om bad"
    text = f"{head}\n# {title}\n# Förslag till beslut\n1. Medborgarförslaget avslås."
    paper = with_decisions(document(text, "motionssvar", title=title))
    assert [decision.body for decision in paper.decisions] == ["Socialnämnden"]


def test_who_gets_the_decision_does_not_receive_the_letter() -> None:
    paper = document("# Förslag till beslut\nA antas.\n# Beslutet skickas till\nKommunstyrelsen", "tjänsteskrivelse")
    assert addressed_in(paper.paragraphs, paper.parts[0]) == ()


def test_a_policy_decides_nothing() -> None:
    paper = with_decisions(document("# Beslut\n1. Motionen avslås.", "policy"))
    assert paper.decisions == ()


def test_what_members_move_is_no_proposal_of_a_body() -> None:
    text = "Yrkande (S)\n# Förslag till beslut\n1. Ärendet återremitteras."
    assert with_decisions(document(text, "övrigt", title="Svar på motion")).decisions == ()
    assert with_decisions(document(text[12:], "övrigt", title="Återremissyrkande om bad")).decisions == ()
    assert with_decisions(document(text[12:], "tjänsteskrivelse", title="Svar på motion")).decisions != ()


BODIES = {
    "KF": "Kommunfullmäktige",
    "KS": "Kommunstyrelsen",
    "SN": "Socialnämnden",
    "RF": "Regionfullmäktige",
    "RS": "Regionstyrelsen",
    "brev": None,
}
ASK = ("motion", "medborgarförslag", "protokoll", "motionssvar", "tjänsteskrivelse")
MOTION = with_decisions(
    document("Vi yrkar\n- att skolor målas\n- att broar byggs\n- att parker vårdas", "motion", date="2020-01-01")
)
PUMPS = with_decisions(
    document(
        """
        Vi yrkar
        - att kommunen köper in sex cykelpumpar till centrum
        - att gatlyktorna på Ågatan tänds hela natten
        - att en offentlig toalett öppnas vid torget
        """,
        "motion",
        date="2020-01-01",
    )
)


def _answered(motion: Document, written: str) -> list[str]:
    who, _, text = written.partition(": ")
    kind, section = ("motionssvar", None) if who == "brev" else ("protokoll", "§ 5")
    lines = text.replace(" / ", "\n")
    paper = document(
        lines, kind, body=BODIES[who], date="2020-05-01", section=section, file="b.pdf", title="Svar på motion"
    )
    read = resolve([Member(motion), Member(with_decisions(paper))])[1].decisions
    names = {name: short for short, name in BODIES.items()}
    found = []
    for one in read:
        demands, disposition = ",".join(map(str, one.demands)) or "-", one.disposition.value.replace(" ", "_")
        found.append(f"{names[one.body]} {one.status.value} {disposition} {demands}")
    return sorted(found)


@pytest.mark.parametrize(
    ("written", "understood"), [*styles("house_styles.txt"), *of_kinds("real_styles.txt", *BODIES)]
)
def test_house_styles(written: str, understood: str) -> None:
    told = understood.strip().removeprefix("=>").strip()
    assert _answered(MOTION, written) == (sorted(told.split("; ")) if told else [])


@pytest.mark.parametrize(("written", "understood"), styles("named_parts.txt"))
def test_parts_named_by_their_subject(written: str, understood: str) -> None:
    assert _answered(PUMPS, written) == sorted(understood.strip().removeprefix("=> ").split("; "))


@pytest.mark.parametrize(("written", "understood"), [*styles("asked_styles.txt"), *of_kinds("real_styles.txt", *ASK)])
def test_asked_styles(written: str, understood: str) -> None:
    kind, _, text = written.partition(": ")
    section = "§ 5" if kind == "protokoll" else None
    paper = with_decisions(document(text.replace(" / ", "\n"), kind, section=section, title="Motion om ett och annat"))
    asked = understood.strip().removeprefix("=>").strip()
    assert [demand.text for demand in paper.demands] == (asked.split(" | ") if asked else [])


def test_a_bilaga_of_minutes_asks_and_decides_nothing() -> None:
    text = """
    # Bilaga 2 till Ks § 14
    # Initiativ från Bo Alm (C)
    Bo Alm (C) föreslår att kommunstyrelsen beslutar
    - att en brygga byggs
    # Kommunstyrelsens beslut
    - Bryggan byggs.
    """
    minutes = document(text, "protokoll", body="Kommunstyrelsen", section="§ 14", title="Initiativ om en brygga")
    read = with_decisions(minutes)
    assert [(d.text, d.section) for d in read.demands] == [("en brygga byggs", "§ 14")]
    assert read.decisions == ()
