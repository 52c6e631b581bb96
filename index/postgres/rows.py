"""How entries are sent: blocks of PostgreSQL's binary COPY format, made with numpy; ten times as fast as text."""

from __future__ import annotations

import struct
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np

from index.entries import Entry, Half
from index.postgres.text import clean

BUCKETS = 64
BEGIN, END = b"PGCOPY\n\xff\r\n\0" + bytes(8), b"\xff\xff"
TEXT_OID = 25
_NUMBERS = struct.Struct("!h ih iq ii ii ii ii")
"""Eight fields, of which these six come first, each after its size: bucket, id, length, date, in force from and to."""
_POSTING_FIELDS = (("bucket", ">i2"), ("term", ">i4"), ("passage", ">i8"), ("tf", ">i4"), ("length", ">i4"))
_POSTING = np.dtype(
    [("fields", ">i2"), *(one for name, kind in _POSTING_FIELDS for one in ((f"{name} size", ">i4"), (name, kind)))]
)


def passage_rows(entries: Iterable[Entry]) -> Iterator[bytes]:
    """For `copy passages (bucket, id, length, date, force_from, force_to, keys, vector) …`."""
    yield BEGIN
    for entry in entries:
        facets = entry.facets
        yield _NUMBERS.pack(
            8, 2, entry.id % BUCKETS, 8, entry.id, 4, len(entry.terms),
            4, facets.date, 4, facets.force_from, 4, facets.force_to,
        )  # fmt: skip
        yield _sized(_text_array([clean(key) for key in facets.keys]))
        yield _sized(vector_bytes(entry.vector))
    yield END


def vector_rows(entries: Iterable[Entry]) -> Iterator[bytes]:
    """For `copy … (bucket, id, vector) …`."""
    yield BEGIN
    for entry in entries:
        yield struct.pack("!hihiq", 3, 2, entry.id % BUCKETS, 8, entry.id) + _sized(vector_bytes(entry.vector))
    yield END


def posting_rows(
    entries: Sequence[Entry], counts: Sequence[Counter[str]], numbers: Mapping[str, int]
) -> Iterator[bytes]:
    """For `copy postings (bucket, term, passage, tf, length) …`."""
    sizes = [len(count) for count in counts]
    rows = np.zeros(sum(sizes), _POSTING)
    rows["fields"] = 5
    for field, _ in _POSTING_FIELDS:
        rows[f"{field} size"] = rows[field].itemsize
    rows["passage"] = np.repeat(np.array([entry.id for entry in entries], np.int64), sizes)
    rows["bucket"] = rows["passage"] % BUCKETS
    rows["length"] = np.repeat(np.array([len(entry.terms) for entry in entries], np.int64), sizes)
    rows["term"] = [numbers[term] for count in counts for term in count]
    rows["tf"] = [tf for count in counts for tf in count.values()]
    yield BEGIN
    yield rows.tobytes()
    yield END


def vector_bytes(vector: Half) -> bytes:
    """A halfvec as pgvector receives it: its length, two bytes for later use, and the numbers, all big-endian."""
    return struct.pack("!hh", len(vector), 0) + vector.astype(">f2").tobytes()


def _text_array(texts: Sequence[str]) -> bytes:
    if not texts:
        return struct.pack("!iii", 0, 0, TEXT_OID)
    return struct.pack("!iiiii", 1, 0, TEXT_OID, len(texts), 1) + b"".join(_sized(text.encode()) for text in texts)


def _sized(value: bytes) -> bytes:
    return struct.pack("!i", len(value)) + value
