from __future__ import annotations

import re
from dataclasses import replace

from tests.ui.web.made import ANSWER, CASE, EVIL
from ui.texts import texts
from ui.web.address import Address, Tab
from ui.web.source import MARGIN, chosen, no_source, shown_pages, source_view

SWEDISH = texts("sv")


def at(**fields: int | None) -> Address:
    return replace(Address(tab=Tab.SOURCE, file=ANSWER.file), **fields)  # type: ignore[arg-type]


def view(address: Address) -> str:
    return source_view(ANSWER, address, SWEDISH, citation="Svar, st. 4", cases=(CASE,))


def test_the_pages_of_the_paragraph_are_shown_or_the_one_asked_for() -> None:
    assert shown_pages(ANSWER, at(paragraph=4)) == (1, 2)
    assert shown_pages(ANSWER, at(paragraph=4, page=2)) == (2,)
    assert shown_pages(ANSWER, at(page=99)) == (3,)
    assert shown_pages(ANSWER, at()) == (1,)


def test_a_paragraph_that_is_not_there_is_not_marked() -> None:
    assert chosen(ANSWER, at(paragraph=99)) is None
    assert chosen(ANSWER, at()) is None


def test_each_page_marks_its_own_lines_a_little_larger() -> None:
    html = view(at(paragraph=4))
    figures = html.split('<figure class="sheet"')[1:]
    marks = [re.findall(r'<rect class="marked" x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"', figure)
             for figure in figures]  # fmt: skip
    size = (f"{400 + 2 * MARGIN:.1f}", f"{12 + 2 * MARGIN:.1f}")
    assert marks == [
        [(f"{70 - MARGIN:.1f}", f"{780 - MARGIN:.1f}", *size)],
        [(f"{70 - MARGIN:.1f}", f"{60 - MARGIN:.1f}", *size)],
    ]
    assert 'viewBox="0 0 595 842"' in figures[0]
    assert f'src="bild/{"b" * 64}/1.png?skala=2"' in figures[0]
    assert 'width="1190" height="1684"' in figures[0]


def test_the_way_to_the_neighbours_goes_round_both_pages() -> None:
    html = view(at(paragraph=4))
    assert "Sida 1–2 av 3" in html
    assert 'aria-disabled="true" role="link">Föregående sida' in html
    assert "?kalla=mapp%2Fsvar.pdf&amp;sida=3&amp;stycke=4" in html


def test_zoom_makes_a_finer_picture() -> None:
    html = view(at(page=1, zoom=200))
    assert "skala=4" in html
    assert 'class="pictures zoom-200"' in html
    assert re.search(r'zoom=150" class="tool" aria-label="Visa sidan i 150 procent"', html)
    assert re.search(r'aria-current="true" aria-label="Visa sidan i 200 procent"', html)


def test_the_text_is_there_for_those_who_cannot_see_the_picture() -> None:
    html = view(at(paragraph=2))
    assert '<li class="marked" aria-current="true">' in html
    assert '<span class="unseen">Markerat stycke:</span><span lang="sv">1. Motionens första förslag avslås.' in html
    assert "Bilaga" not in html.split("page-text")[1]


def test_citation_pdf_case_and_warnings() -> None:
    html = view(at(paragraph=4))
    assert 'data-copy="Svar, st. 4">Kopiera hänvisning' in html
    assert f'href="fil/{"b" * 64}.pdf#page=1"' in html
    assert "?arende=KS+2021-845" in html
    assert "Datumet är osäkert." in html
    assert "copy" not in source_view(ANSWER, at(), SWEDISH)


def test_a_hostile_paper_shows_as_text() -> None:
    html = source_view(EVIL, Address(tab=Tab.SOURCE, file="ond.pdf", paragraph=1), SWEDISH, citation=EVIL.title)
    assert "<script" not in html
    assert "<img src=x" not in html


def test_what_is_said_without_a_source() -> None:
    assert "Öppna en källa" in no_source(Address(tab=Tab.SOURCE), SWEDISH)
    assert "Handlingen &lt;x&gt; finns inte" in no_source(Address(tab=Tab.SOURCE, file="<x>"), SWEDISH)
