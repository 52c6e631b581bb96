"""The `index` command itself, with its readers, Tesseract and model, killed and interrupted; writes
bench/results/command_faults.md and .json.

bench/faults.py aims at the points where state changes, with readings and vectors made beforehand; here nothing is made
beforehand, and SIGKILL or SIGINT (to all processes of the command, as a terminal's Ctrl-C) comes at a random time.
After each: how long the command took to end, a check of what is there, the next `index`, a check again, and all that a
reader sees beside what an undisturbed command leaves. Vectors count as equal at a cosine of 0.999: one text computed
beside others of another length differs in the last bits of bf16.

    python -m bench.command_faults [--kills 40] [--interrupts 12] [--seed 1] [--models FOLDER]
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np

from bench.fault_home import change_papers, first_papers
from corpus.home import Home
from index.embedding import FOLDER_NAME
from tests.ingest.batch.contents import Contents, contents
from ui.batching import bring_home_up_to_date, check_home
from ui.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "bench" / "results"
MODELS = ROOT / ".cache" / "models"
LEAST_COSINE = 0.999
LEFTOVERS = {"rester", "sökindexet mot katalogen"}
EARLIEST = 0.3
"""Seconds; before that the command is still importing, and there is nothing to disturb."""


@dataclass(frozen=True, slots=True)
class Disturbed:
    """One command: the signal, when it came, how the command ended and how long after, and what was found."""

    signal: str
    moment: float
    status: int
    seconds_to_end: float
    found_first: tuple[str, ...]
    found_after: tuple[str, ...]
    same: bool

    @property
    def survived(self) -> bool:
        """Nothing but leftovers at first, nothing after the next command, and the same contents."""
        return set(self.found_first) <= LEFTOVERS and not self.found_after and self.same


@dataclass(frozen=True, slots=True)
class Ground:
    """The papers, the home before the command, and what an undisturbed command leaves and takes."""

    papers: Path
    before: Home
    models: Path
    expected: Contents
    seconds: float


def main() -> int:
    """Run all of it; exit status 1 if anything was lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=40)
    parser.add_argument("--interrupts", type=int, default=12)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--models", type=Path, default=MODELS)
    given = parser.parse_args()
    chance = random.Random(given.seed)
    with tempfile.TemporaryDirectory() as folder:
        ground = prepared(Path(folder), given.models)
        signals = [signal.SIGKILL] * given.kills + [signal.SIGINT] * given.interrupts
        runs = [disturbed(ground, sent, chance.uniform(EARLIEST, ground.seconds)) for sent in signals]
    record = {"seconds": round(ground.seconds, 2), "runs": [asdict(run) for run in runs]}
    (RESULTS / "command_faults.json").write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", "utf-8")
    (RESULTS / "command_faults.md").write_text(table(runs, ground.seconds), "utf-8")
    print(table(runs, ground.seconds))
    return int(not all(run.survived for run in runs))


def prepared(folder: Path, models: Path) -> Ground:
    """Index some papers, then let some come, change, move and go; the undisturbed command runs three times."""
    papers, before = folder / "papers", Home(folder / "before")
    first_papers(papers)
    bring_home_up_to_date([papers], Settings(home=before, models=models))
    change_papers(papers)
    seconds = []
    for number in range(3):
        home = Home(folder / f"undisturbed{number}")
        shutil.copytree(before.root, home.root)
        start = time.monotonic()
        assert _started(papers, home, models).wait() == 0
        seconds.append(time.monotonic() - start)
    return Ground(papers, before, models, contents(home, model=FOLDER_NAME), statistics.median(seconds))


def disturbed(ground: Ground, sent: signal.Signals, moment: float) -> Disturbed:
    """Disturb one command, look, run the next, look again."""
    home = Home(ground.before.root.with_name("disturbed"))
    shutil.copytree(ground.before.root, home.root)
    process = _started(ground.papers, home, ground.models)
    try:
        process.wait(moment)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, sent)
    start = time.monotonic()
    status = process.wait()
    ended = time.monotonic() - start
    settings = Settings(home=home, models=ground.models)
    first = _problems(settings)
    bring_home_up_to_date([ground.papers], settings)
    after = _problems(settings)
    same = alike(contents(home, model=FOLDER_NAME), ground.expected)
    shutil.rmtree(home.root)
    run = Disturbed(sent.name, round(moment, 2), status, round(ended, 2), first, after, same)
    print(run, file=sys.stderr)
    return run


def alike(found: Contents, expected: Contents) -> bool:
    """The same, vectors up to LEAST_COSINE."""
    bare = [replace(one, passages=tuple((passage, b"") for passage, _ in one.passages)) for one in (found, expected)]
    pairs = zip(found.passages, expected.passages, strict=False)
    return bare[0] == bare[1] and all(_cosine(a, b) >= LEAST_COSINE for (_, a), (_, b) in pairs)


def table(runs: Sequence[Disturbed], seconds: float) -> str:
    """The results as Markdown."""
    lines = [
        "# The index command killed and interrupted",
        "",
        "`python -m bench.command_faults`: readers, Tesseract and model as they are, nothing made beforehand. The",
        f"command takes {seconds:.1f} s undisturbed; the signal came at a random time from {EARLIEST} s on. *Ended*:",
        "it was done before the signal came. A status of −2 is that of a command on its way out already.",
        "",
        "| signal | times | ended | s to end: median, most | left to tidy | clean after the next | same contents |",
        "|---|---|---|---|---|---|---|",
    ]
    for name, words in (("SIGKILL", "SIGKILL"), ("SIGINT", "SIGINT (Ctrl-C)")):
        some = [run for run in runs if run.signal == name]
        if not some:
            continue
        hit = [run.seconds_to_end for run in some if run.status != 0] or [0.0]
        left = Counter(area for run in some for area in run.found_first)
        told = ", ".join(f"{area} {count}" for area, count in sorted(left.items())) or "–"
        clean, same = sum(not run.found_after for run in some), sum(run.same for run in some)
        times = f"{len(some)} | {sum(run.status == 0 for run in some)} | {statistics.median(hit):.2f}, {max(hit):.2f}"
        lines.append(f"| {words} | {times} | {told} | {clean} | {same} |")
    lines += ["", "Each SIGINT: " + _each(run for run in runs if run.signal == "SIGINT") + "."]
    return "\n".join(lines) + "\n"


def _each(runs: Iterable[Disturbed]) -> str:
    told = (f"at {run.moment} s, {run.seconds_to_end} s, status {run.status}" for run in runs)
    return "; ".join(told)


def _started(papers: Path, home: Home, models: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "beslutsminne", "index", str(papers), "--home", str(home.root)]
    environment = {**os.environ, "BESLUTSMINNE_MODELS": str(models)}
    quiet = subprocess.DEVNULL
    return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=quiet, stderr=quiet, start_new_session=True)


def _problems(settings: Settings) -> tuple[str, ...]:
    return tuple(sorted({finding.area.value for finding in check_home(settings, repair=False)}))


def _cosine(a: bytes, b: bytes) -> float:
    first, second = (np.frombuffer(one, "<f2").astype(np.float32) for one in (a, b))
    return float(first @ second / (np.linalg.norm(first) * np.linalg.norm(second)))


if __name__ == "__main__":
    sys.exit(main())
