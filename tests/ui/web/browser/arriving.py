"""Opening an address and waiting for its view."""

from __future__ import annotations

from playwright.sync_api import Page, expect


def settled(page: Page) -> None:
    """Wait until the view that was asked for stands on the page."""
    page.wait_for_function(
        "() => document.querySelector('#place [data-query]') && !document.documentElement.classList.contains('busy')"
    )


def open_view(page: Page, address: str, query: str = "") -> None:
    """Open an address afresh."""
    page.goto(address + query)
    settled(page)


def ask(page: Page, question: str) -> None:
    """Type a question and press Enter."""
    page.get_by_role("searchbox", name="Vad vill du veta?").fill(question)
    page.keyboard.press("Enter")
    expect(page.locator(".answer-head h2")).to_be_visible()
    settled(page)
