from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from corpus.document import DocumentType, Part
from ingest.papers.decided import addressed_in, with_decisions
from ingest.papers.resolve import Member, resolve
from tests.ingest.papers.paper_made import document


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


def test_who_gets_the_decision_does_not_receive_the_letter() -> None:
    paper = document("# Förslag till beslut\nA antas.\n# Beslutet skickas till\nKommunstyrelsen", "tjänsteskrivelse")
    assert addressed_in(paper.paragraphs, paper.parts[0]) == ()


def test_a_policy_decides_nothing() -> None:
    paper = with_decisions(document("# Beslut\n1. Motionen avslås.", "policy"))
    assert paper.decisions == ()


BODIES = {"KF": "Kommunfullmäktige", "KS": "Kommunstyrelsen", "SN": "Socialnämnden", "brev": None}
MOTION = with_decisions(
    document("Vi yrkar\n- att skolor målas\n- att broar byggs\n- att parker vårdas", "motion", date="2020-01-01")
)
_LINES = [
    line for line in Path(__file__).with_name("house_styles.txt").read_text("utf-8").splitlines() if line[0] != "#"
]
STYLES = list(zip(_LINES[::2], _LINES[1::2], strict=True))


@pytest.mark.parametrize(("written", "understood"), STYLES)
def test_house_styles(written: str, understood: str) -> None:
    who, _, text = written.partition(": ")
    kind, section = ("motionssvar", None) if who == "brev" else ("protokoll", "§ 5")
    lines = text.replace(" / ", "\n")
    paper = document(
        lines, kind, body=BODIES[who], date="2020-05-01", section=section, file="b.pdf", title="Svar på motion"
    )
    read = resolve([Member(MOTION), Member(with_decisions(paper))])[1].decisions
    names = {name: short for short, name in BODIES.items()}
    found = []
    for one in read:
        demands, disposition = ",".join(map(str, one.demands)) or "-", one.disposition.value.replace(" ", "_")
        found.append(f"{names[one.body]} {one.status.value} {disposition} {demands}")
    assert sorted(found) == sorted(understood.strip().removeprefix("=> ").split("; "))
