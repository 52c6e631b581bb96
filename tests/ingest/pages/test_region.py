from __future__ import annotations

from collections.abc import Callable

from ingest.pages.lines import Line
from ingest.pages.region import Region
from ingest.pages.tables import Table

MakeLine = Callable[..., Line]


def test_its_lines_are_those_outside_tables(line: MakeLine) -> None:
    made = line("Motionen")
    assert Region(0, 0, (made, Table((), ()))).lines == [made]


def test_justified_text_is_stretched_to_the_edge(line: MakeLine) -> None:
    def region(*ends: float) -> Region:
        lines = tuple(line("x" * 10, x=end - 50, base=100 + 12 * k) for k, end in enumerate(ends))
        return Region(0, 0, lines, left=70, right=500)

    assert region(500, 500, 499.8, 300).justified
    assert not region(500, 490, 480, 300).justified
    assert not region(500, 500, 300, 200).justified
