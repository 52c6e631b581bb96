from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.ui.web.browser.arriving import open_view, settled
from tests.ui.web.browser.conftest import Visitor

pytestmark = pytest.mark.browser

VIEWS = {
    "start": "",
    "answer": "?q=vad+har+vi+beslutat+om+KAST-mottagningar",
    "nothing": "?q=dr%C3%B6nare+i+Kiruna&typ=policy",
    "source": "?kalla=motion-bekampa-prostitutionen-svar.pdf&stycke=22",
    "cases": "?flik=arende",
    "case": "?arende=KS+2020-318",
    "precedents": "?flik=prejudikat",
    "policies": "?flik=styrdokument",
    "measures": "?flik=styrdokument&visa=atgarder",
    "collection": "?flik=samlingen",
    "unanswered": "?flik=samlingen&visa=obesvarade",
    "failures": "?flik=samlingen&visa=fel",
    "adding": "?flik=samlingen&visa=lasin",
}


def violations(page: Page) -> list[str]:
    """What axe-core finds, of any weight, with where it stands."""
    found = Axe().run(page).response["violations"]
    return [f"{one['id']} ({one['impact']}): {node['html'][:160]}" for one in found for node in one["nodes"]]


def drawn(page: Page) -> None:
    """Wait for the collection's plots, which the browser draws when their view has arrived."""
    for name in ("efter-typ", "efter-organ", "efter-ar"):
        expect(page.locator(f"#{name} .js-plotly-plot")).to_be_visible(timeout=30_000)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(visitor: Visitor, address: str, scheme: str) -> None:
    page = visitor(scheme=scheme)
    found = {}
    for name, query in VIEWS.items():
        open_view(page, address, query)
        if name == "collection":
            drawn(page)
        found[name] = violations(page)
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def test_axe_finds_nothing_in_english_on_a_narrow_screen(visitor: Visitor, address: str) -> None:
    page = visitor(width=360)
    for query in ("en/", "en/" + VIEWS["answer"], "en/" + VIEWS["case"], "docs"):
        page.goto(address + query)
        if query != "docs":
            settled(page)
        assert violations(page) == []


@pytest.mark.parametrize(("width", "zoom"), [(360, 1), (1280, 2)])
def test_nothing_sticks_out(visitor: Visitor, address: str, width: int, zoom: int) -> None:
    """360 px, and 200 % zoom, which is a window half as wide."""
    page = visitor(width=width // zoom)
    widths = {}
    for name, query in VIEWS.items():
        open_view(page, address, query)
        if name == "collection":
            drawn(page)
        widths[name] = page.evaluate("document.documentElement.scrollWidth")
    assert {name: found for name, found in widths.items() if found > width // zoom} == {}


def test_every_bars_number_can_be_read(page: Page, address: str) -> None:
    """Plotly sets the number beside a short bar: white is for those inside."""
    open_view(page, address, "?flik=samlingen")
    drawn(page)
    colours = "all => all.map(e => getComputedStyle(e).fill)"
    outside = page.locator("#efter-typ .bartext-outside").evaluate_all(colours)
    inside = page.locator("#efter-typ .bartext-inside").evaluate_all(colours)
    assert len(outside) + len(inside) > 3
    assert "rgb(255, 255, 255)" not in outside


def test_no_view_has_styles_of_its_own(visitor: Visitor, address: str) -> None:
    page = visitor()
    for query in VIEWS.values():
        open_view(page, address, query)
        assert page.locator(".html-container [style]").count() == 0
        assert page.locator(".html-container style").count() == 0


def focused(page: Page) -> str:
    """What is in focus: its words, or a field's id."""
    script = "e => e.getAttribute('aria-label') || (e.matches('input') ? e.id : e.textContent)"
    return str(page.locator("*:focus").evaluate(script)).strip()


def tab_to(page: Page, words: str, *, most: int = 60) -> None:
    """Press Tab until `words` is in focus, and see that the focus shows."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if focused(page).startswith(words):
            outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
            assert outline != "none", f"the focus on {words} cannot be seen"
            return
    raise AssertionError(f"{words} is not reached with Tab")


def test_the_keyboard_alone_goes_from_question_to_source_and_back(page: Page, address: str) -> None:
    open_view(page, address)
    tab_to(page, "Hoppa till innehållet", most=3)
    page.keyboard.press("Enter")
    assert focused(page) == "q"
    page.keyboard.type("KAST-mottagningar")
    page.keyboard.press("Enter")
    expect(page.locator(".decision").first).to_be_visible()
    settled(page)
    assert focused(page) == "q"
    tab_to(page, "Motion (V)")
    page.keyboard.press("Enter")
    expect(page.locator(".sheet rect.marked").first).to_be_attached()
    settled(page)
    expect(page.locator(".source-head h2")).to_be_focused()
    tab_to(page, "Nästa sida")
    page.keyboard.press("Enter")
    expect(page.locator(".page-of")).to_contain_text("Sida 2")
    tab_to(page, "Sidan som bild")
    page.go_back()
    expect(page.locator(".page-of")).to_contain_text("Sida 1 ")


def test_every_tab_is_reached_and_opened_with_the_keyboard(page: Page, address: str) -> None:
    open_view(page, address)
    for name in ("Ärenden", "Prejudikat", "Styrdokument", "Samlingen"):
        page.get_by_role("link", name="English").focus()
        tab_to(page, name, most=10)
        page.keyboard.press("Enter")
        expect(page.get_by_role("tab", name=name)).to_have_attribute("aria-selected", "true")
        settled(page)


def test_filters_keep_the_focus_while_the_answer_changes(page: Page, address: str) -> None:
    open_view(page, address, "?q=skolor")
    box = page.locator("input[name=typ][value=motion]")
    box.focus()
    page.keyboard.press("Space")
    page.wait_for_url("**typ=motion**")
    settled(page)
    expect(box).to_be_focused()
    expect(box).to_be_checked()


def test_slash_with_control_and_not_alone_goes_to_the_search_field(page: Page, address: str) -> None:
    open_view(page, address, "?q=skolor")
    page.locator(".answer-head").click()
    page.keyboard.press("/")
    expect(page.locator("#q")).not_to_be_focused()
    page.keyboard.press("Control+/")
    assert focused(page) == "q"
