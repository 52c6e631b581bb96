from __future__ import annotations

import re
from pathlib import Path

import pytest

from corpus.home import Home
from ingest.batch.journal import Journal


def test_one_line_each_whatever_the_words(tmp_path: Path) -> None:
    journal = Journal(Home(tmp_path))
    journal.line("tillagd", "å.pdf", "två\nrader")
    journal.line("borttagen", "b.pdf")
    lines = (tmp_path / "index.log").read_text().splitlines()
    assert [re.sub(r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ ", "", line) for line in lines] == [
        "tillagd å.pdf två rader",
        "borttagen b.pdf",
    ]


def test_a_large_log_is_put_aside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.batch.journal.LARGEST", 3)
    (tmp_path / "index.log").write_text("gammal")
    Journal(Home(tmp_path)).line("tillagd", "a.pdf")
    assert (tmp_path / "index.log.1").read_text() == "gammal"
    assert (tmp_path / "index.log").read_text().endswith("tillagd a.pdf\n")


def test_a_log_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    Journal(Home(tmp_path / "borta")).line("tillagd", "a.pdf")
    assert not (tmp_path / "borta").exists()
