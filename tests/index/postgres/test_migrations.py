from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus.errors import EngineError
from index.postgres.connection import Database, check_vector
from index.postgres.migrations import grant_reading, migrate_schema
from tests.index.postgres.server import Server

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


def test_an_owner_that_is_no_superuser_is_told_who_must_add_pgvector(server: Server, new_url: NewUrl) -> None:
    url = new_url()
    database = url.rsplit("/", 1)[1]
    server.execute("drop role if exists agare")
    server.execute("create role agare login")
    server.execute(f"alter database {database} owner to agare")
    owner = Database(url.replace("postgres@", "agare@"))
    with pytest.raises(EngineError, match=r"saknar pgvector.*administratör: create extension vector"):
        migrate_schema(owner)
    server.execute("create extension vector", database=database)
    assert migrate_schema(owner) == (1, 2, 3)
    owner.close()
    server.execute(f"drop database {database}")
    server.execute("drop role agare")


def test_a_reader_may_search_and_nothing_else(server: Server, new_url: NewUrl) -> None:
    url = new_url()
    migrate_schema(Database(url))
    server.execute("create role laser login")
    grant_reading(Database(url), "laser")
    reader = Database(url.replace("postgres@", "laser@"))
    assert reader.rows("select count(*) from passages") == [(0,)]
    for refused in (
        "delete from passages",
        "truncate postings",
        "update meta set generation = 9",
        "insert into terms (term) values ('x')",
        "drop index passages_local_keys",
        "create table beslutsminne.mine (a integer)",
        "create table public.mine (a integer)",
    ):
        with pytest.raises(EngineError, match="nekade"):
            reader.rows(refused)
