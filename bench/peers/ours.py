"""Beslutsminne as a peer: the batch that `index` and `watch` run, the Searcher that the page asks, in one process."""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from bench.peers.protocol import Decided, Found, Page, Reply
from ui.settings import read_settings

if TYPE_CHECKING:
    from search.answer import Answer, DecisionHit
    from search.searcher import Searcher


class Ours:
    """A home and a folder of PDFs beside it; adding and deleting change the folder, then bring the home up to date.

    What is imported when follows the command line: an `index` never loads what only a question needs, nor the other
    way round.
    """

    def __init__(self, folder: Path, model: Path) -> None:
        """Texts are embedded with the model that stands built in `model`."""
        self._papers = folder / "papers"
        self._model = model
        self._searcher: Searcher | None = None
        os.environ["BESLUTSMINNE_MODELS"] = str(model.parent)
        self._settings = read_settings(folder / "home")

    def add(self, pdfs: Sequence[Path]) -> None:
        """Put the PDFs into the folder and index it."""
        self._papers.mkdir(exist_ok=True)
        for pdf in pdfs:
            shutil.copy(pdf, self._papers / pdf.name)
        self._index()

    def add_texts(self, texts: Sequence[Page]) -> None:
        """Index texts that are no PDFs, in memory alone."""
        from bench.own_texts import searcher_over
        from index.embedding import ModelOptions, passage_embedder, question_embedder

        options = ModelOptions(models=self._model.parent)
        named = [(text.file, text.text) for text in texts]
        self._searcher = searcher_over(named, passage_embedder(options), question_embedder(options))

    def delete(self, files: Collection[str]) -> None:
        """Take the PDFs out of the folder and index it; a searcher that is open finds out by itself."""
        for file in files:
            (self._papers / file).unlink()
        self._index()

    def open(self) -> None:
        """Let go of what was open: the batch opens for itself, and the next question opens as `search` does."""
        self._searcher = None

    def ask(self, text: str, top: int) -> Reply:
        """The answer's hits, whether it counts as answered, and its first decision."""
        if self._searcher is None:
            from ui.composition import open_searcher

            self._searcher = open_searcher(self._settings)
        return _reply(self._searcher.ask(text, top=top))

    def passages(self) -> int:
        """What the catalogue counts; none for texts in memory."""
        from corpus.catalogue import Catalogue

        return Catalogue.open(self._settings.home).counts().passages

    def _index(self) -> None:
        from ui.batching import bring_home_up_to_date

        bring_home_up_to_date([self._papers], self._settings)


def _reply(answer: Answer) -> Reply:
    hits = tuple(Found(hit.file, hit.text, hit.pages, answer.confidence) for hit in answer.hits)
    first = answer.decisions[0] if answer.decisions else None
    decision = _decided(first) if first is not None else None
    return Reply(hits, answer.answerable, decision)


def _decided(hit: DecisionHit) -> Decided:
    return Decided(hit.disposition, hit.status, hit.demand_text or "", hit.text, hit.file)
