"""Indexing started from the page: one run at a time, in a process of its own, so that others search meanwhile."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

from corpus.errors import BeslutsminneError, HomeBusyError
from ingest.batch.meter import Listener
from ingest.batch.report import Progress, Report

Runner = Callable[[tuple[Path, ...], Listener], Report]
"""Brings the home up to date with paths; sent to another process: a module's function or a partial of one."""


@dataclass(frozen=True, slots=True)
class Job:
    """How a run stands. `report` or `error` is there once it has ended."""

    running: bool = False
    progress: Progress | None = None
    report: Report | None = None
    error: str | None = None


class Indexing:
    """Runs one indexing at a time. Safe to call from many threads."""

    def __init__(self, runner: Runner) -> None:
        """Nothing runs yet."""
        self._runner = runner
        self._lock = threading.Lock()
        self._job = Job()

    @property
    def job(self) -> Job:
        """How the latest run stands."""
        return self._job

    def start(self, paths: tuple[Path, ...]) -> None:
        """Start a run.

        Raises:
            HomeBusyError: one is running.
        """
        with self._lock:
            if self._job.running:
                raise HomeBusyError("En inläsning pågår redan.", hint="Vänta tills den är klar.")
            self._job = Job(running=True)
        threading.Thread(target=self._follow, args=(paths,), daemon=True).start()

    def _follow(self, paths: tuple[Path, ...]) -> None:
        ended = None
        try:
            # spawn: a fork after the model's threads have started hangs
            context = get_context("spawn")
            receiving, sending = context.Pipe(duplex=False)
            process = context.Process(target=_work, args=(self._runner, paths, sending))
            process.start()
            sending.close()
            ended = self._receive(receiving)
            process.join()
        finally:
            # only now may the next run start: its state is not to be mixed up with this one's
            self._job = ended or Job(error="Inläsningen avbröts oväntat. Det som redan var skrivet gäller; kör igen.")

    def _receive(self, receiving: Connection) -> Job | None:
        """Show progress until the process ends; how it ended, None if it did not say."""
        ended = None
        while True:
            try:
                told: Progress | Report | str = receiving.recv()
            except EOFError:
                return ended
            if isinstance(told, Progress):
                self._job = Job(running=True, progress=told)
            else:
                ended = Job(report=told) if isinstance(told, Report) else Job(error=told)


def _work(runner: Runner, paths: tuple[Path, ...], sending: Connection) -> None:
    try:
        sending.send(runner(paths, sending.send))
    except BeslutsminneError as error:
        sending.send(str(error))
    finally:
        sending.close()
