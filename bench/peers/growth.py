"""At which sizes growth is measured: parts of the first casebook, the whole, and it with the papers of all others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from bench.peers.casebook import Casebook
from bench.peers.kept import Kept
from bench.peers.measure import Size
from bench.peers.roster import ROSTER

SHARES = (0.25, 0.5, 1.0)
ALL = "all"


def sizes(casebooks: Sequence[Casebook]) -> dict[str, tuple[Path, ...]]:
    """The papers of each size, by name: `25`, `50`, `100` are shares of the first, whose questions are asked."""
    first, *others = casebooks
    found = {f"{round(100 * share)}": first.pdfs[: round(share * len(first.pdfs))] for share in SHARES}
    if others:
        found[ALL] = tuple(pdf for casebook in casebooks for pdf in casebook.pdfs)
    return found


def measured_sizes(kept: Kept, casebooks: Sequence[Casebook]) -> dict[str, tuple[Size, ...]]:
    """Of each peer the sizes that were measured, smallest first."""
    names = sizes(casebooks)
    tried = {entry.name: [kept.size(entry.name, name) for name in names] for entry in ROSTER}
    found = {peer: tuple(one for one in ones if one is not None) for peer, ones in tried.items()}
    return {peer: ones for peer, ones in found.items() if ones}


def growth_table(measured: Mapping[str, Sequence[Size]]) -> str:
    """Processor seconds to index, and the median question, at each size."""
    papers = sorted({size.documents for ones in measured.values() for size in ones})
    lines = ["| | " + " | ".join(f"{count} papers" for count in papers) + " |", "|---" * (len(papers) + 1) + "|"]
    for peer, ones in measured.items():
        cells = {one.documents: f"{one.index_cpu_s:.0f} s, {one.query_ms:.1f} ms" for one in ones}
        lines.append(f"| {peer} | " + " | ".join(cells.get(count, "–") for count in papers) + " |")
    return "\n".join(lines)
