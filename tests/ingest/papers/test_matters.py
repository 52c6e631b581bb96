from __future__ import annotations

import pytest

from ingest.papers.matters import alike, content, matter_of, movers_in_title, squeeze


@pytest.mark.parametrize(
    "title",
    [
        "PM Motion om Avgiftsfri kulturskola",
        "Promemoria angående Avgiftsfri kulturskola",
        "Motion – Avgiftsfri kulturskola",
        "§ 28 Motion (V) – Avgiftsfri kulturskola, svar",
        "Svar på motion (V, MP) om avgiftsfri kulturskola",
        "Tjänsteskrivelse: Svar på motion angående avgiftsfri kulturskola",
        "Avgiftsfri kulturskola – svar på motion (V)",
        "Avgiftsfri kulturskola, förslag till svar",
        "Motion 2022:31 gällande avgiftsfri kulturskola - Runa Ek (V) med flera",
        "Yttrande över motion om avgiftsfri kulturskola, KS 2018-187",
    ],
)
def test_one_matter_however_titled(title: str) -> None:
    assert squeeze(matter_of(title)) == "avgiftsfrikulturskola"


def test_a_title_that_is_all_form_stays() -> None:
    assert matter_of("Svar på motion") == "Svar på motion"


@pytest.mark.parametrize(
    "title",
    [
        "Nya motioner och medborgarförslag",
        "Inkomna frågor, interpellationer och motioner",
        "Handläggning av motioner samt medborgarförslag",
        "Rutin för medborgarförslag",
    ],
)
def test_a_title_is_not_cut_behind_a_word_that_joins(title: str) -> None:
    assert matter_of(title) == title


def test_content_words_are_cut_and_fillers_left_out() -> None:
    assert content("Rastgårdar för hundar i kommunen") == {"rastgå", "hundar"}


def test_alike_asks_for_two_words() -> None:
    assert alike("Heltid i äldreomsorgen", "Heltid ska vara norm i äldreomsorgen") == 1.0
    assert alike("Trygga skolvägar", "Trygga torg") == 0.0
    assert alike("Bad, simning och idrott", "Bad och idrott i skolan") == 2 / 3
    assert alike("Utegym", "Utegym") == 1.0


def test_squeezed_for_comparison() -> None:
    assert squeeze("Svar på motion – 2021") == "svarpåmotion2021"


@pytest.mark.parametrize(
    ("title", "matter"),
    [
        ("Remiss av motion 2023 nr 131 om elsparkcyklar", "Elsparkcyklar"),
        ("Återremissyrkande angående motion om bättre ledsagning", "Bättre ledsagning"),
        ("Tilläggsyrkande, motion om bättre ledsagning", "Bättre ledsagning"),
    ],
)
def test_what_a_remiss_and_a_members_paper_are_about(title: str, matter: str) -> None:
    assert matter_of(title) == matter


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("Motion av Runa Ek och Bo Alm Lund (V) om fler bänkar", {"Runa Ek", "Bo Alm Lund"}),
        ("Svar på motion från Runa Ek (V) och Bo Alm (MP) om bänkar", {"Runa Ek", "Bo Alm"}),
        ("Motion från Vänsterpartiet om bänkar av trä", set()),
        ("Motion om vård av unga", set()),
    ],
)
def test_who_a_title_says_has_put_the_motion(title: str, names: set[str]) -> None:
    assert movers_in_title(title) == names
