"""What small rounds cost through the `index` command, and indexing the sample from nothing; writes
bench/results/rounds.md and .json.

Each round is a process of its own: from nothing without ten papers, nothing changed, the ten added, one removed, the
other nine removed. Wall clock and processor seconds, reading processes included; medians. With `--beside`, another
checkout of the program takes turns with this one on a home of its own.

    python -m bench.rounds [--times 3] [--beside NAME=CHECKOUT] [--models FOLDER]
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench.machine import machine

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "bench" / "results"
SAMPLE = ROOT / "corpus" / "documents"
MODELS = ROOT / ".cache" / "models"
Figures = dict[str, dict[str, list[tuple[float, float]]]]
"""By round and program: (wall, processor) seconds of each time."""


@dataclass(frozen=True, slots=True)
class Program:
    """A checkout, with its home and its papers."""

    name: str
    checkout: Path
    folder: Path

    def index(self, models: Path) -> tuple[float, float]:
        """(wall, processor) seconds of one `index` command."""
        paths = ["index", str(self.folder / "papers"), "--home", str(self.folder / "home")]
        environment = {**os.environ, "BESLUTSMINNE_MODELS": str(models)}
        before, start = _children(), time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "beslutsminne", *paths],
            cwd=self.checkout,
            env=environment,
            check=True,
            capture_output=True,
        )
        return time.perf_counter() - start, _children() - before


def main() -> None:
    """Measure, and write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--beside", metavar="NAME=CHECKOUT")
    parser.add_argument("--models", type=Path, default=MODELS)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        programs = [Program("now", ROOT, Path(folder) / "now")]
        if given.beside:
            name, checkout = given.beside.split("=", 1)
            programs.insert(0, Program(name, Path(checkout), Path(folder) / "beside"))
        figures = measured(programs, given.times, given.models)
    (RESULTS / "rounds.json").write_text(json.dumps(figures, indent=1) + "\n", "utf-8")
    (RESULTS / "rounds.md").write_text(table(figures, [program.name for program in programs]), "utf-8")
    print(table(figures, [program.name for program in programs]))


def measured(programs: Sequence[Program], times: int, models: Path) -> Figures:
    """All rounds, the programs taking turns within each."""
    figures: Figures = defaultdict(lambda: defaultdict(list))

    def round_(label: str) -> None:
        for program in programs:
            figures[label][program.name].append(program.index(models))

    papers = sorted(SAMPLE.glob("*.pdf"))
    ten = papers[5::11][:10]
    for program in programs:
        (program.folder / "papers").mkdir(parents=True)
    _put(programs, [path for path in papers if path not in ten])
    round_(f"{len(papers) - len(ten)} papers, from nothing")
    for _ in range(times):
        round_("nothing changed")
        _put(programs, ten)
        round_("ten papers added")
        _remove(programs, ten[:1])
        round_("one paper removed")
        _remove(programs, ten[1:])
        round_("nine papers removed")
    return figures


def table(figures: Figures, names: Sequence[str]) -> str:
    """Medians as Markdown."""
    columns = [f"{name}: {what}" for what in ("wall s", "processor s") for name in names]
    lines = [
        "# Small rounds through the index command",
        "",
        "`python -m bench.rounds`: the sample collection; each round is a whole command, its start included; medians"
        f" of {max(len(one) for of in figures.values() for one in of.values())} (from nothing: once).",
        "",
        machine(),
        "",
        f"| round | {' | '.join(columns)} |",
        f"|---|{'---|' * len(columns)}",
    ]
    for label, of in figures.items():
        cells = [f"{median(pair[which] for pair in of[name]):.2f}" for which in (0, 1) for name in names]
        lines.append(f"| {label} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _put(programs: Sequence[Program], papers: Sequence[Path]) -> None:
    for program in programs:
        for path in papers:
            shutil.copy2(path, program.folder / "papers" / path.name)


def _remove(programs: Sequence[Program], papers: Sequence[Path]) -> None:
    for program in programs:
        for path in papers:
            (program.folder / "papers" / path.name).unlink()


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
