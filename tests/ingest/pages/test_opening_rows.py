from __future__ import annotations

from collections.abc import Callable

from ingest.pages.opening_rows import opening_rows
from ingest.pages.sheet import sheet_of
from ingest.pages.words import PageText

MakePage = Callable[..., PageText]


def opened(*pages: PageText) -> set[tuple[int, float]]:
    """The rows that open a §, as page and baseline."""
    return set(opening_rows([sheet_of(page) for page in pages], (0.17, 0.86), 8.0))


def test_a_paragraf_at_the_top_or_foot_opens(page: MakePage) -> None:
    made = page((70, 100, "§ 7"), (130, 100, "Val"), (70, 400, "§ 8"), (70, 760, "Kf § 9"), (70, 780, "§ 10 Val"))
    assert opened(made) == {(0, 100), (0, 760), (0, 780)}


def test_with_its_diarienummer_and_after_its_number_too(page: MakePage) -> None:
    assert opened(page((70, 100, "§ 7 2024.018 KS"), (70, 120, "8 §"))) == {(0, 100), (0, 120)}


def test_references_do_not(page: MakePage) -> None:
    assert opened(page((70, 100, "§ 7 den 3 mars"), (70, 120, "§§ 7–9"), (70, 140, "Protokoll § 7"))) == set()


def test_a_contents_list_before_it_takes_nothing_away(page: MakePage) -> None:
    contents = page((70, 300, "§ 7"), (130, 300, "Val"), (70, 320, "§ 8"), (130, 320, "Taxa"))
    assert opened(contents, page((70, 100, "§ 7"), index=1)) == {(1, 100)}


def test_one_named_again_below_it_does_not_open(page: MakePage) -> None:
    assert opened(page((70, 60, "§ 7"), (70, 130, "§ 7 Val av ombud"))) == set()


def test_of_those_over_several_pages_the_first_opens(page: MakePage) -> None:
    pages = [page((70, base, "§ 7"), index=k) for k, base in enumerate((60, 63, 60))]
    assert opened(*pages) == {(0, 60)}
