"""Proposals that minutes only recount are background once the body itself has decided in the §."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.decision import Decision, Disposition, Status
from corpus.document import Document
from ingest.papers.decisions import decisions_of
from ingest.papers.resolve import Member, resolve
from ingest.papers.retold import Voice, is_retold, marked, meant, recounted, voice_of
from ingest.papers.sections import section_of
from tests.ingest.papers.paper_made import document

KS, KF, AU = "Kommunstyrelsen", "Kommunfullmäktige", "Kommunstyrelsens arbetsutskott"


def read(text: str, body: str) -> list[tuple[str | None, str, str]]:
    paper = document(text, "protokoll", body=body, section="§ 5")
    found = decisions_of(paper.paragraphs, paper.parts[0])
    return [(d.body, d.status.value, d.disposition.value) for d in found]


@pytest.mark.parametrize(
    ("heading", "own", "voice"),
    [
        ("Arbetsutskottets förslag till kommunstyrelsen", KS, Voice.OTHERS),
        ("Arbetsutskottets förslag till kommunstyrelsen", AU, Voice.OWN),
        ("Kommunledningsförvaltningens förslag till beslut", KS, Voice.OTHERS),
        ("Ordförandens förslag", KS, Voice.OTHERS),
        ("Kommunstyrelsens förslag till kommunfullmäktige", KS, Voice.OWN),
        ("Kommunstyrelsens förslag till kommunfullmäktige", KF, Voice.OTHERS),
        ("Förslag till beslut", KS, Voice.OTHERS),
        ("Förslag till beslut i kommunfullmäktige", KS, Voice.UNSAID),
        ("Beslut", KS, Voice.OWN),
        ("Liggande förslag", KF, Voice.OTHERS),
        ("Kommunstyrelsens beslut", KF, Voice.OTHERS),
        ("Kommunstyrelsens beslut", KS, Voice.OWN),
        ("Kommunfullmäktiges beslut", KS, Voice.UNSAID),
        ("Kommunstyrelsens ställningstagande", KS, Voice.OTHERS),
        ("Beslut 2", KF, Voice.OWN),
    ],
)
def test_whose_words_a_section_holds(heading: str, own: str, voice: Voice) -> None:
    section = section_of(heading, own)
    assert section is not None
    assert voice_of(section, own, heading) is voice


@pytest.mark.parametrize(
    "above",
    [
        "# Arbetsutskottets förslag till kommunstyrelsen\n1. KS föreslår KF besluta att avslå motionen.",
        "# Förvaltningens förslag till beslut\nKommunfullmäktige beslutar\natt avslå motionen.",
        "# Ordförandens förslag\n1. Motionen avslås.",
        "# Förslag till beslut\nKommunstyrelsen föreslår kommunfullmäktige besluta\n1. Motionen avslås.",
        "# Förslag till beslut i kommunfullmäktige\nMotionen avslås.",
    ],
)
def test_a_recounted_proposal_is_no_decision(above: str) -> None:
    text = f"{above}\n# Beslut\nKommunstyrelsen föreslår kommunfullmäktige besluta\natt bifalla motionen."
    assert read(text, KS) == [(KF, "proposed", "bifalls")]


def test_the_executives_proposal_in_the_councils_minutes() -> None:
    text = "# Kommunstyrelsens förslag\n1. Motionen avslås.\n# Beslut\nKommunfullmäktige bifaller motionen."
    assert read(text, KF) == [(KF, "adopted", "bifalls")]


def test_where_nothing_else_is_decided_the_proposal_stays() -> None:
    assert read("# Arbetsutskottets förslag\n1. Motionen avslås.", KS) == [(KF, "proposed", "avslås")]


def test_a_proposal_to_the_council_beside_the_boards_own_decision_stays() -> None:
    text = "# Förslag till kommunfullmäktige\nMotionen avslås.\n# Kommunstyrelsens beslut\n1. Kommunchefen utreder."
    assert read(text, KS) == [(KF, "proposed", "avslås"), (KS, "adopted", "övrigt")]


def test_a_decision_by_reference_takes_the_proposal_it_names() -> None:
    text = (
        "# Förvaltningens förslag\n1. Motionen bifalls.\n# Arbetsutskottets förslag\n1. Motionen avslås.\n"
        "# Beslut\nKommunfullmäktige beslutar enligt arbetsutskottets förslag."
    )
    paper = document(text, "protokoll", body=KF, section="§ 5")
    made = decisions_of(paper.paragraphs, paper.parts[0])
    assert [is_retold(d) for d in made] == [True, True, False]
    (whole,) = resolve([Member(_with(paper, made), "§ 5")])
    assert [(d.body, d.status.value, d.disposition.value) for d in whole.decisions] == [(KF, "adopted", "avslås")]


def _with(paper: Document, decisions: tuple[Decision, ...]) -> Document:
    return replace(paper, decisions=decisions)


def test_plain_lines_after_the_debate() -> None:
    text = "Yrkanden\nAnna Ek (V) yrkar bifall till motionen.\nKommunfullmäktige beslutar\natt avslå motionen."
    assert read(text, KF) == [(KF, "adopted", "avslås")]
    moved = "Yrkanden\nAnna Ek (V) yrkar:\nKommunfullmäktige beslutar\natt bifalla motionen."
    assert read(moved, KF) == []


def test_the_proposal_on_the_table() -> None:
    text = "# Liggande förslag\nKommunstyrelsen föreslår att motionen avslås.\n# Beslut\nKF bifaller liggande förslag."
    paper = document(text, "protokoll", body=KF, section="§ 5")
    (whole,) = resolve([Member(_with(paper, decisions_of(paper.paragraphs, paper.parts[0])), "§ 5")])
    assert [(d.body, d.status.value, d.disposition.value) for d in whole.decisions] == [(KF, "adopted", "avslås")]


def test_which_items_recount() -> None:
    assert recounted([(Voice.OTHERS, KF), (Voice.UNSAID, KF)]) == (False, False)
    assert recounted([(Voice.OTHERS, KF), (Voice.UNSAID, KF), (Voice.OWN, KS)]) == (True, False, False)
    assert recounted([(Voice.OTHERS, KF), (Voice.UNSAID, KF), (Voice.OWN, KF)]) == (True, True, False)


def test_the_proposer_that_a_decision_names() -> None:
    made = Decision(KF, "§ 5", 1, Status.ADOPTED, Disposition.AVSLAS, "Motionen avslås.", 1)
    office, committee = marked(made, "förvaltningen"), marked(made, "Arbetsutskottet")
    assert office.status is Status.PROPOSED
    assert meant([office, committee], "enligt arbetsutskottets förslag") == (committee,)
    assert meant([office, committee], "enligt förslaget") == (office, committee)


def test_an_immediate_adjustment_is_no_item() -> None:
    text = "# Beslut\n1. Motionen avslås.\nParagrafen förklaras omedelbart justerad."
    assert read(text, KF) == [(KF, "adopted", "avslås")]


def test_a_sentence_that_says_whose_proposal_won_is_no_item_where_it_is_listed_after() -> None:
    announced = "Efter sluten omröstning beslöt kommunstyrelsen enligt arbetsutskottets förslag.\n"
    listed = "# Kommunstyrelsens förslag till kommunfullmäktige\natt motionen avslås."
    assert read(announced + listed, KS) == [(KF, "proposed", "avslås")]
    assert read("# Beslut\n- Kommunfullmäktige beslutar enligt förslaget.\n- Motionären tackas.", KF)[0][1] == "adopted"


def test_what_a_sentence_tells_of_an_earlier_proposal_is_used_and_never_shown() -> None:
    told = "Kommunstyrelsen har den 5 maj 1992, § 77, föreslagit kommunfullmäktige besluta att avslå motionen.\n"
    assert read(told + "# Beslut\natt bifalla motionen.", KF) == [(KF, "adopted", "bifalls")]
    assert read(told, KF) == []
    paper = document(f"{told}Kommunfullmäktige beslöt i enlighet härmed.", "protokoll", body=KF, section="§ 5")
    (whole,) = resolve([Member(_with(paper, decisions_of(paper.paragraphs, paper.parts[0])), "§ 5")])
    assert [(d.body, d.status.value, d.disposition.value) for d in whole.decisions] == [(KF, "adopted", "avslås")]


def test_a_taxa_is_adopted_by_reference_to_what_is_told() -> None:
    text = (
        "Kommunstyrelsen har 1998-09-01 § 99 föreslagit kommunfullmäktige att antaga taxan.\n"
        "Kommunfullmäktige beslöt i enlighet härmed."
    )
    paper = document(text, "protokoll", body=KF, section="§ 5", title="Taxa för renhållning")
    (whole,) = resolve([Member(_with(paper, decisions_of(paper.paragraphs, paper.parts[0])), "§ 5")])
    assert [(d.body, d.status.value, d.disposition.value) for d in whole.decisions] == [(KF, "adopted", "antas")]
