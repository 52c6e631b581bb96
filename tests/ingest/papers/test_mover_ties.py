from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.document import Dated, Document, Person
from corpus.paragraph import Kind, Paragraph
from ingest.papers.shared_keys import keys_of
from ingest.papers.ties import edges
from ingest.papers.units import all_units
from tests.ingest.papers.case_made import T, document, minutes, paragraf, saying, tie_reason, unit_of


def test_by_the_day_it_was_put_and_the_party() -> None:
    motion = document("m.pdf", T.MOTION, "Sommarjobb för alla – motion (S)", "2020-10-12", party=("S",))
    told = Dated("2020-10-12", "motion", 4, "hur ärendet väcktes")
    answer = document("s.pdf", T.MOTIONSSVAR, "Svar på motion (S) om feriejobb", "2021-02-22", party=("S",))
    assert tie_reason(motion, replace(answer, dates=(told,))) == "motion av S den 2020-10-12"


def test_a_day_and_a_party_that_fit_two_motions_tie_the_one_of_the_likest_title_or_none() -> None:
    day, party = "2024-05-13", ("KD",)
    wharf = document("a.pdf", T.MOTION, "Lyft kajen", day, party=party)
    bus = document("b.pdf", T.MOTION, "Senare bussar till byarna", day, party=party)
    told = (Dated(day, "motion", 4, "underlagets motion"),)

    def tied(title: str) -> list[str]:
        answer = replace(document("s.pdf", T.MOTIONSSVAR, title, "2024-10-01", party=party), dates=told)
        return [edge.reason for edge in edges(all_units([wharf, bus, answer]))]

    assert tied("Svar på motion om fler avgångar") == []
    assert tied("Svar på motion om senare bussar") == ["motion av KD den 2024-05-13"]


def test_by_mover_and_words() -> None:
    movers = (Person("Runa Ek", "V"),)
    motion = document("m.pdf", T.MOTION, "Motion om bad och skola", "2020-10-12", movers=movers)
    answer = document("s.pdf", T.MOTIONSSVAR, "Svar på motion: bad för skola och lov", "2021-02-22", movers=movers)
    assert tie_reason(motion, answer) == "motionär Runa Ek och rubrikens ord"


def test_by_the_mover_and_a_titles_one_long_word() -> None:
    eva = (Person("Eva Ek", "V"),)
    motion = document("m.pdf", T.MOTION, "Låt bokbussen rulla", "2022-11-14", party=("V",), movers=eva)

    def reason(title: str) -> str | None:
        answer = document("s.pdf", T.MOTIONSSVAR, title, "2023-05-02", party=("V",), movers=eva)
        return tie_reason(motion, answer)

    assert reason("Svar på motion om bokbussen") == "motionär Eva Ek och rubrikens enda ord"
    assert reason("Svar på motion om rulla") is None
    assert reason("Svar på motion om elbussar") is None


def test_a_paragraf_that_says_who_put_the_motion_and_has_its_titles_words() -> None:
    mover = (Person("Torgny Åk", "RP"),)
    motion = document("m.pdf", T.MOTION, "Motion: Rädda norra kajen", "2022-09-19", movers=mover)

    def reason(title: str, told: str) -> str | None:
        held = paragraf("§ 21", title, 1, 10, "Kommunfullmäktige", "2023-03-27", "KS 2022-390")
        return tie_reason(motion, saying(minutes("p.pdf", "Kommunfullmäktige", "2023-03-27", held), told))

    told = "Torgny Åk (RP) har lämnat en motion om kajen."
    assert reason("Svar på motion om norra kajen", told) == "motionär Torgny Åk och rubrikens ord"
    assert reason("Svar på motion om norra kajen", "Torgny Åk (RP) yrkar bifall till motionen.") is None
    assert reason("Svar på motion om norra kajen och badet", told) is None


def test_a_proposal_handed_over_to_a_board_with_a_number_of_its_own() -> None:
    form = document(
        "f.pdf", T.MEDBORGARFORSLAG, "Kvarndammen behöver lysa hela natten", "2023-03-02", dnr=("KS 2023-139",)
    )
    row = replace(form.paragraphs[0], cells=("Förslagsställare", "Birgitta Nord"))
    form = replace(form, paragraphs=(row, *form.paragraphs[1:]))
    put = "Birgitta Nord har lämnat ett medborgarförslag om bänkar runt Kvarndammen."
    letter = document("t.pdf", T.TJANSTESKRIVELSE, "Medborgarförslag om Kvarndammen", "2023-08-07", dnr=("TN 2023-44",))
    assert tie_reason(form, saying(letter, put)) == "förslagsställare Birgitta Nord och rubrikens enda ord"
    assert [edge.reason for edge in edges(all_units([form, saying(letter, put)]))] == [
        "förslagsställare Birgitta Nord och rubrikens enda ord"
    ]
    assert tie_reason(form, saying(letter, put.replace("Birgitta Nord", "Eva Ek"))) is None


def test_a_motion_under_a_title_of_its_own_by_its_movers_and_what_it_asks_for() -> None:
    movers = (Person("Runa Ek", "V"), Person("Bo Alm", "V"))
    motion = document(
        "m.pdf", T.MOTION, "Mer jord åt alla!", "2023-11-16", movers=movers, demands=("300 odlingslotter anläggs",)
    )

    def answered(title: str) -> str | None:
        paper = document("s.pdf", T.MOTIONSSVAR, title, "2024-05-29")
        return next((edge.reason for edge in edges(all_units([motion, paper]))), None)

    reason = "motion av Bo Alm och Runa Ek om ”Fler odlingslotter”"
    assert answered("Motion av Runa Ek och Bo Alm (V) om fler odlingslotter") == reason
    assert answered("Motion av Runa Ek (V) om fler odlingslotter") is None
    assert answered("Motion av Runa Ek och Bo Alm (V) om fler bussar till Odlingsvik") is None
    assert answered("Motion av Runa Ek och Bo Alm (V) om lott") is None


FOREST = document(
    "m.pdf",
    T.MOTION,
    "Motion – Skogen är mer än timmer",
    "2023-05-29",
    demands=("hyggesfria metoder används inom två kilometer från tätorten", "skogsbruksplanen görs om"),
    party=("S",),
    movers=(Person("Mia Kaya", "S"),),
)


def _telling(title: str, sentence: str) -> Document:
    letter = document("s.pdf", T.MOTIONSSVAR, title, "2023-08-30", dnr=("KS 2023-169",))
    return replace(letter, paragraphs=(Paragraph(1, Kind.PARAGRAPH, sentence, ()), *letter.paragraphs[1:]))


@pytest.mark.parametrize(
    ("title", "sentence", "tied"),
    [
        ("Motion om hyggesfritt skogsbruk", "Mia Kaya (S) föreslår i en motion att skogen sköts varsamt.", True),
        ("Svar på motion om hyggesfritt skogsbruk", "Mia Kaya (S) har väckt en motion om skogen.", True),
        (
            "Svar på motion om kalhyggen",
            "Mia Kaya (S) föreslår hyggesfria metoder inom två kilometer från tätorten.",
            True,
        ),
        ("Motion om hyggesfritt skogsbruk", "Bo Alm (S) föreslår i en motion att skogen sköts varsamt.", False),
        ("Motion om simhallens tider", "Mia Kaya (S) föreslår att simhallen har öppet till klockan tjugo.", False),
        ("Motion om hyggesfritt skogsbruk", "Mia Kaya (S) yrkar bifall till motionen.", False),
    ],
)
def test_by_who_put_it_and_what_it_asks(title: str, sentence: str, tied: bool) -> None:
    reason = tie_reason(FOREST, _telling(title, sentence))
    assert (reason is not None and reason.startswith("motion av Mia Kaya om")) is tied
    shared = keys_of(unit_of(FOREST)) & keys_of(unit_of(_telling(title, sentence)))
    assert not tied or "väckte:mia kaya" in shared


@pytest.mark.parametrize(
    ("sentence", "tied"),
    [
        ("Mia Kaya (S) föreslår att kalhyggen undviks två kilometer från tätorten och att planen skrivs om.", True),
        ("Mia Kaya (S) föreslår att badplatsen nära tätorten får bryggor och att skogen gallras runt den.", False),
        (
            "Mia Kaya och Bo Alm (S) vill att kalhyggen undviks två kilometer från tätorten och att planen skrivs om.",
            True,
        ),
        (
            "Bo Alm och Siv Lund (S) vill att kalhyggen undviks två kilometer från tätorten och att planen skrivs om.",
            False,
        ),
    ],
)
def test_a_motion_retold_in_the_words_of_its_reasons_and_its_demands(sentence: str, tied: bool) -> None:
    why = "Kalhyggen gör skogen nära tätorten tråkig. I dag skrivs planen om vart tionde år, och mycket kan undvikas."
    motion = saying(FOREST, why)
    assert (tie_reason(motion, _telling("Svar på motion om avverkning", sentence)) is not None) is tied


@pytest.mark.parametrize(
    ("sentence", "tied"),
    [
        ("Ulla Ek, 71 år, vill att Mårtensån får en gångbro och att en bänk ställs ut.", True),
        ("Ulla Ek har föreslagit att fler gatlyktor sätts upp i byn och att vägen lagas.", False),
        ("Siv Lund, 71 år, vill att Mårtensån får en gångbro och att en bänk ställs ut.", False),
    ],
)
def test_a_residents_proposal_by_who_signs_it_and_what_it_asks(sentence: str, tied: bool) -> None:
    asked = ("en gångbro byggs över Mårtensån", "en bänk ställs vid bron")
    own = document("f.pdf", T.MEDBORGARFORSLAG, "Torrskodda till kyrkan", "2023-04-02", demands=asked)
    own = replace(own, paragraphs=(*own.paragraphs[:9], Paragraph(10, Kind.SIGNATURE, "Ulla Ek", ())))
    letter = document("t.pdf", T.TJANSTESKRIVELSE, "Medborgarförslag om gångväg", "2023-08-07", dnr=("TN 2023-44",))
    found = [edge.reason for edge in edges(all_units([own, saying(letter, sentence)]))]
    assert found == (["förslag av Ulla Ek om ”Gångväg”"] if tied else [])
