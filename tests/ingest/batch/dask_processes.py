"""A Dask scheduler and workers as processes on loopback, killed by process id; and the model that tests embed with."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

ROOT = Path(__file__).resolve().parents[3]


class LengthEmbedder:
    """A model that places a text by its length, slowly if asked."""

    def __init__(self, name: str = "längd", *, turned: float = 0.0, seconds: float = 0.0) -> None:
        self.name = name
        self.dim = 2
        self._turned = turned
        self._seconds = seconds

    def passages(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        time.sleep(self._seconds)
        angles = np.array([len(text) / 100 + self._turned for text in texts], np.float32)
        return np.stack([np.cos(angles), np.sin(angles)], axis=1)


class DaskProcesses:
    """One scheduler and its workers."""

    def __init__(self, folder: Path, *, workers: int) -> None:
        self._file = folder / "scheduler.json"
        # only the launcher is on the path: the preload must find the rest
        (folder / "path").mkdir()
        (folder / "path" / "beslutsminne").symlink_to(ROOT / "beslutsminne")
        self._folder = folder
        self.scheduler = self._start("dask_scheduler", "--host", "127.0.0.1", "--port", "0")
        self._wait_for_file()
        self.workers = [self.add_worker() for _ in range(workers)]

    @property
    def address(self) -> str:
        return str(json.loads(self._file.read_text())["address"])

    def add_worker(self) -> subprocess.Popen[bytes]:
        return self._start("dask_worker", "--no-nanny", "--nthreads", "1")

    def close(self) -> None:
        for process in (*self.workers, self.scheduler):
            process.send_signal(signal.SIGKILL)
            process.wait()

    def _start(self, command: str, *arguments: str) -> subprocess.Popen[bytes]:
        log = (self._folder / f"{command}.log").open("ab")
        line = [
            sys.executable,
            "-m",
            f"distributed.cli.{command}",
            "--scheduler-file",
            str(self._file),
            "--no-dashboard",
            "--preload",
            "beslutsminne.worker",
        ]
        path = {**os.environ, "PYTHONPATH": str(self._folder / "path")}
        return subprocess.Popen([*line, *arguments], cwd=self._folder, env=path, stdout=log, stderr=log)

    def _wait_for_file(self) -> None:
        for _ in range(300):
            if self._file.exists() and self._file.read_text().endswith("}"):
                return
            time.sleep(0.1)
        raise AssertionError((self._folder / "dask_scheduler.log").read_text())
