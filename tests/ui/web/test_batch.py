from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from corpus.home import Home
from ingest.batch.report import Progress, Report
from ui import batching
from ui.settings import Settings
from ui.web.batch import bring

ROOT = Path(__file__).resolve().parents[3]


def test_one_batch_over_the_paths_with_the_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    settings = Settings(Home(tmp_path))
    report = Report(1, 0, 0, 0, 0, 0, (), 1, 1, 1, 1, 1, 1.0)
    told: list[Progress] = []

    def fake(paths: object, given: Settings, *, listener: object) -> Report:
        assert (paths, given, listener) == ((tmp_path,), settings, told.append)
        return report

    monkeypatch.setattr(batching, "bring_home_up_to_date", fake)
    told_append = told.append
    assert bring(settings, (tmp_path,), told_append) is report


def test_the_process_that_indexes_does_not_import_the_page() -> None:
    code = "import sys, ui.web.batch, ui.batching; print('gradio' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
