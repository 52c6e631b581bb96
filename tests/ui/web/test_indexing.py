from __future__ import annotations

import os
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from corpus.errors import HomeBusyError, UsageError
from ingest.batch.meter import Listener
from ingest.batch.report import Phase, Progress, Report
from ui.web.indexing import Indexing, Job

PROGRESS = Progress(Phase.READING, "a.pdf", 1, 4, 2, 8, 20.0, 30.0)
REPORT = Report(4, 0, 0, 0, 0, 0, (), 4, 40, 50, 8, 50, 1.5)


def run(gate: Path, paths: tuple[Path, ...], listener: Listener) -> Report:
    """Tell, wait for the gate to open, and end."""
    listener(PROGRESS)
    while not gate.exists():
        time.sleep(0.01)
    assert paths == (Path("/papper"),)
    return REPORT


def refuse(paths: tuple[Path, ...], listener: Listener) -> Report:
    raise UsageError("Ingen PDF.", hint="Välj en annan mapp.")


def die(paths: tuple[Path, ...], listener: Listener) -> Report:
    os._exit(9)


def wait_for(indexing: Indexing, right: Callable[[Job], bool]) -> Job:
    for _ in range(3000):
        if right(indexing.job):
            return indexing.job
        time.sleep(0.01)
    raise AssertionError(indexing.job)


def test_one_run_at_a_time_with_its_progress(tmp_path: Path) -> None:
    gate = tmp_path / "gate"
    indexing = Indexing(partial(run, gate))
    assert indexing.job == Job()
    indexing.start((Path("/papper"),))
    assert wait_for(indexing, lambda job: job.progress is not None) == Job(running=True, progress=PROGRESS)
    with pytest.raises(HomeBusyError, match="pågår redan"):
        indexing.start((Path("/papper"),))
    gate.touch()
    assert wait_for(indexing, lambda job: not job.running) == Job(report=REPORT)
    indexing.start((Path("/papper"),))
    assert wait_for(indexing, lambda job: not job.running) == Job(report=REPORT)


def test_a_refusal_is_told() -> None:
    indexing = Indexing(refuse)
    indexing.start(())
    assert wait_for(indexing, lambda job: not job.running) == Job(error="Ingen PDF. Välj en annan mapp.")


def test_a_process_that_dies_is_told() -> None:
    indexing = Indexing(die)
    indexing.start(())
    job = wait_for(indexing, lambda job: not job.running)
    assert job.error is not None
    assert "avbröts oväntat" in job.error


def test_a_process_that_cannot_start_is_told_and_stops_no_later_run(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(method: str) -> None:
        raise OSError(method)

    monkeypatch.setattr("ui.web.indexing.get_context", broken)
    monkeypatch.setattr("threading.excepthook", lambda args: None)
    indexing = Indexing(refuse)
    for _ in range(2):
        indexing.start((Path("/papper"),))
        assert "avbröts oväntat" in (wait_for(indexing, lambda job: not job.running).error or "")
