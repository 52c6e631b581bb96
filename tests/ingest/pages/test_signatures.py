from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus.paragraph import Kind
from ingest.pages.drafts import Draft
from ingest.pages.lines import Line
from ingest.pages.measures import Measures
from ingest.pages.signatures import NAME, mark_signatures

MakeLine = Callable[..., Line]
BODY = "Motionen har remitterats till nämnden som har yttrat sig."


def marked(line: MakeLine, *texts: tuple[float, str], heading: str = "Samråd") -> list[tuple[Kind, str]]:
    """Kind and text of paragraphs (baseline, text) that stand below a heading and three paragraphs."""
    before = [
        Draft(Kind.HEADING, (line(heading, bold=True),), 0),
        *(Draft(Kind.PARAGRAPH, (line(BODY),), 0) for _ in range(3)),
    ]
    drafts = [Draft(Kind.PARAGRAPH, (line(text, base=base),), 0) for base, text in texts]
    out = mark_signatures([*before, *drafts], Measures(10.0, {10: 12.0}))
    return [(draft.kind, draft.plain_text) for draft in out[4:]]


def test_a_name_and_its_title_are_one_signature(line: MakeLine) -> None:
    assert marked(
        line, (300, "Gunhild Åslund"), (312, "Kommundirektör"), (350, "Vidar Hellström"), (362, "Säkerhetschef")
    ) == [
        (Kind.SIGNATURE, "Gunhild Åslund Kommundirektör"),
        (Kind.SIGNATURE, "Vidar Hellström Säkerhetschef"),
    ]


def test_the_unit_above_the_name_belongs_to_it(line: MakeLine) -> None:
    assert marked(line, (300, "Utbildningsförvaltningen"), (312, "Ylva Brännlund, utbildningsdirektör")) == [
        (Kind.SIGNATURE, "Utbildningsförvaltningen Ylva Brännlund, utbildningsdirektör")
    ]


def test_units_and_names_set_apart_stay_apart(line: MakeLine) -> None:
    made = marked(line, (300, "Utbildningsförvaltningen"), (325, "Ylva Brännlund"), (350, "Robert Ek"))
    assert [text for _, text in made] == ["Utbildningsförvaltningen", "Ylva Brännlund", "Robert Ek"]


def test_those_present_did_not_sign(line: MakeLine) -> None:
    assert marked(line, (300, "Runa Ek (V)"), heading="Beslutande") == [(Kind.PARAGRAPH, "Runa Ek (V)")]


def test_a_name_in_a_letterhead_is_none(line: MakeLine) -> None:
    draft = Draft(Kind.PARAGRAPH, (line("Kristina Jakobsson"),), 0)
    assert mark_signatures([draft], Measures(10.0)) == [draft]


@pytest.mark.parametrize(
    "text", ["Saga Lindmarker (MP)", "Anna-Stina Lodhage (S)", "Carl von Essen", "Annika Rutberg, socialdirektör"]
)
def test_names(text: str) -> None:
    assert NAME.match(text)


@pytest.mark.parametrize("text", ["Motionärerna", "Motionen avslås.", "Samråd har skett", "KS 2021-845"])
def test_these_are_no_names(text: str) -> None:
    assert not NAME.match(text)


def test_an_officer_in_a_letterhead_has_not_signed(line: MakeLine) -> None:
    assert marked(line, (300, "Handläggare Oscar Lindvret"), (312, "Till socialnämnden")) == [
        (Kind.PARAGRAPH, "Handläggare Oscar Lindvret"),
        (Kind.PARAGRAPH, "Till socialnämnden"),
    ]
