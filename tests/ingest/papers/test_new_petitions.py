from __future__ import annotations

import pytest

from corpus.decision import Demand
from corpus.document import Document
from ingest.papers.decided import with_decisions
from ingest.papers.decisions import answered
from ingest.papers.new_petitions import UNANSWERED, drawn_back, hands_in
from tests.ingest.papers.paper_made import document

KF = "Kommunfullmäktige"
LIST = """
# Redogörelse
Motion från Vera Lo (V) om bänkar
Vera Lo (V) yrkar:
- att bänkar ställs ut
- att parken belyses
Bo Ek (C) drar, för revidering, tillbaka sin motion om vindkraft.
"""


def paper(text: str, title: str) -> Document:
    return document(text, "protokoll", body=KF, section="§ 40", title=title)


def hands(text: str, title: str) -> bool:
    made = paper(text, title)
    return hands_in(made.parts[0], made.paragraphs)


@pytest.mark.parametrize(
    "title",
    [
        "Motioner",
        "Inkomna motioner",
        "Nya motioner och medborgarförslag",
        "Mottagande av motioner",
        "§ 40 Anmälan av nyinkomna motioner",
        "Motioner från fullmäktiges ledamöter",
        "Interpellationer, frågor och motioner",
        "Motioner för beredning",
    ],
)
@pytest.mark.parametrize(
    "decision",
    [
        "Motionerna överlämnas till kommunstyrelsen för beredning.",
        "Kommunfullmäktige medger att motionerna ställs.",
        "Kommunfullmäktige tar emot motionerna och skickar dem till kommunstyrelsen.",
    ],
)
def test_a_paragraf_that_hands_motions_in(title: str, decision: str) -> None:
    assert hands(f"# Beslut\n{decision}\n{LIST}", title)


@pytest.mark.parametrize(
    ("title", "decision"),
    [
        ("Svar på motioner om skolan", "Motionerna avslås."),
        ("Motioner från V och S om skolan", "Motionerna överlämnas till kommunstyrelsen."),
        ("Motioner under beredning", "Redovisningen av motionerna överlämnas."),
        ("Motion om bänkar", "Motionen överlämnas till kommunstyrelsen."),
        ("Motioner", "Motion 1 avslås, motion 2 bifalls."),
    ],
)
def test_a_paragraf_that_answers_or_tells_of_motions_hands_none_in(title: str, decision: str) -> None:
    assert not hands(f"# Beslut\n{decision}\n{LIST}", title)


@pytest.mark.parametrize(
    ("decision", "disposition"),
    [
        ("Motionerna överlämnas till kommunstyrelsen för beredning.", "övrigt"),
        ("Kommunfullmäktige beslutar att bifalla att motionerna ställs.", "övrigt"),
        ("Motionerna anses väckta och besvaras efter beredning.", "övrigt"),
        ("- Motionerna remitteras.\n- Motionen om vindkraft avslås.", "avslås"),
    ],
)
def test_no_decision_there_answers_a_demand_be_it_the_case_s(decision: str, disposition: str) -> None:
    made = with_decisions(paper(f"# Beslut\n{decision}\n{LIST}", "Inkomna motioner"))
    assert made.demands == ()
    assert [one.demands for one in made.decisions] == [()] * len(made.decisions)
    assert disposition in [one.disposition.value for one in made.decisions]
    told = [one for one in made.decisions if UNANSWERED in one.uncertain]
    demands = (Demand(1, "bänkar ställs ut", 1), Demand(2, "parken belyses", 2))
    assert [one.demands for one in answered(told, demands)] == [()] * len(told)


@pytest.mark.parametrize(
    "sentence",
    [
        "Bo Ek (C) drar, för revidering, tillbaka sin motion om vindkraft.",
        "Bo Ek (C) har återtagit sin motion.",
        "Motionen om vindkraft dras tillbaka av motionären.",
        "Bo Ek (C) meddelar att motionen återkallas.",
        "Bo Ek (C) tar sin motion om vindkraft tillbaka.",
    ],
)
def test_a_motion_that_is_drawn_back_is_told(sentence: str) -> None:
    text = f"# Beslut\nMotionerna överlämnas till kommunstyrelsen.\n# Ärendet\n2. Två motioner. {sentence}"
    made = with_decisions(paper(text, "Inkomna motioner"))
    assert [(one.text, one.disposition.value, one.demands) for one in made.decisions][1:] == [(sentence, "övrigt", ())]


@pytest.mark.parametrize(
    "sentence",
    [
        "Bo Ek (C) drar tillbaka sitt yrkande om återremiss av motionen.",
        "Bo Ek (C) drog 2019 tillbaka en motion om vindkraft.",
        "En motion om vindkraft har tidigare dragits tillbaka.",
    ],
)
def test_what_is_no_motion_drawn_back_today(sentence: str) -> None:
    made = paper(f"# Ärendet\n{sentence}", "Motion om vindkraft")
    assert list(drawn_back(made.paragraphs, made.parts[0], ())) == []


def test_a_paragraph_that_decides_is_not_told_twice() -> None:
    made = with_decisions(paper("# Beslut\nMotionen dras tillbaka.", "Motion om vindkraft"))
    assert [one.text for one in made.decisions] == ["Motionen dras tillbaka."]


def test_a_matter_that_is_written_off_since_its_motion_was_drawn_back_is_decided_once() -> None:
    text = "# Ärendet\nMotionären har dragit tillbaka motionen.\n# Beslut\nÄrendet avskrivs."
    assert [one.text for one in with_decisions(paper(text, "Motion om vindkraft")).decisions] == ["Ärendet avskrivs."]
