from __future__ import annotations

from corpus.document import Document
from ingest.papers.decided import with_decisions
from ingest.papers.outcomes import outcomes_of
from ingest.papers.resolve import Member, resolve
from tests.ingest.papers.paper_made import document

KF, KS, SN = "Kommunfullmäktige", "Kommunstyrelsen", "Socialnämnden"
MOTION = with_decisions(
    document("Vi yrkar\n- att hundar får springa\n- att katter får sova", "motion", date="2020-01-01")
)


def paper(text: str, date: str, body: str | None = None) -> Document:
    kind = "protokoll" if body else "motionssvar"
    return with_decisions(document(text, kind, body=body, date=date, file=f"{date}.pdf"))


def ends(*documents: Document) -> list[tuple[int, str, str, str | None, str | None]]:
    members = resolve([Member(d) for d in (MOTION, *documents)])
    return [(o.demand, o.disposition.value, o.status.value, o.body, o.date) for o in outcomes_of(members)]


ANSWER = paper("# Förslag till kommunfullmäktiges beslut\n1. Motionen avslås.", "2020-03-01")
EXECUTIVE = paper("# Förslag till kommunfullmäktige\n1. Motionen anses besvarad.", "2020-04-01", KS)


def test_without_an_adopted_decision_the_last_proposal_counts() -> None:
    assert ends(ANSWER, EXECUTIVE) == [(n, "besvaras", "proposed", KF, "2020-04-01") for n in (1, 2)]


def test_the_adopted_decision_counts_before_later_proposals() -> None:
    council = paper("# Beslut\n1. Första yrkandet bifalls.\n2. Andra yrkandet avslås.", "2020-05-01", KF)
    later = paper("# Förslag till kommunfullmäktiges beslut\n1. Motionen avslås.", "2020-06-01")
    assert ends(ANSWER, council, later) == [
        (1, "bifalls", "adopted", KF, "2020-05-01"),
        (2, "avslås", "adopted", KF, "2020-05-01"),
    ]


def test_an_aterremiss_holds_until_the_next_step() -> None:
    returned = paper("# Beslut\n1. Ärendet återremitteras.", "2020-05-01", KS)
    assert ends(ANSWER, returned) == [(n, "återremitteras", "adopted", KS, "2020-05-01") for n in (1, 2)]
    again = paper("# Förslag till kommunfullmäktiges beslut\n1. Motionen bifalls.", "2020-09-01")
    assert ends(ANSWER, returned, again) == [(n, "bifalls", "proposed", KF, "2020-09-01") for n in (1, 2)]


def test_a_board_statement_decides_nothing() -> None:
    board = paper("# Nämndens beslut\n1. Nämnden tillstyrker motionen.", "2020-04-15", SN)
    assert ends(ANSWER, board) == [(n, "avslås", "proposed", KF, "2020-03-01") for n in (1, 2)]


def test_a_decision_that_cannot_be_tied_leaves_no_older_proposal_standing() -> None:
    council = paper("# Beslut\natt motionen anses delvis besvarad och avslås i övrigt.", "2020-05-01", KF)
    assert ends(ANSWER, council) == []
    before = paper("# Beslut\natt motionen anses delvis besvarad och avslås i övrigt.", "2020-02-01", KF)
    assert ends(ANSWER, before) == [(n, "avslås", "proposed", KF, "2020-03-01") for n in (1, 2)]


def test_a_motion_proposed_to_the_executive_is_on_its_way_to_the_council() -> None:
    committee = paper("# Allmänna utskottets förslag till kommunstyrelsen\natt bifalla motionen.", "2020-04-15", KS)
    assert ends(ANSWER, committee) == [(n, "bifalls", "proposed", KF, "2020-04-15") for n in (1, 2)]
    same_day = paper("# Förslag till kommunfullmäktiges beslut\n1. Motionen anses besvarad.", "2020-04-15")
    assert [end[1] for end in ends(committee, same_day)] == ["besvaras", "besvaras"]
    passed = paper("# Kommunstyrelsen beslöt\natt avslå motionen.", "2020-05-01", KS)
    assert ends(committee, passed) == [(n, "bifalls", "proposed", KF, "2020-04-15") for n in (1, 2)]


def test_no_answer_no_outcome() -> None:
    assert ends() == []


def test_the_reasoning_is_found_in_the_letter() -> None:
    letter = paper(
        """
        # Förslag till kommunfullmäktiges beslut
        1. Motionen avslås.
        # Bedömning
        Kommunens hundar springer redan i dag fritt i parken, och förvaltningen ser inget behov av fler ytor.
        Att katter ska få sova gott är enligt förvaltningen en fråga för den enskilda ägaren, inte för kommunen.
        """,
        "2020-03-01",
    )
    members = resolve([Member(MOTION), Member(letter)])
    assert [(o.demand, o.reason_file, o.reason_paragraph) for o in outcomes_of(members)] == [
        (1, "2020-03-01.pdf", 4),
        (2, "2020-03-01.pdf", 5),
    ]


def test_a_council_that_hands_the_matter_over_leaves_the_decision_to_the_board() -> None:
    proposal = with_decisions(document("Jag vill\n- att hundar får springa", "medborgarförslag", date="2020-01-01"))
    handed = paper("# Beslut\nFörslaget överlämnas till socialnämnden för beslut.", "2020-02-01", KF)
    board = paper("# Beslut\n1. Första yrkandet bifalls.", "2020-03-01", SN)
    members = resolve([Member(d) for d in (proposal, handed, board)])
    assert [(o.disposition.value, o.body) for o in outcomes_of(members)] == [("bifalls", SN)]


def test_a_board_that_settles_an_inhabitants_proposal_goes_before_an_older_proposal_to_the_council() -> None:
    proposal = with_decisions(document("Jag vill\n- att hundar får springa", "medborgarförslag", date="2020-01-01"))
    board = paper("# Beslut\n1. Medborgarförslaget bifalls.", "2020-04-01", SN)
    for date, outcome in (("2020-03-01", ("bifalls", "adopted", SN)), ("2020-05-01", ("avslås", "proposed", KF))):
        letter = paper("# Förslag till kommunfullmäktiges beslut\n1. Medborgarförslaget avslås.", date)
        members = resolve([Member(d) for d in (proposal, letter, board)])
        assert [(o.disposition.value, o.status.value, o.body) for o in outcomes_of(members)] == [outcome]
    settled = paper("# Beslut\n1. Motionen bifalls.", "2020-04-01", SN)
    assert ends(ANSWER, settled) == [(n, "avslås", "proposed", KF, "2020-03-01") for n in (1, 2)]


def test_a_matter_that_is_struck_off_has_ended() -> None:
    withdrawn = paper("# Beslut\nÄrendet avskrivs från vidare handläggning.", "2020-05-01", KF)
    assert ends(ANSWER, withdrawn) == [(n, "övrigt", "adopted", KF, "2020-05-01") for n in (1, 2)]
    order = paper("# Beslut\nFörvaltningen får i uppdrag att utreda att-sats 1.", "2020-05-01", KF)
    assert ends(ANSWER, order) == [(n, "avslås", "proposed", KF, "2020-03-01") for n in (1, 2)]
