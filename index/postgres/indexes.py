"""Which indexes this server's partitions have: dropped while an empty database is filled, made when it is full."""

from __future__ import annotations

from dataclasses import dataclass

from index.postgres.connection import Database

FILLED_WITHOUT = {
    "passages_local_keys": "passages_local using gin (keys)",
    "postings_local_term": "postings_local (term) include (bucket, passage, tf, length)",
    "postings_local_passage": "postings_local (passage)",
}
"""As in migrations/0002; an index that is kept up row by row costs ten times as much as one that is made at once."""


@dataclass(frozen=True, slots=True)
class GraphOptions:
    """From how many passages a graph (HNSW) is built, and how.

    Without it every vector is compared: 4 ms for 10,000 passages (bench/scale_engines.py). With pgvector's own 16
    links, an effort of 64, and 200 for a question, recall@10 fell to 0.964 at 200,000. `memory` is what PostgreSQL
    may use for making an index; a graph that does not fit into it is built many times more slowly (1.1 kB a passage).
    """

    graph_from: int = 30_000
    links: int = 24
    build_effort: int = 100
    memory: str = "1GB"


def drop_for_filling(database: Database) -> None:
    """Take the indexes away, before many passages are written to a database that held none."""
    for name in FILLED_WITHOUT:
        database.rows(f"drop index if exists {name}")


def missing_indexes(database: Database) -> bool:
    """Whether filling was begun and not ended."""
    if not here(database):
        return False
    rows = database.rows(
        "select relname from pg_class where relname = any(%s) and relkind = 'i'", (list(FILLED_WITHOUT),)
    )
    return len(rows) < len(FILLED_WITHOUT)


def make_missing(database: Database, options: GraphOptions) -> None:
    """Make those that are not there."""
    _grant_memory(database, options)
    for name, on in FILLED_WITHOUT.items() if here(database) else ():
        database.rows(f"create index if not exists {name} on {on}")


def make_graph(database: Database, dim: int, *, column: str = "embedding", options: GraphOptions | None = None) -> None:
    """Build the HNSW graph over the vectors on this server, if any lie here."""
    options = options or GraphOptions()
    _grant_memory(database, options)
    if here(database):
        database.rows(
            f"create index if not exists {_graph(column)} on passages_local using hnsw "
            f"(({column}::public.halfvec({dim})) public.halfvec_ip_ops) "
            f"with (m = {options.links}, ef_construction = {options.build_effort})"
        )


def drop_graph(database: Database, column: str) -> None:
    """Take a graph away."""
    database.rows(f"drop index if exists {_graph(column)}")


def tell_planner(database: Database) -> None:
    """Tell the planner what the tables hold, foreign ones too."""
    local = partitions(database, "r")
    database.rows(f"vacuum (analyze) terms{''.join(f', {name}' for name in local)}")
    for name in partitions(database, "f"):
        database.rows(f"analyze {name}")


def here(database: Database) -> bool:
    """Whether passages lie on this server; a coordinator has them on its shards."""
    return "passages_local" in partitions(database, "r")


def partitions(database: Database, kind: str) -> tuple[str, ...]:
    """The partitions that are tables here ("r") or foreign ("f")."""
    rows = database.rows(
        "select relname from pg_class join pg_inherits on inhrelid = pg_class.oid where relkind = %s "
        "and inhparent in ('passages'::regclass, 'postings'::regclass) order by 1",
        (kind,),
    )
    return tuple(name for (name,) in rows)


def _graph(column: str) -> str:
    return "passages_local_graph" if column == "embedding" else "passages_local_graph_b"


def _grant_memory(database: Database, options: GraphOptions) -> None:
    """Raise what the server grants, where that is less."""
    database.rows(
        "select set_config('maintenance_work_mem', %s, false) "
        "where pg_size_bytes(current_setting('maintenance_work_mem')) < pg_size_bytes(%s)",
        (options.memory, options.memory),
    )
