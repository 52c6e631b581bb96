from __future__ import annotations

from dataclasses import replace

from corpus.decision import Disposition, Reference
from corpus.document import Adoption
from ingest.papers.shared_keys import keys_of
from ingest.papers.ties import edges
from ingest.papers.units import all_units
from tests.ingest.papers.case_made import T, decision, document, minutes, paragraf, saying, tie_reason, unit_of

DEMAND = "kommunen inrättar en cykelsamordnare på heltid från nästa år"
MOTION = document("m.pdf", T.MOTION, "Motion om cyklar", "2020-09-14", demands=(DEMAND,), party=("MP",))
ANSWER = document("s.pdf", T.MOTIONSSVAR, "Svar på motion (MP) om trygga skolvägar", "2021-05-06", dnr=("KS 2020-318",))


def test_by_number_in_any_spelling() -> None:
    other = document("p.pdf", T.TJANSTESKRIVELSE, "Något helt annat", "2021-06-01", dnr=("2020.318 KS",))
    assert tie_reason(ANSWER, other) == "diarienummer KS 2020-318"


def test_a_number_without_board_needs_the_title_too() -> None:
    first = replace(ANSWER, dnr=("2020-318",), parts=())
    second = document("p.pdf", T.TJANSTESKRIVELSE, "Avfallstaxa", "2021-06-01", dnr=("2020-318",))
    assert tie_reason(document("a.pdf", T.MOTIONSSVAR, first.title, dnr=("2020-318",)), second) is None


def test_by_the_wording_of_a_demand() -> None:
    answer = document("s.pdf", T.MOTIONSSVAR, "Svar på motion om vägar", "2021-05-06", demands=(f"att {DEMAND}.",))
    assert tie_reason(MOTION, answer) == "samma förslag: ”kommunen inrättar en cykelsamordnare på heltid från nästa …”"


def test_two_motions_with_one_wording_are_two_matters() -> None:
    assert tie_reason(MOTION, document("m2.pdf", T.MOTION, "Motion om cyklar", "2023-09-14", demands=(DEMAND,))) is None


def test_by_the_same_title_of_papers_on_motions() -> None:
    answer = document("s.pdf", T.MOTIONSSVAR, "Svar på motion (MP) om fler cyklar i stan", "2021-05-06")
    motion = document("m.pdf", T.MOTION, "Motion: Fler cyklar i stan", "2020-09-14", party=("MP",))
    assert tie_reason(motion, answer) == "samma rubrik: ”Fler cyklar i stan”"
    report = document("r.pdf", T.TJANSTESKRIVELSE, "Fler cyklar i stan", "2021-05-06")
    assert tie_reason(motion, report) is None


def test_by_a_short_title_that_is_the_same_word_for_word() -> None:
    motion = document("m.pdf", T.MOTION, "Motion om simskola för alla", "2021-02-15")
    answer = document("s.pdf", T.MOTIONSSVAR, "Svar på motion om simskola för alla", "2021-09-27")
    assert tie_reason(motion, answer) == "samma rubrik: ”Simskola för alla”"
    one_word = document("m.pdf", T.MOTION, "Motion om utmaningsrätt", "2021-02-15")
    assert (
        tie_reason(one_word, document("s.pdf", T.MOTIONSSVAR, "Svar på motion om utmaningsrätt", "2021-09-27")) is None
    )


def test_by_a_reference_and_the_titles_words() -> None:
    part = paragraf("§ 81", "Detaljplan för Nolhaga förskola", 1, 5, "Kommunstyrelsen", "2026-05-11")
    ks = minutes("ks.pdf", "Kommunstyrelsen", "2026-05-11", part)
    own = paragraf("§ 116", "Detaljplan för Nolhaga förskola, antagande", 1, 5, "Kommunfullmäktige", "2026-06-10")
    kf = replace(
        minutes("kf.pdf", "Kommunfullmäktige", "2026-06-10", own),
        references=(Reference("Kommunstyrelsen", "2026-05-11", "§ 81", 3),),
    )
    assert tie_reason(ks, kf) == "hänvisar till Kommunstyrelsen 2026-05-11 § 81"
    other = replace(kf, parts=(replace(own, title="Budget för nästa år"),))
    assert tie_reason(ks, other) is None


def test_a_collective_number_ties_nothing() -> None:
    made = [document(f"{n:02}.pdf", T.TJANSTESKRIVELSE, f"Meddelande {n}", dnr=("KS 2021-1",)) for n in range(41)]
    assert edges(all_units(made)) == ()
    assert len(edges(all_units(made[:40]))) == 40 * 39 // 2


def test_one_long_word_ties_where_the_party_agrees() -> None:
    motion = document("m.pdf", T.MOTION, "Motion angående utmaningsrätt", "2019-05-20", party=("M",))
    title = "Utmaningsrätt – tjänsteutlåtande med anledning av motion"
    assert (
        tie_reason(motion, document("s.pdf", T.MOTIONSSVAR, f"{title} (M)", "2019-12-02"))
        == "samma rubrik: ”Utmaningsrätt”"
    )
    assert tie_reason(motion, document("s.pdf", T.MOTIONSSVAR, title, "2019-12-02")) is None
    short = document("m.pdf", T.MOTION, "Motion om skola", "2019-05-20", party=("M",))
    assert tie_reason(short, document("s.pdf", T.MOTIONSSVAR, "Svar på motion (M) om skola", "2019-12-02")) is None


def test_a_styrdokument_and_the_paragraf_that_adopted_it() -> None:
    day = "2022-05-31"
    kf = minutes(
        "kf.pdf", "Kommunfullmäktige", day, paragraf("§ 121", "Antagande av program", 1, 5, "Kommunfullmäktige", day)
    )
    program = document("p.pdf", T.PROGRAM, "Miljöprogram", day, adoption=Adoption("Kommunfullmäktige", day, "§ 121", 2))
    assert tie_reason(program, kf) == "antagen av Kommunfullmäktige 2022-05-31 § 121"
    other = document("p.pdf", T.PROGRAM, "Miljöprogram", day, adoption=Adoption("Kommunfullmäktige", day, "§ 122", 2))
    assert tie_reason(other, kf) is None


def test_by_the_motions_number_in_a_title() -> None:
    motion = document("m.pdf", T.MOTION, "Motion om bad", "2020-02-01", number="2020:31")
    day = "2021-03-08"
    ks = minutes(
        "ks.pdf", "Kommunstyrelsen", day, paragraf("§ 45", "Motion (2020:31), svar", 1, 5, "Kommunstyrelsen", day)
    )
    assert tie_reason(motion, ks) == "motion 2020:31"


def test_by_the_number_that_a_boards_letter_was_sent_the_motion_under() -> None:
    letter = document("s.pdf", T.MOTIONSSVAR, "Yttrande över motion om bussen", "2023-05-02", dnr=("BIN.2023.57",))
    told = "Kommunstyrelsen har remitterat en motion, KS.2023.120, till nämnden."
    letter = replace(letter, paragraphs=(replace(letter.paragraphs[0], text=told), *letter.paragraphs[1:]))
    board = document("k.pdf", T.PROTOKOLL, "Motion om fler turer", "2023-10-10", dnr=("KS.2023.120",))
    tax = document("t.pdf", T.PROTOKOLL, "Taxa", "2023-10-10", dnr=("KS.2023.120",))
    assert "dnr:KS 2023-120" in keys_of(unit_of(letter))
    assert tie_reason(letter, board) == "remitterad under diarienummer KS 2023-120"
    assert tie_reason(letter, tax) is None


def test_by_demands_that_minutes_retell_as_one() -> None:
    asked = (
        "Kommunen mäter strandlinjens läge varje vår.",
        "Kommunen påbörjar sandfodring av stranden senast 2025.",
        "Kommunen bjuder in grannkommunerna till samverkan.",
    )
    told = "kommunen mäter strandlinjens läge varje vår, påbörjar sandfodring av stranden senast 2025 och bjuder in"
    motion = document("m.pdf", T.MOTION, "Motion om stranden", "2022-09-19", demands=asked)
    answer = document("s.pdf", T.MOTIONSSVAR, "Svar på motion om erosion", "2023-02-01", demands=(told,))
    assert tie_reason(motion, answer) == "samma förslag: ”Kommunen mäter strandlinjens läge varje vår. …”"
    less = ("kommunen mäter sanden på stranden och frågar grannkommunerna om de vill samverka senast 2025",)
    other = document("s.pdf", T.MOTIONSSVAR, "Svar på motion om erosion", "2023-02-01", demands=less)
    assert tie_reason(motion, other) is None


def test_the_paragraf_that_handed_a_proposal_over_is_known_by_reference() -> None:
    held = paragraf("§ 23", "Anmälan av medborgarförslag", 1, 10, "Kommunfullmäktige", "2023-03-27", "KS 2023-139")
    sends = decision("att överlåta till tekniska nämnden att besluta i ärendet.", Disposition.OVRIGT, 2, section="§ 23")
    put = "Birgitta Nord har lämnat ett medborgarförslag om bänkar runt Kvarndammen."
    council = saying(minutes("p.pdf", "Kommunfullmäktige", "2023-03-27", held, decisions=(sends,)), put)
    named = (Reference("Kommunfullmäktige", "2023-03-27", "§ 23", 3),)

    def reason(title: str) -> str | None:
        letter = document("t.pdf", T.TJANSTESKRIVELSE, title, "2023-08-07", dnr=("TN 2023-44",), references=named)
        return tie_reason(council, letter)

    assert reason("Medborgarförslag om Kvarndammen") == "hänvisar till Kommunfullmäktige 2023-03-27 § 23"
    assert reason("Medborgarförslag om Hundrastgården") is None
    assert reason("Kvarndammen") is None


def test_by_a_motions_number_that_the_text_names() -> None:
    remiss = paragraf("§ 9", "Remiss av motion 2023 nr 131 om elsparkcyklar", 1, 4, "Miljönämnden", "2024-01-30")
    asked = minutes("n.pdf", "Miljönämnden", "2024-01-30", remiss)
    title = "Motion av Bo Alm (L) om ordning bland elsparkcyklarna"
    said = "Styrelsen har behandlat ett ärende om motion 2023 nr 131."
    answer = saying(document("s.pdf", T.MOTIONSSVAR, title, "2024-04-10"), said)
    assert tie_reason(asked, answer) == "motion 2023:131 nämns i texten"
    other = saying(document("s.pdf", T.MOTIONSSVAR, "Svar på motion om bänkar", "2024-04-10"), said)
    assert tie_reason(asked, other) is None


def test_a_bilaga_of_minutes_is_of_the_matter_of_the_paragraf_it_names() -> None:
    own = paragraf("§ 7", "Val", 1, 3, "Tekniska nämnden", "2024-02-01")
    other = paragraf("§ 8", "Initiativ om en bänk", 4, 7, "Tekniska nämnden", "2024-02-01")
    bilaga = replace(own, first=8, last=10)
    held = minutes("p.pdf", "Tekniska nämnden", "2024-02-01", own, other, bilaga)
    held = replace(
        held, paragraphs=(*held.paragraphs[:7], replace(held.paragraphs[7], text="Bilaga 1, § 7"), *held.paragraphs[8:])
    )
    assert [(edge.first, edge.second, edge.reason) for edge in edges(all_units([held]))] == [(0, 2, "bilaga till § 7")]


def test_a_number_without_board_and_a_title_s_one_word_that_the_other_title_has() -> None:
    handed = document("k.pdf", T.TJANSTESKRIVELSE, "Medborgarförslag om förbud mot vattenskotrar", dnr=("2020-318-1",))

    def reason(title: str) -> str | None:
        return tie_reason(document("m.pdf", T.TJANSTESKRIVELSE, title, "2021-06-01", dnr=("2020-318",)), handed)

    assert reason("VB: Medborgarförslag om vattenskotrar") == "diarienummer 2020-318"
    assert reason("SV: Fråga om vattenskotrar") == "diarienummer 2020-318"
    assert reason("VB: Badplatsen") is None
