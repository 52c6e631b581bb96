from __future__ import annotations

import pytest

from ingest.papers.recalls import recalls_of
from tests.ingest.papers.paper_made import document


@pytest.mark.parametrize(
    "text",
    [
        "Kommunfullmäktige avslog den 24 november 2014, § 171, en motion från Folkpartiet om en skateramp.",
        "En motion om kallbadhus avslogs 2015, en om bastu ansågs 2019 besvarad.",
        "Den 19 november 2020 förklarade fullmäktige en motion om kameror vid skolorna besvarad.",
        "Den 17 juni 2019, § 96, ansågs en motion från Moderaterna om en betongpark besvarad.",
        "Nämnden sade 2018 nej till ett liknande e-förslag i Rajala på grund av markförhållandena.",
        "När kommunfullmäktige avslog en liknande motion var marken tänkt för en förskola.",
        "Kommunfullmäktige återremitterade ärendet den 25 april 2024 för att behovet skulle undersökas.",
        "Frågan har prövats två gånger. Fullmäktige har behandlat liknande motioner.",
        "Vi vet att en motion om broddar avslogs för drygt tre år sedan.",
    ],
)
def test_what_was_decided_before_is_recalled(text: str) -> None:
    paper = document(f"# Bakgrund\n{text}", "motionssvar")
    assert recalls_of(paper.paragraphs, paper.parts[0], without=()) == (2,)
    assert recalls_of(paper.paragraphs, paper.parts[0], without=(2,)) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Förvaltningen föreslår att motionen avslås med hänvisning till kostnaden 2025.",
        "Ordföranden förklarade överläggningen avslutad och ställde proposition på förslagen.",
        "Sedan 2019 har kommunen byggt elva lekplatser för 14 miljoner kronor.",
        "Motionen avslogs 2015.",
        "Under åren 2014–2018 kom 212 medborgarförslag in, varav 9 procent bifölls.",
    ],
)
def test_what_is_proposed_done_or_told_too_shortly_is_not(text: str) -> None:
    paper = document(f"# Bakgrund\n{text}", "motionssvar")
    assert recalls_of(paper.paragraphs, paper.parts[0], without=()) == ()


def test_a_heading_recalls_nothing() -> None:
    paper = document("# En tidigare motion om kallbadhus på piren avslogs 2015 av kommunfullmäktige", "motionssvar")
    assert recalls_of(paper.paragraphs, paper.parts[0], without=()) == ()


def test_a_long_paragraph_is_read_in_no_time() -> None:
    paper = document("motion förslag ärendet frågan " * 5000, "motionssvar")
    assert recalls_of(paper.paragraphs, paper.parts[0], without=()) == ()
