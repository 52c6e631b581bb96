"""How a segment is read from the source: row by row in a given order, a few thousand entries in memory at a time."""

from __future__ import annotations

from collections.abc import Iterator

from index.bm25_postings import Arrays
from index.embedded_segment import SegmentBuilder
from index.entries import Entry, EntrySource, Half, Ids

BATCH = 2000


def build(source: EntrySource, ids: Ids, dim: int) -> tuple[Arrays, Half]:
    """Arrays and vectors `(n, dim)` of the entries with those ids that are there, in that order."""
    builder = SegmentBuilder(len(ids), dim)
    for _, entry in _in_order(source, ids):
        if entry is not None:
            builder.add(entry)
    return builder.finish()


def build_after(source: EntrySource, first: Ids, ids: Ids, dim: int) -> tuple[Arrays, Half]:
    """The same after the rows `first`, each of which is kept, as a dead row where its entry is gone.

    Returns:
        The arrays of all rows, and the vectors of those after `first`.
    """
    builder = SegmentBuilder(len(first) + len(ids), dim)
    for id_, entry in _in_order(source, first):
        if entry is None:
            builder.add_dead(id_)
        else:
            builder.add(entry)
    for _, entry in _in_order(source, ids):
        if entry is not None:
            builder.add(entry)
    arrays, vectors = builder.finish()
    return arrays, vectors[len(first) :]


def _in_order(source: EntrySource, ids: Ids) -> Iterator[tuple[int, Entry | None]]:
    for start in range(0, len(ids), BATCH):
        some = ids[start : start + BATCH].tolist()
        found = {entry.id: entry for entry in source.entries(some)}
        yield from ((id_, found.get(id_)) for id_ in some)
