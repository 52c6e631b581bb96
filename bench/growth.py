"""What it costs to add ten papers to a home that holds 1,000 to 200,000 passages; writes bench/results/growth.*.

Ten real papers of the sample collection are added to, and removed from, a home that grows between. What it grows by are
made documents of fifty passages each (words of the sample, shuffled; three documents a case), with a file on disk
each, so that looking, relating, writing and the engine's files are all at scale. Vectors are made from hashes
(bench/hashed_stages.py): the model's own time is that of the ten papers' passages and does not depend on the size.

    python -m bench.growth [--sizes 1000,5000,20000,50000,100000,200000]
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from bench.growth_plot import plot
from bench.hashed_stages import hashed_stages
from bench.made_documents import MadeCollection
from corpus.catalogue import Catalogue
from corpus.home import Home
from ingest.batch.meter import Listener
from ingest.batch.pipeline import bring_up_to_date
from ingest.batch.report import Phase, Progress

RESULTS = Path(__file__).parent / "results"
SAMPLE = Path(__file__).resolve().parent.parent / "corpus" / "documents"
TEN = (
    "motion-c-laddstolpar*",
    "motion-kd-hundrastgard*",
    "motion-sd-alla*",
    "motion-l-hundrast*",
    "protokoll-kf-2022*",
)
SIZES = "1000,5000,20000,50000,100000,200000"


@dataclass(frozen=True, slots=True)
class Point:
    """Seconds at one size: adding ten papers, removing them, and a batch that finds nothing to do, by the wall clock;
    the steps of adding in processor seconds of the batch's own process (reading goes on in others)."""

    passages: int
    documents: int
    add: float
    looking: float
    reading: float
    deriving: float
    embedding: float
    writing_and_sync: float
    remove: float
    unchanged: float


class Laps:
    """Processor seconds of the batch's own process in each step, by its progress events."""

    STEPS = ("looking", "reading", "deriving", "embedding", "writing_and_sync")

    def __init__(self) -> None:
        """Begin now, with looking."""
        self.seconds = dict.fromkeys(self.STEPS, 0.0)
        self._phase: Phase | None = None
        self._since = time.process_time()

    def __call__(self, progress: Progress) -> None:
        """What went on until this event, by the phases before and after it."""
        now = time.process_time()
        self.seconds[self._step(progress.phase)] += now - self._since
        self._phase, self._since = progress.phase, now

    def _step(self, phase: Phase) -> str:
        if self._phase is None:
            return "looking"
        if phase is Phase.READING:
            return "reading"
        if self._phase is Phase.WRITING:
            return "writing_and_sync"
        return "embedding" if self._phase is Phase.EMBEDDING else "deriving"


def main() -> None:
    """Grow, measure, plot."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default=SIZES)
    sizes = [int(size) for size in parser.parse_args().sizes.split(",")]
    with tempfile.TemporaryDirectory() as folder:
        collection = MadeCollection(Path(folder), SAMPLE)
        points = [measure(collection, size) for size in sizes]
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / "growth.json").write_text(json.dumps([asdict(point) for point in points], indent=1) + "\n", "utf-8")
    (RESULTS / "growth.md").write_text(table(points), "utf-8")
    plot([(point.passages, point.add, _own(point)) for point in points], RESULTS / "growth.png")
    print((RESULTS / "growth.md").read_text("utf-8"))


def measure(collection: MadeCollection, size: int) -> Point:
    """One size: fill up, bring the engine up to date, then time the ten papers."""
    collection.fill(size)
    home, papers = collection.home, collection.papers
    bring_up_to_date([papers], home, hashed_stages(home))
    unchanged = _timed(home, papers, lambda _: None)
    for pattern in TEN:
        for path in sorted(SAMPLE.glob(pattern))[:2]:
            shutil.copy(path, papers / path.name)
    laps = Laps()
    add = _timed(home, papers, laps)
    for path in papers.glob("*-*.pdf"):
        path.unlink()
    remove = _timed(home, papers, lambda _: None)
    counts = Catalogue.open(home).counts()
    figures = {"add": add, **laps.seconds, "remove": remove, "unchanged": unchanged}
    return Point(counts.passages, counts.documents, **{name: round(value, 3) for name, value in figures.items()})


def _own(point: Point) -> float:
    """What the size may act on: all but reading."""
    return point.looking + point.deriving + point.embedding + point.writing_and_sync


def _timed(home: Home, papers: Path, listener: Listener) -> float:
    start = time.perf_counter()
    bring_up_to_date([papers], home, hashed_stages(home), listener=listener)
    return time.perf_counter() - start


def table(points: list[Point]) -> str:
    """The results as Markdown."""
    names = list(asdict(points[0]))
    lines = [
        "# Adding ten papers to a growing home",
        "",
        "`python -m bench.growth`: ten real papers, vectors made from hashes, made documents around them. `add`,",
        "`remove` and `unchanged` (a batch that finds nothing to do) are seconds by the wall clock, the rest processor",
        "seconds of the batch's own process; PDFs are read in others, whose time does not depend on the size.",
        f"Load at the end: {os.getloadavg()[0]:.0f}; other work on the machine shows in the wall clock.",
        "",
        f"| {' | '.join(name.replace('_', ' ') for name in names)} |",
        f"|{'---|' * len(names)}",
    ]
    lines += [f"| {' | '.join(f'{value:,}' for value in asdict(point).values())} |" for point in points]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
