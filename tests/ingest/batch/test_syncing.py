from __future__ import annotations

from pathlib import Path

import pytest

from corpus.catalogue import Catalogue
from corpus.home import Home
from corpus.writer import Writer
from ingest.batch.syncing import SyncSchedule
from tests.corpus.made import add, document, passage


def test_seldom_while_it_runs_and_always_at_the_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.batch.syncing.LEAST", 4)
    calls: list[int] = []
    with Writer.open(Home(tmp_path)) as writer:
        catalogue = Catalogue.open(writer.home)
        schedule = SyncSchedule(catalogue, lambda: calls.append(catalogue.generation))
        for number in range(1, 10):
            file = f"{number}.pdf"
            add(writer, document(file, "x"), (passage(file, "ett"), passage(file, "två")))
            schedule.after_round()
        # every second document brings four passages; at 16 a quarter is four still; at 18 nothing is due yet
        assert calls == [2, 4, 6, 8]
        schedule.at_end()
        assert calls == [2, 4, 6, 8, 9]
