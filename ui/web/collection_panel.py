"""The Samlingen tab: what is covered with plots, what waits, what could not be read, and adding papers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from corpus.errors import BeslutsminneError, UsageError
from ui.web.address import Address, Tab
from ui.web.collection import failures_view, overview_view, tables_view
from ui.web.desk import Desk
from ui.web.indexing import Indexing, Job
from ui.web.job_view import job_view
from ui.web.markup import Markup, tag
from ui.web.panels import Updates
from ui.web.plots import by_body, by_type, by_year
from ui.web.saved import Visit
from ui.web.unanswered import unanswered_table
from ui.web.widgets import Column, Row, button, html, plot, shown, textbox, ticking, timer, upload

OVERVIEW, UNANSWERED, FAILURES, ADD = None, "obesvarade", "fel", "lasin"
"""The tab's lists, as `visa` names them in an address."""

POLL_SECONDS = 1.0


class CollectionPanel:
    """Builds the tab inside the tab that is open."""

    def __init__(self, desk: Desk) -> None:
        """Build it and tie its buttons."""
        self._desk = desk
        self._top = html("", elem_id="vy-samlingen")
        with Column(visible=False, elem_id="samlingen-plottar") as plots:
            with Row():
                self._figures = [plot(elem_id="efter-typ"), plot(elem_id="efter-organ")]
            self._figures.append(plot(elem_id="efter-ar"))
            self._tables = html("", elem_id="samlingen-tabeller")
        self._plots = plots
        with Column(visible=False, elem_id="samlingen-lasin") as adding:
            self._job = html("", elem_id="inlasning")
            self._clock = timer(POLL_SECONDS)
            if desk.services.indexing:
                self._add_form(desk.services.indexing)
        self._adding = adding
        self.outputs: list[Any] = [self._top, plots, *self._figures, self._tables, adding, self._job, self._clock]

    def show(self, visit: Visit) -> tuple[str, Updates]:
        """The list that an address asks for."""
        address = visit.address
        name = address.show if address.show in (UNANSWERED, FAILURES, ADD) else OVERVIEW
        bodies: dict[str | None, Callable[[Desk], Markup]] = {
            OVERVIEW: overview_view,
            UNANSWERED: unanswered_table,
            FAILURES: failures_view,
            ADD: _add_intro,
        }
        view = tag("div", _switch(name, self._desk), bodies[name](self._desk), class_="collection")
        updates: Updates = {
            self._top: view,
            self._plots: shown(name is OVERVIEW),
            self._adding: shown(name == ADD),
        }
        if name is OVERVIEW:
            updates |= self._drawn()
        if name == ADD and self._desk.services.indexing:
            updates |= self._told(self._desk.services.indexing.job)
        return self._desk.texts("tab.samlingen"), updates

    def _drawn(self) -> Updates:
        overview, texts = self._desk.library.overview(), self._desk.texts
        figures = (by_type(overview, texts), by_body(overview, texts), by_year(overview, texts))
        return {**dict(zip(self._figures, figures, strict=True)), self._tables: tables_view(self._desk)}

    def add_files(self, given: list[str] | None) -> Updates:
        """Keep uploaded files and index the folder they are kept in."""
        return self._start(lambda: self._desk.services.uploads.keep([Path(name) for name in given or ()]))

    def add_folder(self, given: str) -> Updates:
        """Index a folder on the server."""
        return self._start(lambda: self._desk.services.uploads.folder_named(given))

    def _add_form(self, indexing: Indexing) -> None:
        texts, options = self._desk.texts, self._desk.services.options
        label = texts("add.files", files=options.upload_files, mb=options.upload_megabytes)
        files = upload(label, elem_id="lasin-filer", several=True)
        add = button(texts("add.button"), elem_id="lasin-knapp", primary=True)
        folder = textbox(texts("add.folder"), lines=1, longest=1000, elem_id="lasin-mapp")
        add_folder = button(texts("add.folder_button"), elem_id="lasin-mapp-knapp")
        quiet: dict[str, Any] = {
            "outputs": [self._job, self._clock], "show_progress": "hidden", "api_visibility": "private",
        }  # fmt: skip
        add.click(self.add_files, inputs=[files], **quiet)
        add_folder.click(self.add_folder, inputs=[folder], **quiet)
        self._clock.tick(lambda: self._told(indexing.job), **quiet)

    def _start(self, folder: Callable[[], Path]) -> Updates:
        indexing = self._desk.services.indexing
        try:
            if indexing is None:
                raise UsageError(self._desk.texts("add.closed"))
            indexing.start((folder(),))
        except BeslutsminneError as error:
            return {self._job: tag("p", error.message, " ", error.hint, class_="error", role="alert")}
        return self._told(indexing.job)

    def _told(self, job: Job) -> Updates:
        return {self._job: job_view(job, self._desk.texts), self._clock: ticking(job.running)}


def _add_intro(desk: Desk) -> Markup:
    texts = desk.texts
    words = texts("add.intro" if desk.services.indexing else "add.closed")
    return tag("section", tag("h2", texts("collection.show_add")), tag("p", words, class_="facts"))


def _switch(current: str | None, desk: Desk) -> Markup:
    choices = (
        (OVERVIEW, "collection.show_overview"),
        (UNANSWERED, "collection.show_unanswered"),
        (FAILURES, "collection.show_failures"),
        (ADD, "collection.show_add"),
    )
    links = (
        tag(
            "a", desk.texts(key), href=Address(tab=Tab.COLLECTION, show=name).query(), class_="tool",
            aria_current="true" if name == current else None,
        )
        for name, key in choices
    )  # fmt: skip
    return tag("nav", *links, class_="switch", aria_label=desk.texts("tab.samlingen"))
