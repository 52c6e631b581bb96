"""Which view an address shows: one function a tab, each giving a title and HTML."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ui.web.address import Address, Tab
from ui.web.answering import answer_view, answered
from ui.web.desk import Desk
from ui.web.facets import facets
from ui.web.forms import ask_form, filters
from ui.web.markup import Markup, tag
from ui.web.source import chosen, no_source, source_view
from ui.web.start import start_view


@dataclass(frozen=True, slots=True)
class View:
    """What a tab shows, and what the browser's window is called meanwhile."""

    title: str
    html: Markup


def view_of(address: Address, desk: Desk) -> View:
    """The view that an address asks for."""
    return VIEWS[address.tab](address, desk)


def ask_view(address: Address, desk: Desk) -> View:
    """Fråga."""
    overview = desk.library.overview()
    offered = facets(overview.heads, address, desk.today())
    result = answer_view(answered(address, desk), address, desk) if address.question else start_view(desk)
    html = tag(
        "div",
        ask_form(address, desk.texts),
        tag("div", filters(address, offered, desk.texts), result, class_="ask-body"),
        class_="ask",
    )
    return View(address.question or desk.texts("tab.fraga"), html)


def source(address: Address, desk: Desk) -> View:
    """Källan."""
    document = desk.library.document(address.file) if address.file else None
    if document is None:
        return View(desk.texts("tab.kalla"), no_source(address, desk.texts))
    paragraph = chosen(document, address)
    citation = desk.cite(document, paragraph.n) if paragraph else None
    return View(document.title, source_view(document, address, citation, desk.texts))


VIEWS: dict[Tab, Callable[[Address, Desk], View]] = {Tab.ASK: ask_view, Tab.SOURCE: source}
