"""Writes peers.md: where a peer is ahead, the tables, what each clock covers, what each peer cannot do."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import psutil

from bench.peers.casebook import Casebook
from bench.peers.growth import growth_table, measured_sizes
from bench.peers.jobs import Work
from bench.peers.judging import Quality, judge
from bench.peers.plots import draw
from bench.peers.roster import OURS, ROSTER, Entry
from bench.peers.rows import COST_ROWS, QUALITY_ROWS, TEXT_ROWS, Row, ahead, table
from bench.peers.table import Costs, costs, pages_first
from bench.peers.text_sets import Ranked, TextSet


def write_report(work: Work, *, absent: Sequence[str], note: str, into: Path) -> None:
    """Write peers.md and its plots into a folder."""
    into.mkdir(parents=True, exist_ok=True)
    qualities = {casebook.name: _qualities(work, casebook) for casebook in work.casebooks}
    rankings = {given.name: _rankings(work, given) for given in work.sets}
    first = work.casebooks[0]
    spent = _costs(work, first)
    parts = [
        "# Side by side with what one would pick instead",
        _machine(),
        _clocks(work, spent),
        note,
        _ahead_part(qualities, rankings, spent),
        _said("reasons.md"),
        f"## Quality\n\n{_quality_tables(work, qualities)}",
        _texts_part(work, rankings, absent),
        f"## Costs on {first.name}\n\n" + table(COST_ROWS, spent, ours=OURS),
        "![Quality](peers-quality.svg)\n\n![Speed](peers-speed.svg)",
        _growth_part(work),
        _said("clocks.md"),
        _set_ups(work),
    ]
    (into / "peers.md").write_text("\n\n".join(part for part in parts if part) + "\n", "utf-8")
    draw(work, qualities[first.name], spent, into)


def _qualities(work: Work, casebook: Casebook) -> dict[str, Quality]:
    """Of answers that were asked for alone, else of the first course: the others give the same answers."""
    found: dict[str, Quality] = {}
    for name in (entry.name for entry in ROSTER):
        kept = work.kept.answers(name, casebook.name) or work.kept.course(name, casebook.name, 0)
        if kept is not None:
            found[name] = judge(casebook.questions, kept.replies)
    return found


def _rankings(work: Work, given: TextSet) -> dict[str, Ranked]:
    found = {entry.name: work.kept.ranked(entry.name, given) for entry in ROSTER}
    return {name: one for name, one in found.items() if one is not None}


def _costs(work: Work, casebook: Casebook) -> dict[str, Costs]:
    found: dict[str, Costs] = {}
    pages = pages_first(casebook.pages, len(casebook.pdfs))
    for entry in ROSTER:
        kept = [work.kept.course(entry.name, casebook.name, repeat) for repeat in range(work.repeats)]
        courses = [course for course in kept if course is not None]
        if courses:
            found[entry.name] = costs(courses, pages=pages)
    return found


def _ahead_part(
    qualities: Mapping[str, Mapping[str, Quality]],
    rankings: Mapping[str, Mapping[str, Ranked]],
    spent: Mapping[str, Costs],
) -> str:
    """What peers do better, and what of the comparison is missing: silence must not read as being ahead."""
    tables: list[tuple[str, Sequence[Row], Mapping[str, Any]]] = [
        (name, QUALITY_ROWS, found) for name, found in qualities.items()
    ]
    tables += [(name, TEXT_ROWS, found) for name, found in rankings.items()]
    tables.append(("costs", COST_ROWS, spent))
    parts = ["## Where a peer is ahead"]
    for embeds, head in ((True, "Peers that embed with the same model:"), (False, "A peer that embeds nothing:")):
        names = {OURS} | {entry.name for entry in ROSTER if entry.embeds is embeds}
        lines = [
            f"- {line}"
            for on, rows, measured in tables
            for line in ahead(rows, {name: one for name, one in measured.items() if name in names}, ours=OURS, on=on)
        ]
        parts.append(head + "\n\n" + ("\n".join(lines) or "- nowhere in what was measured."))
    missing = [f"{entry.name} on {on}" for on, _, found in tables for entry in ROSTER if entry.name not in found]
    if missing:
        parts.append(f"**Not measured**: {', '.join(missing)}.")
    return "\n\n".join(parts)


def _quality_tables(work: Work, qualities: Mapping[str, Mapping[str, Quality]]) -> str:
    tables = []
    for casebook in work.casebooks:
        asked = sum(question.answerable for question in casebook.questions)
        head = f"**{casebook.name}**: {len(casebook.pdfs)} papers, {asked} answerable questions"
        head += f" and {len(casebook.questions) - asked} unanswerable ones."
        tables.append(head + "\n\n" + table(QUALITY_ROWS, qualities[casebook.name], ours=OURS))
    return "\n\n".join(tables)


def _texts_part(work: Work, rankings: Mapping[str, Mapping[str, Ranked]], absent: Sequence[str]) -> str:
    parts = ["## Plain texts"]
    for given in work.sets:
        head = f"**{given.name}**: {len(given.queries)} queries over {len(given.texts)} texts"
        head += f" of at most {_longest(given)} words."
        parts.append(head + "\n\n" + table(TEXT_ROWS, rankings[given.name], ours=OURS))
    if absent:
        parts.append(f"Left out, since the folder is not there: {', '.join(absent)}.")
    return "\n\n".join(parts)


def _longest(given: TextSet) -> int:
    return max((len(text.text.split()) for text in given.texts), default=0)


def _growth_part(work: Work) -> str:
    measured = measured_sizes(work.kept, work.casebooks)
    if not measured:
        return "## Growth\n\nNot measured this time."
    head = "## Growth\n\nProcessor seconds to index, and the median question of the first casebook: parts of it, the "
    head += "whole, and the whole with the papers of the other casebooks. Each measured once."
    return f"{head}\n\n{growth_table(measured)}\n\n![Growth](peers-growth.svg)"


def _clocks(work: Work, spent: Mapping[str, Costs]) -> str:
    """How often each was timed, and how far its courses lie apart."""
    told = "; ".join(
        f"{name} {one.courses} (index {one.index_s_range[0]:.0f}–{one.index_s_range[1]:.0f} s, "
        f"query p50 {one.p50_ms_range[0]:.1f}–{one.p50_ms_range[1]:.1f} ms)"
        for name, one in spent.items()
    )
    commits = " and ".join(work.kept.commits(OURS)) or "not noted"
    return (
        "**How the clocks were run**: peers take turns, one whole course after the other; the tables give the medians "
        f"of the courses. Courses, with the least and the largest value: {told}. Growth and the quality on further "
        f"casebooks and texts were measured once. Commit of Beslutsminne when it was measured: {commits}."
    )


def _machine() -> str:
    cores = psutil.cpu_count()
    gib = psutil.virtual_memory().total / (1 << 30)
    return (
        f"Made by `make bench-peers` on {date.today()}; {_processor()}, {cores} cores, {gib:.0f} GiB, "
        "no GPU. All embed with the same model folder (multilingual-e5-small rebuilt from 4-bit weights): the peers "
        "through sentence-transformers or transformers on torch, their default; Beslutsminne through its OpenVINO "
        "graph. "
        "Latencies are medians and 95th percentiles of all questions asked once, one at a time."
    )


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text("utf-8").splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return "unknown processor"


def _said(name: str) -> str:
    return (Path(__file__).parent / name).read_text("utf-8").strip()


def _set_ups(work: Work) -> str:
    lines = ["## Who was compared, and how set up", "", "| peer | versions | set-up | cannot |", "|---|---|---|---|"]
    asks = _versions_with(work)
    lines += [f"| {entry.name} | {asks(entry)} | {entry.setup} | {entry.cannot} |" for entry in ROSTER]
    return "\n".join(lines)


def _versions_with(work: Work) -> Callable[[Entry], str]:
    def told(entry: Entry) -> str:
        python = work.runner.pythons.of(entry.name)
        code = "import sys; from importlib.metadata import version; print('\\n'.join(map(version, sys.argv[1:])))"
        done = subprocess.run([str(python), "-c", code, *entry.packages], capture_output=True, text=True)
        found = done.stdout.split()
        if len(found) != len(entry.packages):
            return ", ".join(entry.packages)
        return ", ".join(f"{name} {number}" for name, number in zip(entry.packages, found, strict=True))

    return told
