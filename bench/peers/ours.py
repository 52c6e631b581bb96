"""Beslutsminne as a peer: indexed through its command line, asked through its Searcher."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from bench.peers.own_texts import searcher_over
from bench.peers.protocol import Decided, Found, Page, Reply
from search.answer import Answer, DecisionHit
from search.searcher import Searcher
from ui.composition import open_searcher
from ui.settings import read_settings


class Ours:
    """A home and a folder of PDFs beside it; adding and deleting change the folder, then bring the home up to date."""

    def __init__(self, folder: Path, model: Path) -> None:
        """Texts are embedded with the model that stands built in `model`."""
        self._home = folder / "home"
        self._papers = folder / "papers"
        self._model = model
        self._searcher: Searcher | None = None
        os.environ["BESLUTSMINNE_MODELS"] = str(model.parent)

    def add(self, pdfs: Sequence[Path]) -> None:
        """Put the PDFs into the folder and index it."""
        self._papers.mkdir(exist_ok=True)
        for pdf in pdfs:
            shutil.copy(pdf, self._papers / pdf.name)
        self._index()

    def add_texts(self, texts: Sequence[Page]) -> None:
        """Index texts that are no PDFs, in memory alone."""
        self._searcher = searcher_over(texts, self._model)

    def delete(self, file: str) -> None:
        """Take the PDF out of the folder and index it."""
        (self._papers / file).unlink()
        self._index()

    def open(self) -> None:
        """Nothing yet: `index` opens for itself, and the first question opens the home as `search` does."""

    def ask(self, text: str, top: int) -> Reply:
        """The answer's hits, whether it counts as answered, and its first decision."""
        if self._searcher is None:
            self._searcher = open_searcher(read_settings(self._home))
        return _reply(self._searcher.ask(text, top=top))

    def passages(self) -> int:
        """What `status` says; none for texts in memory."""
        done = subprocess.run([*COMMAND, "status", "--json", "--home", str(self._home)], capture_output=True, text=True)
        return int(json.loads(done.stdout)["passages"])

    def _index(self) -> None:
        self._searcher = None
        subprocess.run(
            [*COMMAND, "index", str(self._papers), "--home", str(self._home), "--json"],
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )


COMMAND = (sys.executable, "-m", "beslutsminne")


def _reply(answer: Answer) -> Reply:
    hits = tuple(Found(hit.file, hit.text, hit.pages, answer.confidence) for hit in answer.hits)
    first = answer.decisions[0] if answer.decisions else None
    decision = _decided(first) if first is not None else None
    return Reply(hits, answer.answerable, decision)


def _decided(hit: DecisionHit) -> Decided:
    return Decided(hit.disposition, hit.status, hit.demand_text or "", hit.text, hit.file)
