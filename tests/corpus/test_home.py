from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from corpus.errors import HomeBusyError, HomeError
from corpus.home import Home, WriterLock


def test_places_below_the_home() -> None:
    home = Home(Path("h"))
    assert home.catalogue == Path("h/catalogue.sqlite")
    assert home.kept("ab") == Path("h/files/ab.pdf")
    assert home.lock.parent == home.root


def test_one_holder_at_a_time_and_the_error_names_it(tmp_path: Path) -> None:
    with WriterLock(Home(tmp_path)), pytest.raises(HomeBusyError, match=f"process {os.getpid()}"):
        WriterLock(Home(tmp_path)).take()
    with WriterLock(Home(tmp_path)):
        assert (tmp_path / "writer.lock").read_text() == f"{os.getpid()}\n"


def test_a_killed_holder_lets_go(tmp_path: Path) -> None:
    code = (
        "import sys, time; from pathlib import Path; from corpus.home import Home, WriterLock\n"
        "WriterLock(Home(Path(sys.argv[1]))).take(); print('held', flush=True); time.sleep(60)"
    )
    child = subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    assert child.stdout.readline() == "held\n"
    with pytest.raises(HomeBusyError, match=f"process {child.pid}"):
        WriterLock(Home(tmp_path)).take()
    child.kill()
    child.wait()
    WriterLock(Home(tmp_path)).take()


def test_waiting_has_an_end(tmp_path: Path) -> None:
    with WriterLock(Home(tmp_path)):
        start = time.monotonic()
        with pytest.raises(HomeBusyError):
            WriterLock(Home(tmp_path)).take(wait=0.5)
    assert 0.5 <= time.monotonic() - start < 5


def test_a_home_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(HomeError, match="kan inte skrivas"):
        Home(tmp_path / "file" / "home").create()
