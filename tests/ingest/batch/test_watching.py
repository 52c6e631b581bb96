from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from corpus.errors import BeslutsminneError, HomeBusyError, PathMissingError
from ingest.batch.watching import WatchOptions, watch


def _until(condition: object, seconds: float = 10.0) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():  # type: ignore[operator]
            return True
        time.sleep(0.05)
    return False


def test_runs_at_once_and_after_a_quiet_while(tmp_path: Path) -> None:
    runs: list[float] = []
    told: list[BeslutsminneError] = []
    stop = threading.Event()

    def run() -> None:
        runs.append(time.monotonic())
        if len(runs) == 2:
            raise HomeBusyError("upptagen")

    options = WatchOptions(quiet=0.4, tell=told.append)
    thread = threading.Thread(target=watch, args=([tmp_path], run), kwargs={"options": options, "stop": stop})
    thread.start()
    try:
        assert _until(lambda: len(runs) == 1)
        time.sleep(0.5)
        (tmp_path / "text.txt").write_text("no paper")
        time.sleep(1.0)
        assert len(runs) == 1
        for number in range(4):  # a copy that goes on for a second is waited for
            (tmp_path / "a.pdf").write_text("x" * number)
            last = time.monotonic()
            time.sleep(0.25)
        assert _until(lambda: len(runs) == 2)
        assert runs[1] - last >= 0.35
        (tmp_path / "a.pdf").unlink()
        assert _until(lambda: len(runs) == 3)
        assert [type(error) for error in told] == [HomeBusyError]
    finally:
        stop.set()
        thread.join(timeout=10)
    assert not thread.is_alive()


def test_a_missing_path_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(PathMissingError):
        watch([tmp_path / "borta"], lambda: None)


@pytest.mark.parametrize("quiet", [0, -1, 601])
def test_quiet_times_that_make_no_sense(quiet: float) -> None:
    with pytest.raises(ValueError, match="quiet"):
        WatchOptions(quiet=quiet)
