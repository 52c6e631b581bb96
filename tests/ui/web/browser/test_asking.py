from __future__ import annotations

import re

import pypdfium2
import pytest
from playwright.sync_api import Page, expect

from tests.ui.web.browser.arriving import ask, open_view, settled
from tests.ui.web.browser.collection import DOCUMENTS
from tests.ui.web.browser.conftest import Visitor

pytestmark = pytest.mark.browser

KAST = "vad har vi beslutat om KAST-mottagningar"
ANSWER = "motion-bekampa-prostitutionen-svar.pdf"
WORDS = (
    "Motionens andra förslag avslås med hänvisning till det uppdrag som den Nationella samordningen mot prostitution "
    "och människohandel vid Jämställdhetsmyndigheten har att utvärdera mottagningar."
)
"""The seed paper's decision on KAST clinics, as printed on its page 1."""


def letters(text: str) -> str:
    return re.sub(r"[\W_]", "", text)


def marked_words(page: Page) -> str:
    """The words of the PDF inside the marked boxes, as PDFium reads them from the picture's own page."""
    picture = page.locator(".sheet img").first.bounding_box()
    assert picture is not None
    document = pypdfium2.PdfDocument(DOCUMENTS / ANSWER)
    width, height = document[0].get_size()
    text = document[0].get_textpage()
    words = []
    for mark in page.locator(".sheet rect.marked").all():
        box = mark.bounding_box()
        assert box is not None
        scale = width / picture["width"]
        left, top = (box["x"] - picture["x"]) * scale, (box["y"] - picture["y"]) * scale
        right, bottom = left + box["width"] * scale, top + box["height"] * scale
        words.append(text.get_text_bounded(left=left, right=right, top=height - top, bottom=height - bottom))
    return " ".join(words)


def test_the_kast_question_ends_on_the_marked_paragraph(page: Page, address: str) -> None:
    open_view(page, address)
    ask(page, KAST)
    decision = page.locator(".decision").first
    expect(decision).to_contain_text("Föreslaget")
    expect(decision).to_contain_text("Avslås")
    expect(decision).to_contain_text("Kommunfullmäktige")
    expect(decision).to_contain_text("MIKA- respektive KAST-mottagningar")
    expect(decision.locator("blockquote")).to_have_text(WORDS)
    expect(page.locator(".answer-head h2")).to_have_text("Inget beslut hittades, men ett förslag")
    decision.locator("a.cite").first.click()
    expect(page.get_by_role("tab", name="Källan")).to_have_attribute("aria-selected", "true")
    image = page.locator(".sheet img")
    expect(image).to_have_js_property("complete", True)
    expect(image).to_have_js_property("naturalWidth", 1191)
    assert letters(marked_words(page)).replace("2", "", 1) == letters(WORDS)
    expect(page.locator(".page-text li.marked")).to_contain_text(WORDS)


def test_filters_narrow_the_hits_and_the_address(page: Page, address: str) -> None:
    open_view(page, address, "?q=trygga+skolvägar+för+barn+som+cyklar")
    minutes = page.get_by_role("checkbox", name=re.compile(r"^Protokoll"))
    expect(minutes.locator("xpath=../span/span")).to_have_text("2")
    minutes.check()
    expect(page.locator(".filters summary")).to_have_text("Avgränsa (2 handlingar kvar)")
    settled(page)
    assert set(page.locator(".hit .type").all_text_contents()) == {"Protokoll"}
    assert "typ=protokoll" in page.url
    page.get_by_role("radio", name=re.compile(r"^Beslutat")).check()
    page.wait_for_url("**status=beslutat**")
    settled(page)
    assert set(page.locator(".hit .badge").all_text_contents()) == {"Beslutat"}
    page.get_by_role("link", name="Rensa").click()
    page.wait_for_function("() => !location.search.includes('typ=')")
    settled(page)
    expect(minutes).not_to_be_checked()
    assert len(set(page.locator(".hit .type").all_text_contents())) > 1


def test_a_link_opened_afresh_shows_the_same_and_back_works(page: Page, address: str, visitor: Visitor) -> None:
    open_view(page, address)
    ask(page, KAST)
    first = page.locator(".answer-head h2").text_content()
    sent = page.url
    page.locator(".decision a.cite").first.click()
    page.wait_for_url("**kalla=**")
    settled(page)
    source = page.url
    page.go_back()
    page.wait_for_url(sent)
    settled(page)
    expect(page.get_by_role("tab", name="Fråga")).to_have_attribute("aria-selected", "true")
    expect(page.get_by_role("searchbox")).to_have_value(KAST)
    page.go_forward()
    page.wait_for_url(source)
    expect(page.locator(".sheet rect.marked").first).to_be_attached()
    other = visitor()
    open_view(other, sent)
    expect(other.locator(".answer-head h2")).to_have_text(first or "")
    expect(other.get_by_role("searchbox")).to_have_value(KAST)
    other.goto(source)
    expect(other.locator(".page-text li.marked")).to_contain_text("Motionens andra förslag avslås")


def test_an_honest_nothing(page: Page, address: str) -> None:
    open_view(page, address, '?q="drönare+över+fotbollsplaner"')
    head = page.locator(".answer-head")
    expect(head.locator("h2")).to_contain_text("Inget beslut hittades")
    expect(head).to_contain_text("10 handlingar genomsökta")
    expect(head).to_contain_text("Inte läst: en fil.")


def test_the_words_that_matched_are_marked(page: Page, address: str) -> None:
    open_view(page, address, "?q=KAST-mottagningar")
    assert {text.lower() for text in page.locator(".hit mark").all_text_contents()} & {"kast-mottagningar"}


def test_the_citation_can_be_copied(page: Page, address: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_view(page, address, f"?kalla={ANSWER}&stycke=22")
    page.get_by_role("button", name="Kopiera hänvisning").click()
    expect(page.locator("#said")).to_have_text("Hänvisningen är kopierad.")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert re.fullmatch(r"Motion \(V\).+, svar, 2023-10-27, Dnr KS 2021-845, s\. 1, st\. 22", copied)


def test_pages_are_turned_and_made_larger(page: Page, address: str) -> None:
    open_view(page, address, f"?kalla={ANSWER}&sida=1")
    page.get_by_role("link", name="Nästa sida").click()
    expect(page.locator(".page-of")).to_have_text("Sida 2 av 7")
    width = page.locator(".sheet").evaluate("sheet => sheet.offsetWidth")
    page.get_by_role("link", name="Visa sidan i 200 procent").click()
    page.wait_for_url("**zoom=200")
    settled(page)
    assert page.locator(".sheet").evaluate("sheet => sheet.offsetWidth") == 2 * width
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Öppna PDF på sidan").click()
    assert opened.value.url.endswith(".pdf#page=2")


def test_a_paragraph_over_two_pages_is_marked_on_both(page: Page, address: str) -> None:
    open_view(page, address, f"?kalla={ANSWER}")
    documents = page.request.get(f"{address}api/documents/{ANSWER}").json()
    spanning = next(one for one in documents["paragraphs"] if len({place["page"] for place in one["places"]}) == 2)
    open_view(page, address, f"?kalla={ANSWER}&stycke={spanning['n']}")
    sheets = page.locator(".sheet")
    expect(sheets).to_have_count(2)
    for n, number in enumerate(sorted({place["page"] for place in spanning["places"]})):
        lines = sum(place["page"] == number for place in spanning["places"])
        expect(sheets.nth(n).locator("rect.marked")).to_have_count(lines)
