"""Papers that come in while others search. Runs last: it changes the collection."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.ui.web.browser.arriving import ask, open_view, settled
from tests.ui.web.browser.collection import DOCUMENTS, LATER
from tests.ui.web.browser.conftest import Visitor

pytestmark = pytest.mark.browser

QUESTION = "bygga mer i trä för klimatet"


def test_an_upload_is_indexed_while_another_searches_and_is_new_afterwards(
    page: Page, address: str, visitor: Visitor
) -> None:
    other = visitor()
    open_view(other, address)
    ask(other, QUESTION)
    assert LATER not in other.content()
    other.get_by_role("button", name="Spara sökningen").click()
    expect(other.locator("#said")).to_have_text("Sökningen är sparad i den här webbläsaren.")

    open_view(page, address, "?flik=samlingen&visa=lasin")
    page.locator("#lasin-filer input[type=file]").set_input_files(DOCUMENTS / LATER)
    expect(page.locator("#lasin-filer")).to_contain_text(LATER[:12])
    page.get_by_role("button", name="Läs in filerna").click()
    expect(page.locator("#inlasning progress")).to_be_attached()
    waits: list[float] = []
    while page.locator("#inlasning progress").count():
        began = time.monotonic()
        ask(other, f"{QUESTION} {len(waits)}")
        waits.append(time.monotonic() - began)
    assert waits, "nobody searched meanwhile"
    expect(page.locator("#inlasning")).to_contain_text("Inläsningen är klar. 1 nya", timeout=300_000)

    open_view(other, address)
    expect(other.locator(".newest li").first).to_contain_text(re.compile("nya? eller ändrad"))
    other.get_by_role("link", name=QUESTION, exact=True).click()
    fresh = other.locator(".hit", has_text="Nytt").locator(f"a[href*='{LATER}']")
    expect(fresh.first).to_be_visible()
    settled(other)
    open_view(other, address)
    expect(other.locator(".newest li").first).to_contain_text("inget nytt")


def test_what_is_no_pdf_is_refused(page: Page, address: str) -> None:
    open_view(page, address, "?flik=samlingen&visa=lasin")
    page.get_by_label("Mapp på servern").fill("/finns/inte")
    page.get_by_role("button", name="Läs in mappen").click()
    expect(page.locator("#inlasning [role=alert]")).to_contain_text("Mappen /finns/inte finns inte på servern.")
    page.get_by_role("button", name="Läs in filerna").click()
    expect(page.locator("#inlasning [role=alert]")).to_contain_text("Inga filer är valda.")


def test_a_word_document_is_refused_in_the_pages_language(page: Page, address: str, tmp_path: Path) -> None:
    word = tmp_path / "motion.docx"
    word.write_bytes(b"PK\x03\x04")
    open_view(page, address, "?flik=prejudikat")
    field = page.locator("#motion-fil input[type=file]")
    expect(field).to_have_attribute("accept", ".pdf")
    expect(page.get_by_role("button", name="Välj filer eller släpp dem här")).to_be_visible()
    field.set_input_files(word)
    expect(page.locator("#motion-fil")).to_contain_text("motion")
    page.get_by_role("button", name="Hitta prejudikat").click()
    expect(page.locator("#vy-prejudikat [role=alert]")).to_contain_text("motion.docx är ingen PDF-fil.")
    assert page.locator(".toast-body").count() == 0
