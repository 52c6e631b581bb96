"""The figures of one peer on one casebook, put together from its courses: medians, rates, percentiles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from bench.peers.measure import LATER, Course

MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class Costs:
    """Medians over courses. Rates are per processor second, which sharing the machine does not stretch."""

    courses: int
    passages: int
    index_s: float
    index_cpu_s: float
    pages_per_cpu_s: float
    passages_per_cpu_s: float
    add_s: float
    add_cpu_s: float
    delete_s: float
    delete_cpu_s: float
    running_add_s: float
    running_delete_s: float
    ready_s: float
    p50_ms: float
    p95_ms: float
    index_mib: float
    ask_mib: float
    disk_mib: float
    own_disk_mib: float
    index_s_range: tuple[float, float]
    p50_ms_range: tuple[float, float]
    restart_right: bool
    forgotten: bool


def costs(courses: Sequence[Course], *, pages: float) -> Costs:
    """Put courses together; `pages` are those of the papers that are indexed first."""
    index_cpu = median(one.index_cpu_s for one in courses)
    return Costs(
        courses=len(courses),
        passages=courses[0].passages,
        index_s=median(one.index_s for one in courses),
        index_cpu_s=index_cpu,
        pages_per_cpu_s=pages / index_cpu,
        passages_per_cpu_s=courses[0].indexed_passages / index_cpu,
        add_s=median(one.add_s for one in courses),
        add_cpu_s=median(one.add_cpu_s for one in courses),
        delete_s=median(one.delete_s for one in courses),
        delete_cpu_s=median(one.delete_cpu_s for one in courses),
        running_add_s=median(one.running_add_s for one in courses),
        running_delete_s=median(one.running_delete_s for one in courses),
        ready_s=median(one.ready_s for one in courses),
        p50_ms=median(1000 * percentile(one.latencies, 0.5) for one in courses),
        p95_ms=median(1000 * percentile(one.latencies, 0.95) for one in courses),
        index_mib=median(one.index_peak for one in courses) / MIB,
        ask_mib=median(one.ask_peak for one in courses) / MIB,
        disk_mib=median(one.disk for one in courses) / MIB,
        own_disk_mib=median(one.disk - one.copies for one in courses) / MIB,
        index_s_range=_range([one.index_s for one in courses]),
        p50_ms_range=_range([1000 * percentile(one.latencies, 0.5) for one in courses]),
        restart_right=all(one.restart_right for one in courses),
        forgotten=all(one.forgotten for one in courses),
    )


def _range(values: Sequence[float]) -> tuple[float, float]:
    return min(values), max(values)


def pages_first(pages: int, papers: int) -> float:
    """The pages of the papers that are indexed first, taking those that come later to be of average length."""
    return pages * (papers - LATER) / papers


def percentile(values: Sequence[float], share: float) -> float:
    """The least value that `share` of all values do not exceed (nearest rank)."""
    ordered = sorted(values)
    return ordered[max(0, -int(-share * len(ordered) // 1) - 1)]
