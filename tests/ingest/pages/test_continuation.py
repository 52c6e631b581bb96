from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus.paragraph import Kind
from ingest.pages.continuation import Continuation
from ingest.pages.drafts import Draft, draft_of
from ingest.pages.lines import Line
from ingest.pages.measures import Measures
from ingest.pages.region import Region

MakeLine = Callable[..., Line]
JOIN = Continuation(Measures(10.0), trust_tags=False)


def draft(line: MakeLine, text: str, page: int, *, justified: bool = False, bold: bool = False, x: float = 70) -> Draft:
    """A paragraph of one line in its page's only column, which ends at 490."""
    made = draft_of([line(text, x=x, page=page, bold=bold)], Region(page, page, (), left=70, right=490))
    return Draft(made.kind, made.lines, page, 70, 490, justified)


def joined(*drafts: Draft) -> list[str]:
    """The paragraphs' texts once joined."""
    return [made.plain_text for made in JOIN.join(drafts)]


def test_a_sentence_goes_on_over_the_page(line: MakeLine) -> None:
    assert joined(draft(line, "Motionen har", 0), draft(line, "remitterats.", 1)) == ["Motionen har remitterats."]


def test_a_sentence_that_ended_does_not(line: MakeLine) -> None:
    assert len(joined(draft(line, "Motionen avslås.", 0), draft(line, "Nämnden delar den.", 1))) == 2


def test_an_abbreviation_does_not_end_a_sentence(line: MakeLine) -> None:
    assert len(joined(draft(line, "skolor, förskolor m.m.", 0), draft(line, "som nämnden driver.", 1))) == 1


def test_a_hyphen_goes_on_even_before_a_capital(line: MakeLine) -> None:
    assert len(joined(draft(line, "Göteborgs-", 0), draft(line, "Posten skrev.", 1))) == 1


def test_a_full_line_before_a_name(line: MakeLine) -> None:
    full = "x" * 80
    assert len(joined(draft(line, full, 0), draft(line, "Kommunstyrelsen har", 1))) == 1
    assert len(joined(draft(line, full, 0), draft(line, "Bakgrund", 1))) == 2
    assert len(joined(draft(line, full, 0), draft(line, "Kommunstyrelsen har", 1, bold=True))) == 2


def test_in_justified_text_a_stretched_line_goes_on_after_its_full_stop(line: MakeLine) -> None:
    stretched, almost = "x" * 83 + ".", "x" * 82 + "."
    assert len(joined(draft(line, stretched, 0, justified=True), draft(line, "Kommuner kan.", 1))) == 1
    assert len(joined(draft(line, almost, 0, justified=True), draft(line, "Kommuner kan.", 1))) == 2
    assert len(joined(draft(line, stretched, 0), draft(line, "Kommuner kan.", 1))) == 2


def test_att_satser_on_the_next_page_are_their_own(line: MakeLine) -> None:
    assert len(joined(draft(line, "att cykelbanor byggs", 0), draft(line, "att de plogas", 1))) == 2
    assert len(joined(draft(line, "Partiet föreslår:", 0), draft(line, "att de plogas", 1))) == 2
    proposes = "Kommunstyrelsen föreslår kommunfullmäktige"
    assert len(joined(draft(line, proposes, 0), draft(line, "att avslå motionen", 1))) == 2


def test_an_att_sats_on_the_next_page_is_not_the_line_that_opens_it(line: MakeLine) -> None:
    assert len(joined(draft(line, "Kommunfullmäktige beslutar", 0), draft(line, "att anta planen", 1))) == 2
    assert len(joined(draft(line, "Kommunfullmäktige anser", 0), draft(line, "att planen behövs", 1))) == 1


def test_footnotes_are_stepped_over_and_tables_are_not(line: MakeLine) -> None:
    start, rest = draft(line, "Motionen har", 0), draft(line, "remitterats.", 1)
    note = Draft(Kind.FOOTNOTE, (line("1 Lag.", base=700),), 0)
    row = Draft(Kind.TABLE_ROW, (line("Zon"),), 0, cells=("Zon",))
    assert joined(start, note, rest) == ["Motionen har remitterats.", "1 Lag."]
    assert len(joined(start, row, rest)) == 3


def test_two_pages_on_it_is_another(line: MakeLine) -> None:
    assert len(joined(draft(line, "Motionen har", 0), draft(line, "remitterats.", 2))) == 2


@pytest.mark.parametrize("head", ["§ 16 1379/22 forts.", "Kf § 16 (forts.)", "Forts. § 16", "§ 16, forts"])
def test_a_sentence_goes_on_below_the_head_of_its_paragraf_once_more(line: MakeLine, head: str) -> None:
    found = joined(draft(line, "Motionen har", 0), draft(line, head, 1, bold=True), draft(line, "remitterats.", 1))
    assert found == ["Motionen har remitterats.", head]


def test_a_new_paragraf_ends_the_sentence_before_it(line: MakeLine) -> None:
    found = joined(draft(line, "Motionen har", 0), draft(line, "§ 17 Val", 1, bold=True), draft(line, "om val.", 1))
    assert found == ["Motionen har", "§ 17 Val", "om val."]
