"""Three plots of the comparison: quality, speed, growth."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import matplotlib

matplotlib.use("svg")
import matplotlib.pyplot as plt
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from bench.peers.growth import measured_sizes
from bench.peers.jobs import Work
from bench.peers.judging import Quality
from bench.peers.measure import Size
from bench.peers.roster import OURS
from bench.peers.table import Costs

INK = "#1f4e79"
PALE = "#9aa7b3"
SHOWN = (
    ("ndcg", "nDCG@10"),
    ("recall", "recall@5"),
    ("ndcg_any_length", "nDCG@10, any length"),
    ("paragraph_right", "paragraph right"),
    ("decision_found", "decision shown"),
)
SPENT = (
    ("index_s", "index, s"),
    ("add_s", "add 10, new process, s"),
    ("delete_s", "delete 10, new process, s"),
    ("ready_s", "ready, s"),
    ("p50_ms", "query p50, ms"),
)


def draw(work: Work, qualities: Mapping[str, Quality], spent: Mapping[str, Costs], into: Path) -> None:
    """Write peers-quality.svg, peers-speed.svg and, where sizes were measured, peers-growth.svg."""
    matplotlib.rcParams["svg.hashsalt"] = "peers"
    _quality(qualities, into / "peers-quality.svg")
    _speed(spent, into / "peers-speed.svg")
    growth = into / "peers-growth.svg"
    growth.unlink(missing_ok=True)
    if measured := measured_sizes(work.kept, work.casebooks):
        _growth(measured, growth)


def _quality(qualities: Mapping[str, Quality], path: Path) -> None:
    figure, rows = plt.subplots(1, len(SHOWN), figsize=(14, 3), sharey=True, layout="constrained")
    for axes, (key, title) in zip(rows, SHOWN, strict=True):
        _bars(axes, {name: getattr(one, key) or 0.0 for name, one in qualities.items()}, title, "{:.2f}")
        axes.set_xlim(0, 1.15)
    _save(figure, path)


def _speed(spent: Mapping[str, Costs], path: Path) -> None:
    figure, rows = plt.subplots(1, len(SPENT), figsize=(14, 3), sharey=True, layout="constrained")
    for axes, (key, title) in zip(rows, SPENT, strict=True):
        _bars(axes, {name: getattr(one, key) for name, one in spent.items()}, title, "{:.1f}")
    _save(figure, path)


def _bars(axes: Axes, values: Mapping[str, float], title: str, form: str) -> None:
    names = list(values)[::-1]
    colours = [INK if name == OURS else PALE for name in names]
    bars = axes.barh(names, [values[name] for name in names], color=colours)
    axes.bar_label(bars, labels=[form.format(values[name]) for name in names], padding=3, fontsize=8)
    axes.margins(x=0.2)
    axes.set_title(title, fontsize=10)
    axes.spines[["top", "right"]].set_visible(False)


def _growth(measured: Mapping[str, Sequence[Size]], path: Path) -> None:
    figure, (index, query) = plt.subplots(1, 2, figsize=(11, 4), layout="constrained")
    for name, sizes in measured.items():
        style: dict[str, Any] = {"marker": "o", "label": name, "linewidth": 2.5 if name == OURS else 1.2}
        papers = [size.documents for size in sizes]
        index.plot(papers, [size.index_cpu_s for size in sizes], **style)
        query.plot(papers, [size.query_ms for size in sizes], **style)
    index.set(title="indexing, processor s", xlabel="papers", ylim=(0, None))
    query.set(title="query p50, ms", xlabel="papers", yscale="log")
    query.legend(fontsize=8)
    _save(figure, path)


def _save(figure: Figure, path: Path) -> None:
    figure.savefig(path, metadata={"Date": None})
    plt.close(figure)
