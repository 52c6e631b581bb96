from __future__ import annotations

from dataclasses import replace

import pytest

from ingest.papers.demands import demands_of
from tests.ingest.papers.paper_made import document


def asked(text: str, kind: str = "motion") -> list[str]:
    paper = document(text, kind)
    return [demand.text for demand in demands_of(paper.paragraphs, paper.parts[0])]


TWO = ["en hundrastgård byggs", "papperskorgar sätts upp"]


@pytest.mark.parametrize(
    "text",
    [
        "Vi behöver en hundrastgård.\nVi föreslår därför\n- att en hundrastgård byggs\n- att papperskorgar sätts upp",
        "Moderaterna yrkar att:\n1. en hundrastgård byggs\n2. papperskorgar sätts upp",
        "Vi yrkar att fullmäktige beslutar att\n- en hundrastgård byggs,\n- papperskorgar sätts upp",
        "Hundar springer. Vi föreslår kommunfullmäktige att en hundrastgård byggs samt att papperskorgar sätts upp.",
        "Med anledning av det anförda yrkar vi att en hundrastgård byggs, samt att papperskorgar sätts upp.",
        "# Motion om hundar\nHundar är bra.\n- en hundrastgård byggs\n- papperskorgar sätts upp\nAnna Ek (V)",
        "Jag föreslår kommunfullmäktige besluta:\natt en hundrastgård byggs\natt papperskorgar sätts upp",
        "Undertecknade föreslår fullmäktige besluta\nI. att en hundrastgård byggs\nII. att papperskorgar sätts upp",
        "Av dessa skäl yrkar Liberalerna:\nAtt: en hundrastgård byggs\nAtt: papperskorgar sätts upp",
        "Hundar springer.\nFörslag till beslut:\nen hundrastgård byggs,\npapperskorgar sätts upp,\nAnna Ek (V)",
        "Hundar springer.\nYrkande 1: en hundrastgård byggs\nYrkande 2: papperskorgar sätts upp",
        "Jag yrkar:\nAtt fullmäktige ger nämnden i uppdrag att:\n- en hundrastgård byggs\n- papperskorgar sätts upp",
        "Vi föreslår därför att:\nen hundrastgård byggs,\npapperskorgar sätts upp,\n2022-01-01",
        "# Förslag till beslut\na) att en hundrastgård byggs\nb) att papperskorgar sätts upp",
        "Undertecknad hemställer att fullmäktige beslutar att en hundrastgård byggs, och att papperskorgar sätts upp.",
        "Kommunen ska\n- värna djur\n- värna barn\nMot denna bakgrund föreslår Vänsterpartiet\n"
        "- att en hundrastgård byggs\n- att papperskorgar sätts upp",
        "Därför yrkar Socialdemokraterna\natt en hundrastgård byggs,\natt papperskorgar sätts upp.",
        "Vi hemställer att en hundrastgård byggs. Slutligen hemställer vi att papperskorgar sätts upp.",
        "# Förslag till beslut\nKommunfullmäktige beslutar att en hundrastgård byggs, att papperskorgar sätts upp.",
        "# Yrkande\nAtt en hundrastgård byggs\nAtt papperskorgar sätts upp\nAnna Ek",
        "Undertecknade föreslår därför\nI. att en hundrastgård byggs\nII. att papperskorgar sätts upp",
        "Vi yrkar 1) att en hundrastgård byggs och 2) att papperskorgar sätts upp.",
        "Vi yrkar att en hundrastgård byggs,\natt papperskorgar sätts upp.",
        "Hundar springer.\nJag föreslår att en hundrastgård byggs.\natt papperskorgar sätts upp",
        "Vi yrkar att en hundrastgård byggs samt\n- att papperskorgar sätts upp",
        "I budgeten föreslår vi mer.\nDärför yrkar vi att en hundrastgård byggs och att papperskorgar sätts upp.",
    ],
)
def test_what_a_motion_asks(text: str) -> None:
    assert [text.rstrip(".") for text in asked(text)] == TWO


def test_plain_paragraphs_under_a_heading_that_asks() -> None:
    text = "# Motion\nHundar är bra.\n# Förslag till beslut\nEn hundrastgård byggs.\nPapperskorgar sätts upp."
    assert asked(text) == ["En hundrastgård byggs.", "Papperskorgar sätts upp."]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Ek har lämnat en motion. I motionen föreslås att:\n- en hundrastgård byggs\n- papperskorgar sätts upp",
        "I motionen yrkas följande:\na) att en hundrastgård byggs\nb) att papperskorgar sätts upp",
        "Motionens två förslag är\n- att en hundrastgård byggs\n- att papperskorgar sätts upp",
        "Anna Ek (V) har väckt en motion med två punkter:\n1. en hundrastgård byggs\n2. papperskorgar sätts upp",
        "Av motionen framgår två yrkanden:\n- att en hundrastgård byggs\n|\n- att papperskorgar sätts upp",
        "Motionens förslag lyder: 1. en hundrastgård byggs 2. papperskorgar sätts upp.",
        "Vänsterpartiet har motionerat om att en hundrastgård byggs och att papperskorgar sätts upp.",
        "# Motionens yrkanden\n1. att en hundrastgård byggs\n2. att papperskorgar sätts upp",
        "I en motion till fullmäktige hemställer Bo Ek att en hundrastgård byggs och att papperskorgar sätts upp.",
        "Motionärerna vill att kommunen ska\n- en hundrastgård byggs\n- papperskorgar sätts upp",
        "# Motionens förslag\nen hundrastgård byggs.\npapperskorgar sätts upp.",
        "Bo Ek (V) föreslår i en motion\n- att en hundrastgård byggs\n- att papperskorgar sätts upp",
        "En boende har lämnat ett medborgarförslag om\n- att en hundrastgård byggs\n- att papperskorgar sätts upp",
        "Motionären föreslår i sin motion att en hundrastgård byggs och att papperskorgar sätts upp.",
    ],
)
@pytest.mark.parametrize("kind", ["motionssvar", "protokoll"])
def test_demands_repeated(text: str, kind: str) -> None:
    assert [text.rstrip(".") for text in asked(text, kind)] == TWO


@pytest.mark.parametrize(
    "text",
    [
        "Bo Ek väcker ett ledamotsinitiativ med följande krav.\n1. en hundrastgård byggs\n2. papperskorgar sätts upp",
        "C lämnar ett nämndinitiativ med följande lydelse:\n- att en hundrastgård byggs\n- att papperskorgar sätts upp",
        "Vänsterpartiet har anmält ett initiativärende om att en hundrastgård byggs och att papperskorgar sätts upp.",
        "I initiativet föreslås att en hundrastgård byggs och att papperskorgar sätts upp.",
        "Initiativet innehåller följande punkter.\n1. en hundrastgård byggs\n2. papperskorgar sätts upp",
        "Bo Ek (C) lade fram ett ledamotsförslag om\n- att en hundrastgård byggs\n- att papperskorgar sätts upp",
        "# Ledamotsinitiativets förslag\n1. en hundrastgård byggs\n2. papperskorgar sätts upp",
        "Nämndinitiativets förslag lyder: 1. en hundrastgård byggs 2. papperskorgar sätts upp.",
        "Centerpartiet yrkar i sitt nämndinitiativ:\natt en hundrastgård byggs\natt papperskorgar sätts upp",
    ],
)
def test_what_a_member_puts_to_the_own_board(text: str) -> None:
    minutes = document(f"# Ärendet\n{text}\n# Nämndens beslut\nKontoret får i uppdrag att bereda frågan.", "protokoll")
    part = replace(minutes.parts[0], title="Ledamotsinitiativ om hundar")
    assert [demand.text.rstrip(".") for demand in demands_of(minutes.paragraphs, part)] == TWO


@pytest.mark.parametrize(
    "told",
    [
        "Anna Ek (V) yrkar att en hundrastgård byggs och att papperskorgar sätts upp.",
        "Anna Ek och Bo Alm (båda V) yrkar att en hundrastgård byggs och att papperskorgar sätts upp.",
        "Vänsterpartiet vill hjälpa hundarna. De yrkar att en hundrastgård byggs samt att papperskorgar sätts upp.",
        "Liberalerna vill att en hundrastgård byggs och att papperskorgar sätts upp.",
        "Anna Ek vill att en hundrastgård byggs och att papperskorgar sätts upp.",
        "Vänsterpartiet vill mer. De har två yrkanden:\n1. en hundrastgård byggs\n2. papperskorgar sätts upp",
    ],
)
def test_demands_retold_under_a_title_that_names_the_motion(told: str) -> None:
    answer = document(f"# Svar på motion om hundar\n# Ärendet\n{told}", "motionssvar")
    part = replace(answer.parts[0], title="Svar på motion om hundar")
    assert [demand.text.rstrip(".") for demand in demands_of(answer.paragraphs, part)] == TWO
    elsewhere = replace(part, title="Hundar i centrum")
    assert demands_of(answer.paragraphs, elsewhere) == () or "två yrkanden" in told


def test_what_members_move_at_the_meeting_is_no_demand() -> None:
    minutes = document("# Diskussion på mötet\nAnna Ek (V) yrkar att en hundrastgård byggs.", "protokoll")
    part = replace(minutes.parts[0], title="Svar på motion om katter")
    assert demands_of(minutes.paragraphs, part) == ()


@pytest.mark.parametrize(
    "text",
    [
        "# Förslag till beslut\nKommunstyrelsen föreslår kommunfullmäktige besluta\n1. att avslå motionen",
        "# Yrkanden\nAnna Ek (V) yrkar att motionen ska bifallas och att ärendet ska avgöras.",
        "Kommunstyrelsen föreslog den 31 augusti 2021, § 164, att motionens andra förslag skulle avslås.",
        "Motionären vill att kommunen ska värna sina hundar bättre än i dag.",
        "Anna Ek (V) yrkar bifall till motionen och att protokollet justeras.",
        "Nämnden har yttrat sig över motionen och föreslår att den avslås.",
    ],
)
def test_what_is_no_demand(text: str) -> None:
    assert asked(text, "protokoll") == []


def test_one_demand_in_running_text() -> None:
    assert asked("Det saknas bänkar. Vårt förslag är att kommunen köper bänkar.") == ["kommunen köper bänkar."]


def test_the_questions_of_an_interpellation_are_no_demands() -> None:
    assert asked("Jag vill därför fråga:\n1. Hur stora är kostnaderna?\n2. Vad gör du?", "interpellation") == []


def test_a_bullet_below_a_numbered_demand_belongs_to_it() -> None:
    text = "Vi yrkar att\n1. en plan tas fram för\n- hundar\n- katter\n2. papperskorgar sätts upp"
    assert asked(text) == ["en plan tas fram för hundar katter", "papperskorgar sätts upp"]


def test_numbers_and_paragraphs() -> None:
    paper = document("Vi yrkar\n- att a görs\n- att b görs", "protokoll", section="§ 7")
    motion = document("Vi yrkar\n- att a görs\n- att b görs", "motion", section="§ 7")
    assert demands_of(paper.paragraphs, paper.parts[0])[0].section == "§ 7"
    assert [(d.n, d.paragraph) for d in demands_of(motion.paragraphs, motion.parts[0])] == [(1, 2), (2, 3)]


def test_a_torn_item_goes_on() -> None:
    assert asked("Vi yrkar\n- att hälften av alla nya\nlokaler byggs i trä\n- att b görs") == [
        "hälften av alla nya lokaler byggs i trä",
        "b görs",
    ]


def test_a_list_that_does_not_ask_is_not_the_demand() -> None:
    assert asked("Kommunen har i dag:\n- en hund\n- en katt\nDärför yrkar jag att kommunen skaffar en fisk.") == [
        "kommunen skaffar en fisk."
    ]


def test_a_plain_line_that_heads_a_section_ends_what_is_proposed() -> None:
    text = """
    Förslag till beslut
    Motionen avslås.
    Bakgrund
    Eva Lund (V) föreslår i en motion:
    - att en hundrastgård byggs
    - att papperskorgar sätts upp
    """
    assert asked(text, "motionssvar") == TWO


def test_how_the_writer_proposes_is_no_demand() -> None:
    text = """
    # Så här föreslår vi att kommunstyrelsen beslutar
    - Kommunstyrelsen föreslår kommunfullmäktige att avslå motionen.
    # Bakgrund
    Eva Lund (V) föreslår i en motion:
    - att en hundrastgård byggs
    - att papperskorgar sätts upp
    """
    assert asked(text, "motionssvar") == TWO


def test_att_satser_in_plain_lines_are_one_list() -> None:
    assert asked("Att-satser\natt en hundrastgård byggs\natt papperskorgar sätts upp") == TWO


def test_the_proposal_in_the_motion_is() -> None:
    text = "Förslaget i motionen är att en hundrastgård byggs samt att papperskorgar sätts upp"
    assert asked(text, "motionssvar") == TWO


@pytest.mark.parametrize(
    "heading", ["Mitt förslag", "Beskriv ditt förslag så utförligt du kan", "Vad vill du föreslå?"]
)
def test_a_form_asks_for_the_citizens_proposal(heading: str) -> None:
    text = f"# Namn\nEva Ek\n# {heading}\nBygg en hundrastgård.\n# Motivering\nHundar springer."
    assert asked(text, "medborgarförslag") == ["Bygg en hundrastgård."]


@pytest.mark.parametrize(
    "opening", ["På gruppens vägnar föreslås fullmäktige besluta att", "Vi yrkar", "Därför yrkar vi:"]
)
def test_a_plain_line_below_what_asks_is_the_demand(opening: str) -> None:
    assert asked(f"{opening}\nen hundrastgård byggs.\nEva Ek (S)") == ["en hundrastgård byggs."]


@pytest.mark.parametrize(
    ("text", "demands"),
    [
        ("Eva Ek har lämnat en motion om hundar. Hon vill att en rastgård byggs.", ["en rastgård byggs."]),
        ("Eva Ek har lämnat en motion där hon skriver att hon vill att en rastgård byggs.", ["en rastgård byggs."]),
        ("Eva Ek tycker om hundar. Hon vill att en rastgård byggs.", []),
    ],
)
def test_a_wish_is_told_where_the_petition_is(text: str, demands: list[str]) -> None:
    assert asked(text, "protokoll") == demands


def test_a_call_for_a_vote_is_the_demand_and_not_how_the_ballot_reads() -> None:
    text = """
    # Begäran om folkomröstning
    Med stöd av 8 kap. 1 § kommunallagen begär vi som skrivit under listorna att en folkomröstning hålls om bron.
    Vi föreslår att frågan på valsedeln lyder: Ska bron byggas? Svaren bör vara ja, nej och avstår.
    """
    assert asked(text, "medborgarförslag") == ["en folkomröstning hålls om bron"]


@pytest.mark.parametrize(
    "text",
    [
        "Bo Alm föreslår i en medborgarmotion att en hundrastgård byggs och att papperskorgar sätts upp.",
        "Bo Alm har lämnat en medborgarmotion om att en hundrastgård byggs och att papperskorgar sätts upp.",
        "I medborgarinitiativet föreslås att en hundrastgård byggs och att papperskorgar sätts upp.",
    ],
)
def test_a_residents_motion_is_retold(text: str) -> None:
    assert asked(f"# Ärendebeskrivning\n{text}", "tjänsteskrivelse") == [TWO[0], f"{TWO[1]}."]
