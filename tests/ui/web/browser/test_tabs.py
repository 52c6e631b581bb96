from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.ui.web.browser.arriving import ask, open_view, settled
from tests.ui.web.browser.collection import DOCUMENTS, LATER
from tests.ui.web.browser.conftest import Visitor

pytestmark = pytest.mark.browser


def test_a_case_from_motion_to_decision(page: Page, address: str) -> None:
    open_view(page, address)
    ask(page, "vad blev det av förslaget att sänka farten till 30 utanför skolorna?")
    page.locator(".card h3 a").first.click()
    expect(page.locator(".case h2")).to_contain_text("skolvägar")
    rows = page.locator(".outcomes tbody tr")
    expect(rows).to_have_count(4)
    expect(rows.nth(1)).to_contain_text("Beslutat")
    expect(rows.nth(1)).to_contain_text("Delvis bifalls")
    expect(rows.nth(1)).to_contain_text("28 september 2021 · §\u00a0201")
    dates = page.locator(".timeline .when").all_text_contents()
    assert dates[0] == "14 september 2020"
    assert dates[-1] == "28 september 2021"
    page.locator(".timeline a.cite").last.click()
    page.wait_for_url("**kalla=protokoll-kf-2021-09-28-201.pdf**")
    settled(page)
    page.get_by_role("link", name=re.compile("skolvägar")).first.click()
    page.wait_for_url("**arende=**")


def test_cases_are_narrowed(page: Page, address: str) -> None:
    open_view(page, address, "?flik=arende")
    page.get_by_label("Ord i titel, yrkande eller diarienummer").fill("skolväg")
    page.keyboard.press("Enter")
    expect(page.locator(".narrow [role=status]")).to_have_text("Ett ärende")
    assert "q=skolv" in page.url


def test_precedents_of_an_uploaded_motion_with_exports(page: Page, address: str, tmp_path: Path) -> None:
    open_view(page, address, "?flik=prejudikat")
    page.locator("#motion-fil input[type=file]").set_input_files(DOCUMENTS / LATER)
    expect(page.locator("#motion-fil")).to_contain_text(LATER[:12])
    page.get_by_role("button", name="Hitta prejudikat").click()
    card = page.locator(".precedents .card", has_text="förstahandsval").first
    expect(card.locator(".precedent-rows > li", has_text="Bygga mer i trä").first).to_contain_text("Avslås")
    expect(page.locator("#utfall-ar .js-plotly-plot")).to_be_visible()
    for name, start in (("Hämta som CSV", b"\xef\xbb\xbf"), ("Hämta som Word", b"PK")):
        with page.expect_download() as download:
            page.get_by_role("button", name=name).click()
        saved = tmp_path / "export"
        download.value.save_as(saved)
        assert saved.read_bytes().startswith(start)


def test_a_pasted_motion_and_one_without_demands(page: Page, address: str) -> None:
    open_view(page, address, "?flik=prejudikat")
    page.get_by_role("button", name="Hitta prejudikat").click()
    expect(page.locator("#vy-prejudikat [role=alert]")).to_contain_text("Klistra in motionens text")
    page.get_by_label("Motionens text").fill("Vi föreslår att kommunen sänker farten till 30 utanför alla skolor.")
    page.get_by_role("button", name="Hitta prejudikat").click()
    expect(page.locator(".precedents .card")).to_have_count(1)
    expect(page.locator(".precedent-rows > li").first).to_contain_text("Hastigheten sänks till 30 kilometer")


def test_policies_and_the_measures_of_plans(page: Page, address: str) -> None:
    open_view(page, address, "?flik=styrdokument")
    rows = page.locator("tbody tr")
    expect(rows).to_have_count(2)
    old = rows.filter(has=page.get_by_role("rowheader", name=re.compile("giftfri förskola 2019–2022")))
    expect(old).to_contain_text("Ersatt av")
    page.get_by_label("Läge").select_option("ersatt")
    expect(rows).to_have_count(1)
    page.get_by_role("link", name="Åtgärder i planerna").click()
    expect(page.locator("h2")).to_have_text("Åtgärder i handlingsplaner")
    before = page.locator("tbody tr").count()
    responsible = page.get_by_label("Ansvarig")
    responsible.select_option(index=1)
    page.wait_for_url("**ansvarig=**")
    settled(page)
    chosen = responsible.input_value()
    cells = page.locator("tbody tr td:nth-child(2)").all_text_contents()
    assert 0 < len(cells) < before
    assert all(chosen in cell for cell in cells)


def test_what_the_collection_covers_and_what_it_lacks(page: Page, address: str) -> None:
    open_view(page, address, "?flik=samlingen")
    expect(page.locator("#efter-typ .js-plotly-plot")).to_be_visible()
    expect(page.locator("#efter-ar .js-plotly-plot")).to_be_visible()
    expect(page.locator(".figures")).to_contain_text("10")
    page.get_by_role("link", name="Utan beslut").click()
    expect(page.locator(".collection table")).to_contain_text("år")
    page.get_by_role("link", name="Inte läst").click()
    expect(page.locator(".collection table")).to_contain_text("trasig.pdf")


def test_english_by_a_switch_that_keeps_the_question(page: Page, address: str) -> None:
    open_view(page, address, "?q=KAST-mottagningar")
    page.get_by_role("link", name="English").click()
    page.wait_for_url("**/en/?q=KAST-mottagningar")
    settled(page)
    expect(page.locator(".answer-head h2")).to_contain_text("No decision found, but one proposal")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.locator(".decision a.cite").first.click()
    expect(page.locator(".sheet img").first).to_have_js_property("naturalWidth", 1191)
    page.get_by_role("link", name="Svenska").click()
    page.wait_for_function("() => !location.pathname.startsWith('/en')")


def test_a_tab_keeps_what_it_showed(page: Page, address: str) -> None:
    open_view(page, address, "?q=KAST-mottagningar")
    page.get_by_role("tab", name="Ärenden").click()
    page.wait_for_url("**flik=arende")
    settled(page)
    page.get_by_role("tab", name="Fråga").click()
    page.wait_for_url("**q=KAST-mottagningar")
    expect(page.locator(".answer-head h2")).to_be_visible()


def test_a_hostile_paper_shows_as_text(page: Page, address: str, visitor: Visitor) -> None:
    open_view(page, address, "?q=luftskepp+och+zeppelinare")
    expect(page.locator(".found").first).to_contain_text("<script>alert(1)</script>")
    open_view(page, address, "?kalla=ond.pdf&stycke=1")
    expect(page.locator(".source-head h2")).to_contain_text("<script>alert(1)</script>")
    assert page.locator("img[src=x]").count() == 0
    open_view(page, address, "?q=" + "%3Cimg%20src%3Dx%20onerror%3Dalert(3)%3E%22%3E")
    expect(page.get_by_role("searchbox")).to_have_value('<img src=x onerror=alert(3)>">')
    assert page.locator("img[src=x]").count() == 0
    del visitor
