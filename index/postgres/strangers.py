"""Whether what the database holds under an id is what the catalogue means by it.

Ids are never used again by one catalogue, but a home that was restored from a copy, or made anew, gives them out again
to other passages. Some are compared at every sync, the newest among them; if one differs, all are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from index.entries import Entry, EntrySource, Ids
from index.postgres.connection import Database
from index.postgres.rows import vector_bytes
from index.postgres.text import clean

PROBES = 100
"""The newest ids, and as many spread over the others: 200 rows, some 50 ms."""
BATCH = 2000


def strangers(database: Database, source: EntrySource, both: Ids, *, column: str) -> Ids:
    """Those ids of `both` under which the database holds another passage than the source."""
    if not len(both):
        return both
    spread = both[np.linspace(0, len(both) - 1, min(PROBES, len(both))).astype(int)]
    if not _differing(database, source, np.union1d(spread, both[-PROBES:]).tolist(), column):
        return np.empty(0, np.int64)
    batches = (both[start : start + BATCH].tolist() for start in range(0, len(both), BATCH))
    return np.array([id_ for some in batches for id_ in _differing(database, source, some, column)], np.int64)


def _differing(database: Database, source: EntrySource, ids: Sequence[int], column: str) -> list[int]:
    """Ids are the source's own, so that one which it has no entry for is about to get its vector."""
    held = dict(_held(database, ids, column))
    return [entry.id for entry in source.entries(ids) if held.get(entry.id) != _kept(entry)]


def _held(database: Database, ids: Sequence[int], column: str) -> Iterator[tuple[int, object]]:
    sql = f"select id, length, keys, public.halfvec_send({column}) from passages where id = any(%s)"
    for id_, length, keys, vector in database.rows(sql, (list(ids),)):
        yield id_, (length, sorted(keys), None if vector is None else bytes(vector))


def _kept(entry: Entry) -> object:
    return (len(entry.terms), sorted(map(clean, entry.facets.keys)), vector_bytes(entry.vector))
