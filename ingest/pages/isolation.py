"""Reads PDFs in processes of their own, with limits: a file that hangs, crashes or eats memory is one failed file.

A worker serves many files, so that its start (0.3 s) is paid once; it is replaced after a crash or timeout.
"""

from __future__ import annotations

import atexit
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Any

from corpus.errors import UnreadableCode, UnreadableError
from corpus.reading import Reading
from ingest.pages.options import DEFAULTS, Progress, ReadOptions, silent
from ingest.pages.worker import MEMORY_HINT, TOO_MUCH_MEMORY, memory_message, read_frame, write_frame

FILES_PER_WORKER = 200
"""Files after which a worker is replaced, so that a library's leaks stay small."""
_START = "import sys; sys.path.insert(0, sys.argv[1]); from ingest.pages.worker import main; main()"
_ROOT = Path(__file__).resolve().parents[2]


class Worker:
    """One reading process; serves one file at a time. Start it by reading, end it with `close`."""

    def __init__(self) -> None:
        """Start nothing yet."""
        self._process: subprocess.Popen[bytes] | None = None
        self._answers: queue.SimpleQueue[Any] = queue.SimpleQueue()
        self._options: ReadOptions | None = None
        self._served = 0

    def read(self, path: Path, options: ReadOptions, progress: Progress = silent) -> Reading:
        """Read one PDF within the options' limits; raise UnreadableError with its code."""
        process = self._running()
        start = time.monotonic()
        deadline = start + options.seconds
        try:
            write_frame(process.stdin, (str(path), None if options is self._options else options))  # type: ignore[arg-type]
            self._options = options
            while True:
                answer = self._answers.get(timeout=max(0.0, deadline - time.monotonic()))
                if answer is None:
                    raise self._ended(options)
                kind, *rest = answer
                if kind == "opened":
                    deadline += rest[0] * options.page_seconds
                elif kind == "progress":
                    progress(rest[0], rest[1])
                    deadline += _more_time(rest[0], rest[1], options)
                else:
                    break
        except queue.Empty:
            self.close()
            raise _timeout(time.monotonic() - start) from None
        except OSError:
            raise self._ended(options) from None
        self._served += 1
        if kind == "unreadable":
            raise UnreadableError(rest[0], rest[1], hint=rest[2])
        reading: Reading = rest[0]
        return reading

    def close(self) -> None:
        """End the process at once."""
        process, self._process = self._process, None
        if process is not None:
            if process.returncode is None:
                with suppress(ProcessLookupError):
                    os.killpg(process.pid, signal.SIGKILL)  # and the Tesseract that it may have running
            process.wait()
            for pipe in (process.stdin, process.stdout):
                if pipe:
                    pipe.close()
        self._options = None
        self._served = 0

    def _running(self) -> subprocess.Popen[bytes]:
        if self._served >= FILES_PER_WORKER:
            self.close()
        if self._process is None:
            self._process = subprocess.Popen(
                [sys.executable, "-c", _START, str(_ROOT)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                process_group=0,  # its own, which a terminal's Ctrl-C does not reach
            )
            self._answers = queue.SimpleQueue()
            threading.Thread(target=_forward, args=(self._process.stdout, self._answers), daemon=True).start()
        return self._process

    def _ended(self, options: ReadOptions) -> UnreadableError:
        """The process is gone: why."""
        status = self._process.wait() if self._process else 0
        self.close()
        if status == TOO_MUCH_MEMORY:
            return UnreadableError(UnreadableCode.MEMORY, memory_message(options.memory_mb), hint=MEMORY_HINT)
        return UnreadableError(
            UnreadableCode.CRASH,
            f"PDF-filen fick läsaren att krascha (kod {status}).",
            hint="Öppna den i en PDF-läsare och spara om den.",
        )


def _forward(pipe: Any, answers: queue.SimpleQueue[Any]) -> None:
    """Move frames from a worker's pipe to a queue, which can be waited on with a time limit on every system."""
    try:
        while True:
            answers.put(read_frame(pipe))
    except (EOFError, OSError, ValueError):
        answers.put(None)


def _more_time(done: int, total: int, options: ReadOptions) -> float:
    """Pages are recognised `ocr_parallel` at a time; the first report grants the time for all that is to come."""
    rounds = -(-total // options.ocr_parallel)
    return 0.0 if done else rounds * options.ocr_page_seconds


def _timeout(seconds: float) -> UnreadableError:
    return UnreadableError(
        UnreadableCode.TIMEOUT,
        f"Läsningen tog mer än {seconds:.0f} s och avbröts.",
        hint="Höj tidsgränsen om filen är stor.",
    )


class WorkerPool:
    """Workers that wait for the next file, to be used from many threads."""

    def __init__(self) -> None:
        """Start with none."""
        self._idle: list[Worker] = []
        self._all: list[Worker] = []
        self._lock = threading.Lock()

    def read(self, path: Path, options: ReadOptions, progress: Progress = silent) -> Reading:
        """Read with an idle worker, or a new one."""
        with self._lock:
            worker = self._idle.pop() if self._idle else Worker()
            if worker not in self._all:
                self._all.append(worker)
        try:
            return worker.read(path, options, progress)
        finally:
            with self._lock:
                self._idle.append(worker)

    def close(self) -> None:
        """End all workers at once, also those at work."""
        with self._lock:
            workers, self._all, self._idle = self._all, [], []
        for worker in workers:
            worker.close()


_pool = WorkerPool()
atexit.register(_pool.close)


def read_isolated(path: Path, options: ReadOptions = DEFAULTS, *, progress: Progress = silent) -> Reading:
    """Read one PDF in a process of its own (one that waits, if there is one); raise UnreadableError with its code."""
    return _pool.read(path, options, progress)


def read_many(
    paths: Iterable[Path], options: ReadOptions = DEFAULTS, *, workers: int = 2, pool: WorkerPool | None = None
) -> Iterator[tuple[Path, Reading | UnreadableError]]:
    """Read PDFs with several workers; each comes as soon as it is done. At most `2 * workers` paths are taken ahead.

    The workers end with the reading, unless they are of a `pool` that is given; those too if it is broken off.
    """
    kept, pool = pool is not None, pool or WorkerPool()
    waiting: dict[Future[Reading], Path] = {}
    left = iter(paths)
    with ThreadPoolExecutor(workers) as threads:
        try:
            while True:
                for path in islice(left, 2 * workers - len(waiting)):
                    waiting[threads.submit(pool.read, path, options)] = path
                if not waiting:
                    return
                for done in wait(waiting, return_when=FIRST_COMPLETED).done:
                    path = waiting.pop(done)
                    error = done.exception()
                    if error is not None and not isinstance(error, UnreadableError):
                        raise error
                    yield path, error if isinstance(error, UnreadableError) else done.result()
        finally:
            for future in waiting:
                future.cancel()
            if waiting or not kept:
                pool.close()
