from __future__ import annotations

from collections.abc import Callable

from ingest.pages.contents_lists import part_contents
from ingest.pages.sheet import sheet_of
from ingest.pages.words import PageText

MakePage = Callable[..., PageText]


def test_entries_with_leaders_and_their_heading_go(page: MakePage) -> None:
    made = page(
        (70, 100, "Innehåll"),
        (70, 120, "1 Inledning ........................ 3"),
        (70, 134, "2 Mål som är långt nog att brytas"),
        (70, 148, "över två rader ..................... 4"),
        (70, 162, "3 Ansvar . . . . . . . . . . . . . . 5"),
        (70, 200, "1 Inledning"),
    )
    parted = part_contents([sheet_of(made)])
    assert [row.text for row in parted.sheets[0].rows] == ["1 Inledning"]
    assert [line.text[:10] for line in parted.lines] == [
        "Innehåll",
        "1 Inlednin",
        "2 Mål som ",
        "över två r",
        "3 Ansvar .",
    ]


def test_without_leaders_the_heading_and_page_numbers_at_the_right_tell(page: MakePage) -> None:
    entries = [(70.0, 120.0, "Inledning"), (480.0, 120.0, "3"), (70.0, 134.0, "Ansvar"), (480.0, 134.0, "5")]
    headed = part_contents([sheet_of(page((70, 100, "Ärendelista"), *entries, (70, 200, "Text")))])
    alone = part_contents([sheet_of(page((70, 100, "Antal platser"), *entries, (70, 200, "Text")))])
    assert [row.text for row in headed.sheets[0].rows] == ["Text"]
    assert len(alone.sheets[0].rows) == 4


def test_one_line_with_dots_is_a_form_not_a_list(page: MakePage) -> None:
    made = page((70, 100, "Namn ........................ 3"), (70, 120, "Text"))
    assert len(part_contents([sheet_of(made)]).sheets[0].rows) == 2
