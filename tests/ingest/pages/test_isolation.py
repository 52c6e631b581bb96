from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.errors import UnreadableCode, UnreadableError
from corpus.reading import Reading
from ingest.pages import isolation
from ingest.pages.isolation import Worker, WorkerPool, read_isolated, read_many
from ingest.pages.options import ReadOptions

MADE = Path(__file__).parent / "made"
MakePdf = Callable[..., Path]
QUICK = ReadOptions(ocr=False)


def code_of(worker: Worker, name: str, options: ReadOptions = QUICK) -> UnreadableCode | None:
    """Why a made file could not be read; None if it could."""
    try:
        worker.read(MADE / f"{name}.pdf", options)
    except UnreadableError as error:
        return error.code
    return None


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("tom_fil", UnreadableCode.EMPTY),
        ("html_som", UnreadableCode.NOT_PDF),
        ("noll_sidor", UnreadableCode.NO_PAGES),
        ("avhuggen", UnreadableCode.DAMAGED),
        ("krypt_anvandare", UnreadableCode.PASSWORD),
        ("krypt_agare", None),
        ("krypt_rc4", None),
        ("trasig_xref", None),
        ("skrap_fore", None),
        ("fi_outlineloop", None),
        ("fi_strukturloop", None),
        ("fi_sidloop", None),
        ("utan_tounicode", None),
    ],
)
def test_each_file_is_read_or_failed_with_a_reason_of_its_own(name: str, code: UnreadableCode | None) -> None:
    worker = Worker()
    assert code_of(worker, name) is code
    worker.close()


@pytest.mark.parametrize("name", ["fi_bomb", "fi_rekursiv", "fi_exponentiell"])
def test_a_file_that_eats_memory_or_crashes_is_one_failed_file(name: str) -> None:
    worker = Worker()
    start = time.monotonic()
    assert code_of(worker, name, replace(QUICK, memory_mb=400)) in (
        UnreadableCode.MEMORY,
        UnreadableCode.CRASH,
        UnreadableCode.TIMEOUT,
    )
    assert time.monotonic() - start < 25
    assert code_of(worker, "ligatur") is None
    worker.close()


def test_an_interrupt_from_the_terminal_does_not_reach_the_worker_and_closing_ends_what_it_started() -> None:
    worker = Worker()
    assert code_of(worker, "ligatur") is None
    process = worker._process
    assert process is not None
    assert os.getpgid(process.pid) == process.pid != os.getpgid(0)
    os.kill(process.pid, signal.SIGINT)
    assert code_of(worker, "ligatur") is None
    assert worker._process is process
    beside = subprocess.Popen(["sleep", "60"], process_group=process.pid)
    worker.close()
    assert beside.wait(5) == -signal.SIGKILL


def test_a_million_characters_are_read_in_time() -> None:
    worker = Worker()
    assert code_of(worker, "fi_miljontecken") is None
    worker.close()


def test_a_file_that_takes_too_long_is_given_up(pdf: MakePdf) -> None:
    worker = Worker()
    worker.read(pdf([(70, 100, 11, "Motionen")]), QUICK)
    path = pdf(*[[(70, 100, 11, "Motionen")]] * 400, name="lang.pdf")
    with pytest.raises(UnreadableError) as caught:
        worker.read(path, ReadOptions(seconds=0.05, page_seconds=0.00001))
    assert caught.value.code is UnreadableCode.TIMEOUT
    assert worker.read(path, QUICK).page_sizes[399] == (595.0, 842.0)
    worker.close()


def test_too_many_pages(pdf: MakePdf) -> None:
    path = pdf([(70, 100, 11, "ett")], [(70, 100, 11, "två")])
    with pytest.raises(UnreadableError) as caught:
        read_isolated(path, ReadOptions(most_pages=1))
    assert caught.value.code is UnreadableCode.TOO_LARGE


def test_a_worker_serves_many_files_and_is_replaced(pdf: MakePdf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(isolation, "FILES_PER_WORKER", 2)
    worker = Worker()
    path = pdf([(70, 100, 11, "Motionen")])
    processes = []
    for _ in range(3):
        worker.read(path, QUICK)
        assert worker._process is not None
        processes.append(worker._process.pid)
    assert processes[0] == processes[1] != processes[2]
    worker.close()


def test_threads_share_the_pool(pdf: MakePdf) -> None:
    path = pdf([(70, 100, 11, "Motionen avslås.")])
    with ThreadPoolExecutor(4) as threads:
        readings = list(threads.map(lambda _: read_isolated(path, QUICK), range(8)))
    assert {reading.paragraphs[0].text for reading in readings} == {"Motionen avslås."}


def test_many_come_as_they_are_done(pdf: MakePdf, tmp_path: Path) -> None:
    good = [pdf([(70, 100, 11, f"Motion {k}")], name=f"{k}.pdf") for k in range(5)]
    bad = tmp_path / "tom.pdf"
    bad.write_bytes(b"")
    done = dict(read_many([*good, bad], QUICK, workers=2))
    assert set(done) == {*good, bad}
    assert isinstance(done[bad], UnreadableError)
    assert [done[path].paragraphs[0].text for path in good if isinstance(done[path], Reading)] == [  # type: ignore[union-attr]
        f"Motion {k}" for k in range(5)
    ]


def test_a_given_pools_workers_outlive_the_reading_but_not_a_broken_off_one(pdf: MakePdf) -> None:
    path, pool = pdf([(70, 100, 11, "Motionen")]), WorkerPool()
    assert len(list(read_many([path], QUICK, workers=1, pool=pool))) == 1
    (worker,) = pool._all
    process = worker._process
    assert len(list(read_many([path], QUICK, workers=1, pool=pool))) == 1
    assert pool._all == [worker]
    assert worker._process is process is not None
    broken_off = read_many([path] * 3, QUICK, workers=1, pool=pool)
    next(broken_off)
    broken_off.close()  # type: ignore[attr-defined]
    assert pool._all == []
    assert process.poll() is not None


def test_few_paths_are_taken_ahead(pdf: MakePdf) -> None:
    path = pdf([(70, 100, 11, "Motionen")])
    taken = 0

    def paths() -> object:
        nonlocal taken
        for _ in range(50):
            taken += 1
            yield path

    many = read_many(paths(), QUICK, workers=1)  # type: ignore[arg-type]
    next(many)
    assert taken <= 3
    many.close()  # type: ignore[attr-defined]


def test_a_worker_that_is_killed_is_a_crash(pdf: MakePdf) -> None:
    worker = Worker()
    path = pdf([(70, 100, 11, "Motionen")])
    worker.read(path, QUICK)
    assert worker._process is not None
    os.kill(worker._process.pid, 9)
    with pytest.raises(UnreadableError) as caught:
        worker.read(path, QUICK)
    assert caught.value.code is UnreadableCode.CRASH
    assert worker.read(path, QUICK).paragraphs[0].text == "Motionen"
    worker.close()
