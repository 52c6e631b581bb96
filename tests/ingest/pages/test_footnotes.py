from __future__ import annotations

from collections.abc import Callable

from corpus.paragraph import Kind
from ingest.pages.drafts import Draft
from ingest.pages.footnotes import mark_footnotes, part_number
from ingest.pages.lines import Line
from ingest.pages.measures import Measures
from ingest.pages.sheet import Sheet

MakeLine = Callable[..., Line]
SHEETS = {0: Sheet(0, 0, 595.0, 842.0, (), ())}


def kind(line: Line) -> Kind:
    """What a paragraph of this one line becomes."""
    draft = Draft(Kind.PARAGRAPH, (line,), 0)
    return mark_footnotes([draft], SHEETS, Measures(11.0))[0].kind


def test_small_print_with_a_number_low_on_the_page(line: MakeLine) -> None:
    assert kind(line("1 Lag (2009:724) om nationella minoriteter.", base=700, size=8)) is Kind.FOOTNOTE
    assert kind(line("1 Lag (2009:724) om nationella minoriteter.", base=700, size=11)) is Kind.PARAGRAPH
    assert kind(line("1 Lag (2009:724) om nationella minoriteter.", base=300, size=8)) is Kind.PARAGRAPH
    assert kind(line("Lag (2009:724) om nationella minoriteter.", base=700, size=8)) is Kind.PARAGRAPH


def test_the_number_is_the_footnote_s_label() -> None:
    assert part_number("12 Lag (2009:724).") == ("12", "Lag (2009:724).")
    assert part_number("Lag (2009:724).") == ("", "Lag (2009:724).")
