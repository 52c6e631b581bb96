"""Which view an address shows: one function for each tab that is nothing but HTML, giving a title and the HTML."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from corpus.citation import cite
from ui.web.address import Address, Tab
from ui.web.answering import answer_view, answered
from ui.web.case_list import case_list
from ui.web.case_view import case_view
from ui.web.desk import Desk
from ui.web.facets import facets
from ui.web.forms import ask_form, filters
from ui.web.governing import governing_list
from ui.web.links import feed_path, page_link
from ui.web.markup import Markup, tag
from ui.web.measure_list import measure_list
from ui.web.saved import Visit, new_files, save_button, saved_list
from ui.web.source import chosen, no_source, source_view
from ui.web.start import start_view

MEASURES = "atgarder"


@dataclass(frozen=True, slots=True)
class View:
    """What a tab shows, and what the browser's window is called meanwhile."""

    title: str
    html: Markup


def ask_view(visit: Visit, desk: Desk) -> View:
    """Fråga."""
    address = visit.address
    overview = desk.library.overview()
    offered = facets(overview.heads, address, desk.today())
    within = offered.documents if address.filtered else None
    result = _result(visit, desk, within) if address.question else start_view(saved_list(visit.saved, desk), desk)
    html = tag(
        "div",
        ask_form(address, desk.texts),
        tag("div", filters(address, offered, desk.texts), result, class_="ask-body"),
        class_="ask",
    )
    return View(address.question or desk.texts("tab.fraga"), html)


def _result(visit: Visit, desk: Desk, within: int | None) -> Markup:
    address = visit.address
    answer = answered(address, desk)
    follow = tag("a", desk.texts("saved.feed"), href=f"{desk.root}{feed_path(address)}", class_="tool small")
    save = save_button(address, desk.library.overview().generation, desk.texts)
    actions = tag("p", save, " ", follow, class_="actions")
    new = new_files(answer, visit.since, desk.library)
    return answer_view(answer, address, desk, actions=actions, new=new, within=within)


def source(visit: Visit, desk: Desk) -> View:
    """Källan."""
    address = visit.address
    document = desk.library.document(address.file) if address.file else None
    if document is None:
        return View(desk.texts("tab.kalla"), no_source(address, desk.texts))
    paragraph = chosen(document, address)
    citation = cite(document, paragraph.n) if paragraph else None
    cases = desk.library.catalogue.cases_of(document.file)
    return View(
        document.title, source_view(document, address, desk.texts, citation=citation, cases=cases, root=desk.root)
    )


def case(visit: Visit, desk: Desk) -> View:
    """Ärenden: one, or the list of all."""
    address = visit.address
    if not address.case:
        return View(desk.texts("tab.arende"), case_list(address, desk))
    found = desk.library.case(address.case)
    if found is None:
        return View(desk.texts("tab.arende"), missing_case(address.case, desk))
    return View(found.title, case_view(found, desk))


def missing_case(key: str, desk: Desk) -> Markup:
    """What is said of a case that is not there."""
    search = page_link(Address(question=key), key)
    return tag("p", desk.texts("case.missing", key=key), " ", search, class_="empty", role="status")


def policies(visit: Visit, desk: Desk) -> View:
    """Styrdokument: the documents, or the measures of the plans among them."""
    address = visit.address
    shows_measures = address.show == MEASURES
    choices = ((None, "governing.show_list"), (MEASURES, "governing.show_measures"))
    links = (
        tag(
            "a", desk.texts(key), href=Address(tab=Tab.GOVERNING, show=show).query(), class_="tool",
            aria_current="true" if address.show == show else None,
        )
        for show, key in choices
    )  # fmt: skip
    body = measure_list(address, desk) if shows_measures else governing_list(address, desk)
    switch = tag("nav", *links, class_="switch", aria_label=desk.texts("tab.styrdokument"))
    return View(desk.texts("tab.styrdokument"), tag("div", switch, body, class_="governing"))


VIEWS: dict[Tab, Callable[[Visit, Desk], View]] = {
    Tab.ASK: ask_view,
    Tab.SOURCE: source,
    Tab.CASE: case,
    Tab.GOVERNING: policies,
}
