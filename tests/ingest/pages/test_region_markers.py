from __future__ import annotations

from collections.abc import Callable

from ingest.pages.lines import Line
from ingest.pages.region import Region
from ingest.pages.region_markers import with_sure_markers

MakeLine = Callable[..., Line]


def markers(*lines: Line) -> list[str]:
    """The lines' markers once settled."""
    return [line.marker for line in with_sure_markers(Region(0, 0, lines, left=70, right=500), 10.0).lines]


def test_dashes_count_where_they_are_repeated(line: MakeLine) -> None:
    first, second = line("- fler platser.", base=100), line("- lägre avgift.", base=112)
    assert (first.marker, second.marker) == ("-", "-")
    tight = [made.with_marker("", 70) for made in (first, second)]
    assert markers(*tight) == ["-", "-"]


def test_a_dash_before_att_is_a_list_of_one(line: MakeLine) -> None:
    lead, alone = line("Nämnden beslutar", base=100), line("- att kajen lyfts.", base=112).with_marker("", 70)
    assert markers(lead, alone) == ["", "-"]
    assert markers(lead, line("- alltså nu.", base=112).with_marker("", 70)) == ["", ""]


def test_a_dash_that_opens_a_wrapped_line_is_text(line: MakeLine) -> None:
    full = line("x" * 84, base=100)
    wrapped = line("- alltså nu", base=112).with_marker("", 70)
    assert markers(full, wrapped) == ["", ""]


def test_an_initial_at_the_left_edge_is_no_marker(line: MakeLine) -> None:
    initial = line("a. Berg", base=100)
    assert markers(initial.with_marker("a.", 86)) == ["a."]
    assert markers(initial.with_marker("a.", initial.words[0].x1 + 3)) == [""]
