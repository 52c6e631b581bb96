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


@pytest.mark.parametrize("heading", ["Beslutet skickas till", "Sändlista", "Beslutet expedieras till"])
def test_who_signs_below_those_who_get_the_decision(line: MakeLine, heading: str) -> None:
    getting = (300, "Utbildningsnämnden")
    titled = ((312, "Gunhild Åslund"), (324, "Kommundirektör"), (348, "Vidar Ek"), (360, "Tf chef för enheten"))
    assert marked(line, getting, *titled, heading=heading)[1:] == [
        (Kind.SIGNATURE, "Gunhild Åslund Kommundirektör"),
        (Kind.SIGNATURE, "Vidar Ek Tf chef för enheten"),
    ]
    for named in (((312, "Gunhild Åslund"),), (*titled[:2], (340, "Kommunstyrelsen"))):
        assert all(kind is Kind.PARAGRAPH for kind, _ in marked(line, getting, *named, heading=heading))


def test_two_who_sign_side_by_side(line: MakeLine) -> None:
    placed = [(70, 300, "Gunhild Åslund"), (250, 300, "Vidar Ek"), (70, 312, "Direktör"), (250, 312, "Utredare")]
    made = [Draft(Kind.PARAGRAPH, (line(text, x=x, base=base),), 0) for x, base, text in placed]
    before = [Draft(Kind.PARAGRAPH, (line(BODY),), 0)] * 3
    sent = Draft(Kind.HEADING, (line("Beslutet skickas till", bold=True),), 0)
    out = mark_signatures([*before, sent, *made], Measures(10.0, {10: 12.0}))[4:]
    assert [(one.kind, one.plain_text) for one in out] == [
        (Kind.SIGNATURE, "Gunhild Åslund Direktör"),
        (Kind.SIGNATURE, "Vidar Ek Utredare"),
    ]


@pytest.mark.parametrize("label", ["Referens", "Vår referens", "Mottagare", "Utredare", "Till", "Er handläggare"])
def test_who_stands_behind_a_label_has_not_signed(line: MakeLine, label: str) -> None:
    assert marked(line, (300, f"{label} Eva Ek"), (312, "Mottagare Socialnämnden"), (350, "Samråd")) == [
        (Kind.PARAGRAPH, f"{label} Eva Ek"),
        (Kind.PARAGRAPH, "Mottagare Socialnämnden"),
        (Kind.PARAGRAPH, "Samråd"),
    ]


def test_an_officer_in_a_letterhead_has_not_signed(line: MakeLine) -> None:
    assert marked(line, (300, "Handläggare Oscar Lindvret"), (312, "Till socialnämnden")) == [
        (Kind.PARAGRAPH, "Handläggare Oscar Lindvret"),
        (Kind.PARAGRAPH, "Till socialnämnden"),
    ]
