"""How the page is put together: the tabs, and the one event that turns an address into what its tab shows."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from corpus.errors import BeslutsminneError
from ui.web.address import Address, Tab, parse
from ui.web.collection_panel import CollectionPanel
from ui.web.desk import Desk
from ui.web.markup import Markup, tag
from ui.web.panels import Panel, Updates, html_panel
from ui.web.precedent_panel import PrecedentPanel
from ui.web.saved import Visit, read_saved
from ui.web.views import VIEWS
from ui.web.widgets import Blocks, EventData, Tabs, html, offer
from ui.web.widgets import Tab as TabItem

SCRIPT = Path(__file__).with_name("page.js")

BROWSER_WORDS = ("copied", "not_copied", "saved", "unsaved", "choose_file")
"""What page.js says; it has no words of its own."""

KEPT_SECONDS = (3600, 86400)
"""Every hour, gradio deletes uploads and exports that are older than a day."""


def build(desk: Desk, *, named: Sequence[Callable[..., Any]] = ()) -> Any:
    """The page in the desk's language; `named` are the functions that it offers to other programs."""
    with Blocks(title=desk.texts("page.title"), analytics_enabled=False, delete_cache=KEPT_SECONDS) as page:
        html(_header(desk), elem_id="top")
        place = html(_words(desk), elem_id="place", script=SCRIPT.read_text(encoding="utf-8"))
        error = html("", elem_id="fel")
        with Tabs(elem_id="tabs", overflow_behavior="wrap") as tabs:
            panels = {name: _panel(name, desk) for name in Tab}
        html(_footer(desk), elem_id="foot")

        def navigate(event: EventData) -> Updates:
            told = event._data or {}
            address = parse(str(told.get("query", "")))
            visit = Visit(address, read_saved(told.get("saved")))
            title, updates = _shown(panels[address.tab], visit, error, desk)
            at = _words(desk) + _at(address, title, desk)
            return {place: at, tabs: Tabs(selected=address.tab.value), error: "", **updates}

        for function in named:
            offer(function)
        place.navigate(
            navigate,
            outputs=[place, tabs, error, *(output for panel in panels.values() for output in panel.outputs)],
            queue=False,
            show_progress="hidden",
            trigger_mode="always_last",
            api_visibility="private",
        )
    return page


def _panel(name: Tab, desk: Desk) -> Panel:
    with TabItem(desk.texts(f"tab.{name.value}"), id=name.value, elem_id=f"flik-{name.value}"):
        if name is Tab.PRECEDENTS:
            return PrecedentPanel(desk)
        if name is Tab.COLLECTION:
            return CollectionPanel(desk)
        return html_panel(desk, name.value, VIEWS[name])


def _shown(panel: Panel, visit: Visit, error: Any, desk: Desk) -> tuple[str, Updates]:
    try:
        return panel.show(visit)
    except BeslutsminneError as problem:
        words = desk.texts("page.error", message=problem.message)
        return desk.texts("page.title"), {error: tag("p", words, " ", problem.hint, class_="error", role="alert")}


def _words(desk: Desk) -> Markup:
    said = {name: desk.texts(f"page.{name}") for name in BROWSER_WORDS} | {"language": desk.texts.language}
    return tag("span", data_words=json.dumps(said, ensure_ascii=False))


def _at(address: Address, title: str, desk: Desk) -> Markup:
    """Where the page is now, for page.js."""
    return tag(
        "span", data_query=address.query(), data_title=f"{title} – {desk.texts('page.title')}",
        data_tab=address.tab.value, data_generation=desk.library.overview().generation,
    )  # fmt: skip


def _header(desk: Desk) -> Markup:
    texts, municipality = desk.texts, desk.services.options.municipality
    name = f"{texts('page.title')} · {municipality}" if municipality else texts("page.title")
    other = tag(
        "a", texts("page.other_language"), href=desk.other_path, data_path=desk.other_path, id="other-language",
        lang=desk.other_language, hreflang=desk.other_language,
    )  # fmt: skip
    return tag(
        "header",
        tag("button", texts("page.skip"), type="button", class_="skip", data_skip=True),
        tag("h1", name),
        tag("p", texts("page.tagline"), class_="tagline"),
        tag("nav", other, aria_label=texts("page.language")),
        tag("p", id="said", class_="unseen", role="status"),
        class_="top",
    )


def _footer(desk: Desk) -> Markup:
    api = tag("a", desk.texts("page.api"), href=f"{desk.root}docs")
    return tag("footer", tag("p", desk.texts("page.footer"), " ", api), class_="foot")
