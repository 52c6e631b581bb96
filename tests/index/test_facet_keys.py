from __future__ import annotations

import pytest

from corpus.errors import FilterError
from corpus.passage import Facets
from index.facet_keys import FOREVER, NO_DATE, body_key, conditions, day, facet_row
from index.filters import Filter


def admits(where: Filter, facets: Facets, *, file: str = "a.pdf", kind: str = "text") -> bool:
    return conditions(where).admit(facet_row(facets, file=file, kind=kind))


def test_the_row_of_a_policy_in_force() -> None:
    facets = Facets(
        type="policy",
        date="2022-03-04",
        bodies=("Kommunfullmäktige",),
        party=("v",),
        status="adopted",
        in_force_from="2023-01-01",
        dnr=("KS/2021:845",),
    )
    row = facet_row(facets, file="a/b.pdf", kind="decision")
    assert row.keys == (
        "type:policy",
        "file:a/b.pdf",
        "kind:decision",
        "body:kommunfullmäktige",
        "party:V",
        "dnr:KS 2021-845",
        "dnr:* 2021-845",
        "status:adopted",
        "force:yes",
    )
    assert (row.date, row.force_from, row.force_to) == (20220304, 20230101, FOREVER)


def test_the_empty_filter_admits_everything() -> None:
    assert admits(Filter(), Facets(type="övrigt", date=None))


@pytest.mark.parametrize("name", ["Kommunstyrelsens", "kommunstyrelsen", " KOMMUNSTYRELSEN "])
def test_bodies_match_without_case_or_genitive(name: str) -> None:
    assert admits(Filter(bodies=(name,)), Facets(type="motion", date=None, bodies=("Kommunstyrelsen",)))
    assert not admits(Filter(bodies=(name,)), Facets(type="motion", date=None, bodies=("Socialnämnden",)))


def test_genitive_inside_a_name() -> None:
    assert body_key("Kommunstyrelsens  arbetsutskott") == body_key("kommunstyrelsen arbetsutskott")


def test_dates_are_inclusive_and_an_unknown_date_meets_no_bound() -> None:
    dated, undated = Facets(type="motion", date="2022-05-01"), Facets(type="motion", date=None)
    assert admits(Filter(since="2022-05-01", until="2022-05-01"), dated)
    assert not admits(Filter(since="2022-05-02"), dated)
    assert not admits(Filter(until="2022-04-30"), dated)
    assert not admits(Filter(since="1900-01-01"), undated)
    assert not admits(Filter(until="2100-01-01"), undated)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("KS 2021-845", {"KS 2021-845", "2021-845"}),
        ("2021:845", {"KS 2021-845", "2021-845", "SON 2021-845"}),
        ("SON 2021-845", {"SON 2021-845", "2021-845"}),
    ],
)
def test_a_number_without_its_board_matches_any_board(asked: str, expected: set[str]) -> None:
    written = ("KS 2021-845", "2021-845", "SON 2021-845", "KS 2021-84")
    passed = {dnr for dnr in written if admits(Filter(dnr=(asked,)), Facets(type="motion", date=None, dnr=(dnr,)))}
    assert passed == expected


@pytest.mark.parametrize(
    ("facets", "passes"),
    [
        (Facets(type="policy", date=None), True),
        (Facets(type="policy", date=None, in_force_from="2023-06-01", in_force_to="2023-06-01"), True),
        (Facets(type="policy", date=None, in_force_from="2023-06-02"), False),
        (Facets(type="policy", date=None, in_force_to="2023-05-31"), False),
        (Facets(type="policy", date=None, replaced=True), False),
        (Facets(type="motion", date=None), False),
    ],
)
def test_only_styrdokument_are_in_force(facets: Facets, passes: bool) -> None:
    assert admits(Filter(in_force_on="2023-06-01"), facets) is passes


def test_days() -> None:
    assert day("2023-06-01") == 20230601
    assert day("2023-06-01T10:00") == 20230601
    assert (day("2023"), day("2023", last=True)) == (20230101, 20231231)
    assert (day("2024-02"), day("2024-02", last=True)) == (20240201, 20240231)
    for wrong in ("", "i fjol", "23-01-01", "2023-1x"):
        with pytest.raises(FilterError, match="ÅÅÅÅ-MM-DD"):
            day(wrong)


def test_a_paper_with_a_date_that_is_no_date_counts_as_undated() -> None:
    assert facet_row(Facets(type="motion", date="maj 2023"), file="a.pdf", kind="text").date == NO_DATE
