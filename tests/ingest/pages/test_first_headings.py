from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from ingest.pages.first_headings import FirstHeadings
from ingest.pages.sheet import sheet_of
from ingest.pages.words import PageText

MakePage = Callable[..., PageText]
Placed = tuple[float, float, str]
AT = 90.0


def text(of: int) -> list[Placed]:
    """A page's text below its first line, said on no other page."""
    return [(70.0, 120.0 + 14 * k, f"Rad {chr(97 + k)} som bara {chr(97 + of) * 4} har") for k in range(12)]


def heads(pages: Sequence[PageText], line: str) -> bool:
    """Whether the line at the top of some pages is a heading."""
    return FirstHeadings([sheet_of(page) for page in pages], 10.0, str.lower, 0.17).holds(line.lower(), AT, 8.0)


def pages_with(
    page: MakePage, firsts: Sequence[str], bold: Sequence[Placed] = (), size: float = 10.0
) -> list[PageText]:
    """A page for each first line, all of them bold; `bold` stands in the middle of the last."""
    last = len(firsts) - 1
    return [
        page(*text(k), index=k, bold=[(70.0, AT, first), *(bold if k == last else ())], size=size)
        for k, first in enumerate(firsts)
    ]


def test_words_that_head_the_text_in_the_middle_of_pages_are_a_heading(page: MakePage) -> None:
    firsts = ["Hamnens år", "Vad vi såg", "Vad vi såg", "Kajen i norr", "Nästa år"]
    assert heads(pages_with(page, firsts, bold=[(70.0, 400.0, "Vad vi såg")]), "Vad vi såg")
    assert not heads(pages_with(page, firsts), "Vad vi såg")


def test_words_in_the_middle_in_another_style_are_not(page: MakePage) -> None:
    firsts = ["Hamnens år", "Vad vi såg", "Vad vi såg", "Kajen i norr", "Nästa år"]
    pages = pages_with(page, firsts)
    plain = page(*text(4), (70.0, 400.0, "Vad vi såg"), index=4, bold=[(70.0, AT, "Nästa år")])
    assert not heads([*pages[:4], plain], "Vad vi såg")


@pytest.mark.parametrize("line", ["Yrkanden", "Beslutsgång", "Barnnämndens beslut", "Förslag på sammanträdet"])
def test_the_headings_of_the_genre_are_headings_on_all_pages_of_a_short_paper(page: MakePage, line: str) -> None:
    assert heads(pages_with(page, [line, line]), line)
    assert heads(pages_with(page, ["Protokoll", line, line]), line)


@pytest.mark.parametrize("line", ["Yrkanden", "Bakgrund"])
def test_even_they_run_where_they_stand_on_every_page_of_a_longer_paper(page: MakePage, line: str) -> None:
    assert not heads(pages_with(page, ["Protokoll", *[line] * 4]), line)


def test_other_words_on_all_pages_are_no_heading(page: MakePage) -> None:
    firsts = ["Hamnnämnden"] * 3
    assert not heads(pages_with(page, firsts, bold=[(70.0, 400.0, "Hamnnämnden")]), "Hamnnämnden")


def test_plain_words_are_no_heading(page: MakePage) -> None:
    pages = [page((70.0, AT, "Yrkanden"), *text(k), index=k) for k in range(2)]
    assert not heads(pages, "Yrkanden")


def test_nor_is_one_of_several_fragments(page: MakePage) -> None:
    pages = [page(*text(k), index=k, bold=[(70.0, AT, "Beslut"), (300.0, AT, "Hamnnämnden")]) for k in range(2)]
    assert not heads(pages, "Beslut Hamnnämnden")


def test_a_place_where_other_pages_have_nothing_is_a_running_heads(page: MakePage) -> None:
    with_head = [page(*text(k), index=k, bold=[(70.0, AT, "Kapitel ett")]) for k in (1, 2)]
    middle = page(*text(3), index=3, bold=[(70.0, 400.0, "Kapitel ett")])
    pages = [page(*text(0), index=0), *with_head, middle, page(*text(4), index=4)]
    assert not heads(pages, "Kapitel ett")


def test_on_few_of_many_pages_the_style_of_the_headings_is_enough(page: MakePage) -> None:
    firsts = ["Hamnens år", "Ur dagboken", "Ur dagboken", "Kajen i norr", "Nästa år", "Sist"]
    others = [(70.0, 400.0 + 60 * k, heading) for k, heading in enumerate(["Vind", "Båtar", "Fiske"])]
    assert heads(pages_with(page, firsts, bold=others), "Ur dagboken")
    assert not heads(pages_with(page, firsts, bold=others[:2]), "Ur dagboken")
