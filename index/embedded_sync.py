"""How segments follow the catalogue: additions become new segments, removals dead rows, small segments are joined.

Segments of about equal size are joined (Bentley and Saxe 1980), so that a passage is rewritten at most a logarithm's
number of times, and a change to one document does not rewrite the vectors of all.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import numpy as np

from corpus.errors import HomeDamagedError
from corpus.stored import Model
from index.bm25 import Bm25
from index.bm25_postings import Arrays
from index.embedded_manifest import Manifest, SegmentEntry, read_manifest, write_manifest
from index.embedded_segment import Segment, SegmentBuilder
from index.embedded_snapshot import Part, Snapshot
from index.embedded_store import open_part, remove_unnamed, write_segment
from index.entries import EntrySource, Half, Ids

SMALL = 4096
"""A segment this small is joined with whatever comes: rewriting it takes under 0.2 s (bench/scale_embedded.py)."""
JOIN_RATIO = 2
MOST_DEAD = 0.2
"""A segment with a larger share of dead rows is rewritten: they cost memory and time in every question."""


def sync(folder: Path, source: EntrySource) -> Manifest | None:
    """Bring the files in `folder` up to date with `source`; None while there is no model yet.

    Only the writer that holds the home's lock may call it. Damaged files are replaced from the source.
    """
    generation, model = source.generation, source.model
    if model is None:
        return None
    old = _usable(folder, model)
    now = source.ids()
    parts = {entry.name: _alive_now(open_part(folder, entry), now) for entry in old}
    new = np.setdiff1d(now, _ids(parts.values()), assume_unique=True)
    joined = _to_join(parts.values(), len(new))
    entries = [_with_dead(entry, parts[entry.name]) for entry in old if parts[entry.name] not in joined]
    fresh = np.sort(np.concatenate([new, *(part.ids for part in joined)]))
    if len(fresh):
        arrays, vectors = _built(source, fresh, model.dim)
        entries.append(write_segment(folder, generation, arrays, vectors))
    manifest = Manifest(generation, model.name, model.dim, tuple(entries))
    write_manifest(folder, manifest)
    remove_unnamed(folder, manifest)
    return manifest


def load(folder: Path, opened: Snapshot | None, *, model: Model | None, bm25: Bm25) -> Snapshot:
    """The snapshot that the files hold; empty where they are missing or another model's. Reuses what is open.

    Raises:
        HomeDamagedError: a file is missing, cut or exchanged.
    """
    manifest = read_manifest(folder)
    if manifest is None or model is None or manifest.model != model.name:
        return Snapshot(0, (), model=None if model is None else model.name, bm25=bm25)
    try:
        parts = _opened(folder, manifest, opened)
    except HomeDamagedError:
        if read_manifest(folder) == manifest:
            raise
        return load(folder, opened, model=model, bm25=bm25)  # the writer put newer files in place meanwhile
    return Snapshot(manifest.generation, parts, model=model.name, bm25=bm25)


def catch_up(snapshot: Snapshot, source: EntrySource, dim: int, *, bm25: Bm25) -> Snapshot:
    """The snapshot brought to the source's generation in memory, for a reader that is ahead of the writer's files."""
    changes = source.changes(snapshot.generation)
    gone = np.array(changes.removed, np.int64)
    parts = [part.without(gone) for part in snapshot.parts]
    new = np.setdiff1d(np.array([*changes.added, *snapshot.pending], np.int64), _ids(snapshot.parts))
    joined = _to_join([part for part in parts if part.segment.name is None], len(new)) if len(new) else []
    parts = [part for part in parts if part not in joined]
    fresh = np.sort(np.concatenate([new, *(part.ids for part in joined)]))
    if len(fresh):
        parts.append(_in_memory(*_built(source, fresh, dim)))
    pending = np.setdiff1d(np.setdiff1d(new, gone), _ids(parts))
    return Snapshot(changes.generation, parts, model=snapshot.model, pending=pending.tolist(), bm25=bm25)


def _opened(folder: Path, manifest: Manifest, before: Snapshot | None) -> list[Part]:
    known = {} if before is None else {part.segment.name: part.segment for part in before.parts}
    return [
        Part(known[entry.name]).without(np.array(entry.dead, np.int64))
        if entry.name in known
        else open_part(folder, entry)
        for entry in manifest.segments
    ]


def _usable(folder: Path, model: Model) -> tuple[SegmentEntry, ...]:
    """The segments on disk that are whole and of this model."""
    try:
        manifest = read_manifest(folder)
    except HomeDamagedError:
        return ()
    if manifest is None or (manifest.model, manifest.dim) != (model.name, model.dim):
        return ()
    return tuple(entry for entry in manifest.segments if _opens(folder, entry))


def _opens(folder: Path, entry: SegmentEntry) -> bool:
    try:
        open_part(folder, entry)
    except HomeDamagedError:
        return False
    return True


def _alive_now(part: Part, now: Ids) -> Part:
    alive = np.isin(part.segment.ids, now, assume_unique=True)
    return Part(part.segment) if alive.all() else Part(part.segment, alive)


def _with_dead(entry: SegmentEntry, part: Part) -> SegmentEntry:
    dead = () if part.alive is None else tuple(part.segment.ids[~part.alive].tolist())
    return replace(entry, dead=dead)


def _to_join(parts: Iterable[Part], new: int) -> list[Part]:
    joined: list[Part] = []
    total = new
    for part in sorted(parts, key=lambda part: part.count):
        worn = part.count < (1 - MOST_DEAD) * len(part.segment)
        if worn or (total and part.count <= max(SMALL, JOIN_RATIO * total)):
            joined.append(part)
            total += part.count
    return joined


def _ids(parts: Iterable[Part]) -> Ids:
    return np.concatenate([np.empty(0, np.int64), *(part.segment.ids for part in parts)])


def _built(source: EntrySource, ids: Ids, dim: int) -> tuple[Arrays, Half]:
    builder = SegmentBuilder(len(ids), dim)
    for entry in source.entries(ids.tolist()):
        builder.add(entry)
    return builder.finish()


def _in_memory(arrays: Arrays, vectors: Half) -> Part:
    from index.faiss_store import FaissStore

    return Part(Segment(arrays, lambda: FaissStore.build(vectors)))
