from __future__ import annotations

import pytest

from ingest.papers.headings import bare, first_half, is_kind_word, is_open, is_section


def test_bare_drops_number_and_colon() -> None:
    assert bare("2.1 Bakgrund:") == "bakgrund"


@pytest.mark.parametrize(
    "text",
    ["Förslag till beslut", "Kommunstyrelsens förslag till beslut", "Förslag till kommunfullmäktige", "Yrkanden"],
)
def test_sections(text: str) -> None:
    assert is_section(text)


@pytest.mark.parametrize(
    "text",
    ["Ekonomisk uppföljning 2026", "Förslag till biblioteksplan", "Bygg mer i trä", "Jämställdhetsplan 2025–2028"],
)
def test_titles_are_no_sections(text: str) -> None:
    assert not is_section(text)


def test_the_first_half_of_a_bilingual_heading() -> None:
    assert [first_half(text) for text in ("Beslut / Päätös", "Beslut", "och/eller", " / Päätös")] == [
        "Beslut",
        None,
        None,
        None,
    ]
    assert is_section("Yrkanden / Vaatimukset")
    assert not is_section("Bygg mer i trä / Rakenna puusta")


def test_kind_words_stand_alone() -> None:
    assert is_kind_word("TJÄNSTESKRIVELSE")
    assert is_kind_word("Bilaga 2")
    assert not is_kind_word("Tjänsteskrivelse: Svar på motion")
    assert not is_kind_word("Bilaga 1: Programutbud")


def test_a_heading_that_ends_in_a_preposition_is_open() -> None:
    assert all(is_open(text) for text in ("Svar på", "Riktlinjer för ", "Ungdoms- och", "Motion rörande"))
    assert not any(is_open(text) for text in ("Motion", "Riktlinjer för gator", "Val av revisor"))
