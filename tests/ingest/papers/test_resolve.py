from __future__ import annotations

from dataclasses import replace

from corpus.document import Document
from ingest.papers.decided import with_decisions
from ingest.papers.resolve import Member, case_demands, resolve
from tests.ingest.papers.paper_made import document

KF, KS = "Kommunfullmäktige", "Kommunstyrelsen"
MOTION = with_decisions(
    document(
        "Vi yrkar\n- att hundar får springa\n- att katter får sova\n- att fiskar får simma",
        "motion",
        date="2020-01-01",
        file="motion.pdf",
    )
)


def minutes(text: str, body: str, date: str) -> Document:
    return with_decisions(document(text, "protokoll", body=body, date=date, section="§ 5", file=f"{date}.pdf"))


def answered(*documents: Document) -> list[list[tuple[str, tuple[int, ...]]]]:
    return [[(d.disposition.value, d.demands) for d in m.decisions] for m in resolve([Member(d) for d in documents])]


def test_the_whole_motion_is_all_its_demands() -> None:
    council = minutes("# Beslut\n1. Motionen avslås i sin helhet.", KF, "2020-05-01")
    assert council.decisions[0].demands == ()
    assert answered(MOTION, council) == [[], [("avslås", (1, 2, 3))]]


def test_the_rest_and_the_words() -> None:
    council = minutes("# Beslut\n1. Förslaget om katter bifalls.\n2. Motionen avslås i övrigt.", KF, "2020-05-01")
    assert answered(MOTION, council)[1] == [("bifalls", (2,)), ("avslås", (1, 3))]


def test_deciding_as_the_executive_proposes() -> None:
    executive = minutes(
        "# Förslag till kommunfullmäktige\n1. Första yrkandet bifalls.\n2. Andra och tredje yrkandet avslås.",
        KS,
        "2020-04-01",
    )
    council = minutes("# Beslut\nKommunfullmäktige beslutar i enlighet med kommunstyrelsens förslag.", KF, "2020-05-01")
    assert answered(MOTION, executive, council)[2] == [("bifalls", (1,)), ("avslås", (2, 3))]
    adopted = resolve([Member(MOTION), Member(executive), Member(council)])[2].decisions
    assert {d.status.value for d in adopted} == {"adopted"}
    assert all("innehållet läst i förslaget i 2020-04-01.pdf" in d.uncertain for d in adopted)


def test_a_board_that_follows_its_committee_proposes_to_the_council() -> None:
    letter = with_decisions(
        document("# Förslag till kommunfullmäktiges beslut\n1. Motionen bifalls.", "motionssvar", date="2020-03-01")
    )
    executive = minutes("# Beslut\nEnligt arbetsutskottets förslag.", KS, "2020-04-01")
    (decision,) = resolve([Member(MOTION), Member(letter), Member(executive)])[2].decisions
    assert (decision.body, decision.status.value, decision.disposition.value) == (KF, "proposed", "bifalls")
    assert decision.demands == (1, 2, 3)


def test_a_proposal_made_later_is_not_what_was_adopted() -> None:
    executive = minutes("# Förslag till kommunfullmäktige\n1. Motionen bifalls.", KS, "2020-06-01")
    council = minutes("# Beslut\nEnligt kommunstyrelsens förslag.", KF, "2020-05-01")
    assert answered(MOTION, executive, council)[2] == [("övrigt", ())]


def test_demands_come_from_the_motion_before_its_answer() -> None:
    answer = with_decisions(
        document("I motionen yrkas följande:\n- hundar får springa fritt", "motionssvar", file="svar.pdf")
    )
    demands, file = case_demands([Member(answer), Member(MOTION)])
    assert (len(demands), file) == (3, "motion.pdf")
    assert case_demands([Member(answer)])[1] == "svar.pdf"
    assert case_demands([]) == ((), None)


def test_one_demand_told_in_short_yields_to_those_told_in_full() -> None:
    gist = minutes("# Sammanfattning\nVänsterpartiet föreslår i motionen att djuren får det bra.", KS, "2020-02-01")
    full = minutes("# Sammanfattning\nI motionen föreslås att hundar springer och att katter sover.", KF, "2020-03-01")
    assert case_demands([Member(gist), Member(full)])[1] == "2020-03-01.pdf"
    assert case_demands([Member(gist)])[1] == "2020-02-01.pdf"
    letter = "# Bakgrund\nI motionen föreslås att djuren får det bra."
    both = with_decisions(document(letter, "motionssvar", file="svar.pdf"))
    appended = replace(both, demands=(*both.demands, *MOTION.demands))
    assert [demand.text for demand in case_demands([Member(appended)])[0]] == [d.text for d in MOTION.demands]


def test_only_the_case_own_section_changes() -> None:
    council = minutes("# Beslut\nMotionen avslås.", KF, "2020-05-01")
    members = resolve([Member(MOTION), Member(council, "§ 6")])
    assert members[1].document.decisions[0].demands == ()
