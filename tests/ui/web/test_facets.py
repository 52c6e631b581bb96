from __future__ import annotations

from itertools import product

from corpus.decision import Status
from index.filters import Filter
from tests.ui.web.made import DOCUMENTS, TODAY
from ui.web.address import Address
from ui.web.facets import allows, facets, filter_of


def test_the_filter_of_an_address() -> None:
    address = Address(
        question="x", types=("motion",), bodies=("Kommunstyrelsen",), parties=("V",), since="2021-01-01",
        until="2022-12-31", status=Status.ADOPTED, in_force=True,
    )  # fmt: skip
    assert filter_of(address, TODAY) == Filter(
        types=("motion",), bodies=("Kommunstyrelsen",), parties=("V",), since="2021-01-01", until="2022-12-31",
        status="adopted", in_force_on=TODAY,
    )  # fmt: skip
    assert filter_of(Address(question="x"), TODAY).empty


def test_counts_without_filters() -> None:
    offered = facets(DOCUMENTS, Address(), TODAY)
    assert offered.documents == 7
    assert offered.types == (
        ("motion", 2),
        ("tjänsteskrivelse", 1),
        ("protokoll", 1),
        ("handlingsplan", 2),
        ("övrigt", 1),
    )
    assert offered.bodies == (("Kommunfullmäktige", 2), ("Socialnämnden", 1))
    assert offered.parties == (("M", 1), ("V", 1))
    assert dict(offered.statuses) == {"proposed": 1, "adopted": 1}
    assert offered.in_force == 1


def test_each_group_is_counted_under_the_others_choices() -> None:
    offered = facets(DOCUMENTS, Address(bodies=("kommunfullmäktige",), types=("protokoll",)), TODAY)
    assert offered.documents == 1
    assert offered.types == (("tjänsteskrivelse", 1), ("protokoll", 1))
    assert offered.bodies == (("Kommunfullmäktige", 1), ("kommunfullmäktige", 0))


def test_a_choice_that_leaves_nothing_stays_on_offer() -> None:
    offered = facets(DOCUMENTS, Address(types=("taxa",), parties=("V",)), TODAY)
    assert ("taxa", 0) in offered.types
    assert offered.documents == 0


def test_counts_agree_with_choosing_each_value() -> None:
    for status, since in product((None, Status.ADOPTED), (None, "2023-01-01")):
        offered = facets(DOCUMENTS, Address(status=status, since=since), TODAY)
        for value, count in offered.types:
            chosen = Address(status=status, since=since, types=(value,))
            assert sum(allows(chosen, document, TODAY) for document in DOCUMENTS) == count


def test_undated_papers_are_not_of_any_time() -> None:
    assert facets(DOCUMENTS, Address(since="1000-01-01"), TODAY).documents == 6
    assert facets(DOCUMENTS, Address(until="2018-12-31"), TODAY).documents == 1
