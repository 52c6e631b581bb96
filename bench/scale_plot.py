"""Draws bench/results/scale_faiss.jsonl: latency, recall, memory, build and load time of each kind against its size.

python -m bench.scale_plot bench/results
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import matplotlib as mpl

mpl.use("Agg")

from matplotlib import pyplot

from index.faiss_choice import FaissOptions

PANELS = (
    ("p50_ms", "one question, p50 (ms)", True),
    ("share_50_ms", "the same, half let through by a filter (ms)", True),
    ("recall", "recall@10 against exact", False),
    ("resident_mb", "resident memory (MB)", True),
    ("build_s", "build (s)", True),
    ("load_ms", "load (ms)", True),
)
COLUMNS = (
    "kind",
    "count",
    "recall",
    "share_50_recall",
    "p50_ms",
    "share_50_ms",
    "share_1_ms",
    "resident_mb",
    "build_s",
    "load_ms",
)


def main() -> None:
    """Write scale_faiss.png and scale_faiss.md beside the measurements."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("results", type=Path)
    folder: Path = parser.parse_args().results
    lines = (folder / "scale_faiss.jsonl").read_text("utf-8").splitlines()
    rows = sorted((json.loads(line) for line in lines), key=lambda row: (row["count"], row["kind"]))
    _draw(rows, folder / "scale_faiss.png")
    (folder / "scale_faiss.md").write_text(_table(rows), "utf-8")


def _draw(rows: Sequence[dict[str, Any]], path: Path) -> None:
    figure, axes = pyplot.subplots(2, 3, figsize=(15, 8))
    options = FaissOptions()
    for axis, (field, title, logarithmic) in zip(axes.flat, PANELS, strict=True):
        for kind in ("exact", "hnsw", "ivf-sq8"):
            points = [(row["count"], row[field]) for row in rows if row["kind"] == kind]
            axis.plot(*zip(*points, strict=True), marker="o", label=kind)
        for switch in (options.hnsw_from, options.ivf_from):
            axis.axvline(switch, linestyle=":", color="grey")
        axis.set(xscale="log", yscale="log" if logarithmic else "linear", title=title, xlabel="vectors")
        if field == "recall":
            axis.axhline(0.98, linestyle=":", color="red")
            axis.set_ylim(0.9, 1.005)
    axes[0, 0].legend()
    figure.tight_layout()
    figure.savefig(path, dpi=90)


def _table(rows: Sequence[dict[str, Any]]) -> str:
    head = f"| {' | '.join(COLUMNS)} |\n|{'---|' * len(COLUMNS)}\n"
    return head + "".join(f"| {' | '.join(str(row[column]) for column in COLUMNS)} |\n" for row in rows)


if __name__ == "__main__":
    main()
