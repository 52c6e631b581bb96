"""Which segments are joined when entries come or go, and which of them can grow instead of being built again.

Segments of about equal size are joined (Bentley and Saxe 1980), so that a passage is rewritten at most a logarithm's
number of times, and a change to one document does not rewrite the vectors of all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from index.embedded_manifest import SegmentEntry
from index.embedded_options import EmbeddedOptions
from index.embedded_snapshot import Part
from index.faiss_choice import IndexKind


def to_join(parts: Iterable[Part], new: int, options: EmbeddedOptions) -> tuple[Part, ...]:
    """The segments that are written together with `new` entries, smallest first."""
    joined: list[Part] = []
    total = new
    for part in sorted(parts, key=lambda part: part.count):
        if _worn(part, options) or (total and part.count <= max(options.small, options.join_ratio * total)):
            joined.append(part)
            total += part.count
    return tuple(joined)


def to_grow(
    on_disk: Mapping[SegmentEntry, Part], joined: tuple[Part, ...], new: int, options: EmbeddedOptions
) -> SegmentEntry | None:
    """The one whose graph or lists take in the others: approximate, little worn, and still of the right kind after."""
    for entry, part in on_disk.items():
        rows = len(part.segment) + new + sum(other.count for other in joined if other is not part)
        lasting = entry.kind in (IndexKind.HNSW, IndexKind.IVF) and entry.kind == options.faiss.kind(rows)
        if part in joined and lasting and not _worn(part, options):
            return entry
    return None


def _worn(part: Part, options: EmbeddedOptions) -> bool:
    return part.count < (1 - options.most_dead) * len(part.segment)
