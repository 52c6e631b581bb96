from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.decision import Demand
from ingest.papers.decisions import BY_REFERENCE, answered, decisions_of
from ingest.papers.item_body import ASSUMED_BODY, ASSUMED_COUNCIL, NOT_THE_COUNCIL
from tests.ingest.papers.paper_made import document

KF, KS, SN = "Kommunfullmäktige", "Kommunstyrelsen", "Socialnämnden"
Row = tuple[str | None, int, str, str, tuple[int, ...]]


def read(text: str, kind: str, body: str | None = None, addressed: tuple[str, ...] = ()) -> list[Row]:
    paper = document(text, kind, body=body)
    found = decisions_of(paper.paragraphs, paper.parts[0], addressed=addressed)
    return [(d.body, d.item, d.status.value, d.disposition.value, d.demands) for d in found]


@pytest.mark.parametrize(
    "text",
    [
        "# Kommunfullmäktiges beslut\n1. Motionens första förslag avslås.",
        "# Beslut\n1. Motionens första förslag avslås.",
        "# Fullmäktiges beslut\nMotionens första förslag avslås.",
        "# Beslut\nKommunfullmäktige beslutar\n- att avslå motionens första förslag",
        "Kommunfullmäktige beslutar att avslå motionens första förslag.",
        "# Beslut\nMed bifall till kommunstyrelsens förslag beslutar fullmäktige att avslå motionens första förslag.",
        "Beslut: Motionens första förslag avslås.",
        "Med bifall till kommunstyrelsens förslag beslutar kommunfullmäktige:\natt avslå motionens första förslag",
    ],
)
def test_the_council_decides_in_its_own_minutes(text: str) -> None:
    assert read(text, "protokoll", KF) == [(KF, 1, "adopted", "avslås", (1,))]


@pytest.mark.parametrize(
    "text",
    [
        "# Beslut\nKommunstyrelsen föreslår kommunfullmäktige besluta\n1. att avslå motionens första förslag",
        "# Kommunstyrelsens förslag till kommunfullmäktige\n1. Motionens första förslag avslås.",
        "Kommunstyrelsens förslag till kommunfullmäktige:\n1. Motionens första förslag avslås.",
        "# Beslut\n# Förslag till beslut i kommunfullmäktige\nMotionens första förslag avslås.",
        "# Kommunstyrelsens beslut\n1. Kommunstyrelsen föreslår kommunfullmäktige att avslå motionens första förslag.",
        "# Beslut\nKommunstyrelsen beslutar föreslå kommunfullmäktige besluta att avslå motionens första förslag.",
        "# Kommunstyrelsen föreslår att kommunfullmäktige beslutar\n- att avslå motionens första förslag",
        "# Förslag till kommunfullmäktige\nMotionens första förslag avslås.",
        "# Kommunstyrelsens beslut\nKommunfullmäktige avslår motionens första förslag.",
    ],
)
def test_the_executive_proposes_to_the_council(text: str) -> None:
    assert read(text, "protokoll", KS) == [(KF, 1, "proposed", "avslås", (1,))]


@pytest.mark.parametrize(
    "heading",
    [
        "Yrkanden",
        "Förslag till beslut på sammanträdet",
        "Framlagda förslag",
        "Propositionsordning",
        "Beslutsgång",
        "Omröstning",
        "Reservationer",
        "Särskilt yttrande",
        "Protokollsanteckning",
        "Tidigare beslut",
        "Beslutsunderlag",
        "Beslutet skickas till",
    ],
)
def test_under_these_headings_nothing_is_decided(heading: str) -> None:
    text = f"# Beslut\n1. Motionen avslås.\n# {heading}\nAnna Ek (V) yrkar att motionen bifalls.\n- Motionen bifalls."
    assert read(text, "protokoll", KF) == [(KF, 1, "adopted", "avslås", ())]


@pytest.mark.parametrize(
    "told",
    [
        "Vid sluten omröstning avges 30 röster för Bo Ek, 15 för Vera Lo och 2 blanka.",
        "Resultat: 25 ja-röster och 20 nej-röster. Två ledamöter avstod.",
        "Ja-röst för avslag, nej-röst för bifall.",
        "- 25 ledamöter röstar för avslag och 20 för bifall till motionen.",
    ],
)
def test_the_figures_of_a_vote_are_no_item(told: str) -> None:
    assert read(f"# Beslut\nMotionen avslås.\n{told}", "protokoll", KF) == [(KF, 1, "adopted", "avslås", ())]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Kommunfullmäktige anser motionen besvarad, dock att den del som rör katter bifalls.",
            [("besvaras", (1, 3)), ("bifalls", (2,))],
        ),
        (
            "Kommunfullmäktige beslutar att, såvitt avser hundar, bifalla motionen och att, såvitt avser katter och "
            "fiskar, avslå den.",
            [("bifalls", (1,)), ("avslås", (2, 3))],
        ),
        (
            "Kommunfullmäktige bifaller motionen såvitt avser hundar, att motionen i den del som rör katter anses "
            "besvarad samt att i övrigt avslå densamma.",
            [("bifalls", (1,)), ("besvaras", (2,)), ("avslås", (3,))],
        ),
    ],
)
def test_parts_of_a_motion_told_by_what_they_are_about(text: str, rows: list[tuple[str, tuple[int, ...]]]) -> None:
    demands = [Demand(n, f"att {what} får springa", n) for n, what in enumerate(("hundar", "katter", "fiskar"), 1)]
    paper = document(f"Motionen avser djur.\n# Beslut\n{text}", "protokoll", body=KF)
    found = decisions_of(paper.paragraphs, paper.parts[0], demands=demands)
    assert [(d.disposition.value, d.demands) for d in found] == rows


def test_whatever_its_verb_what_stands_under_beslut_is_a_decision() -> None:
    text = "# Beslut\n1. Kommunstyrelsen får i uppdrag att utreda frågan.\n2. Anna Ek väljs till ordförande."
    assert read(text, "protokoll", KF) == [(KF, 1, "adopted", "övrigt", ()), (KF, 2, "adopted", "övrigt", ())]


def test_a_letter_proposes_to_each_body_it_names() -> None:
    text = """
    # Förslag till socialnämndens beslut
    1. Förvaltningens förslag till beslut tillstyrks.
    # Förslag till kommunfullmäktiges beslut
    1. Motionens första förslag besvaras.
    2. Motionens andra och tredje förslag avslås.
    # Ärende
    Motionen avslås ofta.
    """
    assert read(text, "motionssvar") == [
        (SN, 1, "proposed", "tillstyrks", ()),
        (KF, 1, "proposed", "besvaras", (1,)),
        (KF, 2, "proposed", "avslås", (2, 3)),
    ]


def test_bodies_as_headings_below_a_proposal() -> None:
    text = "# Förslag till beslut\n# Socialnämnden\n1. Yttrandet antas.\n# Kommunfullmäktige\n1. Motionen avslås."
    rows = [(body, item, disposition) for body, item, _, disposition, _ in read(text, "tjänsteskrivelse")]
    assert rows == [(SN, 1, "antas"), (KF, 1, "avslås")]


def test_a_motion_is_decided_by_the_council_even_when_no_body_is_named() -> None:
    paper = document("# Förslag till beslut\nMotionen avslås.", "motionssvar")
    (decision,) = decisions_of(paper.paragraphs, paper.parts[0], addressed=(KS,))
    assert (decision.body, decision.uncertain) == (KF, (ASSUMED_COUNCIL,))


def test_an_order_beside_a_motions_answer_is_the_councils_too() -> None:
    text = "# Förslag till beslut\n1. Tekniska nämnden får i uppdrag att måla.\n2. Motionen är därmed besvarad."
    assert [(body, disposition) for body, _, _, disposition, _ in read(text, "motionssvar")] == [
        (KF, "övrigt"),
        (KF, "besvaras"),
    ]


def test_a_letter_without_a_body_is_to_the_one_it_is_sent_to() -> None:
    paper = document("# Förslag till beslut\nPolicyn antas.", "tjänsteskrivelse", title="Policy")
    (decision,) = decisions_of(paper.paragraphs, paper.parts[0], addressed=(SN, KF))
    assert (decision.body, decision.uncertain) == (SN, (ASSUMED_BODY,))


def test_the_board_own_statement_is_adopted() -> None:
    text = """
    # Nämndens beslut
    1. Nämnden tillstyrker motionens första att-sats.
    2. I övrigt tillstyrks förvaltningens förslag.
    """
    assert read(text, "protokoll", SN) == [(SN, 1, "adopted", "tillstyrks", (1,)), (SN, 2, "adopted", "tillstyrks", ())]


def test_own_part_beside_a_proposal() -> None:
    text = """
    # Beslut
    Kommunstyrelsen föreslår kommunfullmäktige besluta
    1. att avslå motionen
    Kommunstyrelsen beslutar för egen del
    1. att ge kommundirektören i uppdrag att följa frågan
    """
    rows = [(body, item, status) for body, item, status, _, _ in read(text, "protokoll", KS)]
    assert rows == [(KF, 1, "proposed"), (KS, 1, "adopted")]


def test_a_committee_is_itself_in_its_own_minutes() -> None:
    text = "# Beslut\nArbetsutskottet bordlägger ärendet."
    committee = "Kommunstyrelsens arbetsutskott"
    assert read(text, "protokoll", committee) == [(committee, 1, "adopted", "bordläggs", ())]


@pytest.mark.parametrize(
    "after",
    [
        "Anna Ek (V) lämnar följande skriftliga reservation:\nMotionen borde ha bifallits.",
        "Ordföranden konstaterar att det endast finns ett förslag till beslut.",
        "Bakgrund: Anna Ek (V) har i en motion föreslagit att det ska bifallas.",
    ],
)
def test_what_is_told_among_the_items_decides_nothing(after: str) -> None:
    assert read(f"# Beslut\nMotionen avslås.\n{after}", "protokoll", KF) == [(KF, 1, "adopted", "avslås", ())]


def test_a_reason_for_an_aterremiss_is_no_item() -> None:
    text = (
        "# Beslut\nKommunfullmäktige beslutar att återremittera ärendet med motiveringen att kostnaderna för att "
        "bifalla motionens första yrkande ska belysas."
    )
    assert [row[3] for row in read(text, "protokoll", KF)] == ["återremitteras"]


def test_a_number_printed_without_a_point_is_no_item() -> None:
    text = "# Beslut\n1 att bifalla motionens första att-sats\n2 att avslå motionens andra att-sats"
    rows = [(item, disposition, numbers) for _, item, _, disposition, numbers in read(text, "protokoll", KF)]
    assert rows == [(1, "bifalls", (1,)), (2, "avslås", (2,))]


def test_several_items_in_one_sentence() -> None:
    text = (
        "# Beslut\nKommunfullmäktige beslutar att avslå motionens första att-sats, att bifalla motionens andra "
        "att-sats samt att anse motionens tredje att-sats besvarad."
    )
    assert read(text, "protokoll", KF) == [
        (KF, 1, "adopted", "avslås", (1,)),
        (KF, 1, "adopted", "bifalls", (2,)),
        (KF, 1, "adopted", "besvaras", (3,)),
    ]


def test_several_outcomes_of_one_item() -> None:
    text = "# Beslut\n1. Att-sats 3 bifalls, att-sats 1 anses besvarad och att-sats 2 avslås."
    assert [(item, disposition, demands) for _, item, _, disposition, demands in read(text, "protokoll", KF)] == [
        (1, "bifalls", (3,)),
        (1, "besvaras", (1,)),
        (1, "avslås", (2,)),
    ]


def test_points_below_an_item_are_not_items() -> None:
    text = "# Beslut\n1. Nämnden får i uppdrag att:\n- utreda hundar\n- utreda katter\n2. Motionen avslås."
    assert [item for _, item, _, _, _ in read(text, "protokoll", KF)] == [1, 2]


def test_a_reservation_in_running_text_is_not_an_item() -> None:
    text = "# Beslut\nMotionen avslås.\nAnna Ek (V) reserverar sig mot beslutet."
    assert read(text, "protokoll", KF) == [(KF, 1, "adopted", "avslås", ())]


def test_motions_decide_nothing() -> None:
    assert read("# Förslag till beslut\n1. att bifalla motionen", "motion") == []


def test_deciding_by_reference_is_marked() -> None:
    paper = document(
        "# Beslut\nKommunfullmäktige beslutar i enlighet med kommunstyrelsens förslag.", "protokoll", body=KF
    )
    (decision,) = decisions_of(paper.paragraphs, paper.parts[0])
    assert BY_REFERENCE in decision.uncertain


def test_the_reason_is_kept() -> None:
    paper = document("# Beslut\nMotionen avslås med hänvisning till budgeten.", "protokoll", body=KF)
    (decision,) = decisions_of(paper.paragraphs, paper.parts[0])
    assert decision.reason == "budgeten"


def test_the_rest_is_what_the_other_items_leave() -> None:
    paper = document(
        "# Beslut\n1. Motionens andra yrkande bifalls.\n2. I övrigt avslås motionen.", "protokoll", body=KF
    )
    demands = [Demand(n, f"yrkande {word}", n) for n, word in ((1, "hund"), (2, "katt"), (3, "fisk"))]
    found = answered(decisions_of(paper.paragraphs, paper.parts[0]), demands)
    assert [d.demands for d in found] == [(2,), (1, 3)]


def test_what_an_item_that_ends_with_a_colon_holds_is_not_decided_apart() -> None:
    text = "# Beslut\n1. Visionen antas med följande lydelse:\nVi är bäst.\nVi är störst.\n2. Motionen avslås."
    assert [(item, disposition) for _, item, _, disposition, _ in read(text, "protokoll", KF)] == [
        (1, "antas"),
        (2, "avslås"),
    ]


def test_proposals_to_choose_among_are_not_the_papers_own() -> None:
    text = """
    # Förslag till beslut på sammanträdet
    # Arbetsutskottets förslag till beslut:
    Redovisningen godkänns.
    Förvaltningens förslag till beslut: Planen antas.
    # Beslut
    Redovisningen godkänns.
    """
    assert read(text, "protokoll", SN) == [(SN, 1, "adopted", "antas", ())]


@pytest.mark.parametrize(
    ("own", "council"),
    [("Regionstyrelsen", "Regionfullmäktige"), ("Förbundsstyrelsen", "Förbundsfullmäktige"), (KS, KF), (KF, KF)],
)
def test_the_council_above_a_body(own: str, council: str) -> None:
    assert read("# Förslag till beslut\nMotionen avslås.", "motionssvar", None, (own,))[0][0] == council


def test_a_board_that_rules_and_proposes_in_one_list() -> None:
    text = """
    # Beslut
    Socialnämnden beslutar
    1. att tillstyrka motionens första yrkande
    2. att föreslå kommunfullmäktige att avslå motionens andra yrkande
    """
    assert read(text, "protokoll", SN) == [
        (SN, 1, "adopted", "tillstyrks", (1,)),
        (KF, 2, "proposed", "avslås", (2,)),
    ]


def test_headings_that_a_scanner_tore() -> None:
    text = "# FORSLAG TILL SOCIALNAMNDENS BESLUT\n1. Motionens tva första att-satser avslas."
    assert read(text, "motionssvar") == [(SN, 1, "proposed", "avslås", ())]


def test_a_committee_proposes_to_its_board() -> None:
    text = "# Beslut\nArbetsutskottets förslag till beslut:\nSocialnämnden godkänner uppföljningen."
    assert read(text, "protokoll", "Socialnämndens arbetsutskott") == [(SN, 1, "proposed", "antas", ())]


def test_a_list_of_delegated_decisions_decides_nothing() -> None:
    text = "# Delegationsbeslut\nBeslut om utökad tid i förskolan, SL 8:5, 1 st\n# Beslut\nRedovisningen godkänns."
    assert read(text, "protokoll", SN) == [(SN, 1, "adopted", "antas", ())]


def test_who_approves_a_letter_is_no_item() -> None:
    text = "# Förslag till beslut\nRedovisningen godkänns.\nHelena Ek, Godkännare tjänsteskrivelse, 2026-05-05"
    assert read(text, "tjänsteskrivelse", None, (SN,)) == [(SN, 1, "proposed", "antas", ())]


def test_a_letters_items_in_plain_paragraphs() -> None:
    text = """
    # Förslag till beslut
    Redovisningen godkänns.
    Förvaltningen ges i uppdrag att utreda:
    - hundar
    - katter
    Förvaltningen ges i uppdrag att sälja:
    - fiskar
    """
    assert [item for _, item, _, _, _ in read(text, "tjänsteskrivelse", None, (SN,))] == [1, 2, 3]


def test_the_board_that_acts_in_the_item() -> None:
    text = "# Förslag till beslut\nSocialnämnden godkänner uppföljningen."
    assert read(text, "tjänsteskrivelse", None, (KS,)) == [(SN, 1, "proposed", "antas", ())]


def test_a_motion_decided_by_the_executive_is_told() -> None:
    paper = document("# Beslut\nMotionen avslås.", "protokoll", body=KS)
    (decision,) = decisions_of(paper.paragraphs, paper.parts[0])
    assert (decision.body, decision.status.value, decision.uncertain) == (KS, "adopted", (NOT_THE_COUNCIL,))


@pytest.mark.parametrize(
    ("own", "told"),
    [
        (KS, "# Arbetsutskottets förslag till kommunstyrelsen\n1. Motionen bifalls."),
        (KS, "# Förvaltningens förslag\n1. Motionen bifalls."),
        (KS, "# Ordförandens förslag till beslut\n1. Motionen bifalls."),
        (KF, "# Kommunstyrelsens förslag\n1. Motionen bifalls."),
        (KF, "# Kommunstyrelsen föreslår kommunfullmäktige besluta\n- att bifalla motionen"),
        (KF, "# Förslag till kommunfullmäktiges beslut\n1. Motionen bifalls."),
        (SN, "# Förslag till beslut\n1. Motionen bifalls."),
        (SN, "Förvaltningen föreslår att nämnden beslutar\n- att tillstyrka motionen"),
        (KF, "Kommunstyrelsen föreslår kommunfullmäktige besluta\n- att bifalla motionen"),
    ],
)
def test_a_proposal_told_again_is_not_the_papers_own(own: str, told: str) -> None:
    rows = read(f"{told}\n# Beslut\n1. Motionens första yrkande avslås.", "protokoll", own)
    assert rows == [(own, 1, "adopted", "avslås", (1,))]


def test_a_proposal_told_again_is_kept_where_the_decision_points_at_it() -> None:
    text = "# Kommunstyrelsens förslag\n1. Motionen avslås.\n# Beslut\nEnligt kommunstyrelsens förslag."
    rows = read(text, "protokoll", KF)
    assert [(status, disposition) for _, _, status, disposition, _ in rows] == [
        ("proposed", "avslås"),
        ("adopted", "övrigt"),
    ]


def test_immediate_adjustment_is_no_decision() -> None:
    text = "# Beslut\n1. Motionen avslås.\n2. Paragrafen förklaras omedelbart justerad."
    assert read(text, "protokoll", KF) == [(KF, 1, "adopted", "avslås", ())]


def test_a_chain_of_proposals_is_its_first_speakers() -> None:
    text = """
    Arbetsutskottet föreslår kommunstyrelsen föreslå kommunfullmäktige besluta
    - att bifalla motionen
    # Beslut
    Kommunstyrelsen föreslår kommunfullmäktige besluta
    - att avslå motionens andra yrkande
    """
    assert read(text, "protokoll", KS) == [(KF, 1, "proposed", "avslås", (2,))]


HISTORY = """
# Kf § 40 Motion om brygga
# Pu § 11 Personalutskottet den 3 mars 2020
# Personalutskottets förslag till kommunstyrelsen
att avslå motionen.
# Ks § 22 Kommunstyrelsen den 31 mars 2020
# Kommunstyrelsens förslag till kommunfullmäktige
att bifalla motionen.
# Kf § 40 Kommunfullmäktige den 27 april 2020
# Kommunfullmäktige beslutar
att avslå motionen.
"""


def test_in_the_council_s_paragraf_earlier_bodies_propose_on_their_day_and_only_the_council_adopts() -> None:
    paper = document(HISTORY, "protokoll", body=KF)
    part = replace(paper.parts[0], section="§ 40", date="2020-04-27")
    assert [
        (d.body, d.status.value, d.disposition.value, d.date, d.section) for d in decisions_of(paper.paragraphs, part)
    ] == [
        (KF, "proposed", "avslås", "2020-03-03", "§ 40"),
        (KF, "proposed", "bifalls", "2020-03-31", "§ 40"),
        (KF, "adopted", "avslås", "2020-04-27", "§ 40"),
    ]


def test_what_a_committee_proposed_and_the_board_proposes_are_read_apart() -> None:
    text = HISTORY.replace(
        "att bifalla motionen.", "att bifalla motionens första att-sats\natt avslå motionen i övrigt."
    )
    paper = document(text, "protokoll", body=KF)
    part = replace(paper.parts[0], section="§ 40", date="2020-04-27")
    demands = (Demand(1, "bryggan lagas", 1), Demand(2, "den målas", 1))
    assert [d.demands for d in decisions_of(paper.paragraphs, part, demands=demands)] == [(1, 2), (1,), (2,), (1, 2)]


@pytest.mark.parametrize(
    "named",
    [
        "# Beslutsunderlag\nRS § 45",
        "# Beslutsunderlag\nRs § 45, 2020-04-01",
        "# Beslutsunderlag\n# Rs § 45",
        "# Tidigare beslut\n# Kommunstyrelsen 2020-04-01 § 45",
        "Se § 12",
        "# Handlingar\n# Ks § 22 Kommunstyrelsen den 31 mars 2020\n# Beslut\nMotionen avslås.\n# Kf § 40",
    ],
)
def test_another_body_s_paragraf_that_is_only_named_is_no_turn(named: str) -> None:
    paper = document(f"# Kf § 40 Motion om brygga\n{named}\n# Beslut\nMotionen avslås.", "protokoll", body=KF)
    part = replace(paper.parts[0], section="§ 40", date="2020-04-27")
    assert {(d.body, d.status.value) for d in decisions_of(paper.paragraphs, part)} == {(KF, "adopted")}


def test_a_letter_to_the_executive_s_committee_on_a_motion_proposes_to_the_council() -> None:
    for committee in ("Kommunstyrelsens allmänna utskott", "Allmänna utskottet"):
        assert [
            row[0] for row in read("Motionen\n# Förslag\natt motionen avslås.", "motionssvar", addressed=(committee,))
        ] == [KF]


@pytest.mark.parametrize(
    ("text", "decided"),
    [
        ("Ny taxa föreligger.\nKommunfullmäktige beslöt att antaga taxan.\nMötet avslutades.", ["antas"]),
        ("Beslöts att lägga skrivelsen till handlingarna.", ["noteras"]),
        ("Kommunfullmäktige beslöt den 3 maj 1991 att utreda frågan.", []),
        ("Kommunstyrelsen beslöt att utreda frågan.", []),
        ("Kommunfullmäktige beslutade att utreda frågan.", []),
        ("# Bakgrund\nKommunfullmäktige beslöt att utreda frågan.", []),
        ("Kommunfullmäktige beslöt att utreda frågan.\n# Beslut\natt antaga taxan.", ["antas"]),
    ],
)
def test_older_minutes_on_any_matter(text: str, decided: list[str]) -> None:
    paper = document(text, "protokoll", body=KF, section="§ 5", title="Taxa för renhållning")
    found = decisions_of(paper.paragraphs, paper.parts[0])
    assert [(d.disposition.value, d.status.value) for d in found] == [(one, "adopted") for one in decided]


@pytest.mark.parametrize(
    "text",
    [
        "Eva Ek erinrade om att fullmäktige beslöt avslå motionen.",
        "Kommunstyrelsen beslöt avslå förslaget. Kommunfullmäktige beslöt 1994-01-31 avslå en sådan motion.",
        "# Reservation\nEva Ek reserverade sig. Kommunfullmäktige beslöt avslå motionen mot bättre vetande.",
        "# Yrkanden\nEva Ek yrkade bifall. Kommunstyrelsen beslöt avslå motionen.",
        "# Omröstning\nKommunfullmäktige beslöt att avslå återremissyrkandet.",
    ],
)
def test_what_is_not_said_of_how_the_meeting_ended_the_motion(text: str) -> None:
    paper = document(text, "protokoll", body=KF, section="§ 5")
    assert [d for d in decisions_of(paper.paragraphs, paper.parts[0]) if d.disposition.value != "övrigt"] == []


def test_what_follows_the_word_motion_may_only_name_it() -> None:
    text = "# Beslut\natt avslå motionen beträffande målning av skolor."
    asked = (Demand(1, "alla skolor målas", 1), Demand(2, "målarna betalas av staten", 2))
    for title, numbers in (("Motion beträffande målning av skolor", (1, 2)), ("Motion om färg", (1,))):
        paper = document(text, "protokoll", body=KF, title=title)
        (decision,) = answered(decisions_of(paper.paragraphs, paper.parts[0]), asked)
        assert decision.demands == numbers
