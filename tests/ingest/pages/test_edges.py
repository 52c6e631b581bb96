from __future__ import annotations

from collections.abc import Callable

from ingest.pages.edges import edges_of
from ingest.pages.lines import Line
from ingest.pages.region import Region

MakeLine = Callable[..., Line]


def region(line: MakeLine, number: int, x: float, ends: list[float], *, full: bool = True, page: int = 0) -> Region:
    """A region of lines from x to each of the ends."""
    lines = tuple(line("x" * round((end - x) / 5), x=x, base=100 + 12 * k, page=page) for k, end in enumerate(ends))
    return Region(number, page, lines, full)


def test_a_region_s_own_lines_tell_its_edges(line: MakeLine) -> None:
    assert edges_of([region(line, 0, 70, [500, 300, 480])], {0: 595}, 10.0) == [(70, 500)]


def test_a_short_region_borrows_the_right_edge_of_its_like(line: MakeLine) -> None:
    long, short = region(line, 0, 70, [500] * 14), region(line, 1, 70, [200, 180], page=1)
    assert edges_of([long, short], {0: 595, 1: 595}, 10.0)[1] == (70, 500)


def test_a_title_above_columns_has_the_page_s_right_edge(line: MakeLine) -> None:
    title = region(line, 0, 70, [200, 180])
    columns = [region(line, 1, 70, [280] * 9, full=False), region(line, 2, 310, [520] * 9, full=False)]
    edges = edges_of([title, *columns], {0: 595}, 10.0)
    assert edges == [(70, 520), (70, 280), (310, 520)]


def test_one_long_line_does_not_move_the_edge(line: MakeLine) -> None:
    assert edges_of([region(line, 0, 70, [*[500.0] * 40, 560.0])], {0: 595}, 10.0) == [(70, 500)]
