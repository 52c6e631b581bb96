"""Kills a batch 200 times and breaks what can be broken around it; writes bench/results/faults.md and faults.json.

Real papers, related, analysed and indexed as the program does it. They are read in processes of their own the first
time and remembered (reading leaves nothing behind), and the vectors are made from hashes (bench/hashed_stages.py).
Half of the kills come at a commit, fsync, rename or removal (the points of tests/ingest/batch/faulty_batch.py, evenly
spread), half at a random time. After each: a check of what is there, the next batch, a check again, and a comparison
of all that a reader sees with what an undisturbed batch leaves.

    python -m bench.faults [--kills 200] [--seed 1]
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from dataclasses import asdict, dataclass
from pathlib import Path

from bench.fault_cases import FaultCase, fault_cases
from bench.fault_home import Setting, contents_of, fault_stages, fresh_setting, problems
from corpus.home import Home
from index.faiss_store import one_core
from ingest.batch.pipeline import bring_up_to_date
from tests.ingest.batch.faulty_batch import run_batch

RESULTS = Path(__file__).parent / "results"


@dataclass(frozen=True, slots=True)
class Kill:
    """One kill: where or when, whether it came before the end, and what was found afterwards."""

    kind: str
    moment: float
    killed: bool
    found_first: tuple[str, ...]
    found_after: tuple[str, ...]
    same: bool

    @property
    def survived(self) -> bool:
        """Nothing but leftovers at first, nothing after the next batch, and the same contents."""
        return set(self.found_first) <= {"rester", "sökindexet mot katalogen"} and not self.found_after and self.same


def main() -> int:
    """Run all of it; exit status 1 if anything was lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    one_core()  # a forked process waits for ever for the threads that FAISS had in this one
    with tempfile.TemporaryDirectory() as folder:
        setting = fresh_setting(Path(folder))
        points, seconds = undisturbed(setting)
        kills = [one_kill(setting, number, args, points, seconds) for number in range(args.kills)]
        cases = fault_cases(setting)
    RESULTS.mkdir(exist_ok=True)
    record = {"points": points, "seconds": round(seconds, 2), "kills": [asdict(kill) for kill in kills]}
    record["cases"] = [asdict(case) for case in cases]
    (RESULTS / "faults.json").write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", "utf-8")
    (RESULTS / "faults.md").write_text(table(kills, cases, points, seconds), "utf-8")
    print((RESULTS / "faults.md").read_text("utf-8"))
    return int(not all(kill.survived for kill in kills) or not all(case.held for case in cases))


def undisturbed(setting: Setting) -> tuple[int, float]:
    """(points, median seconds) of batches that nobody disturbs."""
    runs = []
    for number in range(3):
        started = time.monotonic()
        points = run(setting.copy(f"undisturbed{number}"), setting.papers, 0)
        runs.append((time.monotonic() - started, points))
    return max(points for _, points in runs), sorted(runs)[1][0]


def one_kill(setting: Setting, number: int, args: argparse.Namespace, points: int, seconds: float) -> Kill:
    """Kill one batch, look, run the next, look again."""
    home = setting.copy(f"kill{number}")
    chance = random.Random(args.seed * 1000 + number)
    if number % 2:
        kind, moment = "time", chance.uniform(0.0, seconds)
        killed = run(home, setting.papers, 0, seconds=moment) < 0
    else:
        kind, moment = "point", float(1 + (number // 2) * points // max(1, args.kills // 2))
        killed = run(home, setting.papers, int(moment)) < 0
    first = problems(home) if home.catalogue.is_file() else ()
    bring_up_to_date([setting.papers], home, fault_stages(home))
    after = problems(home)
    same = contents_of(home) == setting.expected
    shutil.rmtree(home.root)
    print(
        f"{number + 1:4d} {kind} {moment:8.2f} {'killed' if killed else 'ended'} {first} {after} {same}",
        file=sys.stderr,
    )
    return Kill(kind, round(moment, 3), killed, first, after, same)


def run(home: Home, papers: Path, point: int, *, seconds: float | None = None) -> int:
    """Run the batch in a process of its own to its end, its point, or for so long; gives the points passed, or −9.

    The process is forked from this one, where everything is loaded, so that kills hit the batch and not its imports.
    """
    told = home.root.with_suffix(".points")
    child = os.fork()
    if not child:
        try:
            told.write_text(str(run_batch(fault_stages(home), home, papers, point)))
            os._exit(0)
        finally:
            os._exit(1)
    end = None if seconds is None else time.monotonic() + seconds
    while True:
        ended, status = os.waitpid(child, 0 if end is None else os.WNOHANG)
        if ended:
            break
        if end is not None and time.monotonic() >= end:
            os.kill(child, signal.SIGKILL)
            end = None
        time.sleep(0.002)
    code = os.waitstatus_to_exitcode(status)
    if code not in (0, -signal.SIGKILL):
        raise RuntimeError(f"the batch ended with {code}")
    return int(told.read_text()) if code == 0 else code


def table(kills: list[Kill], cases: tuple[FaultCase, ...], points: int, seconds: float) -> str:
    """The results as Markdown."""
    lines = [
        "# A batch killed and otherwise disturbed",
        "",
        f"`python -m bench.faults --kills {len(kills)}`: real papers, read beforehand, hashed vectors; an undisturbed "
        f"batch passes {points} commits, fsyncs, renames and removals and takes {seconds:.1f} s.",
        "",
        "| killed | times | before the end | whole at once | left to tidy | clean after the next | same contents |",
        "|---|---|---|---|---|---|---|",
    ]
    for kind, words in (("point", "at a commit, fsync, rename or removal"), ("time", "at a random time")):
        some = [kill for kill in kills if kill.kind == kind]
        whole = sum(not set(kill.found_first) - {"rester", "sökindexet mot katalogen"} for kill in some)
        left = Counter(area for kill in some for area in set(kill.found_first))
        told = ", ".join(f"{area} {count}" for area, count in sorted(left.items())) or "–"
        clean = sum(not kill.found_after for kill in some)
        counts = f"{sum(kill.killed for kill in some)} | {whole} | {told} | {clean} | {sum(kill.same for kill in some)}"
        lines.append(f"| {words} | {len(some)} | {counts} |")
    lines += ["", "| what else | what happened | held |", "|---|---|---|"]
    lines += [f"| {case.what} | {case.happened} | {'yes' if case.held else 'NO'} |" for case in cases]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
