from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from ingest.pages.margins import PAGE_COUNT, PAGE_NUMBER, part_margins
from ingest.pages.sheet import sheet_of
from ingest.pages.words import PageText

MakePage = Callable[..., PageText]
BODY = [(70.0, 160.0 + 12 * k, f"Rad {chr(97 + k)} av texten på sidan") for k in range(20)]


def left_on(pages: list[PageText]) -> list[list[str]]:
    """The rows that stay on each page."""
    return [[row.text for row in sheet.rows] for sheet in part_margins([sheet_of(page) for page in pages], 10.0).sheets]


def test_what_is_repeated_at_the_same_height_is_a_running_head(page: MakePage) -> None:
    pages = [page((70, 60, "Kommunstyrelsen"), *BODY, (480, 800, f"{k + 1} (3)"), index=k) for k in range(3)]
    parted = part_margins([sheet_of(made) for made in pages], 10.0)
    assert all(len(sheet.rows) == 20 for sheet in parted.sheets)
    assert [line.text for line in parted.margins if line.page == 2] == ["Kommunstyrelsen", "2 (3)"]


def test_a_paragraf_at_the_top_of_each_page_is_not(page: MakePage) -> None:
    pages = [page((70, 100, f"§ {k + 95} 2026.01{k} KS"), *BODY, index=k) for k in range(3)]
    assert [rows[0] for rows in left_on(pages)] == ["§ 95 2026.010 KS", "§ 96 2026.011 KS", "§ 97 2026.012 KS"]


@pytest.mark.parametrize("label", ["§ {}", "§{}", "{} §", "Kf § {}", "§ {}/2021", "Au § {}/21"])
@pytest.mark.parametrize(("left", "beside", "base"), [(56, 101, 86), (70, 140, 120), (91, 121, 52)])
def test_a_paragraf_in_the_left_column_is_no_page_number(
    label: str, left: float, beside: float, base: float, page: MakePage
) -> None:
    heads = [[(left, base, label.format(k)), (beside + 30, base, f"Val {chr(k + 60) * 4}")] for k in (7, 12, 31)]
    texts = [[(x, base + y, f"{text} {k}") for x, y, text in BODY] for k in "abc"]
    pages = [page(*head, *text, index=k) for k, (head, text) in enumerate(zip(heads, texts, strict=True))]
    assert [rows[0] for rows in left_on(pages)] == [" ".join(text for *_, text in head) for head in heads]


def test_a_paragraf_close_below_a_letterhead_is_no_part_of_it(page: MakePage) -> None:
    heads = [
        [(70.0, 40.0, "Hamnnämnden"), (480.0, 40.0, f"{k + 1} (3)"), (70.0, 54.0, f"§ {k + 88}")] for k in range(3)
    ]
    pages = [page(*head, *BODY, index=k) for k, head in enumerate(heads)]
    assert [rows[0] for rows in left_on(pages)] == ["§ 88", "§ 89", "§ 90"]


def test_a_paragraf_over_all_pages_of_its_matter_stays_on_the_first_alone(page: MakePage) -> None:
    pages = [page((70, 52, "§ 31"), (480, 52, f"{k + 1} (3)"), *BODY, index=k) for k in range(3)]
    assert [[row for row in rows if "§" in row] for rows in left_on(pages)] == [["§ 31"], [], []]


@pytest.mark.parametrize("head", ["§ 31", "Protokoll § 31", "Hamnnämnden § 31 2024-02-26"])
def test_a_running_head_that_names_the_paragraf_below_goes(head: str, page: MakePage) -> None:
    text = [(70.0, 110.0, "§ 31 Kajens ände rivs"), *BODY]
    pages = [page((70, 52, head), *(text if k == 0 else BODY), index=k) for k in range(3)]
    assert [len(rows) for rows in left_on(pages)] == [21, 20, 20]


def test_a_paragraf_at_the_very_foot_is_no_address(page: MakePage) -> None:
    foot = page((70, 797, "§ 44"), (70, 805, "Val av ombud"), size=7).words
    assert len(left_on([replace(page(*BODY), words=(*page(*BODY).words, *foot))])[0]) == 22


def test_the_department_in_the_text_stays_though_the_head_names_it(page: MakePage) -> None:
    name = "Socialförvaltningen"
    first = page((70, 50, name), (70, 110, name), *BODY, index=0)
    others = [page((70, 50, name), *BODY, index=k) for k in (1, 2)]
    assert left_on([first, *others])[0][0] == name
    assert len(left_on([first, *others])[0]) == 21


def test_a_letterhead_with_a_page_count_goes_even_on_a_single_page(page: MakePage) -> None:
    made = page(
        (70, 40, "Norrvik kommun"),
        (250, 40, "SAMMANTRÄDESPROTOKOLL"),
        (480, 40, "Sida"),
        (70, 52, "Kommunstyrelsen"),
        (250, 52, "2021-08-31"),
        (480, 52, "18"),
        *BODY,
    )
    assert len(left_on([made])[0]) == 20


def test_a_head_of_one_row_with_the_papers_kind_and_count_goes_on_a_single_page(page: MakePage) -> None:
    row = page((70, 40, "BODARPS KOMMUN"), (400, 40, "TJÄNSTEUTLÅTANDE 1[1]"), (70, 90, "Kontoret"), *BODY)
    assert left_on([row])[0][0] == "Kontoret"
    bold = page((400, 40, "Utlåtande 1 [2]"), (70, 90, "Kontoret"), *BODY, bold=[(70, 40, "BODARPS KOMMUN")])
    assert left_on([bold])[0][0] == "Kontoret"


def test_text_close_below_a_page_count_is_no_letterhead(page: MakePage) -> None:
    tight = [(70.0, 40.0 + 12 * k, f"Rad {chr(97 + k)} av texten") for k in range(20)]
    assert len(left_on([page((480, 28, "1 (1)"), *tight)])[0]) >= 20


def test_a_running_head_may_stand_lower_on_the_first_page(page: MakePage) -> None:
    first = page((70, 90, "Kommunfullmäktige"), (70, 102, "Protokoll"), *BODY, index=0)
    others = [page((70, 50, "Kommunfullmäktige"), (70, 62, "Protokoll"), *BODY, index=k) for k in (1, 2, 3)]
    assert [len(rows) for rows in left_on([first, *others])] == [20, 20, 20, 20]


def test_a_title_in_the_words_of_the_running_head_above_it_stays(page: MakePage) -> None:
    head = [(70.0, 50.0, "Protokoll"), (70.0, 62.0, "Nämnden 2023-11-14")]
    first = page(*head, (70, 110, "Protokoll"), (70, 122, "Nämnden 2023-11-14"), *BODY, index=0)
    others = [page(*head, *BODY, index=k) for k in (1, 2, 3)]
    assert left_on([first, *others])[0][:2] == ["Protokoll", "Nämnden 2023-11-14"]
    assert [len(rows) for rows in left_on([first, *others])] == [22, 20, 20, 20]


def test_a_margin_line_has_its_page_and_box(page: MakePage) -> None:
    parted = part_margins([sheet_of(page((70, 40, "Sida 1 (1)"), *BODY))], 10.0)
    assert (parted.margins[0].page, parted.margins[0].box) == (1, (69.0, 32.0, 121.0, 42.2))


@pytest.mark.parametrize(
    "text",
    [
        *("1 (7)", "Sida 2 av 3", "sid 1(1)", "Sida", "3/12", "Sida 4", "Blad nr 7", "Blad 7", "Yttrande 1 (2)"),
        *("TJÄNSTEUTLÅTANDE 1[1]", "1 [3]", "Sida 1[2]", "(1 av 2)", "1 (av 4)", "[2/5]", "Tjänsteskrivelse sid 1 (2)"),
    ],
)
def test_page_counts(text: str) -> None:
    assert PAGE_COUNT.match(text)


@pytest.mark.parametrize(
    "text",
    [
        "18",
        "2021-08-31",
        "KS 2021-845",
        "§ 18",
        "§ 8/2021",
        "Sidan av saken",
        "2024/31",
        "Bladlöss 7",
        "Motion 1 (2)",
        "Bilaga [1]",
    ],
)
def test_these_are_not(text: str) -> None:
    assert not PAGE_COUNT.match(text)


def test_a_lone_number_may_be_a_page_number() -> None:
    assert PAGE_NUMBER.match("– 18 –")
    assert not PAGE_NUMBER.match("18 kronor")


def test_sheets_counted_as_blad_are_no_text(page: MakePage) -> None:
    pages = [page((70, 36, "Tekniska nämnden"), (450, 36, f"Blad nr {k + 7}"), *BODY, index=k) for k in range(3)]
    assert [len(rows) for rows in left_on(pages)] == [20, 20, 20]


def test_what_is_signed_at_the_foot_goes_on_a_single_page(page: MakePage) -> None:
    foot = [(70.0, 775.0, "Justerandes sign"), (320.0, 775.0, "Utdragsbestyrkande")]
    assert len(left_on([page(*BODY, *foot)])[0]) == 20
    assert len(left_on([page(*BODY, (70.0, 775.0, "Justerandes sign krävs"))])[0]) == 21


def test_a_large_name_of_the_municipality_at_the_edge_goes_on_a_single_page(page: MakePage) -> None:
    def rows(name: str) -> int:
        big = page((70, 45, name), size=16).words
        small = page(*BODY)
        return len(left_on([replace(small, words=(*big, *small.words))])[0])

    assert rows("BODARPS KOMMUN") == 20
    assert rows("Lyft kajen i hamnen") == 21


def test_several_small_rows_at_the_very_foot_are_an_address(page: MakePage) -> None:
    def rows(first: str) -> int:
        foot = page((70, 797, first), (300, 797, "Hamngatan 3"), (70, 805, "Bodarp"), size=7).words
        return len(left_on([replace(page(*BODY), words=(*page(*BODY).words, *foot))])[0])

    assert rows("290 10 Bodarp") == 20
    assert rows("2 Se protokollet") > 20


@pytest.mark.parametrize(
    ("lines", "left"),
    [
        (("Sida 1(1)", "Hamngatan 3, 290 10 Bodarp", "kommun@bodarp.example"), 20),
        (("Bodarps kommun", "Hamngatan 3, 290 10 Bodarp"), 20),
        (("Postadress", "Besöksadress", "www.bodarp.example"), 20),
        (("Bodarps kommun", "Org.nr 212000-0000"), 20),
        (("Sida 1 av 2", "Diarienummer KS 2024/118"), 20),
        (("Rut Falk", "Kommundirektör"), 22),
        (("1 Med barn menas den som är under 18 år.", "2 Se kommun@bodarp.example"), 22),
    ],
)
def test_small_rows_above_the_very_foot_need_to_tell_what_they_are(
    lines: tuple[str, ...], left: int, page: MakePage
) -> None:
    foot = page(*((70.0, 768.0 + 9 * k, line) for k, line in enumerate(lines)), size=8).words
    assert len(left_on([replace(page(*BODY), words=(*page(*BODY).words, *foot))])[0]) == left


def test_a_diarienummer_in_the_head_is_no_page_count(page: MakePage) -> None:
    head = [(70.0, 86.0, "Hamnkontoret"), (350.0, 86.0, "Dnr HN 2024/31, KS"), (350.0, 99.0, "2024/118")]
    assert len(left_on([page(*head, *BODY)])[0]) == 22


def test_a_letterheads_parts_are_lines_of_their_own(page: MakePage) -> None:
    head = [(70.0, 40.0, "Bodarps kommun"), (350.0, 40.0, "Tjänsteskrivelse 1 (1)")]
    parted = part_margins([sheet_of(page(*head, *BODY))], 10.0)
    assert [line.text for line in parted.margins] == ["Bodarps kommun", "Tjänsteskrivelse 1 (1)"]


def test_a_heading_that_happens_to_stand_first_on_two_pages_stays(page: MakePage) -> None:
    head = [(70.0, 40.0, "Bodarps kommun"), (250.0, 40.0, "Hamnnämnden")]
    firsts = ["Protokoll", "Kajens ände rivs", "Kajens ände rivs", "Val av ombud"]
    texts = [[(x, base, f"{text} {chr(97 + k) * 3}") for x, base, text in BODY] for k in range(4)]
    pages = [page(*head, *texts[k], index=k, bold=[(70, 86, firsts[k])]) for k in range(4)]
    assert [len(rows) for rows in left_on(pages)] == [21, 20, 20, 21]
    again = page(*head, *texts[3], index=3, bold=[(70, 86, firsts[3]), (70, 500, firsts[1])])
    assert [rows[0] for rows in left_on([*pages[:3], again])] == firsts


def test_a_line_of_text_below_such_a_heading_is_text_too(page: MakePage) -> None:
    lead = (70.0, 104.0, "Hamnnämndens förslag till fullmäktige")
    firsts = ["Protokoll", "Beslut", "Beslut", "Val av ombud"]
    texts = [[(x, base, f"{text} {chr(97 + k) * 3}") for x, base, text in BODY] for k in range(4)]
    pages = [
        page(*([lead] if first == "Beslut" else []), *texts[k], index=k, bold=[(70, 86, first), (70, 500, "Beslut")])
        for k, first in enumerate(firsts)
    ]
    assert [rows[:2] for rows in left_on(pages)[1:3]] == [["Beslut", lead[2]]] * 2


@pytest.mark.parametrize(("ocr", "left"), [(True, 20), (False, 22)])
def test_a_scanned_head_of_minutes_whose_page_count_is_misread(ocr: bool, left: int, page: MakePage) -> None:
    first = [(70, 60, "Bodarps kommun"), (250, 60, "Sammanträdesprotokoll"), (480, 60, "TBlod")]
    head = [*first, (70, 74, "Hamnnämnden"), (250, 74, "2011-05-04"), (480, 74, "7")]
    assert [len(rows) for rows in left_on([replace(page(*head, *BODY), ocr=ocr)])] == [left]
