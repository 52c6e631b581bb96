"""The Prejudikat tab: a motion is pasted or uploaded, and its precedents are listed, plotted and exported."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from corpus.errors import BeslutsminneError, UsageError
from search.answer import DemandPrecedents
from ui.web.desk import Desk
from ui.web.markup import tag
from ui.web.panels import Updates
from ui.web.plots import outcomes_by_party, outcomes_by_year
from ui.web.precedent_table import as_csv
from ui.web.precedent_view import precedent_view
from ui.web.saved import Visit
from ui.web.uploads import check_pdf
from ui.web.widgets import Row, button, download, html, plot, shown, textbox, upload
from ui.web.word import as_word

LONGEST_MOTION = 100_000
"""Characters of a pasted motion; the longest of the casebook's and of Alingsås' real ones have under 15,000."""


class PrecedentPanel:
    """Builds the tab inside the tab that is open."""

    def __init__(self, desk: Desk) -> None:
        """Build it and tie the button to the search."""
        self._desk = desk
        texts, options = desk.texts, desk.services.options
        html(_head(desk), elem_id="prejudikat-om")
        with Row():
            text = textbox(texts("precedents.text"), lines=8, longest=LONGEST_MOTION, elem_id="motion-text")
            file = upload(texts("precedents.upload", mb=options.upload_megabytes), elem_id="motion-fil", several=False)
        find = button(texts("precedents.button"), elem_id="motion-sok", primary=True)
        with Row(visible=False, elem_id="prejudikat-export") as exports:
            self._csv = download(texts("precedents.csv"), elem_id="prejudikat-csv")
            self._word = download(texts("precedents.word"), elem_id="prejudikat-word")
        self._result = html("", elem_id="vy-prejudikat")
        with Row(visible=False, elem_id="prejudikat-plottar") as plots:
            self._years, self._parties = plot(elem_id="utfall-ar"), plot(elem_id="utfall-parti")
        self._exports, self._plots = exports, plots
        self.outputs: list[Any] = []
        made = [self._result, exports, plots, self._csv, self._word, self._years, self._parties]
        find.click(self.find, inputs=[text, file], outputs=made, concurrency_limit=4, show_progress="full",
                   show_progress_on=[self._result], api_visibility="private")  # fmt: skip

    def show(self, visit: Visit) -> tuple[str, Updates]:
        """The tab keeps what it holds: a motion's text is no part of an address."""
        del visit
        return self._desk.texts("precedents.title"), {}

    def find(self, text: str, file: str | None) -> Updates:
        """The precedents of a pasted or uploaded motion, the file before the text."""
        try:
            found = self._precedents(text, Path(file) if file else None)
        except BeslutsminneError as error:
            message = tag("p", error.message, " ", error.hint, class_="error", role="alert")
            return {self._result: message, self._exports: shown(False), self._plots: shown(False)}
        return self._made(found)

    def _precedents(self, text: str, file: Path | None) -> tuple[DemandPrecedents, ...]:
        services = self._desk.services
        if file is not None:
            check_pdf(file, services.options)
        elif not text.strip():
            raise UsageError(self._desk.texts("precedents.give"))
        return services.asker.precedents(services.demands_in(file or text[:LONGEST_MOTION]))

    def _made(self, found: tuple[DemandPrecedents, ...]) -> Updates:
        texts = self._desk.texts
        any_outcome = any(one.outcome for demand in found for one in demand.precedents)
        folder = Path(tempfile.mkdtemp(prefix="prejudikat-"))
        (folder / "prejudikat.csv").write_bytes(as_csv(found, texts))
        (folder / "prejudikat.docx").write_bytes(as_word(found, texts, today=self._desk.today()))
        return {
            self._result: precedent_view(found, texts),
            self._exports: shown(bool(found)),
            self._plots: shown(any_outcome),
            self._csv: str(folder / "prejudikat.csv"),
            self._word: str(folder / "prejudikat.docx"),
            self._years: outcomes_by_year(found, texts) if any_outcome else None,
            self._parties: outcomes_by_party(found, texts) if any_outcome else None,
        }


def _head(desk: Desk) -> str:
    texts = desk.texts
    title = tag("h2", texts("precedents.title"))
    return tag("div", title, tag("p", texts("precedents.intro"), class_="facts"), class_="precedents")
