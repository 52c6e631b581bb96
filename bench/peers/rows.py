"""The rows of the tables: what is shown, in which unit, whether more is better; and where a peer is ahead of us."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

TIED = 0.005
"""Shares that differ by less are a tie: half of one question in a hundred."""
TIED_RATIO = 1.05
"""Costs that differ by less than a twentieth are a tie: as much as the same course differs from itself."""


@dataclass(frozen=True, slots=True)
class Row:
    """One measure. `key` is the attribute; `digits` None means yes or no; `better` is +1 for more, -1 for less, 0 for
    neither; a `ratio` row is told as multiples of ours."""

    title: str
    key: str
    digits: int | None = 3
    better: int = 1
    ratio: bool = False


QUALITY_ROWS = (
    Row("nDCG@10", "ndcg"),
    Row("recall@5", "recall"),
    Row("nDCG@10, any length", "ndcg_any_length"),
    Row("recall@5, any length", "recall_any_length"),
    Row("paragraph right", "paragraph_right"),
    Row("page right", "page_right"),
    Row("decision shown", "decision_found"),
    Row("decision right", "decision_right"),
    Row("wrong answers", "wrong_answers", better=-1),
    Row("wrong answers with a cut-off", "wrong_answers_by_score", better=-1),
    Row("refused wrongly", "wrongly_refused", better=0),
)
TEXT_ROWS = (Row("nDCG@10", "ndcg"), Row("recall@5", "recall"))
COST_ROWS = (
    Row("passages", "passages", 0, 0),
    Row("index, wall s", "index_s", 1, -1, True),
    Row("index, processor s", "index_cpu_s", 1, -1, True),
    Row("pages per s", "pages_per_cpu_s", 2, 1, True),
    Row("passages per s", "passages_per_cpu_s", 1, 1, True),
    Row("add 10, new process, wall s", "add_s", 1, -1, True),
    Row("add 10, new process, processor s", "add_cpu_s", 1, -1, True),
    Row("add 10, running process, wall s", "running_add_s", 1, -1, True),
    Row("delete 10, new process, wall s", "delete_s", 1, -1, True),
    Row("delete 10, new process, processor s", "delete_cpu_s", 1, -1, True),
    Row("delete 10, running process, wall s", "running_delete_s", 2, -1, True),
    Row("deleted is gone", "forgotten", None),
    Row("restart gives the same", "restart_right", None),
    Row("ready, wall s", "ready_s", 1, -1, True),
    Row("query p50, ms", "p50_ms", 1, -1, True),
    Row("query p95, ms", "p95_ms", 1, -1, True),
    Row("memory indexing, MiB", "index_mib", 0, -1, True),
    Row("memory asking, MiB", "ask_mib", 0, -1, True),
    Row("disk, MiB", "disk_mib", 1, -1, True),
    Row("disk without copies of the PDFs, MiB", "own_disk_mib", 1, -1, True),
    Row("courses", "courses", 0, 0),
)


def table(rows: Sequence[Row], measured: Mapping[str, Any], *, ours: str) -> str:
    """A markdown table, one column a peer; costs with their ratio to ours."""
    names = list(measured)
    lines = [f"| | {' | '.join(names)} |", "|---" * (len(names) + 1) + "|"]
    for row in rows:
        cells = (cell(row, measured[name], measured.get(ours) if name != ours else None) for name in names)
        lines.append(f"| {row.title} | {' | '.join(cells)} |")
    return "\n".join(lines)


def cell(row: Row, one: object, ours: object | None) -> str:
    """A value, with how many times ours it is."""
    value = getattr(one, row.key)
    if value is None:
        return "–"
    if row.digits is None:
        return "yes" if value else "**no**"
    shown = f"{value:.{row.digits}f}"
    base = getattr(ours, row.key) if ours is not None else None
    return f"{shown} (×{value / base:.2f})" if row.ratio and base else shown


def ahead(rows: Sequence[Row], measured: Mapping[str, Any], *, ours: str, on: str) -> Iterator[str]:
    """A line for each measure on which some peer does better than ours by more than a tie."""
    if ours not in measured:
        return
    for row in rows:
        own = getattr(measured[ours], row.key)
        values = {name: getattr(one, row.key) for name, one in measured.items() if name != ours}
        better = {name: value for name, value in values.items() if is_ahead(row, value, own)}
        if better:
            told = ", ".join(f"{name} {cell(row, measured[name], None)}" for name in better)
            yield f"{on}: {row.title}: {told}; {ours} {cell(row, measured[ours], None)}."


def is_ahead(row: Row, value: float | bool | None, own: float | bool | None) -> bool:
    """Whether a peer's value beats ours by more than a tie."""
    if row.better == 0 or value is None or own is None:
        return False
    if row.ratio:
        more, less = (value, own) if row.better > 0 else (own, value)
        return more > TIED_RATIO * less
    return row.better * (float(value) - float(own)) > TIED
