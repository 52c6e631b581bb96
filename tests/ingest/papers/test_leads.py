from __future__ import annotations

import pytest

from ingest.papers.leads import AN_OFFICE, Act, lead_of

KS = "Kommunstyrelsen"
KF = "Kommunfullmäktige"


@pytest.mark.parametrize(
    ("text", "act", "body", "rest"),
    [
        (
            "Kommunstyrelsen föreslår kommunfullmäktige besluta att anse motionen besvarad",
            Act.PROPOSED,
            KF,
            "anse motionen besvarad",
        ),
        (
            "Föredragande borgarrådet föreslår att kommunstyrelsen föreslår att kommunfullmäktige beslutar följande.",
            Act.PROPOSED,
            KF,
            "",
        ),
        ("Ks föreslår Kf besluta att avslå motionen", Act.PROPOSED, KF, "avslå motionen"),
        ("Styrelsen beslutar att godkänna yttrandet med följande förslag till fullmäktige:", Act.PROPOSED, KF, ""),
        ("Styrelsen ställer sig bakom kontorets förslag. Fullmäktige föreslås besluta:", Act.PROPOSED, KF, ""),
        ("Kommunstyrelsen beslutar enligt följande:", Act.DECIDES, KS, ""),
        ("Mot bakgrund av detta föreslår kontoret att kommunfullmäktige beslutar", Act.PROPOSED, KF, ""),
        ("Kommunstyrelsen föreslår att kommunfullmäktige fattar följande beslut:", Act.PROPOSED, KF, ""),
        (
            "Kommunstyrelsen rekommenderas föreslå kommunfullmäktige att avslå motionen",
            Act.PROPOSED,
            KF,
            "avslå motionen",
        ),
        ("Jag föreslår att socialnämnden beslutar att avslå motionen", Act.PROPOSED, "Socialnämnden", "avslå motionen"),
        ("Vi föreslår att kommunfullmäktige beslutar", Act.PROPOSED, KF, ""),
        ("Kommunstyrelsen föreslår kommunfullmäktige att besluta enligt nedan.", Act.PROPOSED, KF, ""),
        ("Kommunstyrelsen föreslår att kommunfullmäktige avslår motionen", Act.PROPOSED, KF, "avslår motionen"),
        ("Kommunstyrelsen föreslår kommunfullmäktige", Act.PROPOSED, KF, ""),
        (
            "Kommunstyrelsen beslutar att föreslå kommunfullmäktige att besluta att avslå motionen",
            Act.PROPOSED,
            KF,
            "avslå motionen",
        ),
        (
            "Kommunstyrelsen beslutar för egen del att ge kommundirektören i uppdrag att utreda",
            Act.DECIDES,
            KS,
            "ge kommundirektören i uppdrag att utreda",
        ),
        ("För egen del beslutar kommunstyrelsen", Act.DECIDES, KS, ""),
        ("Kommunfullmäktige föreslås besluta att motionen avslås", Act.PROPOSED, KF, "motionen avslås"),
        (
            "Kommunfullmäktige beslutar med bifall till kommunstyrelsens förslag att avslå motionen",
            Act.DECIDES,
            KF,
            "avslå motionen",
        ),
        ("Med bifall till kommunstyrelsens förslag beslutar kommunfullmäktige:", Act.DECIDES, KF, ""),
        (
            "Kommunfullmäktige beslutar att kommunstyrelsen får i uppdrag att utreda frågan",
            Act.DECIDES,
            KF,
            "kommunstyrelsen får i uppdrag att utreda frågan",
        ),
        ("Kommunledningskontoret föreslår kommunstyrelsen föreslå kommunfullmäktige besluta att", Act.PROPOSED, KF, ""),
        (
            "Arbetsutskottet föreslår kommunstyrelsen besluta att godkänna yttrandet",
            Act.PROPOSED,
            KS,
            "godkänna yttrandet",
        ),
        ("Nämnden föreslår att punkt ett bifalls", Act.STATES, KS, "punkt ett bifalls"),
        ("att föreslå kommunfullmäktige att avslå motionen", Act.PROPOSED, KF, "avslå motionen"),
        (
            "Kommunstyrelsen beslutar att, under förutsättning av kommunfullmäktiges beslut, ge nämnden i uppdrag",
            Act.DECIDES,
            KS,
            "ge nämnden i uppdrag",
        ),
        ("KS föreslår KF besluta att bifalla motionen", Act.PROPOSED, KF, "bifalla motionen"),
        ("Kommunstyrelsen beslöt att bordlägga ärendet", Act.DECIDES, KS, "bordlägga ärendet"),
        ("Kommunstyrelsen beslöto", Act.DECIDES, KS, ""),
        ("Kommunstyrelsen beslöt föreslå kommunfullmäktige", Act.PROPOSED, KF, ""),
        ("Efter sluten omröstning beslöt kommunfullmäktige att avslå motionen", Act.DECIDES, KF, "avslå motionen"),
        (
            "Kommunstyrelsen hemställer att kommunfullmäktige måtte avslå motionen",
            Act.PROPOSED,
            KF,
            "avslå motionen",
        ),
        (
            "Under åberopande härav får kansliet föreslå att kommunfullmäktige måtte besluta att bifalla motionen",
            Act.PROPOSED,
            KF,
            "bifalla motionen",
        ),
        ("Beslöts att avslå motionen", Act.DECIDES, None, "avslå motionen"),
        ("Beslutades att avslå motionen", Act.DECIDES, None, "avslå motionen"),
        ("Med stöd av det anförda hemställes", Act.PROPOSED, None, ""),
    ],
)
def test_openings(text: str, act: Act, body: str | None, rest: str) -> None:
    own = "Kommunstyrelsen"
    lead = lead_of(text.replace("Nämnden föreslår", "Kommunstyrelsen föreslår"), own)
    assert lead is not None
    assert (lead.act, lead.body) == (act, body)
    assert text.replace("Nämnden föreslår", "Kommunstyrelsen föreslår")[lead.end :].strip() == rest


@pytest.mark.parametrize(
    "text",
    [
        "Motionens första förslag bifalls.",
        "att avslå motionen",
        "Kommunstyrelsen får i uppdrag att utreda frågan",
        "Beslöt man annat, vore det fel",
        "Enligt kommunallagen får en motion väckas.",
    ],
)
def test_an_item_without_an_opening(text: str) -> None:
    assert lead_of(text, KF) is None


def test_the_board_alone_is_the_paper_own_board() -> None:
    lead = lead_of("Nämnden beslutar att tillstyrka motionen", "Socialnämnden")
    assert lead is not None
    assert lead.body == "Socialnämnden"


def test_what_was_decided_earlier_is_past() -> None:
    lead = lead_of("Kommunstyrelsen föreslog den 31 augusti 2021, § 164, att motionen skulle avslås.", KF)
    assert lead is not None
    assert lead.past


def test_what_we_recommend_is_no_proposal() -> None:
    assert lead_of("Vi rekommenderar nämnden att", None) is None


@pytest.mark.parametrize(
    "text",
    [
        "Mitt förslag är att motionen avslås.",
        "Vårt förslag blir därför att motionen avslås.",
        "Tekniska kontorets förslag är att motionen avslås.",
        "Centrala förvaltningen föreslår att motionen avslås.",
    ],
)
def test_the_writer_or_an_office_proposes(text: str) -> None:
    lead = lead_of(text, None)
    assert lead is not None
    assert (lead.act, lead.body, lead.proposer, text[lead.end :]) == (
        Act.PROPOSED,
        None,
        AN_OFFICE,
        "motionen avslås.",
    )


@pytest.mark.parametrize("text", ["Kulturenheten anser", "Ekonomiska enheten bedömer:", "Juridiska kontoret anser:"])
def test_what_an_office_thinks_in_a_list_it_proposes(text: str) -> None:
    lead = lead_of(text, None)
    assert lead is not None
    assert (lead.act, lead.proposer, lead.end) == (Act.PROPOSED, AN_OFFICE, len(text))


@pytest.mark.parametrize(
    "opening",
    [
        "Kommunstyrelsen lämnar följande förslag till beslut i kommunfullmäktige:",
        "Kommunstyrelsen beslutar att lägga fram följande förslag för kommunfullmäktige:",
        "Kommunstyrelsen överlämnar ärendet till kommunfullmäktige med följande förslag till beslut:",
        "Kommunstyrelsen beslutar att som eget förslag till kommunfullmäktige överlämna:",
    ],
)
def test_what_a_board_hands_on_is_proposed_whatever_its_verb(opening: str) -> None:
    lead = lead_of(opening, KS)
    assert lead is not None
    assert (lead.act, lead.body, lead.end) == (Act.PROPOSED, KF, len(opening))


def test_the_council_that_follows_a_proposal_decides() -> None:
    lead = lead_of("Kommunfullmäktige beslutar enligt kommunstyrelsens följande förslag:", KF)
    assert lead is None or lead.act is Act.DECIDES
