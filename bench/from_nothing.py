"""Folders of PDFs indexed from nothing through the `index` command; adds a row each to bench/results/from_nothing.*.

Model, OCR, readers and limits are the program's own. What is told is what the catalogue holds afterwards and what the
command took, its reading processes and Tesseract included; a second run then finds nothing to do. No name of a file is
kept: what is read here need not be ours to publish.

    python -m bench.from_nothing NAME=FOLDER… [--models FOLDER]
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from bench.machine import machine
from bench.peers.steps import Watch
from corpus.catalogue import Catalogue
from corpus.home import Home

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "bench" / "results"
MODELS = ROOT / ".cache" / "models"
MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class Indexed:
    """One folder: what there was, what came of it, what it took. Seconds; `failures` by code, most first."""

    name: str
    files: int
    size_mb: float
    documents: int
    by_ocr: int
    pages: int
    unread_pages: int
    paragraphs: int
    passages: int
    failures: tuple[tuple[str, int], ...]
    wall: float
    processor: float
    peak_mb: int
    again: float
    measured: str


def main() -> None:
    """Index each folder, and write all rows that there are."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", metavar="NAME=FOLDER")
    parser.add_argument("--models", type=Path, default=MODELS)
    given = parser.parse_args()
    rows = _kept()
    for name, folder in (one.split("=", 1) for one in given.folders):
        rows[name] = asdict(indexed(name, Path(folder), given.models))
        (RESULTS / "from_nothing.json").write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", "utf-8")
        (RESULTS / "from_nothing.md").write_text(table(rows), "utf-8")
    print(table(rows))


def indexed(name: str, folder: Path, models: Path) -> Indexed:
    """Index one folder into a new home, twice."""
    pdfs = [path for path in folder.rglob("*") if path.suffix.lower() == ".pdf"]
    with tempfile.TemporaryDirectory() as made:
        home = Home(Path(made) / "home")
        wall, processor, peak = run(folder, home, models)
        again, _, _ = run(folder, home, models)
        catalogue = Catalogue.open(home)
        counts, failures = catalogue.counts(), Counter(failure.code for failure in catalogue.failures())
        by_ocr = sum(head.ocr for head in catalogue.heads())
        catalogue.close()
    return Indexed(
        name=name,
        files=len(pdfs),
        size_mb=round(sum(path.stat().st_size for path in pdfs) / 1e6, 1),
        documents=counts.documents,
        by_ocr=by_ocr,
        pages=counts.pages,
        unread_pages=counts.unread_pages,
        paragraphs=counts.paragraphs,
        passages=counts.passages,
        failures=tuple(failures.most_common()),
        wall=round(wall, 1),
        processor=round(processor, 1),
        peak_mb=round(peak / MIB),
        again=round(again, 2),
        measured=date.today().isoformat(),
    )


def run(folder: Path, home: Home, models: Path) -> tuple[float, float, int]:
    """(seconds by the clock, processor seconds of all its processes, most bytes at once) of one `index` command."""
    environment = {**os.environ, "BESLUTSMINNE_MODELS": str(models)}
    before, start = _children(), time.perf_counter()
    command = [sys.executable, "-m", "beslutsminne", "index", str(folder), "--home", str(home.root), "--json"]
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
    watch = Watch(process.pid)
    code = process.wait()
    wall, peak = time.perf_counter() - start, watch.stop()
    if code:
        raise RuntimeError(f"index ended with {code}")
    return wall, _children() - before, peak


def table(rows: dict[str, dict[str, object]]) -> str:
    """All rows as Markdown."""
    lines = [
        "# Indexed from nothing",
        "",
        "`python -m bench.from_nothing NAME=FOLDER…`: the `index` command with the default model and Tesseract, both",
        "cores. `again` is a second run, which finds nothing to do. Memory is the largest proportional set size of all",
        "its processes together. Other work on the machine shows in the wall clock.",
        "",
        machine(),
        "",
        "| | " + " | ".join(rows) + " |",
        f"|---|{'---|' * len(rows)}",
    ]
    for label, name in LABELS:
        lines.append(f"| {label} | " + " | ".join(_shown(row[name]) for row in rows.values()) + " |")
    rates = (_per_second(row) for row in rows.values())
    lines.append("| pages a second | " + " | ".join(rates) + " |")
    return "\n".join(lines) + "\n"


LABELS = (
    ("files", "files"),
    ("MB", "size_mb"),
    ("documents", "documents"),
    ("of them read by OCR in whole or part", "by_ocr"),
    ("pages", "pages"),
    ("pages that could not be read", "unread_pages"),
    ("paragraphs", "paragraphs"),
    ("passages", "passages"),
    ("failures by reason", "failures"),
    ("wall s", "wall"),
    ("processor s", "processor"),
    ("most memory, MiB", "peak_mb"),
    ("again, wall s", "again"),
    ("measured", "measured"),
)


def _shown(value: object) -> str:
    if isinstance(value, (list, tuple)):
        return ", ".join(f"{code} {count}" for code, count in value) or "–"
    return f"{value:,}" if isinstance(value, (int, float)) else str(value)


def _per_second(row: dict[str, object]) -> str:
    return f"{float(str(row['pages'])) / float(str(row['wall'])):.1f}"


def _kept() -> dict[str, dict[str, object]]:
    path = RESULTS / "from_nothing.json"
    return dict(json.loads(path.read_text("utf-8"))) if path.is_file() else {}


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
