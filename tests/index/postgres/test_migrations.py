from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus.errors import EngineError
from index.postgres.connection import Database, check_vector
from index.postgres.migrations import migrate_schema

NewUrl = Callable[[], str]


def test_each_step_is_applied_once(new_url: NewUrl) -> None:
    database = Database(new_url())
    assert migrate_schema(database) == (1, 2, 3)
    assert migrate_schema(database) == ()
    assert database.rows("select number from migrations order by number") == [(1,), (2,), (3,)]


def test_all_64_buckets_have_a_place(new_url: NewUrl) -> None:
    database = Database(new_url())
    migrate_schema(database)
    bounds = database.rows(
        "select pg_get_expr(relpartbound, oid) from pg_class where relname in ('passages_local', 'postings_local')"
    )
    numbers = ", ".join(f"'{number}'" for number in range(64))
    assert {bound for (bound,) in bounds} == {f"FOR VALUES IN ({numbers})"}


def test_a_newer_database_is_refused(new_url: NewUrl) -> None:
    database = Database(new_url())
    migrate_schema(database)
    database.rows("insert into migrations values (99, now())")
    with pytest.raises(EngineError, match=r"nyare version \(steg 99\)"):
        migrate_schema(database)


@pytest.mark.parametrize(("version", "refused"), [("0.7.4", True), ("0.8.0", False), ("0.10.1", False), ("1.0", False)])
def test_pgvector_before_iterative_scans_is_refused(new_url: NewUrl, version: str, refused: bool) -> None:
    database = Database(new_url())
    migrate_schema(database)
    database.rows("update pg_extension set extversion = %s where extname = 'vector'", (version,))
    if refused:
        with pytest.raises(EngineError, match=r"0\.7\.4 är för gammal.*alter extension"):
            check_vector(database)
    else:
        check_vector(database)
