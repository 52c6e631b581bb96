from __future__ import annotations

import pytest

from ingest.papers.sections import Scene, named_alone, section_of

KF, KS, SN = "Kommunfullmäktige", "Kommunstyrelsen", "Socialnämnden"


@pytest.mark.parametrize(
    ("heading", "bodies"),
    [
        ("Förslag till beslut", ()),
        ("Förslag till kommunfullmäktiges beslut", (KF,)),
        ("FÖRSLAG TILL BESLUT I KOMMUNFULLMÄKTIGE", (KF,)),
        ("Förslag till beslut i socialnämnden:", (SN,)),
        ("Kommunstyrelsens förslag till kommunfullmäktige", (KF,)),
        ("Kommunstyrelsens förslag till beslut i kommunfullmäktige", (KF,)),
        ("Förslag till kommunfullmäktige", (KF,)),
        (
            "Förslag till samhällsbyggnadsnämndens och miljö- och hälsoskyddsnämndens beslut",
            ("Samhällsbyggnadsnämnden", "Miljö- och hälsoskyddsnämnden"),
        ),
        ("Förvaltningens förslag till beslut", ()),
        ("Kommunledningskontorets förslag till kommunstyrelsen", (KS,)),
        ("Förvaltningens förslag till beslut i kommunstyrelsen för vidare beslut i kommunfullmäktige", (KF,)),
        ("Vad föreslås?", ()),
        ("Rekommendation till beslut", ()),
        ("Beslutsförslag", ()),
        ("Kommunstyrelsen föreslår kommunfullmäktige besluta", (KF,)),
        ("Kommunstyrelsen föreslår att kommunfullmäktige beslutar att", (KF,)),
        ("Förslag på beslut", ()),
        ("Kommunfullmäktige föreslås besluta", (KF,)),
    ],
)
def test_headings_that_propose(heading: str, bodies: tuple[str, ...]) -> None:
    section = section_of(heading, None)
    assert section is not None
    assert (section.scene, section.bodies) == (Scene.PROPOSAL, bodies)


@pytest.mark.parametrize(
    ("heading", "bodies"),
    [
        ("Beslut", ()),
        ("Kommunfullmäktiges beslut", (KF,)),
        ("Nämndens beslut", (SN,)),
        ("Kommunstyrelsen beslutar för egen del", (KS,)),
        ("Beslutspunkter", ()),
        ("Socialnämnden beslutar att", (SN,)),
        ("Kommunstyrelsens beslut för egen del", (KS,)),
        ("Socialnämnden beslöt", (SN,)),
        ("Kommunfullmäktige beslöto att", (KF,)),
        ("Beslöts", ()),
    ],
)
def test_headings_that_decide(heading: str, bodies: tuple[str, ...]) -> None:
    section = section_of(heading, SN)
    assert section is not None
    assert (section.scene, section.bodies) == (Scene.DECISION, bodies)


@pytest.mark.parametrize(
    ("heading", "scene"),
    [
        ("Yrkanden", Scene.MOVED),
        ("Förslag till beslut på sammanträdet", Scene.MOVED),
        ("Förslag till beslut under mötet", Scene.MOVED),
        ("Förslag till beslut vid sammanträdet", Scene.MOVED),
        ("Beslutsförslag under dagens möte", Scene.MOVED),
        ("Förslag till beslut som läggs på mötet", Scene.MOVED),
        ("Förslag vid sammanträdet", Scene.MOVED),
        ("Framlagda förslag", Scene.MOVED),
        ("Debatt och yrkanden", Scene.MOVED),
        ("Yrkanden i motionen", Scene.DEMANDS),
        ("Motionens yrkanden", Scene.DEMANDS),
        ("Propositionsordning", Scene.PROCEDURE),
        ("Beslutsgång", Scene.PROCEDURE),
        ("Omröstningsresultat", Scene.PROCEDURE),
        ("Reservationer", Scene.OPINION),
        ("Särskilt yttrande", Scene.OPINION),
        ("Protokollsanteckning", Scene.OPINION),
        ("Beslutet skickas till", Scene.RECIPIENTS),
        ("Beslutsunderlag", Scene.BACKGROUND),
        ("Tidigare beslut", Scene.BACKGROUND),
    ],
)
def test_headings_under_which_nothing_is_decided(heading: str, scene: Scene) -> None:
    section = section_of(heading, KF)
    assert section is not None
    assert section.scene is scene


@pytest.mark.parametrize("heading", ["Kulturskolan i dag", "Hundrastgården vid Berget", ""])
def test_other_headings_are_not_of_the_genre(heading: str) -> None:
    assert section_of(heading, KF) is None


def test_a_body_alone() -> None:
    assert named_alone("Kommunfullmäktige:") == KF
    assert named_alone("Kommunfullmäktige i Norrvik har beslutat") is None


@pytest.mark.parametrize(
    ("heading", "scene", "bodies"),
    [
        ("Så beslutade socialnämnden", Scene.DECISION, (SN,)),
        ("Fullmäktige bestämmer", Scene.DECISION, (KF,)),
        ("Direktörens förslag", Scene.PROPOSAL, ()),
        ("Så vill förvaltningen att kommunfullmäktige ska besluta", Scene.PROPOSAL, (KF,)),
        ("Nekande beslut placering vid skolenhet", None, ()),
        ("Tidigare beslut i kommunfullmäktige om saken", None, ()),
        ("Vad vill motionären?", None, ()),
        ("Så togs beslutet", None, ()),
    ],
)
def test_headings_of_no_table_are_read_by_their_words(
    heading: str, scene: Scene | None, bodies: tuple[str, ...]
) -> None:
    section = section_of(heading, None, loosely=True)
    assert (section.scene if section else None, section.bodies if section else ()) == (scene, bodies)
    assert section_of(heading, None) is None


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("Kommunfullmäktige", KF),
        ("I kommunstyrelsen och kommunfullmäktige:", KF),
        ("I socialnämnden", SN),
        ("I kommunstyrelsen och parken", None),
        ("I år", None),
    ],
)
def test_a_line_that_only_says_which_body(line: str, body: str | None) -> None:
    assert named_alone(line) == body


def test_a_bilingual_heading_opens_what_its_swedish_half_does() -> None:
    for heading, scene in (("Beslut / Päätös", Scene.DECISION), ("Förslag / Ehdotus", Scene.PROPOSAL)):
        section = section_of(heading, KF)
        assert section is not None
        assert section.scene is scene
    assert section_of("Kyltit / Skyltar", KF) is None


@pytest.mark.parametrize(
    ("own", "proposer"),
    [
        ("Kommunstyrelsen", "Utskottet"),
        ("Kommunfullmäktige", "Utskottet"),
        ("Utskottet för lärande", "Utskottet för lärande"),
        ("Kommunstyrelsens arbetsutskott", "Kommunstyrelsens arbetsutskott"),
        (None, "Utskottet"),
    ],
)
def test_a_committees_proposal_is_not_the_boards_own(own: str | None, proposer: str) -> None:
    for heading in ("Utskottets förslag till kommunstyrelsen", "Utskottets förslag"):
        section = section_of(heading, own)
        assert section is not None
        assert section.proposer == proposer


@pytest.mark.parametrize(
    "heading", ["Kommunfullmäktige – protokoll med beslut nr 9", "Beslut: Enligt kommunstyrelsens förslag:"]
)
def test_the_minutes_own_name_and_a_heading_that_runs_on_are_read_by_no_words(heading: str) -> None:
    assert section_of(heading, KF, loosely=True) is None
