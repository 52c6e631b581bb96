from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.paragraph import Kind
from ingest.papers.decisions import decisions_of
from ingest.papers.leads import lead_of
from ingest.papers.spoken import (
    in_old_words,
    is_own_act,
    opens,
    row_that_decides,
    settles,
    settles_or_sends,
    speaks_up,
    tells_of_today,
    told_proposal,
)
from tests.ingest.papers.paper_made import document

KF, KS = "Kommunfullmäktige", "Kommunstyrelsen"


@pytest.mark.parametrize(
    ("text", "today"),
    [
        ("Kommunfullmäktige beslutade att bordlägga ärendet.", True),
        ("Kommunfullmäktige beslutade den 3 mars 2023, § 12, att avslå motionen.", False),
        ("Kommunfullmäktige avslog tidigare i år en sådan motion.", False),
        ("Kommunfullmäktige beslöt 1988-05-03 att avslå en likalydande motion.", False),
        ("Kommunfullmäktige beslöt att antaga taxan att gälla fr.o.m. den 1 januari 1993.", True),
        ("Kommunfullmäktige beslöt i januari att antaga taxan att gälla från och med den 1 juli.", False),
        ("Efter omröstning, med 20 ja mot 19 nej, beslöt kommunfullmäktige att avslå motionen.", True),
    ],
)
def test_what_names_a_day_or_an_earlier_time_is_not_of_the_meeting(text: str, *, today: bool) -> None:
    assert tells_of_today(text) is today


@pytest.mark.parametrize(
    ("text", "minutes", "speaks"),
    [
        ("Kommunfullmäktige beslutar att avslå motionen", True, True),
        ("Beslutas att avslå motionen", True, True),
        ("Kommunstyrelsen beslutar att avslå motionen", True, False),
        ("Kommunstyrelsen föreslår kommunfullmäktige att avslå motionen", True, False),
        ("Kommunfullmäktige beslutar att avslå motionen", False, True),
        ("Kommunstyrelsen beslutar att avslå motionen", False, False),
        ("Kommunstyrelsen föreslår kommunfullmäktige att avslå motionen", False, True),
    ],
)
def test_minutes_speak_for_their_own_body(text: str, *, minutes: bool, speaks: bool) -> None:
    lead = lead_of(text, KF if minutes else KS)
    assert lead is not None
    assert speaks_up(lead, KF if minutes else KS, minutes=minutes) is speaks


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("Fullmäktige biföll motionen.", True),
        ("Ärendet bordlades.", True),
        ("Motionen återremitterades till kommunstyrelsen.", True),
        ("Motionen avslogs.", False),
        ("Kommunfullmäktige avslår motionen.", True),
        ("Kommunstyrelsen biföll motionen.", False),
        ("Fullmäktige diskuterade motionen.", False),
        ("I höst avslog fullmäktige motionen.", False),
    ],
)
def test_the_own_body_is_the_subject(text: str, *, own: bool) -> None:
    assert is_own_act(text, KF) is own


def test_settling_and_sending() -> None:
    assert settles("motionen avslås")
    assert not settles("ärendet bordläggs")
    assert settles_or_sends("ärendet bordläggs")
    assert not settles_or_sends("rapporten läggs till handlingarna")


@pytest.mark.parametrize(
    "text",
    [
        "Kommunstyrelsen kommer senare att besluta om motionen.",
        "# Bakgrund\nKommunfullmäktige avslog i mars en liknande motion.",
        "# Bakgrund\nKommunstyrelsen beslutar att avslå motionen om hundar.",
        "# Yrkanden\nKommunfullmäktige beslutar att avslå motionen.",
        "# Votering\nKommunfullmäktige beslutade att avslå motionen.",
        "# Bakgrund\nKommunfullmäktige beslutar att godkänna rapporten om motioner.",
    ],
)
def test_minutes_that_decide_nothing_of_the_petition(text: str) -> None:
    paper = document(text, "protokoll", body=KF)
    assert decisions_of(paper.paragraphs, paper.parts[0]) == ()


def test_running_text_after_the_decision_is_no_item() -> None:
    text = "# Bakgrund\nFullmäktige biföll motionen.\nÄrendet har beretts av nämnden.\nParken är stor."
    paper = document(text, "protokoll", body=KF)
    assert [d.text for d in decisions_of(paper.paragraphs, paper.parts[0])] == ["Fullmäktige biföll motionen."]


def test_a_row_of_a_form_decides() -> None:
    paper = document(
        "Ärende | Motion om hundar\nBeslut | Motionen avslås.\nKopia till | Parkenheten", "protokoll", body=KF
    )
    rows = tuple(replace(p, kind=Kind.TABLE_ROW, cells=tuple(p.text.split(" | "))) for p in paper.paragraphs)
    found = decisions_of(rows, paper.parts[0])
    assert [(d.body, d.status.value, d.disposition.value, d.text) for d in found] == [
        (KF, "adopted", "avslås", "Motionen avslås.")
    ]


@pytest.mark.parametrize("text", ["Beslut | Datum", "Yrkande | Motionen avslås", "Beslut", "Anna Ek | Motionen avslås"])
def test_other_rows_decide_nothing(text: str) -> None:
    assert row_that_decides(text, KF) is None


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Kommunstyrelsen föreslog 1991-11-05, § 210, kommunfullmäktige att avslå motionen.", KS),
        ("Kommunstyrelsen har den 4 mars 1983 § 41 föreslagit fullmäktige besluta att bifalla motionen.", KS),
        ("Kommunstyrelsen har föreslagit fullmäktige att bygga en bro.", None),
        ("Kommunstyrelsen hade 1979-10-02 § 12 hemställt att kommunfullmäktige måtte avslå motionen.", KS),
        ("Kommunstyrelsen har den 4 mars 1983 föreslagit fullmäktige att antaga taxan.", KS),
        ("Kommunfullmäktige har den 4 mars 1983 föreslagit regeringen att avslå motionen.", None),
        ("Kommunstyrelsen beslöt 1991-11-05 att avslå motionen.", None),
    ],
)
def test_what_was_proposed_on_an_earlier_day(text: str, rest: str | None) -> None:
    lead = told_proposal(text, KF)
    assert (lead.proposer if lead else None) == rest


@pytest.mark.parametrize(
    ("text", "opened"),
    [
        ("Kommunfullmäktige beslutar att avslå motionen.", True),
        ("Kommunfullmäktige beslöt att avslå motionen.", True),
        ("Kommunfullmäktige beslöt 1993-02-22 att avslå motionen.", False),
        ("Kommunstyrelsen föreslog kommunfullmäktige att avslå motionen.", False),
        ("Kommunfullmäktige beslöt", False),
    ],
)
def test_what_follows_an_opening_is_the_item(text: str, *, opened: bool) -> None:
    lead = lead_of(text, KF)
    assert lead is not None
    assert opens(lead, text) is opened


@pytest.mark.parametrize(
    ("text", "old"),
    [
        ("Kommunfullmäktige beslöt att antaga taxan.", True),
        ("Beslutades att antaga taxan.", True),
        ("Kommunfullmäktige beslutade att anta taxan.", False),
        ("Kommunstyrelsen beslöt att antaga taxan.", False),
        ("Kommunfullmäktige beslutar att anta taxan som man beslöt om.", False),
    ],
)
def test_the_tense_of_older_minutes(text: str, *, old: bool) -> None:
    lead = lead_of(text, KF)
    assert lead is not None
    assert in_old_words(text, lead, KF) is old


@pytest.mark.parametrize(
    "text",
    [
        "Med 20 ja mot 26 nej finner ordföranden att kommunfullmäktige beslutar att avslå motionen.",
        "Ordföranden ställer proposition på yrkandena och finner att kommunfullmäktige beslutar avslå motionen.",
    ],
)
def test_what_the_chair_finds_is_decided_where_no_heading_says_it(text: str) -> None:
    def decided(lines: str) -> list[str]:
        paper = document(lines, "protokoll", body=KF)
        return [d.disposition.value for d in decisions_of(paper.paragraphs, paper.parts[0])]

    assert decided(f"# Beslutsgång\n{text}") == ["avslås"]
    assert decided(f"# Beslutsgång\n{text}\nVotering begärs.") == []
    assert decided(f"# Beslutsgång\n{text}\n# Beslut\nMotionen bifalls.") == ["bifalls"]


def test_a_letters_last_sentence_proposes_where_no_heading_does() -> None:
    text = "# Bedömning\nBroar är dyra. Kontoret föreslår därför att kommunfullmäktige avslår motionen."
    paper = document(text, "motionssvar")
    found = decisions_of(paper.paragraphs, paper.parts[0])
    assert [(d.body, d.status.value, d.disposition.value) for d in found] == [(KF, "proposed", "avslås")]
