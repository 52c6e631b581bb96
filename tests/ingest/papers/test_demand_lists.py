from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.paragraph import Kind, Paragraph
from ingest.papers.demand_lists import (
    Asked,
    after_lead,
    calls_vote,
    goes_on_below,
    headed,
    inline_list,
    inline_start,
    is_item,
    last_list,
    list_after,
    prose,
    run_in,
)
from tests.ingest.papers.paper_made import paragraphs


def words(asked: Asked) -> list[str]:
    return [text for text, _ in asked]


@pytest.mark.parametrize(
    ("text", "demands"),
    [
        ("Vi yrkar att a görs.", ["a görs."]),
        ("Vi yrkar att a görs, att b görs samt att c görs.", ["a görs", "b görs", "c görs."]),
        ("Vi yrkar att a görs. Vi yrkar vidare att b görs.", ["a görs.", "b görs."]),
        ("Vi vill att a görs. Vi yrkar att b görs.", ["b görs."]),
        ("Vi föreslår att fullmäktige beslutar att a görs och att b görs.", ["a görs", "b görs."]),
        ("Hundar är bra.", []),
        ("Alva Sund har väckt en motion om att a görs.", ["a görs."]),
    ],
)
def test_demands_of_a_sentence(text: str, demands: list[str]) -> None:
    assert words(run_in(paragraphs(text)[0])) == demands


def test_a_dash_in_front_is_no_part_of_a_demand() -> None:
    (paragraph,) = paragraphs("Nämnden beslutar")
    item = replace(paragraph, kind=Kind.LIST_ITEM, text="- att a görs")
    assert list_after((item,), 0) == (("a görs", 1),)


def test_demands_worded_as_a_decision() -> None:
    (paragraph,) = paragraphs("Kommunfullmäktige beslutar att a görs, att b görs")
    assert after_lead(paragraph) == (("a görs", 1), ("b görs", 1))


def test_a_list_inside_a_paragraph() -> None:
    (paragraph,) = paragraphs("Förslagen lyder: 1. A görs. 2. B görs 3. C görs. Motionen är kort.")
    assert words(inline_list(paragraph)) == ["A görs.", "B görs", "C görs."]


@pytest.mark.parametrize(
    ("listed", "demands"),
    [
        (
            "att bad öppnas så\na) med bastu\nb) med kiosk\natt kaj byggs",
            ["bad öppnas så med bastu med kiosk", "kaj byggs"],
        ),
        ("att bad öppnas\n- med bastu\natt kaj byggs", ["bad öppnas med bastu", "kaj byggs"]),
        ("I. att bad öppnas\na) med bastu\nII. att kaj byggs", ["bad öppnas med bastu", "kaj byggs"]),
        ("a) att bad öppnas\n1. med bastu\nb) att kaj byggs", ["bad öppnas med bastu", "kaj byggs"]),
        ("- att bad öppnas\na) med bastu\n- att kaj byggs", ["bad öppnas med bastu", "kaj byggs"]),
        ("att bad öppnas\n- att kaj byggs", ["bad öppnas", "kaj byggs"]),
        ("l) att bad öppnas\n2) att kaj byggs", ["bad öppnas", "kaj byggs"]),
    ],
)
def test_sub_points_belong_to_their_att_sats(listed: str, demands: list[str]) -> None:
    made = paragraphs(f"Vi yrkar\n{listed}")
    assert words(list_after(made, 1)) == demands


def test_a_list_and_what_belongs_to_its_items() -> None:
    made = paragraphs("Vi yrkar\n1. att a görs för\n- hundar\n2. att b görs\nHälsningar.")
    assert list_after(made, 1) == (("a görs för hundar", 2), ("b görs", 4))


def test_the_last_list_of_several() -> None:
    made = paragraphs("Nu:\n- hund\n- katt\nSedan:\n- fisk\n- fågel")
    assert words(last_list(made)) == ["fisk", "fågel"]
    assert last_list(paragraphs("Ingen lista.")) == ()


def test_plain_paragraphs_end_at_the_first_that_is_none() -> None:
    made = paragraphs("# Förslag\nEn pump köps.\nEn bro byggs.\nAnna Ek")
    assert words(prose(made, 1)) == ["En pump köps.", "En bro byggs."]


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("Att: bygga", True),
        ("II. bygga", True),
        ("Yrkande 2: bygga", True),
        ("E. Svensson (C)", False),
        ("Bygga", False),
    ],
)
def test_what_is_an_item_though_the_layout_did_not_tell(text: str, *, item: bool) -> None:
    assert is_item(Paragraph(1, Kind.PARAGRAPH, text, ())) is item


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("Motionärerna vill att kommunen ska 1) bygga och 2) måla.", "Motionärerna vill att kommunen ska "),
        ("Förslagen lyder: 1. bygga 2. måla", "Förslagen lyder: "),
        ("Kravet är att (1) bygga och (2) måla", "Kravet är att "),
        ("Utan tal", "Utan tal"),
    ],
)
def test_where_a_list_inside_a_paragraph_begins(text: str, head: str) -> None:
    assert text[: inline_start(text)] == head


@pytest.mark.parametrize(
    "text",
    ["De vill att kommunen ska 1) bygga och 2) måla.", "Kravet är att (1) bygga och (2) måla."],
)
def test_a_list_inside_a_paragraph_needs_no_colon(text: str) -> None:
    assert [one.rstrip(".") for one in words(inline_list(paragraphs(text)[0]))] == ["bygga", "måla"]


@pytest.mark.parametrize(
    ("text", "demands"),
    [
        ("Yrkande: Att en bro byggs, att den målas", ["en bro byggs", "den målas"]),
        ("Förslag att bygga en bro. Barnen har långt.", ["bygga en bro."]),
        ("Önskemål om att en bro byggs.", ["en bro byggs."]),
        ("Mitt förslag: Bygg en bro.", ["Bygg en bro."]),
        ("Bakgrund: Bron är trasig.", []),
    ],
)
def test_demands_that_stand_with_what_heads_them(text: str, demands: list[str]) -> None:
    assert words(headed(paragraphs(text)[0])) == demands


def test_a_sentence_that_goes_on_below_ends_there() -> None:
    assert words(prose(paragraphs("en bro byggs.\nVi hoppas på svar."), 0)) == ["en bro byggs."]


def test_approval_of_the_motion_is_asked_for_what_it_asks() -> None:
    assert words(list_after(paragraphs("att bifalla motionen att en bro byggs"), 0)) == ["en bro byggs"]


def test_an_att_after_pa_goes_on_only_from_the_verb_that_asks() -> None:
    assert words(run_in(paragraphs("Vi yrkar på att a görs och på att b görs.")[0])) == ["a görs", "b görs."]
    satsar = "Vi yrkar att vi satsar på att a görs och på att b görs."
    assert words(run_in(paragraphs(satsar)[0])) == ["vi satsar på att a görs och på att b görs."]


def test_a_list_takes_up_where_a_whole_clause_ended_without_a_sign() -> None:
    def below(text: str) -> list[str]:
        paper = paragraphs(text)
        return words(goes_on_below(paper, 0, run_in(paper[0])))

    assert below("Vi yrkar att a görs\natt b görs\nsamt att c görs") == ["b görs", "c görs"]
    assert below("Vi yrkar att kommunen verkar för\natt b görs") == []
    assert below("Vi yrkar att kommunen provar hur det går\natt bygga en bro") == []


@pytest.mark.parametrize(
    ("text", "demands"),
    [
        (
            "Med stöd av 8 kap. 1 § kommunallagen begär vi som skrivit under att folkomröstning hålls om bron.",
            ["folkomröstning hålls om bron"],
        ),
        (
            "Undertecknade röstberättigade begär att kommunen anordnar en rådgivande folkomröstning om badets framtid.",
            ["kommunen anordnar en rådgivande folkomröstning om badets framtid"],
        ),
        (
            "Härmed begärs, enligt kommunallagen, en kommunal folkomröstning om bron.",
            ["en kommunal folkomröstning om bron"],
        ),
        ("Vi föreslår att frågan på valsedeln lyder: Ska bron byggas?", []),
        ("En folkomröstning enligt kommunallagen kräver underskrifter av tio procent.", []),
        ("Partiet kräver folkomröstning om bron.", []),
    ],
)
def test_a_vote_that_is_called_for(text: str, demands: list[str]) -> None:
    assert words(calls_vote(paragraphs(text)[0])) == demands
