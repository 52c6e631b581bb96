from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from ingest.pages.misread_first_item import restore_first_items
from ingest.pages.words import PageText

MakePage = Callable[..., PageText]


def read(page: PageText, *, ocr: bool = True) -> list[str]:
    """The page's words once restored."""
    return [word.text for word in restore_first_items([replace(page, ocr=ocr)])[0].words]


@pytest.mark.parametrize("start", ['"Tzatt', "1.att", "l.att", "Latt", "Iatt", "L att", "1, att", "|. att", "T. ätt"])
def test_the_first_number_is_put_back_above_the_second(start: str, page: MakePage) -> None:
    made = read(page((70, 100, f"{start} polisens hund bjuds in"), (70, 130, "2. att rutinen skrivs")))
    assert made == ["1.", "att", "polisens", "hund", "bjuds", "in", "2.", "att", "rutinen", "skrivs"]


def test_the_rest_of_the_first_item_may_be_indented(page: MakePage) -> None:
    lines = (70, 100, "1.att cykelvägen byggs"), (86, 115, "ända till stationen"), (70, 130, "2) att den belyses")
    assert read(page(*lines))[:3] == ["1)", "att", "cykelvägen"]


def test_number_and_att_stand_apart(page: MakePage) -> None:
    made = restore_first_items(
        [replace(page((70, 100, "1.att byn får ljus"), (70, 130, "2. att den snöröjs")), ocr=True)]
    )
    number, att = made[0].words[:2]
    assert 70 == number.x0 < number.x1 < att.x0 < att.x1


@pytest.mark.parametrize(
    "first",
    [
        "1. att polisens hund bjuds in",
        "a) att polisens hund bjuds in",
        "satt kvar hela den kvällen",
        "Natt efter natt är det stökigt",
        "Skatten ska sänkas nu",
        "så att alla vågar gå ut",
        "Partiet yrkar därför",
    ],
)
def test_other_rows_above_are_left(first: str, page: MakePage) -> None:
    assert read(page((70, 100, first), (70, 130, "2. att rutinen skrivs")))[:3] == first.split()[:3]


def test_without_a_second_item_nothing_is_put_right(page: MakePage) -> None:
    assert read(page((70, 100, "1.att hunden bjuds in"), (70, 130, "Ängsvik den 2 mars 2024")))[0] == "1.att"
    assert read(page((70, 100, "1.att hunden bjuds in"), (70, 130, "3. att rutinen skrivs")))[0] == "1.att"


def test_a_page_with_text_of_its_own_is_left(page: MakePage) -> None:
    assert read(page((70, 100, "Latt hunden bjuds in"), (70, 130, "2. att rutinen skrivs")), ocr=False)[0] == "Latt"
