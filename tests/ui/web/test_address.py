from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.decision import Status
from corpus.document import DocumentType
from ui.web.address import STATUSES, ZOOMS, Address, Tab, iso_date, number, parse

WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=20).map(str.strip).filter(bool)
DATES = st.dates(min_value=date(1000, 1, 1), max_value=date(2999, 12, 31)).map(lambda day: day.isoformat())


def several(values: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(values, max_size=3).map(lambda found: tuple(sorted(set(found))))


ADDRESSES = st.builds(
    Address,
    tab=st.sampled_from(Tab),
    question=st.just("") | WORDS,
    types=several(st.sampled_from([kind.value for kind in DocumentType])),
    bodies=several(WORDS),
    parties=several(WORDS),
    since=st.none() | DATES,
    until=st.none() | DATES,
    status=st.none() | st.sampled_from(Status),
    in_force=st.booleans(),
    more=st.booleans(),
    case=st.none() | WORDS,
    file=st.none() | WORDS,
    page=st.none() | st.integers(1, 9999),
    paragraph=st.none() | st.integers(1, 9999),
    zoom=st.sampled_from(ZOOMS),
    state=st.none() | WORDS,
    show=st.none() | WORDS,
    responsible=st.none() | WORDS,
    year=st.none() | st.integers(1, 9999),
)


@given(ADDRESSES)
def test_an_address_reads_back_as_itself(address: Address) -> None:
    assert parse(address.query()) == address
    assert parse(address.query()).query() == address.query()


@given(st.text(max_size=300))
def test_any_query_can_be_read(query: str) -> None:
    parse(query)


def test_the_addresses_that_people_send() -> None:
    asked = parse("?q=KAST-mottagningar&typ=protokoll&typ=motion&status=beslutat&fran=2021&till=2024-02&gallande=1")
    assert asked == Address(
        question="KAST-mottagningar", types=("motion", "protokoll"), status=STATUSES["beslutat"],
        since="2021-01-01", until="2024-02-29", in_force=True,
    )  # fmt: skip
    assert parse("?kalla=mapp/a+b.pdf&stycke=9") == Address(tab=Tab.SOURCE, file="mapp/a b.pdf", paragraph=9)
    assert parse("?arende=KS+2021-845") == Address(tab=Tab.CASE, case="KS 2021-845")
    assert Address(tab=Tab.CASE, case="KS 2021-845").query() == "?arende=KS+2021-845"
    assert Address(tab=Tab.COLLECTION).query() == "?flik=samlingen"
    assert Address().query() == "?"


def test_what_cannot_be_understood_is_left_out() -> None:
    assert parse("?typ=roman&status=kanske&fran=igår&sida=0&stycke=-1&zoom=99&flik=xyz") == Address()


def test_more_parameters_than_anyone_means_are_refused() -> None:
    assert parse("&".join(f"typ=a{n}" for n in range(500))) == Address()


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2021", "2021-01-01", "2021-12-31"),
        ("2024-2", "2024-02-01", "2024-02-29"),
        ("1900-02", "1900-02-01", "1900-02-28"),
        ("2000-02", "2000-02-01", "2000-02-29"),
        ("2023-04", "2023-04-01", "2023-04-30"),
        (" 2023-4-7 ", "2023-04-07", "2023-04-07"),
        ("2023-13", None, None),
        ("2023-02-30", None, None),
        ("i fjol", None, None),
        ("", None, None),
        (None, None, None),
    ],
)
def test_dates_as_people_type_them(typed: str | None, first: str | None, last: str | None) -> None:
    assert iso_date(typed) == first
    assert iso_date(typed, last=True) == last


@pytest.mark.parametrize(("text", "expected"), [("7", 7), ("0", None), ("-1", None), ("1e3", None), ("٣", None)])
def test_numbers_from_one(text: str, expected: int | None) -> None:
    assert number(text) == expected


def test_what_narrows() -> None:
    assert not Address(question="x", more=True, zoom=150).filtered
    assert Address(bodies=("Kommunstyrelsen",)).filtered
    assert Address(in_force=True).filtered
