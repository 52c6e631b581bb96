from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.diarienummer import find, normalise, same, unique, whole


@pytest.mark.parametrize(
    ("written", "comparable"),
    [
        ("KS 2021-845", "KS 2021-845"),
        ("KS/2021:845", "KS 2021-845"),
        ("2025.393 KS", "KS 2025-393"),
        ("KS-2021/845", "KS 2021-845"),
        ("KS2021/0845", "KS 2021-845"),
        ("SN 2021.123", "SN 2021-123"),
        ("GSN 2021:00123", "GSN 2021-123"),
        ("KFKS 2021/123-4", "KFKS 2021-123"),
        ("KS/2021/0123", "KS 2021-123"),
        ("Dnr 2021-845", "2021-845"),
        ("KS 21/0123", "KS 2021-123"),
        ("26/0005", "2026-5"),
        ("22KS118", "KS 2022-118"),
        ("KS 22-118", "KS 2022-118"),
        ("0123/21", "2021-123"),
        ("KS 97/45", "KS 1997-45"),
        ("N161-0457/21", "N161 2021-457"),
        ("2011/KS 0206", "KS 2011-206"),
        ("KU.2017.3", "KU 2017-3"),
        ("SLK-2026-1", "SLK 2026-1"),
        ("00123/20212.6.", "2021-123"),
    ],
)
def test_every_spelling_has_one_comparable_form(written: str, comparable: str) -> None:
    assert normalise(written) == comparable


@pytest.mark.parametrize(
    "text",
    [
        "Antagen av KF 2015-03-24 § 40",
        "SFS 2010:800 och SOU 2021:12",
        "åren 2020-2026 och 2020–2026",
        "Datum 2021-05-06",
        "lagen (2016:1145) om offentlig upphandling",
        "prop. 2022/23:43",
        "Motion 2024:3",
        "MOTION 2024:3",
        "KS 21/0123",
        "ISSN 2000-1975",
    ],
)
def test_dates_laws_and_spans_of_years_are_no_diarienummer(text: str) -> None:
    assert find(text) == ()


def test_several_after_one_label_are_all_labelled() -> None:
    found = find("Dnr: KS 2021/00845, BUN 2021/12")
    assert [(one.written, one.labelled) for one in found] == [("KS 2021/00845", True), ("BUN 2021/12", True)]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Dnr 2011/KS 0206 001", "2011/KS 0206"),
        ("Dnr 00123/20212.6.", "00123/2021"),
        ("Diarienummer: 00123/2021 2.6.", "00123/2021"),
        ("Motion om bänkar, 2011/KS 0206", "2011/KS 0206"),
    ],
)
def test_the_code_in_the_diarieplan_is_no_part_of_the_number(text: str, written: str) -> None:
    assert [one.written for one in find(text)] == [written]


def test_a_number_that_is_the_whole_text_needs_neither_label_nor_board() -> None:
    found = [whole(text) for text in ("1379/22", "2021-845", "Dnr 12/2024 001")]
    assert [one.written if one else None for one in found] == ["1379/22", "2021-845", "12/2024"]
    assert [whole(text) for text in ("2020-2026", "2021-03-04", "Motion 2021-845", "SOU 2021:12")] == [None] * 4


def test_a_number_without_board_needs_a_label() -> None:
    assert find("2021-845") == ()
    assert [one.written for one in find("Vår referens 2021-845")] == ["2021-845"]


def test_spans_are_half_open_and_leave_the_label_out() -> None:
    text = "Dnr KS 2018-540"
    (one,) = find(text)
    assert text[one.start : one.end] == "KS 2018-540"


def test_same_matches_a_missing_board_but_not_another() -> None:
    assert same("KS 2021-845", "Dnr 2021-845")
    assert same("KS/2021:845", "ks 2021-0845")
    assert not same("KS 2021-845", "BUN 2021-845")
    assert not same("KS 2021-845", "KS 2021-846")


def test_unique_keeps_the_first_way_it_was_written() -> None:
    assert unique(["KS/2021:845", "KS 2021-845", "BUN 2021-3"]) == ("KS/2021:845", "BUN 2021-3")


@settings(deadline=None)
@given(
    board=st.sampled_from(["KS", "BUN", "SBN"]),
    year=st.integers(1990, 2039),
    serial=st.integers(1, 99999),
    spelling=st.sampled_from(["{b} {y}-{s}", "{b}/{y}:{s}", "{y}.{s:03} {b}", "{b}{y}/{s:04}", "{b}-{y}/{s}"]),
)
def test_any_number_survives_any_spelling(board: str, year: int, serial: int, spelling: str) -> None:
    written = spelling.format(b=board, y=year, s=serial)
    assert normalise(written) == f"{board} {year}-{serial}"


def test_mixed_case_boards_and_serial_before_year_need_a_label() -> None:
    assert [normalise(one.written) for one in find("Ärendenummer: Ks 1234/2021")] == ["KS 2021-1234"]
    assert [normalise(one.written) for one in find("Diarienummer Ks/2021:123")] == ["KS 2021-123"]
    assert find("se Prop 12/2021") == ()


def test_a_class_or_document_number_after_it_is_no_day() -> None:
    assert normalise(find("Ärendenr 2020/99-1.7.1.2")[0].written) == "2020-99"
    assert normalise(find("Dnr 2021/12-3")[0].written) == "2021-12"
    assert find("Dnr 2021-05-06") == ()


def test_a_board_with_a_number_of_its_own_needs_no_label() -> None:
    assert [one.written for one in find("N161-0457/21, yttrande")] == ["N161-0457/21"]
    assert find("väg E161-457 och rum N161") == ()


def test_a_number_with_one_capital_is_believed_where_it_stands_alone() -> None:
    assert [one.written for one in find("Bn 2020/57 734")] == ["Bn 2020/57"]
    assert [one.written for one in find("Bn 57/2020")] == ["Bn 57/2020"]
    assert find("Enligt Bn 2020/57 och flera") == find("Bn 2020/57 73 sidor") == ()


def test_a_low_number_before_its_code_is_no_date() -> None:
    assert [one.written for one in find("Dnr 2019-3-014")] == ["2019-3-014"]
    assert find("Dnr 2019-3-14") == ()
