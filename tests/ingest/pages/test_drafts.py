from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus.paragraph import Kind
from ingest.pages.drafts import clean, draft_of, text_of_lines
from ingest.pages.hyphens import Hyphens
from ingest.pages.lines import Line
from ingest.pages.region import Region

MakeLine = Callable[..., Line]


def joined(line: MakeLine, *texts: str) -> tuple[str, tuple[str, ...]]:
    """The text of lines below each other, and its other spellings."""
    return text_of_lines([line(text) for text in texts], Hyphens({"skol": 1, "bibliotek": 1}), keep_marker=False)


def test_lines_are_joined_with_spaces_and_hyphens_as_a_reader_would(line: MakeLine) -> None:
    assert joined(line, "Motionen till-", "styrks av", "kommunstyrelsen.") == (
        "Motionen tillstyrks av kommunstyrelsen.",
        (),
    )
    assert joined(line, "hälso-", "och sjukvård")[0] == "hälso- och sjukvård"


def test_what_cannot_be_decided_keeps_its_other_spelling(line: MakeLine) -> None:
    assert joined(line, "ett skol-", "bibliotek i varje skola") == (
        "ett skolbibliotek i varje skola",
        ("skol-bibliotek",),
    )


def test_years_over_a_line_end(line: MakeLine) -> None:
    assert joined(line, "åren 2027–", "2030.")[0] == "åren 2027–2030."


def test_the_marker_is_left_out_or_kept(line: MakeLine) -> None:
    lines = [line("2. Motionen avslås.")]
    assert text_of_lines(lines, Hyphens(), keep_marker=False)[0] == "Motionen avslås."
    assert text_of_lines(lines, Hyphens(), keep_marker=True)[0] == "2. Motionen avslås."


@pytest.mark.parametrize(
    ("raw", "plain"),
    [
        ("o\ufb03ciell", "officiell"),
        ("a\u030ar", "år"),
        ("100\u00a0000  kr", "100 000 kr"),
        ("väl\u00adfärd", "välfärd"),
    ],
)
def test_characters_are_those_one_searches_for(raw: str, plain: str) -> None:
    assert clean(raw) == plain


def test_markers_and_att_make_items(line: MakeLine) -> None:
    def kind(text: str) -> Kind:
        return draft_of([line(text)], Region(0, 0, ())).kind

    assert kind("1. Motionen avslås.") is Kind.LIST_ITEM
    assert kind("att avslå motionen") is Kind.LIST_ITEM
    assert kind("Att avslå motionen vore fel.") is Kind.PARAGRAPH
    assert kind("§ 164 Motion") is Kind.PARAGRAPH


def test_a_continuation_brings_its_lines_and_its_column(line: MakeLine) -> None:
    first = draft_of([line("Motionen")], Region(0, 0, (), left=70, right=280))
    rest = draft_of([line("avslås.", page=1)], Region(3, 1, (), left=310, right=520))
    both = first.joined_with(rest)
    assert (both.plain_text, both.region, both.left, both.right) == ("Motionen avslås.", 3, 310, 520)
