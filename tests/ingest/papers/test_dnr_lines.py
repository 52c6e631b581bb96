from __future__ import annotations

import pytest

from ingest.papers.dnr_lines import after_section, bare_number, dnr_line, without_dnr


def test_a_line_of_numbers_alone() -> None:
    assert dnr_line("Dnr KS 2020-318")
    assert dnr_line("KS 2020-318, SBN 2020-204")
    assert not dnr_line("Se även ärende KS 2020-318, som avslogs av fullmäktige hösten 2020")


@pytest.mark.parametrize(
    ("line", "title", "dnr"),
    [
        ("Dnr 2011/KS 0206 001", "", "2011/KS 0206"),
        ("Motion om bänkar 2011/KS 0206 001", "Motion om bänkar", "2011/KS 0206"),
        ("2025.368 KS Svar på motion", "Svar på motion", "2025.368 KS"),
        ("DNR: KU.2017.3 Biblioteket", "Biblioteket", "KU.2017.3"),
        ("Ärendenummer SLK-2026-1", "", "SLK-2026-1"),
        ("Dnr 00123/20212.6.", "", "00123/2021"),
        ("Diarienummer 00123/2021 2.6. Taxa", "Taxa", "00123/2021"),
        ("Bidrag (KS 2021-3) 100 000 kronor", "Bidrag 100 000 kronor", "KS 2021-3"),
    ],
)
def test_title_and_number_apart(line: str, title: str, dnr: str) -> None:
    assert without_dnr(line) == (title, (dnr,))


def test_a_bare_number_right_after_the_paragraf() -> None:
    assert after_section("1379/22") == ("", ("1379/22",))
    assert after_section("0045/23 Motion om bänkar") == ("Motion om bänkar", ("0045/23",))
    assert after_section("KS 2022-5 Motion om bänkar") == ("Motion om bänkar", ("KS 2022-5",))


def test_what_is_no_bare_number() -> None:
    assert after_section("10/12 2024 Extra möte") == ("10/12 2024 Extra möte", ())
    assert after_section("24/7-öppna gym") == ("24/7-öppna gym", ())


def test_a_line_that_is_a_number_in_any_spelling() -> None:
    assert [bare_number(line) for line in ("1379/22", "2021-845", "Dnr 12/2024")] == ["1379/22", "2021-845", "12/2024"]
    assert [bare_number(line) for line in ("2020-2026", "2021-03-04", "45", "Motion 12/24")] == [None] * 4
