"""Segments on disk: written under names that are never used twice, opened only if they are what was written."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from corpus.errors import HomeDamagedError
from index.bm25_postings import Arrays
from index.embedded_files import fingerprint, intact, map_arrays, save_arrays, write_whole
from index.embedded_manifest import ARRAYS, VECTORS, Manifest, SegmentEntry
from index.embedded_segment import Segment
from index.embedded_snapshot import Part
from index.entries import Half
from index.faiss_choice import FaissOptions, IndexKind

if TYPE_CHECKING:
    from index.faiss_store import FaissStore


def open_part(folder: Path, entry: SegmentEntry, *, options: FaissOptions) -> Part:
    """Map one segment; the vectors are loaded when the first question needs them.

    Raises:
        HomeDamagedError: a file is missing, cut or exchanged.
    """
    for suffix, expected in ((ARRAYS, entry.arrays), (VECTORS, entry.vectors)):
        path = folder / (entry.name + suffix)
        if not intact(path, expected):
            what = "är inte den fil som skrevs" if path.is_file() else "saknas"
            raise HomeDamagedError(f"Indexfilen {path} {what}.", hint="Kör: beslutsminne check --repair")
    arrays = map_arrays(folder / (entry.name + ARRAYS))
    segment = Segment(arrays, partial(_load, folder / (entry.name + VECTORS), entry.kind, options), name=entry.name)
    part = Part(segment)
    return part.without(np.array(entry.dead, np.int64)) if entry.dead else part


def write_segment(
    folder: Path,
    generation: int,
    arrays: Arrays,
    vectors: Half,
    *,
    options: FaissOptions,
    grown_from: SegmentEntry | None = None,
) -> SegmentEntry:
    """Write one segment; it counts once a manifest names it.

    With `grown_from`, its rows come first in `arrays`, and `vectors` are only those that come after them.
    """
    from index.faiss_store import FaissStore

    name = _free_name(folder, generation)
    if grown_from is None:
        store = FaissStore.build(vectors, options=options)
    else:
        old = folder / (grown_from.name + VECTORS)
        store = FaissStore.grown(old, vectors, kind=IndexKind(grown_from.kind), options=options)
    write_whole(folder / (name + ARRAYS), lambda path: save_arrays(path, arrays))
    write_whole(folder / (name + VECTORS), store.save)
    return SegmentEntry(
        name=name,
        kind=store.kind.value,
        count=len(store),
        arrays=fingerprint(folder / (name + ARRAYS)),
        vectors=fingerprint(folder / (name + VECTORS)),
    )


def remove_unnamed(folder: Path, *manifests: Manifest) -> None:
    """Delete what no manifest names; a reader that has it mapped keeps it until it lets go."""
    segments = [segment for manifest in manifests for segment in manifest.segments]
    named = {segment.name + suffix for segment in segments for suffix in (ARRAYS, VECTORS)}
    for path in _ours(folder):
        if path.name not in named:
            path.unlink(missing_ok=True)


def damage(folder: Path, manifest: Manifest) -> Iterable[str]:
    """Reads every byte and says, in Swedish, which files are not what was written."""
    for segment in manifest.segments:
        for suffix, expected in ((ARRAYS, segment.arrays), (VECTORS, segment.vectors)):
            path = folder / (segment.name + suffix)
            if not intact(path, expected, whole=True):
                yield f"{path.name} {'är skadad' if path.is_file() else 'saknas'}"


def _load(path: Path, kind: str, options: FaissOptions) -> FaissStore:
    from index.faiss_store import FaissStore

    return FaissStore.load(path, kind=IndexKind(kind), options=options)


def _free_name(folder: Path, generation: int) -> str:
    taken = {path.name.split(".")[0] for path in _ours(folder)}
    numbers = (f"{generation:010d}-{again}" for again in range(1, len(taken) + 2))
    return next(name for name in (f"{generation:010d}", *numbers) if name not in taken)


def _ours(folder: Path) -> Iterable[Path]:
    return (path for pattern in (f"*{ARRAYS}", f"*{VECTORS}", "*.new") for path in tuple(folder.glob(pattern)))
