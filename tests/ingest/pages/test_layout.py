from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from corpus.paragraph import Kind, Paragraph
from ingest.pages.layout import Clues, lay_out
from ingest.pages.pdfium import PdfiumDocument
from ingest.pages.words import PageText

MakePdf = Callable[..., Path]
BODY = "Kommunstyrelsen delar den bedömning som nämnden gör och ser ingen anledning att gå"


def pages(path: Path) -> list[PageText]:
    """The words of all pages."""
    with PdfiumDocument(path) as pdf:
        return [page for k in range(len(pdf)) if (page := pdf.page_text(k))]


def paragraphs(path: Path, clues: Clues = Clues()) -> tuple[Paragraph, ...]:  # noqa: B008
    """The paragraphs of a made PDF."""
    return lay_out(pages(path), clues).paragraphs


def test_an_answer_to_a_motion(pdf: MakePdf) -> None:
    path = pdf(
        [
            (70, 120, 16, "**Svar på motion (V) om mottagningar"),
            (70, 150, 11, "**Förslag till kommunfullmäktiges beslut"),
            (70, 170, 11, "1."),
            (90, 170, 11, "Motionens första förslag besvaras med hänvisning till det som"),
            (90, 184, 11, "kommunen redan gör."),
            (70, 202, 11, "2."),
            (90, 202, 11, "Motionens andra förslag avslås."),
            (70, 230, 11, "**Ärende"),
            (70, 246, 11, "Björn Alling (V) har lämnat en motion."),
        ]
    )
    made = paragraphs(path)
    assert [(p.n, p.kind, p.label, p.level, p.heading_path) for p in made] == [
        (1, Kind.HEADING, None, 0, ()),
        (2, Kind.HEADING, None, 1, ()),
        (3, Kind.LIST_ITEM, "1.", None, ("Förslag till kommunfullmäktiges beslut",)),
        (4, Kind.LIST_ITEM, "2.", None, ("Förslag till kommunfullmäktiges beslut",)),
        (5, Kind.HEADING, None, 1, ()),
        (6, Kind.PARAGRAPH, None, None, ("Ärende",)),
    ]
    assert made[2].text == "Motionens första förslag besvaras med hänvisning till det som kommunen redan gör."
    assert [(place.page, round(place.box[0]), round(place.box[1])) for place in made[2].places] == [
        (1, 69, 161),
        (1, 89, 175),
    ]


def test_a_number_drawn_after_its_text_is_still_its_number(pdf: MakePdf) -> None:
    drawn_last = [
        (90, 170, 11, "Motionen avslås."),
        (90, 190, 11, "Motionen bifalls."),
        (70, 170, 11, "1."),
        (70, 190, 11, "2."),
    ]
    assert [(p.label, p.text) for p in paragraphs(pdf(drawn_last))] == [
        ("1.", "Motionen avslås."),
        ("2.", "Motionen bifalls."),
    ]


def test_a_paragraph_over_two_pages_has_a_place_on_each(pdf: MakePdf) -> None:
    first = [(70, 700 + 14 * k, 10, BODY) for k in range(5)]
    made = paragraphs(pdf(first, [(70, 100, 10, "längre i frågan."), (70, 130, 10, "Nästa stycke.")]))
    assert [p.pages for p in made] == [(1, 2), (2,)]
    assert made[0].text.endswith("att gå längre i frågan.")
    assert [place.page for place in made[0].places] == [1, 1, 1, 1, 1, 2]


def test_running_heads_and_contents_are_kept_as_margins(pdf: MakePdf) -> None:
    def page(number: int) -> list[tuple[float, float, float, str]]:
        return [
            (70, 40, 9, "Norrvik kommun"),
            (70, 52, 9, "KS 2021-845"),
            (480, 40, 9, f"{number} (2)"),
            (70, 150 + number, 11, f"Text {number}."),
        ]

    laid = lay_out(pages(pdf(page(1), page(2))))
    assert [p.text for p in laid.paragraphs] == ["Text 1.", "Text 2."]
    assert [line.text for line in laid.margins if line.page == 1] == ["Norrvik kommun", "1 (2)", "KS 2021-845"]


def test_undecidable_words_have_both_spellings_and_counts_decide(pdf: MakePdf) -> None:
    path = pdf(
        [
            (70, 150, 10, "Motionen om skol och bibliotek gäller"),
            (70, 180, 10, BODY.replace("att gå", "skol-")),
            (70, 194, 10, "bibliotek i kommunen."),
        ]
    )
    assert paragraphs(path)[1].alternatives == ("skol-bibliotek",)
    decided = paragraphs(path, Clues(words={"skolbibliotek": 9}))
    assert decided[1].alternatives == ()
    assert "skolbibliotek" in decided[1].text


def test_a_letters_head_is_read_column_by_column(pdf: MakePdf) -> None:
    head = [
        (68, 130, 7.5, "Datum"), (183, 130, 7.5, "Diarienummer"), (298, 130, 7.5, "Handläggare"),
        (430, 130, 7.5, "Mottagare"),
        (68, 143, 9.5, "2023-09-28"), (183, 143, 9.5, "BUN 2023-00212"), (298, 143, 9.5, "Ylva Hedmark, stads-"),
        (430, 143, 9.5, "Barn- och"), (298, 156, 9.5, "trädgårdsmästare"), (430, 156, 9.5, "utbildningsnämnden"),
        (68, 197, 17, "**Yttrande över motion"),
        (68, 230, 10, "Nämnden har fått en motion för yttrande."),
    ]  # fmt: skip
    assert [p.text for p in paragraphs(pdf(head))] == [
        "Datum 2023-09-28",
        "Diarienummer BUN 2023-00212",
        "Handläggare Ylva Hedmark, stadsträdgårdsmästare",
        "Mottagare Barn- och utbildningsnämnden",
        "Yttrande över motion",
        "Nämnden har fått en motion för yttrande.",
    ]


def test_nothing_is_nothing() -> None:
    assert lay_out([]).paragraphs == ()
    assert lay_out([PageText(0, 0.0, 0.0)]).paragraphs == ()
