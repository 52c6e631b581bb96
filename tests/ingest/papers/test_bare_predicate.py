from __future__ import annotations

import pytest

from ingest.papers.bare_predicate import as_proposed, is_bare
from ingest.papers.decisions import decisions_of
from ingest.papers.demands import demands_of
from tests.ingest.papers.paper_made import document


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("har avslagits.", True),
        ("Avslås.", True),
        ("att avslå", True),
        ("anses besvarad med hänvisning till yttrandet.", True),
        ("ska anses besvarad", True),
        ("Avslag.", True),
        ("Är besvarad.", True),
        ("Återremitteras till kommunstyrelsen.", True),
        ("Avslag på motionen.", False),
        ("Motionen avslås.", False),
        ("att avslå ansökan", False),
        ("besvaras av nämnden", False),
    ],
)
def test_a_decision_without_a_subject(text: str, *, bare: bool) -> None:
    assert is_bare(text) == bare


@pytest.mark.parametrize(
    ("text", "follows"),
    [
        ("Bifalles enligt kommunstyrelsens förslag.", True),
        ("Bifall till förslaget.", True),
        ("att bifalla liggande förslag", True),
        ("har bifallits enligt nämndens förslag", True),
        ("Kommunstyrelsens förslag antas.", True),
        ("Förslaget bifalls.", True),
        ("Kommunfullmäktige godkänner kommunstyrelsens förslag till beslut.", True),
        ("Kommunstyrelsens förslag vinner bifall", True),
        ("Kommunstyrelsens förslag till taxa antas.", False),
        ("Bifall till motionens förslag om bänkar.", False),
        ("Bifall till Vera Los förslag.", False),
        ("Motionen bifalls enligt kommunstyrelsens förslag.", False),
    ],
)
def test_a_bifall_of_what_was_proposed(text: str, *, follows: bool) -> None:
    assert as_proposed(text) == follows


@pytest.mark.parametrize(("title", "demands"), [("Motion om hundar", (1, 2)), ("Taxa för hundar", ())])
def test_the_title_is_the_subject(title: str, demands: tuple[int, ...]) -> None:
    text = "I motionen yrkas\n- att hundar får springa\n- att katter får sova\n# Beslut\nhar avslagits."
    paper = document(text, "protokoll", body="Kommunfullmäktige", section="§ 5", title=title)
    asked = demands_of(paper.paragraphs, paper.parts[0])
    (decision,) = decisions_of(paper.paragraphs, paper.parts[0], demands=asked)
    assert (decision.disposition.value, decision.demands) == ("avslås", demands)
