"""What can go wrong around a batch: a full disk, a home that cannot be written, a clock that jumps."""

from __future__ import annotations

import errno
import os
import sqlite3
import time
from pathlib import Path

import pytest

from corpus.errors import HomeError
from corpus.home import Home
from ingest.batch.checking import check
from ingest.batch.findings import Area
from ingest.batch.pipeline import bring_up_to_date
from tests.corpus.unprivileged import as_nobody
from tests.ingest.batch.contents import contents, put
from tests.ingest.batch.spoiled import indexed
from tests.ingest.batch.stand_ins import motion, paper, stages
from tests.ingest.batch.test_kills import first_papers


def test_a_disk_that_is_full_when_bytes_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    papers, home = indexed(tmp_path)
    before = contents(home)
    put(papers, ny=paper("text ny"))
    with monkeypatch.context() as full:
        full.setattr(os, "fsync", _no_space)
        with pytest.raises(HomeError, match=r"kunde inte skrivas \(No space left on device\)\. .* kör igen"):
            bring_up_to_date([papers], home, stages())
    assert contents(home).documents == before.documents
    assert bring_up_to_date([papers], home, stages()).added == 1
    assert check(home, stages()) == ()


def test_a_disk_that_is_full_when_the_catalogue_grows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    papers, home = indexed(tmp_path)
    before = contents(home)
    put(papers, ny=motion("KS 1", *(f"att göra {n} {'mycket ' * 200}" for n in range(200))))
    plain = sqlite3.connect

    def small(*args: object, **kwargs: object) -> sqlite3.Connection:
        connection: sqlite3.Connection = plain(*args, **kwargs)  # type: ignore[call-overload]
        (pages,) = connection.execute("pragma page_count").fetchone()
        connection.execute(f"pragma max_page_count = {pages + 20}")
        return connection

    with monkeypatch.context() as full:
        full.setattr(sqlite3, "connect", small)
        with pytest.raises(HomeError, match="full"):
            bring_up_to_date([papers], home, stages())
    assert contents(home).passages == before.passages
    assert {finding.area for finding in check(home, stages())} <= {Area.LEFTOVERS}
    assert bring_up_to_date([papers], home, stages()).added == 1
    assert check(home, stages()) == ()


def test_a_read_only_home_answers_and_refuses_batches(tmp_path: Path) -> None:
    papers, home = indexed(tmp_path)
    put(papers, ny=paper("text ny"))
    before = contents(home)
    home.root.chmod(0o555)
    try:
        with as_nobody(home.root):
            assert contents(home) == before
            assert check(home, stages()) == ()
            with pytest.raises(
                HomeError, match=r"kan inte skrivas \(Permission denied\)\. Välj en annan mapp med --home"
            ):
                bring_up_to_date([papers], home, stages())
    finally:
        home.root.chmod(0o755)


@pytest.mark.parametrize("years", [-20, 20])
def test_a_clock_that_jumps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, years: int) -> None:
    folder, home = tmp_path / "papers", Home(tmp_path / "home")
    first_papers(folder)
    bring_up_to_date([folder], home, stages())
    before = contents(home)
    now = time.time_ns
    monkeypatch.setattr(time, "time_ns", lambda: now() + years * 31_536_000_000_000_000)
    for path in folder.iterdir():
        os.utime(path, (1e9, 1e9 + years))
    report = bring_up_to_date([folder], home, stages())
    assert (report.unchanged, report.changed, report.added) == (5, 0, 0)
    put(folder, ny=paper("text ny"))
    assert bring_up_to_date([folder], home, stages()).added == 1
    (folder / "ny.pdf").unlink()
    bring_up_to_date([folder], home, stages())
    assert contents(home) == before


def _no_space(number: int) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
