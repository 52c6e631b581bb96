from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import numpy as np

from corpus.passage import Facets
from index.postgres.connection import Database
from index.postgres.migrations import migrate_schema
from index.postgres.rows import passage_rows, posting_rows, vector_bytes, vector_rows
from tests.index.brute_force import entry

NewUrl = Callable[[], str]
FACETS = Facets(type="motion", date="2022-03-04", bodies=("Å-nämnden",), in_force_to="2023-12-31")
ENTRIES = (
    entry(2**40 + 5, "a a b", [0.6, 0.8], FACETS, file='mapp/å, "ö" {x}.pdf'),
    entry(70, "", [1, 0], Facets(type="policy", date=None)),
)


def test_what_is_sent_in_binary_is_what_stands_there(new_url: NewUrl) -> None:
    database = Database(new_url())
    migrate_schema(database)
    columns = "bucket, id, length, date, force_from, force_to, keys, embedding"
    database.copy(f"copy passages ({columns}) from stdin (format binary)", passage_rows(ENTRIES))
    rows = database.rows(f"select {columns.replace('embedding', 'embedding::text')} from passages order by id")
    first, second = ENTRIES[1], ENTRIES[0]
    assert rows[0][:6] == (6, 70, 0, 0, 0, 99991231)
    assert rows[1][:6] == (5, 2**40 + 5, 3, 20220304, 0, 20231231)
    assert [row[6] for row in rows] == [list(first.facets.keys), list(second.facets.keys)]
    for row, one in zip(rows, (first, second), strict=True):
        held = np.array(row[7].strip("[]").split(","), np.float32)
        assert np.allclose(held, one.vector.astype(np.float32), atol=1e-4)


def test_postings_row_by_row(new_url: NewUrl) -> None:
    database = Database(new_url())
    migrate_schema(database)
    counts = [Counter(one.terms) for one in ENTRIES]
    database.copy(
        "copy postings (bucket, term, passage, tf, length) from stdin (format binary)",
        posting_rows(ENTRIES, counts, {"a": 7, "b": 2**31 - 1}),
    )
    assert database.rows("select bucket, term, passage, tf, length from postings order by term") == [
        (5, 7, 2**40 + 5, 2, 3),
        (5, 2**31 - 1, 2**40 + 5, 1, 3),
    ]


def test_vectors_alone(new_url: NewUrl) -> None:
    database = Database(new_url())
    migrate_schema(database)
    with database.transaction():
        database.rows("create temporary table fresh (bucket smallint, id bigint, vector public.halfvec) on commit drop")
        database.copy("copy fresh from stdin (format binary)", vector_rows(ENTRIES[1:]))
        assert database.rows("select bucket, id, vector::text from fresh") == [(6, 70, "[1,0]")]


def test_a_halfvec_by_hand() -> None:
    assert vector_bytes(np.array([1, -2], np.float16)) == b"\0\x02\0\0" + b"\x3c\x00" + b"\xc0\x00"
