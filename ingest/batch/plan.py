"""What there is to do: which files are unchanged, which must be looked into, which are gone."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from corpus.stored import PlacedFile
from ingest.batch.scan import Found, Scan

RACY_NS = 2_000_000_000
"""A file written this recently may change again within one tick of the file system's clock (FAT's is 2 s)."""
UNTRUSTED_MTIME = -1


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file to look into; `sha256` is known where size and time say that the bytes are the same."""

    found: Found
    sha256: str | None


@dataclass(frozen=True, slots=True)
class Plan:
    """Every known or found file is in one of the three."""

    unchanged: tuple[PlacedFile, ...]
    candidates: tuple[Candidate, ...]
    gone: tuple[PlacedFile, ...]


def plan(scan: Scan, placed: Mapping[str, PlacedFile], settled: Callable[[str], bool]) -> Plan:
    """Compare the disk with the catalogue; `settled` says whether bytes (sha256) have been dealt with by this reader.

    Times are compared for being the same, never for order: a clock that jumps changes nothing.
    """
    unchanged: list[PlacedFile] = []
    candidates: list[Candidate] = []
    for found in scan.found:
        known = placed.get(found.path)
        same = known is not None and (known.size, known.mtime_ns) == (found.size, found.mtime_ns)
        if known is not None and same and known.root == found.root and settled(known.sha256):
            unchanged.append(known)
        else:
            candidates.append(Candidate(found, known.sha256 if known is not None and same else None))
    here = {found.path for found in scan.found}
    gone = tuple(file for path, file in placed.items() if path not in here and scan.covers(path))
    return Plan(tuple(unchanged), tuple(candidates), gone)


def trusted_mtime(found: Found) -> int:
    """The time to remember: one that never matches, where the file is so new that it may still change unseen."""
    return UNTRUSTED_MTIME if found.mtime_ns > time.time_ns() - RACY_NS else found.mtime_ns
