"""How the page is put together: the tabs, and the one event that turns an address into a view."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from corpus.errors import BeslutsminneError
from ui.web.address import Address, Tab, parse
from ui.web.desk import Desk
from ui.web.markup import Markup, tag
from ui.web.views import VIEWS, View, view_of
from ui.web.widgets import Blocks, EventData, Tabs, html
from ui.web.widgets import Tab as TabItem

SCRIPT = Path(__file__).with_name("page.js")

BROWSER_WORDS = ("copied", "not_copied", "saved", "unsaved")
"""What page.js says; it has no words of its own."""


def build(desk: Desk) -> Blocks:
    """The page in the desk's language."""
    texts = desk.texts
    with Blocks(title=texts("page.title"), analytics_enabled=False) as page:
        html(_header(desk), elem_id="top")
        place = html(_words(desk), elem_id="place", script=SCRIPT.read_text(encoding="utf-8"))
        with Tabs(elem_id="tabs", overflow_behavior="wrap") as tabs:
            panels = {name: _panel(name, desk) for name in VIEWS}
        html(_footer(desk), elem_id="foot")

        def navigate(event: EventData) -> dict[Any, Any]:
            address = parse(str(getattr(event, "query", "")))
            view = _view(address, desk)
            return {
                place: _words(desk) + _at(address, view, desk),
                tabs: Tabs(selected=address.tab.value),
                panels[address.tab]: view.html,
            }

        place.navigate(
            navigate,
            outputs=[place, tabs, *panels.values()],
            queue=False,
            show_progress="hidden",
            trigger_mode="always_last",
            api_visibility="private",
        )
    return page  # type: ignore[no-any-return]


def _panel(name: Tab, desk: Desk) -> Any:
    with TabItem(desk.texts(f"tab.{name.value}"), id=name.value, elem_id=f"flik-{name.value}"):
        return html("", elem_id=f"vy-{name.value}")


def _view(address: Address, desk: Desk) -> View:
    try:
        return view_of(address, desk)
    except BeslutsminneError as error:
        message = tag(
            "p", desk.texts("page.error", message=error.message), " ", error.hint, class_="error", role="alert"
        )
        return View(desk.texts("page.title"), message)


def _words(desk: Desk) -> Markup:
    said = {name: desk.texts(f"page.{name}") for name in BROWSER_WORDS} | {"language": desk.texts.language}
    return tag("span", data_words=json.dumps(said, ensure_ascii=False))


def _at(address: Address, view: View, desk: Desk) -> Markup:
    generation = desk.library.overview().generation
    title = f"{view.title} – {desk.texts('page.title')}"
    return tag(
        "span", data_query=address.query(), data_title=title, data_tab=address.tab.value, data_generation=generation
    )


def _header(desk: Desk) -> Markup:
    texts = desk.texts
    name = f"{texts('page.title')} · {desk.municipality}" if desk.municipality else texts("page.title")
    other = tag(
        "a", texts("page.other_language"), href=desk.other_path, data_path=desk.other_path, id="other-language",
        lang=desk.other_language, hreflang=desk.other_language,
    )  # fmt: skip
    return tag(
        "header",
        tag("h1", name),
        tag("p", texts("page.tagline"), class_="tagline"),
        tag("nav", other, aria_label=texts("page.language")),
        tag("p", id="said", class_="unseen", role="status"),
        class_="top",
    )


def _footer(desk: Desk) -> Markup:
    api = tag("a", desk.texts("page.api"), href=f"{desk.root}docs")
    return tag("footer", tag("p", desk.texts("page.footer"), " ", api), class_="foot")
