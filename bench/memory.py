"""Memory over time while 2,000 documents are indexed from nothing; writes bench/results/memory.*.

The documents are the sample's PDFs (those with text) over and over: each copy is other bytes, and its diarienummer and
§ numbers are shifted after reading, so that it is a matter of its own. Each of the sample's PDFs is read once, by the
program's reader, and remembered: what reads is a process of its own with a limit, replaced after 200 files. The rest is
the program's own but the vectors (bench/hashed_stages.py); the model's memory, some 1,400 MB with OpenVINO, comes on
top and does not grow.

    python -m bench.memory [--documents 2000]
"""

from __future__ import annotations

import argparse
import json
import re
import tempfile
import threading
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import psutil

from bench.growth_plot import plot_memory
from bench.hashed_stages import hashed_stages
from corpus.errors import UnreadableError
from corpus.home import Home
from corpus.reading import Reading
from ingest.batch.pipeline import bring_up_to_date
from ingest.batch.report import Progress, Report
from ingest.batch.stages import Stages

RESULTS = Path(__file__).parent / "results"
SAMPLE = Path(__file__).resolve().parent.parent / "corpus" / "documents"
LARGEST = 100_000
"""Bytes: larger files of the sample are scans, whose OCR takes seconds a page."""
NUMBER = re.compile(r"(\b20\d\d[-:.])(\d{1,5})\b(?!-\d)|(§+ ?)(\d+)")
MIB = 1 << 20


class Sampler(threading.Thread):
    """Every second: seconds since the start, MB of this process and its children, documents done."""

    def __init__(self) -> None:
        """Begin with `start`."""
        super().__init__(daemon=True)
        self.samples: list[tuple[float, float, int]] = []
        self.documents = 0
        self.stopped = threading.Event()

    def run(self) -> None:
        """Sample until stopped."""
        own, start = psutil.Process(), time.monotonic()
        while not self.stopped.wait(1.0):
            total = sum(map(_resident, (own, *own.children(recursive=True))))
            self.samples.append((round(time.monotonic() - start, 1), round(total / MIB, 1), self.documents))

    def show(self, progress: Progress) -> None:
        """Follow the batch."""
        self.documents = progress.documents


def main() -> None:
    """Make the papers, index them, sample, plot."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=2000)
    wanted = parser.parse_args().documents
    sampler = Sampler()
    with tempfile.TemporaryDirectory() as folder:
        papers, home = Path(folder) / "papers", Home(Path(folder) / "home")
        make_papers(papers, wanted)
        sampler.start()
        report = bring_up_to_date([papers], home, varied(hashed_stages(home)), listener=sampler.show)
        sampler.stopped.set()
        size = home.catalogue.stat().st_size
    RESULTS.mkdir(exist_ok=True)
    record = {"report": report.as_json(), "catalogue_bytes": size, "samples": sampler.samples}
    (RESULTS / "memory.json").write_text(json.dumps(record, ensure_ascii=False) + "\n", "utf-8")
    (RESULTS / "memory.md").write_text(table(sampler.samples, report, size), "utf-8")
    plot_memory(sampler.samples, RESULTS / "memory.png")
    print((RESULTS / "memory.md").read_text("utf-8"))


def make_papers(folder: Path, wanted: int) -> None:
    """Write so many PDFs; what is appended after the end of a PDF changes its bytes and not its pages."""
    folder.mkdir()
    sample = [path for path in sorted(SAMPLE.glob("*.pdf")) if path.stat().st_size <= LARGEST]
    for number in range(wanted):
        source = sample[number % len(sample)]
        variant = number // len(sample)
        (folder / f"{variant:03d}-{source.name}").write_bytes(source.read_bytes() + b"\n%%%% %d\n" % number)


def varied(stages: Stages) -> Stages:
    """The stages with the numbers of each copy's matters shifted as the copy's number says."""
    remembered: dict[str, Reading | UnreadableError] = {}

    def read_many(paths: Iterable[Path]) -> Iterator[tuple[Path, Reading | UnreadableError]]:
        sources = {path: _source(path) for path in paths}
        new = {source: path for path, source in sources.items() if source not in remembered}
        for path, reading in stages.read_many(new.values()):
            remembered[sources[path]] = reading
        for path, source in sources.items():
            reading = remembered[source]
            if isinstance(reading, UnreadableError):
                yield path, reading
            else:
                yield path, _shifted(replace(reading, sha256=path.stem), _number(path))

    return replace(stages, read_many=read_many)


def table(samples: list[tuple[float, float, int]], report: Report, size: int) -> str:
    """Memory by quarters of the documents, as Markdown."""
    lines = [
        "# Memory while documents are indexed from nothing",
        "",
        f"`python -m bench.memory --documents {report.added + len(report.failed)}`: {report.documents} documents, "
        f"{report.pages_read} pages, {report.passages} passages in {report.seconds:.0f} s; catalogue "
        f"{size / MIB:.0f} MB. "
        "Resident memory of the batch and its reading processes, without a model (vectors from hashes).",
        "",
        "| documents | most MB until then |",
        "|---|---|",
    ]
    for share in (0.125, 0.25, 0.5, 0.75, 1.0):
        until = share * report.documents
        lines.append(f"| {until:.0f} | {max((mb for _, mb, done in samples if done <= until), default=0):.0f} |")
    return "\n".join(lines) + "\n"


def _resident(process: psutil.Process) -> int:
    try:
        return int(process.memory_info().rss)
    except psutil.Error:
        return 0


def _number(path: Path) -> int:
    """The number that was appended to a kept PDF."""
    return int(path.read_bytes().rstrip().rsplit(b"%% ", 1)[1])


def _source(path: Path) -> str:
    """What was a PDF before its number was appended."""
    return sha256(path.read_bytes().rsplit(b"\n%% ", 1)[0]).hexdigest()


def _shifted(reading: Reading, number: int) -> Reading:
    """Diarienummer and § numbers moved by a thousand a copy; years and dates stay."""
    shift = 1000 * (number // 100)

    def moved(match: re.Match[str]) -> str:
        lead, digits = (match[1], match[2]) if match[1] else (match[3], match[4])
        return f"{lead}{int(digits) + shift}"

    paragraphs = tuple(replace(one, text=NUMBER.sub(moved, one.text)) for one in reading.paragraphs)
    margins = tuple(replace(one, text=NUMBER.sub(moved, one.text)) for one in reading.margins)
    return replace(reading, paragraphs=paragraphs, margins=margins)


if __name__ == "__main__":
    main()
