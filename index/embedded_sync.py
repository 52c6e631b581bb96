"""How the files and a reader's snapshot follow the catalogue: what is new is added, what is gone is dead at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import numpy as np

from corpus.errors import HomeDamagedError
from corpus.stored import Model
from index.embedded_build import build, build_after
from index.embedded_manifest import NEXT, Manifest, SegmentEntry, manifest_of, read_manifest, write_manifest
from index.embedded_options import EmbeddedOptions
from index.embedded_plan import to_grow, to_join
from index.embedded_segment import Segment
from index.embedded_snapshot import Part, Snapshot
from index.embedded_store import open_part, remove_unnamed, write_segment
from index.entries import EntrySource, Ids

OnDisk = dict[SegmentEntry, Part]


def sync(folder: Path, source: EntrySource, *, options: EmbeddedOptions | None = None) -> Manifest | None:
    """Bring the files in `folder` up to date with `source`; None while there is no model yet.

    Only the writer that holds the home's lock may call it. Damaged files are replaced from the source.
    """
    manifest = _written(folder, source, options or EmbeddedOptions())
    if manifest is None:
        return None
    write_manifest(folder, manifest)
    following = _next(folder)
    if following is not None and following.model == manifest.model:
        (folder / NEXT).unlink()
        following = None
    remove_unnamed(folder, *(one for one in (manifest, following) if one is not None))
    return manifest


def prepare(folder: Path, source: EntrySource, *, options: EmbeddedOptions | None = None) -> None:
    """Write the segments of the model of `source` beside those in use, before the catalogue changes to that model.

    Only the writer that holds the home's lock may call it; `sync` after the change puts them in use.
    """
    manifest = _written(folder, source, options or EmbeddedOptions())
    if manifest is not None:
        write_manifest(folder, manifest, name=NEXT)


def _written(folder: Path, source: EntrySource, options: EmbeddedOptions) -> Manifest | None:
    """Write the segments that lack of what `source` has."""
    generation, model = source.generation, source.model
    if model is None:
        return None
    now = source.ids()
    on_disk = _usable(folder, model, now, options)
    new = np.setdiff1d(now, _ids(on_disk.values()), assume_unique=True)
    joined = to_join(on_disk.values(), len(new), options)
    entries = [_with_dead(entry, part) for entry, part in on_disk.items() if part not in joined]
    if len(new) or any(part.count for part in joined):
        entries.append(_rewritten(folder, source, on_disk, joined, new, options))
    return Manifest(generation, model.name, model.dim, tuple(entries))


def _next(folder: Path) -> Manifest | None:
    try:
        return read_manifest(folder, name=NEXT)
    except HomeDamagedError:
        return None


def load(folder: Path, opened: Snapshot | None, *, model: Model | None, options: EmbeddedOptions) -> Snapshot:
    """The snapshot that the files hold; empty where they are missing or another model's. Reuses what is open.

    Raises:
        HomeDamagedError: a file is missing, cut or exchanged.
    """
    manifest = None if model is None else manifest_of(folder, model.name)
    if manifest is None or model is None:
        return Snapshot(0, (), model=None if model is None else model.name, bm25=options.bm25)
    try:
        parts = _opened(folder, manifest, opened, options)
    except HomeDamagedError:
        if manifest_of(folder, model.name) == manifest:
            raise
        return load(folder, opened, model=model, options=options)  # the writer put newer files in place meanwhile
    return Snapshot(manifest.generation, parts, model=model.name, bm25=options.bm25)


def catch_up(snapshot: Snapshot, source: EntrySource, dim: int, *, options: EmbeddedOptions) -> Snapshot:
    """The snapshot brought to the source's generation in memory, for a reader that is ahead of the writer's files."""
    changes = source.changes(snapshot.generation)
    gone = np.array(changes.removed, np.int64)
    parts = [part.without(gone) for part in snapshot.parts]
    new = np.setdiff1d(np.array([*changes.added, *snapshot.pending], np.int64), _ids(snapshot.parts))
    joined = to_join((part for part in parts if part.segment.name is None), len(new), options)
    parts = [part for part in parts if part not in joined]
    fresh = np.sort(np.concatenate([new, *(part.ids for part in joined)]))
    if len(fresh):
        parts.append(_in_memory(source, fresh, dim, options))
    pending = np.setdiff1d(np.setdiff1d(new, gone), _ids(parts))
    return Snapshot(changes.generation, parts, model=snapshot.model, pending=pending.tolist(), bm25=options.bm25)


def _opened(folder: Path, manifest: Manifest, before: Snapshot | None, options: EmbeddedOptions) -> list[Part]:
    known = {} if before is None else {part.segment.name: part.segment for part in before.parts}
    return [
        Part(known[entry.name]).without(np.array(entry.dead, np.int64))
        if entry.name in known
        else open_part(folder, entry, options=options.faiss)
        for entry in manifest.segments
    ]


def _usable(folder: Path, model: Model, now: Ids, options: EmbeddedOptions) -> OnDisk:
    """The segments on disk that are whole and of this model, with what of them is alive now."""
    try:
        manifest = manifest_of(folder, model.name)
    except HomeDamagedError:
        return {}
    if manifest is None or manifest.dim != model.dim:
        return {}
    found = {}
    for entry in manifest.segments:
        try:
            found[entry] = _alive_now(open_part(folder, entry, options=options.faiss), now)
        except HomeDamagedError:
            continue
    return found


def _alive_now(part: Part, now: Ids) -> Part:
    alive = np.isin(part.segment.ids, now, assume_unique=True)
    return Part(part.segment) if alive.all() else Part(part.segment, alive)


def _with_dead(entry: SegmentEntry, part: Part) -> SegmentEntry:
    dead = () if part.alive is None else tuple(part.segment.ids[~part.alive].tolist())
    return replace(entry, dead=dead)


def _rewritten(
    folder: Path, source: EntrySource, on_disk: OnDisk, joined: tuple[Part, ...], new: Ids, options: EmbeddedOptions
) -> SegmentEntry:
    """One segment of the new entries and the joined segments, on disk."""
    model = source.model
    assert model is not None
    base = to_grow(on_disk, joined, len(new), options)
    others = (part.ids for part in joined if base is None or part is not on_disk[base])
    fresh = np.sort(np.concatenate([new, *others]))
    if base is None:
        arrays, vectors = build(source, fresh, model.dim)
        return write_segment(folder, source.generation, arrays, vectors, options=options.faiss)
    part = on_disk[base]
    arrays, vectors = build_after(source, part.segment.ids, fresh, model.dim)
    written = write_segment(folder, source.generation, arrays, vectors, options=options.faiss, grown_from=base)
    return _with_dead(written, part)


def _ids(parts: Iterable[Part]) -> Ids:
    return np.concatenate([np.empty(0, np.int64), *(part.segment.ids for part in parts)])


def _in_memory(source: EntrySource, ids: Ids, dim: int, options: EmbeddedOptions) -> Part:
    from index.faiss_store import FaissStore

    arrays, vectors = build(source, ids, dim)
    return Part(Segment(arrays, lambda: FaissStore.build(vectors, options=options.faiss)))
