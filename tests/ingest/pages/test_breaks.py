from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from ingest.pages.breaks import Breaks
from ingest.pages.lines import Line
from ingest.pages.measures import Measures
from ingest.pages.region import Region
from ingest.pages.structure_tree import Tag

MakeLine = Callable[..., Line]
BREAKS = Breaks(Measures(10.0, {10: 12.25}), trust_tags=False)
REGION = Region(0, 0, (), left=70, right=490)
FULL = "Motionen har remitterats till nämnden som har yttrat sig över förslaget i sin helhe"  # 82 letters: ends at 485


def breaks(*lines: Line, count: int | None = None, by: Breaks = BREAKS) -> bool:
    """Whether the last line starts a new paragraph; those before it are the open one."""
    return by.between(lines[-2], lines[-1], lines[:-1], REGION, count)


def test_a_full_line_goes_on(line: MakeLine) -> None:
    assert not breaks(line(FULL), line("Kommunstyrelsen delar den", base=112))


def test_a_gap_ends_a_paragraph(line: MakeLine) -> None:
    assert not breaks(line(FULL), line("och mer", base=114.8))
    assert breaks(line(FULL), line("och mer", base=116))


def test_a_line_with_room_for_the_next_word_was_ended_on_purpose(line: MakeLine) -> None:
    assert breaks(line("Gäller tills vidare"), line("Revideras 2025", base=112))
    assert not breaks(line("Gäller tills vidare"), line("dock längst till 2025", base=112))


def test_size_and_weight_part(line: MakeLine) -> None:
    assert breaks(line(FULL), line("Beslut", base=112, size=12))
    assert breaks(line("Beslut", bold=True), line(FULL, base=112))


def test_a_hyphen_never_ends_a_paragraph(line: MakeLine) -> None:
    assert not breaks(line("förvalt-"), line("Ningen", base=112))


def test_numbers_that_follow_are_items(line: MakeLine) -> None:
    open_item = line("1. Motionens första förslag avslås med hänvisning till budget och den plan som finns", base=100)
    assert breaks(open_item, line("2. Motionens andra förslag", base=112), count=1)
    assert not breaks(open_item, line("12. maj", x=90, base=112).with_marker("12.", 110), count=1)


def test_an_item_s_lines_hang_below_its_text(line: MakeLine) -> None:
    item = line("1. Motionens första förslag avslås med hänvisning till budget och den plan som finn", base=100)
    assert not breaks(item, line("Här går den vidare", x=85, base=112))
    assert breaks(item, line("gatan", x=85, base=112), line("Ny text", x=70, base=124))


def test_a_heading_that_wraps_below_its_paragraf_goes_on(line: MakeLine) -> None:
    heading = line("§ 110 Val av ledamöter i kommunstyrelsen för den nya mandatperioden som börjar åre", bold=True)
    assert not breaks(heading, line("2022–2026", base=112, bold=True))


def test_att_satser_begin_small(line: MakeLine) -> None:
    assert breaks(line("Miljöpartiet föreslår:"), line("att cykelbanor byggs", base=112))
    assert breaks(line("Kommunstyrelsen beslutar"), line("att avslå motionen.", base=112))
    assert breaks(line("att cykelbanor byggs, och"), line("att de plogas.", base=112))
    assert not breaks(line("Vi tycker det är bra"), line("att cykelbanor byggs", base=112))


def test_att_satser_begin_below_a_line_that_says_whose_decision_it_is(line: MakeLine) -> None:
    assert breaks(line("Kommunfullmäktiges beslut"), line("att avslå motionen.", base=112))
    assert not breaks(line("Kommunfullmäktiges beslut"), line("i ärendet.", base=112))


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("att avslå motionens första och andra att-sats", "att anse motionens tredje att-sats besvarad."),
        ("att godkänna bokslutet för 2019", "att överföra överskottet till investeringsreserven"),
        ("att lägga rapporten till handlingarna", "att tacka revisorerna för deras arbete"),
    ],
)
def test_att_satser_in_a_row_need_no_comma_where_the_line_above_has_room(
    line: MakeLine, above: str, below: str
) -> None:
    assert breaks(line(above), line(below, base=114))


def test_an_att_sats_begins_where_the_hanging_one_above_it_began(line: MakeLine) -> None:
    hanging = line("att anta taxan för vatten och avlopp i enlighet med nämndens förslag samt att ta")
    rest = line("ut den från årsskiftet", x=98, base=112)
    assert breaks(hanging, rest, line("att uppdra åt nämnden att se över den", base=124))


def test_a_wrapped_att_goes_on_in_an_att_sats(line: MakeLine) -> None:
    full = line("att uppdra åt kommunstyrelsen att tillsammans med föreningarna i Bodarp se till så")
    assert not breaks(full, line("att lokalen kan användas", base=112))
    assert not breaks(line("att uppdra åt nämnden"), line("att lokalen kan användas", x=98, base=112))


@pytest.mark.parametrize(
    "above",
    [
        "Kommunstyrelsen föreslår kommunfullmäktige",
        "Allmänna utskottets förslag till kommunstyrelsen",
        "Arbetsutskottet rekommenderar kommunstyrelsen",
        "Nämnden hemställer hos regionfullmäktige",
        "Kommunstyrelsen beslutar föreslå fullmäktige:",
        "Utskottet föreslår att socialnämnden",
    ],
)
def test_att_satser_begin_below_a_line_that_ends_with_who_is_to_decide(line: MakeLine, above: str) -> None:
    assert breaks(line(above), line("att avslå motionen.", base=112))


@pytest.mark.parametrize("above", ["Det finns ett förslag till kompromiss", "Vi har skrivit till kommunstyrelsen"])
def test_a_line_that_proposes_nothing_to_a_body_goes_on(line: MakeLine, above: str) -> None:
    assert not breaks(line(above), line("att avgifterna höjs.", base=112))


@pytest.mark.parametrize("number", ["Dnr 23KS8", "Diarienummer: KS 2023/8", "Vår beteckning RS 2023-8"])
def test_the_papers_day_and_its_number_are_paragraphs_though_neither_has_room(line: MakeLine, number: str) -> None:
    region = Region(0, 0, (), left=70, right=130)
    for one, other in (("2023-09-18", number), (number, "2023-09-18")):
        above, below = line(one), line(other, base=112)
        assert BREAKS.between(above, below, [above], region, None)


def test_trusted_tags_decide(line: MakeLine) -> None:
    by = Breaks(Measures(10.0, {10: 12.25}), trust_tags=True)
    one, two = Tag(1, "P"), Tag(2, "P")
    first = replace(line(FULL), tag=one)
    assert breaks(first, replace(line("och mer", base=112), tag=two), by=by)
    assert not breaks(first, replace(line("Och mer", base=116), tag=one), by=by)
    assert breaks(first, replace(line("Och mer", base=120), tag=one), by=by)


def test_a_line_break_in_a_tagged_paragraph_parts_addresses(line: MakeLine) -> None:
    by = Breaks(Measures(10.0, {10: 12.25}), trust_tags=True)
    first, second = line("Kommunstyrelsen"), line("Motionärerna", base=112)
    assert breaks(replace(first, tag=Tag(1, "P")), replace(second, tag=Tag(1, "P")), by=by)


def test_names_below_each_other_in_a_cell_are_paragraphs_and_wrapped_words_are_not(line: MakeLine) -> None:
    by = Breaks(Measures(10.0, {10: 12.25}), trust_tags=True)
    cell = [
        replace(line(text, base=100 + 12 * k), tag=Tag(1, "TD"))
        for k, text in enumerate(("Runa Ek (V)", "Saga Lindmarker (MP) ersätter", "Elof Wassberg"))
    ]
    region = Region(0, 0, tuple(cell), left=70, right=490)
    assert by.between(cell[0], cell[1], cell[:1], region, None)
    assert not by.between(cell[1], cell[2], cell[1:2], region, None)


def set_right(line: MakeLine, *texts: str) -> list[Line]:
    """Lines below each other that all end at 490."""
    return [line(text, x=490 - 5 * len(text), base=100 + 12 * k) for k, text in enumerate(texts)]


def test_lines_set_to_the_right_are_paragraphs_of_their_own(line: MakeLine) -> None:
    assert breaks(*set_right(line, "Hamnkontoret i Bodarp", "Handläggare: Siv Ek"))
    assert breaks(*set_right(line, "Handläggare: Siv Ek", "Hamnkontoret i Bodarp"))
    assert breaks(*set_right(line, "Hamnkontoret i Bodarp", "Handläggare: Siv Ek", "Dnr HN 2024/31"))


def test_lines_that_go_on_to_the_right_are_one(line: MakeLine) -> None:
    assert not breaks(*set_right(line, "Handläggare: Siv Ek,", "Maj Lindmark och Bo Krok"))
    assert not breaks(*set_right(line, "Handläggare: Siv Ek", "hamnkapten"))


def test_text_that_is_stretched_to_the_edge_is_not_set_to_the_right(line: MakeLine) -> None:
    assert not breaks(*set_right(line, FULL[:80], "Nämnden " + FULL[:74]))


ITEM = "2. att kommunen söker bidrag hos länsstyrelsen och redovisar utfallet för nämnden nu"
"""An item whose line is full: ends at 490."""


@pytest.mark.parametrize(
    "dated", ["Sjövik den 3 maj 2021", "Norra Vik, 2021-05-03", "2021-05-03", "Berga stad den 3 maj 2021", "3/5 2021"]
)
def test_the_place_and_date_at_the_marker_of_a_list_are_none_of_its_words(line: MakeLine, dated: str) -> None:
    assert breaks(line(ITEM), line(dated, base=114))


def test_a_date_below_a_sentence_or_above_a_name_dates_the_paper(line: MakeLine) -> None:
    assert breaks(line(FULL[:-1] + "."), line("2021-05-03", base=112))
    lines = [line(FULL), line("Sjövik den 3 maj 2021", base=112), line("Eva Ek (C)", base=124)]
    region = Region(0, 0, tuple(lines), left=70, right=490)
    assert BREAKS.between(lines[0], lines[1], lines[:1], region, None)


def test_the_day_of_a_heading_that_wraps_belongs_to_it(line: MakeLine) -> None:
    wide = line("Sammanträdesprotokoll Kommunstyrelsen", size=20, bold=True)
    day = line("2023-12-05", base=124, size=20, bold=True)
    assert not breaks(wide, day)
    assert breaks(line("Protokoll Kommunstyrelsen", size=20, bold=True), day)


def test_a_date_that_the_line_above_waits_for_goes_on(line: MakeLine) -> None:
    waits = "Motionen behandlades av nämnden vid det sammanträde som hölls i den gamla skolan i"
    assert not breaks(line(waits), line("Sjövik den 3 maj 2021", base=112))
    lines = [line(FULL), line("Sjövik den 3 maj 2021", base=112), line("och beslutade att avslå", base=124)]
    region = Region(0, 0, tuple(lines), left=70, right=490)
    assert not BREAKS.between(lines[0], lines[1], lines[:1], region, None)


def test_the_next_att_sats_ends_the_sub_points_of_the_one_before(line: MakeLine) -> None:
    sub = line("c) öppet även på lördagar", x=95)
    assert breaks(sub, line("att kommunen utreder saken", x=80, base=112))
    assert not breaks(sub, line("att det blir så", x=110, base=112))


def test_a_centred_heading_goes_on_below_its_middle(line: MakeLine) -> None:
    full = line(
        "Kommunfullmäktiges sammanträde den fjortonde juni", x=82, size=16, bold=True
    )  # ends at 474, middle 278
    rest = line("2024", x=262, base=118, size=16, bold=True)
    assert not breaks(full, rest)
    assert breaks(full, line("2024", x=215, base=118, size=16, bold=True))
    assert breaks(full, line("2024", x=262, base=118, size=16))
    short = line("Kommunfullmäktiges protokoll", x=166, size=16, bold=True)  # ends at 390: the next word had room
    assert breaks(short, line("2024", x=262, base=118, size=16, bold=True))
