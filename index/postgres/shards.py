"""How buckets come to lie on other servers: foreign tables in place of the coordinator's own partitions.

PostgreSQL distributes: the coordinator plans over its foreign partitions, and shards sort and add up by themselves.
The rows are not moved but written anew by the next `sync`, from the vectors that the catalogue keeps.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.errors import EngineError
from index.postgres.connection import SESSION, Database, read_address
from index.postgres.indexes import GraphOptions, make_graph
from index.postgres.migrations import migrate_schema
from index.postgres.model_change import in_use
from index.postgres.rows import BUCKETS

FETCH = {"passages": 100, "postings": 10_000}
"""Rows a round trip: the nearest are few and carry their vectors, a common term's passages are many and small."""


@dataclass(frozen=True, slots=True)
class Shard:
    """One server that holds a share of the buckets. `options` are libpq's (host, port, dbname, sslmode, …).

    `user` and `password` are those that the coordinator signs in with; without a password leave it None (certificates,
    a password file of the coordinator's system user, or trust on a closed network).
    """

    name: str
    options: dict[str, str]
    user: str
    password: str | None = None

    def __post_init__(self) -> None:
        """Refuse a name that cannot be part of a table's name."""
        if not re.fullmatch(r"[a-z0-9_]{1,40}", self.name):
            raise EngineError(f"{self.name!r} duger inte som namn.", hint="Använd små bokstäver a–z, siffror och _.")


def shard_at(name: str, url: str) -> Shard:
    """The shard that a libpq URL leads to; its user and password are those that the coordinator signs in with.

    Raises:
        EngineError: `url` is no address that libpq understands.
    """
    options = read_address(url)
    user = options.pop("user", None)
    if user is None:
        raise EngineError(
            f"Adressen till {name} saknar användare.", hint="Skriv postgresql://användare@server/databas."
        )
    return Shard(name, options, user=user, password=options.pop("password", None))


def make_graphs(coordinator: Database, shards: Sequence[Database], *, options: GraphOptions | None = None) -> None:
    """Build each shard's graph over the vectors that the coordinator searches, and let it be used.

    Raises:
        EngineError: the coordinator holds no vectors yet, or a server refused or is not reachable.
    """
    used = in_use(coordinator)
    if used is None:
        raise EngineError("Databasen har inga vektorer än.", hint="Kör beslutsminne migrate först.")
    for shard in shards:
        make_graph(shard, used.dim, column=used.column, options=options)
    coordinator.rows("update meta set graph = true")


def spread(coordinator: Database, shards: Sequence[Shard]) -> None:
    """Make the buckets of `coordinator` lie on `shards`, evenly; each must have run `migrate_schema` itself.

    Names of shards become part of tables' names: letters, digits and _ only.

    The index is empty afterwards, until the next `sync`. Needs the right to create extensions and servers.

    Raises:
        EngineError: a server refused or is not reachable.
    """
    migrate_schema(coordinator)
    with coordinator.transaction():
        coordinator.rows("create extension if not exists postgres_fdw with schema public")
        coordinator.rows("truncate terms")
        coordinator.rows("delete from meta")
        coordinator.rows("insert into meta default values")
        for table in ("passages", "postings"):
            for name, kind in _partitions(coordinator, table):
                coordinator.rows(f"drop {'foreign ' if kind == 'f' else ''}table {name}")
        for number, shard in enumerate(shards):
            _make_server(coordinator, shard)
            buckets = ", ".join(str(bucket) for bucket in range(number, BUCKETS, len(shards)))
            for table in ("passages", "postings"):
                coordinator.rows(
                    f"create foreign table {table}_{shard.name} partition of {table} for values in ({buckets}) "
                    f"server {_server(shard)} options (schema_name 'beslutsminne', "
                    f"table_name '{table}_local', fetch_size '{FETCH[table]}')"
                )
                coordinator.rows(f"truncate {table}_{shard.name}")


def _make_server(coordinator: Database, shard: Shard) -> None:
    settings = " ".join(f"-c {name}={value}" for name, value in SESSION.items() if name.startswith("hnsw."))
    options = {
        **shard.options,
        "options": settings,
        "extensions": "vector",
        "batch_size": "1000",
        "async_capable": "true",
    }
    user = {"user": shard.user} | _password(coordinator, shard)
    name = _server(shard)
    coordinator.rows(f"drop server if exists {name} cascade")
    coordinator.rows(
        f"create server {name} foreign data wrapper postgres_fdw options ({_options(coordinator, options)})"
    )
    coordinator.rows(f"create user mapping for public server {name} options ({_options(coordinator, user)})")


def _password(coordinator: Database, shard: Shard) -> dict[str, str]:
    """Without one, only a superuser may let others through to the shard (by certificate, or on a closed network)."""
    if shard.password is not None:
        return {"password": shard.password}
    superuser = coordinator.rows("select rolsuper from pg_roles where rolname = current_user")[0][0]
    return {"password_required": "false"} if superuser else {}


def _server(shard: Shard) -> str:
    return f"beslutsminne_{shard.name}"


def _options(coordinator: Database, options: dict[str, str]) -> str:
    quoted = ((name, coordinator.rows("select quote_literal(%s)", (value,))[0][0]) for name, value in options.items())
    return ", ".join(f"{name} {value}" for name, value in quoted)


def _partitions(coordinator: Database, table: str) -> list[tuple[str, str]]:
    rows = coordinator.rows(
        "select relname, relkind::text from pg_class join pg_inherits on inhrelid = pg_class.oid "
        "where inhparent = %s::regclass",
        (table,),
    )
    return [(name, kind) for name, kind in rows]
