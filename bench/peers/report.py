"""Writes peers.md: where a peer is ahead, the tables, what each clock covers, what each peer cannot do."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TypeVar

import psutil

from bench.peers.casebook import Casebook
from bench.peers.jobs import Work
from bench.peers.judging import Quality, judge
from bench.peers.plots import draw
from bench.peers.roster import OURS, ROSTER, Entry
from bench.peers.rows import COST_ROWS, QUALITY_ROWS, ahead, table
from bench.peers.table import Costs, costs, pages_first

Named = dict[str, Quality]
T = TypeVar("T")


def write_report(work: Work, *, absent: Sequence[str], note: str, into: Path) -> None:
    """Write peers.md and its plots into a folder."""
    into.mkdir(parents=True, exist_ok=True)
    qualities = {casebook.name: _qualities(work, casebook) for casebook in work.casebooks}
    first = work.casebooks[0]
    spent = _costs(work, first)
    reasons = (Path(__file__).parent / "reasons.md").read_text("utf-8").strip()
    parts = [
        "# Side by side with what one would pick instead",
        _machine(work),
        note,
        _ahead_part(qualities, spent),
        reasons,
        f"## Quality\n\n{_quality_tables(work, qualities)}",
        _texts_part(work, absent),
        f"## Costs on {first.name}\n\n" + table(COST_ROWS, spent, ours=OURS),
        "![Quality](peers-quality.svg)\n\n![Speed](peers-speed.svg)\n\n![Growth](peers-growth.svg)",
        _clocks(),
        _set_ups(work),
    ]
    (into / "peers.md").write_text("\n\n".join(part for part in parts if part) + "\n", "utf-8")
    draw(work, qualities[first.name], spent, into)


def _qualities(work: Work, casebook: Casebook) -> Named:
    found: Named = {}
    for entry in ROSTER:
        course = work.kept.course(entry.name, casebook.name, 0)
        if course is not None:
            found[entry.name] = judge(casebook.questions, course.replies)
    return found


def _costs(work: Work, casebook: Casebook) -> dict[str, Costs]:
    found: dict[str, Costs] = {}
    pages = pages_first(casebook.pages, len(casebook.pdfs))
    for entry in ROSTER:
        kept = [work.kept.course(entry.name, casebook.name, repeat) for repeat in range(work.repeats)]
        courses = [course for course in kept if course is not None]
        if courses:
            found[entry.name] = costs(courses, pages=pages)
    return found


def _ahead_part(qualities: dict[str, Named], spent: dict[str, Costs]) -> str:
    """What peers do better, and what of the comparison is missing: silence must not read as being ahead."""
    missing = [
        f"{entry.name} on {name}" for name, found in qualities.items() for entry in ROSTER if entry.name not in found
    ]
    parts = ["## Where a peer is ahead"]
    for embeds, head in ((True, "Peers that embed with the same model:"), (False, "A peer that embeds nothing:")):
        names = {OURS} | {entry.name for entry in ROSTER if entry.embeds is embeds}
        lines = [
            line
            for name, found in qualities.items()
            for line in ahead(QUALITY_ROWS, _only(found, names), ours=OURS, on=name)
        ]
        lines += ahead(COST_ROWS, _only(spent, names), ours=OURS, on="costs")
        parts.append(head + "\n\n" + ("\n".join(f"- {line}" for line in lines) or "- nowhere in what was measured."))
    if missing:
        parts.append(f"**Not measured**: {', '.join(missing)}.")
    return "\n\n".join(parts)


def _only(measured: Mapping[str, T], names: set[str]) -> dict[str, T]:
    return {name: one for name, one in measured.items() if name in names}


def _quality_tables(work: Work, qualities: dict[str, Named]) -> str:
    tables = []
    for casebook in work.casebooks:
        asked = sum(question.answerable for question in casebook.questions)
        head = f"**{casebook.name}**: {len(casebook.pdfs)} papers, {asked} answerable questions"
        head += f" and {len(casebook.questions) - asked} unanswerable ones."
        tables.append(head + "\n\n" + table(QUALITY_ROWS, qualities[casebook.name], ours=OURS))
    return "\n\n".join(tables)


def _texts_part(work: Work, absent: Sequence[str]) -> str:
    lines = ["## Plain texts", "", "| set | peer | nDCG@10 | recall@5 |", "|---|---|---|---|"]
    sizes = []
    for given in work.sets:
        for entry in ROSTER:
            ranked = work.kept.ranked(entry.name, given.name)
            if ranked is not None:
                lines.append(f"| {given.name} | {entry.name} | {ranked.ndcg:.3f} | {ranked.recall:.3f} |")
        sizes.append(f"{given.name}: {len(given.queries)} queries over {len(given.texts)} texts.")
    if absent:
        sizes.append(f"Left out, since the folder is not there: {', '.join(absent)}.")
    body = "\n".join(lines) if work.sets else "## Plain texts"
    return body + "\n\n" + " ".join(sizes)


def _machine(work: Work) -> str:
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True).stdout.strip()
    cores = psutil.cpu_count()
    gib = psutil.virtual_memory().total / (1 << 30)
    return (
        f"Made by `python -m bench.peers` (what `make bench-peers` runs) on {date.today()}, commit {commit}; "
        f"{_processor()}, {cores} cores, {gib:.0f} GiB, "
        "no GPU. All embed with the same model folder (multilingual-e5-small rebuilt from 4-bit weights): the peers "
        "through sentence-transformers on torch, their default; Beslutsminne through its OpenVINO graph.\n\n"
        "**The machine was shared with other work**, at times with more processes than cores, so wall-clock figures "
        "are stretched and differ between peers by chance; processor seconds hardly are, and indexing is compared by "
        "them. Latencies are medians and 95th percentiles of all questions asked once, one at a time."
    )


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text("utf-8").splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return "unknown processor"


def _clocks() -> str:
    return (Path(__file__).parent / "clocks.md").read_text("utf-8").strip()


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
