"""Runs one step of a peer in its own process, and watches how much memory its process tree takes."""

from __future__ import annotations

import subprocess
import tempfile
import threading
import time
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

import psutil

from bench.peers.roster import OURS
from bench.peers.tasks import Task, Told, read_told, write_task

ROOT = Path(__file__).resolve().parents[2]
WATCH_EVERY = 0.25
PAPERS, COPIES = "papers", "files"
"""Folders of PDFs: those that are indexed, which no peer keeps itself, and the copies that a home keeps."""


class StepError(Exception):
    """A step ended badly; the message is the end of what it said."""


@dataclass(frozen=True, slots=True)
class Pythons:
    """The interpreter of the program's environment, and that of the peers'."""

    ours: Path
    peers: Path

    def of(self, name: str) -> Path:
        """Which one runs a peer."""
        return self.ours if name == OURS else self.peers


@dataclass(frozen=True, slots=True)
class Runner:
    """What every step needs: interpreters and the model's folder."""

    pythons: Pythons
    model: Path

    def run(self, step: str, peer: str, folder: Path, task: Task) -> Told:
        """Run one step to its end; the folder is made if need be."""
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory() as between:
            asked, told, said = (Path(between) / name for name in ("task.json", "told.json", "said.txt"))
            write_task(task, asked)
            command = [str(self.pythons.of(peer)), "-m", "bench.peers.worker", step, "--peer", peer]
            command += ["--folder", str(folder), "--model", str(self.model), "--task", str(asked), "--told", str(told)]
            with said.open("w") as out:
                began = ["--began", str(time.time())]
                process = subprocess.Popen([*command, *began], cwd=ROOT, stdout=out, stderr=subprocess.STDOUT)
                watch = Watch(process.pid)
                code = process.wait()
                peak = watch.stop()
            if code != 0 or not told.exists():
                raise StepError(f"{peer}: {step} ended with {code}:\n{said.read_text('utf-8', 'replace')[-2000:]}")
            return replace(read_told(told), peak_bytes=peak)


class Watch:
    """Samples the proportional set size of a process and its children until stopped."""

    def __init__(self, pid: int) -> None:
        """Begin."""
        self._pid = pid
        self._peak = 0
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def stop(self) -> int:
        """End, and give the largest sum seen, in bytes."""
        self._ended.set()
        self._thread.join()
        return self._peak

    def _watch(self) -> None:
        while not self._ended.wait(WATCH_EVERY):
            self._peak = max(self._peak, tree_bytes(self._pid))


def tree_bytes(pid: int) -> int:
    """Proportional set size of a process and all below it: pages that several share are counted once."""
    total = 0
    with suppress(psutil.Error):
        whole = psutil.Process(pid)
        for process in (whole, *whole.children(recursive=True)):
            with suppress(psutil.Error):
                total += process.memory_full_info().pss
    return total


def folder_bytes(folder: Path, *, of: str | None = None) -> int:
    """What a peer keeps on disk, or what of it lies in folders called `of`; the PDFs that are indexed are left out."""
    files = ((path, path.relative_to(folder).parts[:-1]) for path in folder.rglob("*") if path.is_file())
    kept = (path for path, parts in files if PAPERS not in parts and (of is None or of in parts))
    return sum(path.stat().st_size for path in kept)
