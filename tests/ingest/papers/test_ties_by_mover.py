from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.document import Dated, Document, Person
from corpus.paragraph import Kind, Paragraph
from ingest.papers.ties import edges, keys_of, tie
from ingest.papers.ties_by_mover import by_mover, by_subject, by_teller
from ingest.papers.units import Unit, all_units, units_of
from tests.ingest.papers.case_made import T, document, minutes, paragraf


def _unit(one: Document) -> Unit:
    return units_of(one)[0]


def _reason(first: Document, second: Document) -> str | None:
    edge = tie(_unit(first), _unit(second))
    return edge.reason if edge else None


def _saying(one: Document, *texts: str) -> Document:
    """The document with the words of its first paragraphs."""
    said = [replace(p, text=text) for p, text in zip(one.paragraphs, texts, strict=False)]
    return replace(one, paragraphs=(*said, *one.paragraphs[len(said) :]))


def test_two_motions_are_never_tied_by_their_mover() -> None:
    movers = (Person("Runa Ek", "V"),)
    one, other = (
        _unit(document(f"{file}.pdf", T.MOTION, "Motion om bad och skola", "2020-10-12", movers=movers))
        for file in ("m", "n")
    )
    assert [rule(one, other) for rule in (by_mover, by_subject, by_teller)] == [None, None, None]


def test_by_the_day_it_was_put_and_the_party() -> None:
    motion = document("m.pdf", T.MOTION, "Sommarjobb för alla – motion (S)", "2020-10-12", party=("S",))
    told = Dated("2020-10-12", "motion", 4, "hur ärendet väcktes")
    answer = document("s.pdf", T.MOTIONSSVAR, "Svar på motion (S) om feriejobb", "2021-02-22", party=("S",))
    assert _reason(motion, replace(answer, dates=(told,))) == "motion av S den 2020-10-12"


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
    assert _reason(motion, answer) == "motionär Runa Ek och rubrikens ord"


def test_by_the_mover_and_a_titles_one_long_word() -> None:
    eva = (Person("Eva Ek", "V"),)
    motion = document("m.pdf", T.MOTION, "Låt bokbussen rulla", "2022-11-14", party=("V",), movers=eva)

    def reason(title: str) -> str | None:
        answer = document("s.pdf", T.MOTIONSSVAR, title, "2023-05-02", party=("V",), movers=eva)
        return _reason(motion, answer)

    assert reason("Svar på motion om bokbussen") == "motionär Eva Ek och rubrikens enda ord"
    assert reason("Svar på motion om rulla") is None
    assert reason("Svar på motion om elbussar") is None


def test_a_paragraf_that_says_who_put_the_motion_and_has_its_titles_words() -> None:
    mover = (Person("Torgny Åk", "RP"),)
    motion = document("m.pdf", T.MOTION, "Motion: Rädda norra kajen", "2022-09-19", movers=mover)

    def reason(title: str, told: str) -> str | None:
        held = paragraf("§ 21", title, 1, 10, "Kommunfullmäktige", "2023-03-27", "KS 2022-390")
        return _reason(motion, _saying(minutes("p.pdf", "Kommunfullmäktige", "2023-03-27", held), told))

    told = "Torgny Åk (RP) har lämnat en motion om kajen."
    assert reason("Svar på motion om norra kajen", told) == "motionär Torgny Åk och rubrikens ord"
    assert reason("Svar på motion om norra kajen", "Torgny Åk (RP) yrkar bifall till motionen.") is None
    assert reason("Svar på motion om norra kajen och badet", told) is None


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
    reason = _reason(FOREST, _telling(title, sentence))
    assert (reason is not None and reason.startswith("motion av Mia Kaya om")) is tied
    shared = keys_of(_unit(FOREST)) & keys_of(_unit(_telling(title, sentence)))
    assert not tied or "väckte:mia kaya" in shared
