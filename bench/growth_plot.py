"""The pictures of the batch's benches."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import matplotlib as mpl

mpl.use("Agg")

from matplotlib import pyplot as plt


def plot(points: Sequence[tuple[int, float, float]], target: Path) -> None:
    """(passages, seconds to add ten papers, processor seconds of these without reading) over a logarithmic size."""
    sizes, added, own = zip(*points, strict=True)
    figure, axes = plt.subplots(figsize=(6.4, 3.6))
    axes.plot(sizes, added, "o-", label="lägga till tio papper")
    axes.plot(sizes, own, "s--", label="därav annat än läsning (processortid)")
    axes.set_xscale("log")
    axes.set_ylim(bottom=0)
    axes.set_xlabel("passager i hemmet")
    axes.set_ylabel("sekunder")
    axes.legend(loc="center left")
    figure.tight_layout()
    figure.savefig(target, dpi=110)


def plot_memory(samples: Sequence[tuple[float, float, int]], target: Path) -> None:
    """(seconds, MB of all processes, documents) over time."""
    seconds, megabytes, documents = zip(*samples, strict=True)
    figure, axes = plt.subplots(figsize=(6.4, 3.6))
    axes.plot(seconds, megabytes, label="minne, alla processer (MB)")
    axes.set_ylim(bottom=0)
    axes.set_xlabel("sekunder")
    axes.set_ylabel("MB")
    beside = axes.twinx()
    beside.plot(seconds, documents, "C1--", label="dokument")
    beside.set_ylabel("dokument")
    figure.legend(loc="lower right", bbox_to_anchor=(0.88, 0.18))
    figure.tight_layout()
    figure.savefig(target, dpi=110)
