from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ingest.pages.lines import Line
from ingest.pages.measures import DEFAULT_LEADING, Measures, body_size, leadings_of, scanned_bodies
from ingest.pages.region import Region
from ingest.pages.sheet import sheet_of
from ingest.pages.words import PageText

MakeLine = Callable[..., Line]
MakePage = Callable[..., PageText]


def test_the_body_s_size_is_that_of_most_letters(page: MakePage) -> None:
    small = page((70, 100, "en fotnot"), size=8)
    large = page((70, 100, "den löpande textens alla ord"), size=11)
    assert body_size([sheet_of(small), sheet_of(large)]) == 11
    assert body_size([]) == 11


def test_a_scanned_page_among_others_has_a_body_size_of_its_own(page: MakePage) -> None:
    drawn = sheet_of(page((70, 100, "den löpande texten"), size=9))
    scanned = replace(sheet_of(page((70, 100, "motionens alla ord"), index=1, size=12)), ocr=True)
    assert scanned_bodies([drawn, scanned]) == {1: 12}
    assert scanned_bodies([scanned]) == {}


def test_only_lines_that_wrap_tell_the_leading(line: MakeLine) -> None:
    wrapped = [line("x" * 84, base=100 + 13 * k) for k in range(4)]
    single = [line("Motionen avslås.", base=200 + 20 * k) for k in range(9)]
    assert leadings_of([Region(0, 0, (*wrapped, *single), left=70, right=492)]) == {10: 13.25}


def test_minutes_of_single_lines_have_the_default(line: MakeLine) -> None:
    single = tuple(line("Motionen avslås.", base=200 + 20 * k) for k in range(9))
    measures = Measures(10.0, leadings_of([Region(0, 0, single, left=70, right=492)]))
    assert measures.leading(10) == DEFAULT_LEADING * 10


def test_other_sizes_follow_the_body_s_ratio() -> None:
    assert Measures(10.0, {10: 14.0}).leading(20) == 28
