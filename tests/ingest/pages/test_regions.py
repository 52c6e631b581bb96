from __future__ import annotations

from collections.abc import Callable

from ingest.pages.lines import Line
from ingest.pages.region import Part
from ingest.pages.regions import regions_of
from ingest.pages.sheet import sheet_of
from ingest.pages.tables import Table
from ingest.pages.words import PageText

MakePage = Callable[..., PageText]


def shapes(*pages: PageText) -> list[list[str]]:
    """Each region's lines as text, "table" for a table."""
    regions = regions_of([sheet_of(page) for page in pages], {}, 10.0)
    return [[_shape(part) for part in region.parts] for region in regions]


def _shape(part: Part) -> str:
    if isinstance(part, Line):
        return part.text
    return "table" if isinstance(part, Table) else "head"


def test_a_list_number_far_from_its_text_is_one_line(page: MakePage) -> None:
    assert shapes(page((70, 100, "1."), (105, 100, "Motionen avslås."))) == [["1. Motionen avslås."]]


def test_a_label_and_its_value_are_one_line(page: MakePage) -> None:
    assert shapes(page((70, 100, "Datum:"), (180, 100, "2023-10-27"))) == [["Datum: 2023-10-27"]]


def test_words_far_apart_are_lines_of_their_own(page: MakePage) -> None:
    assert shapes(page((70, 100, "Norrvik kommun"), (400, 100, "2023-10-27"))) == [["Norrvik kommun", "2023-10-27"]]


def test_a_table_stands_where_it_stands(page: MakePage) -> None:
    rows = [(70.0, 120.0 + 15 * k, name) for k, name in enumerate(("Skola", "Vård", "Gata"))]
    numbers = [(300.0, 120.0 + 15 * k, value) for k, value in enumerate(("524", "310", "22"))]
    assert shapes(page((70, 80, "Före"), *rows, *numbers, (70, 200, "Efter"))) == [["Före", "table", "Efter"]]


def test_a_letters_head_stands_among_lines_and_tables(page: MakePage) -> None:
    labels = [(70.0, 100.0, "Datum"), (200.0, 100.0, "Diarienummer"), (350.0, 100.0, "Mottagare")]
    values = [(70.0, 112.0, "2023-10-31"), (200.0, 112.0, "SBN 2023-305"), (350.0, 112.0, "Nämnden")]
    rows = [(70.0, 220.0 + 15 * k, name) for k, name in enumerate(("Skola", "Vård", "Gata"))]
    numbers = [(300.0, 220.0 + 15 * k, value) for k, value in enumerate(("524", "310", "22"))]
    made = page((70, 60, "Bodarps kommun"), *labels, *values, (70, 150, "Svar"), *rows, *numbers)
    assert shapes(made) == [["Bodarps kommun", "head", "Svar", "table"]]


def test_regions_are_numbered_through_the_document(page: MakePage) -> None:
    pages = [sheet_of(page((70, 100, "Motionen"), index=k)) for k in range(3)]
    regions = regions_of(pages, {}, 10.0)
    assert [(region.number, region.page) for region in regions] == [(0, 0), (1, 1), (2, 2)]
    assert not any(isinstance(part, Table) for region in regions for part in region.parts)


def test_a_paragraf_of_the_margin_and_its_title_are_one_line(page: MakePage) -> None:
    assert shapes(page((50, 100, "Bf § 9"), (150, 100, "Motion om brygga"))) == [["Bf § 9 Motion om brygga"]]
