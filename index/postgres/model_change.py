"""How the database changes to another model's vectors: they are filled in beside those in use, and one row switches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.stored import Model
from index.entries import EntrySource
from index.postgres.connection import Database
from index.postgres.indexes import GraphOptions, drop_graph, make_graph, tell_planner
from index.postgres.rows import vector_rows

BATCH = 5000
COLUMNS = ("embedding", "embedding_b")


@dataclass(frozen=True, slots=True)
class Held:
    """Vectors that the database holds: of which model, in which column, and whether a graph is over them."""

    model: str
    dim: int
    column: str
    graph: bool


@dataclass(frozen=True, slots=True)
class State:
    """The database's generation, the vectors that are searched, and whole ones of another model beside them."""

    generation: int
    used: Held | None
    beside: Held | None

    def of(self, model: str | None) -> Held | None:
        """The vectors of `model` (None: those in use); None where the database has not got them."""
        there = (held for held in (self.used, self.beside) if held is not None)
        return next((held for held in there if model in (None, held.model)), None)


def state(database: Database) -> State:
    """What the database holds now, from one statement."""
    generation, column, used, beside, whole = database.rows(
        "select generation, vectors, array[model, dim::text, graph::text], "
        "array[other_model, other_dim::text, other_graph::text], other_whole from meta"
    )[0]
    return State(generation, _held(used, column), _held(beside, _beside(column)) if whole else None)


def in_use(database: Database) -> Held | None:
    """The vectors that are searched, None before the first."""
    return state(database).used


def _held(row: Sequence[str | None], column: str) -> Held | None:
    model, dim, graph = row
    return None if model is None or dim is None else Held(model, int(dim), column, graph == "true")


def fill_beside(database: Database, source: EntrySource, model: Model, *, options: GraphOptions) -> None:
    """Give every passage its vector by `model`, in the column that is not in use; readers do not notice.

    `source` hands out that model's vectors. What was stopped goes on where it was.
    """
    used = in_use(database)
    assert used is not None
    column = _beside(used.column)
    if database.rows("select other_model, other_dim from meta")[0] != (model.name, model.dim):
        _empty(database, column, model)
    rest = [id_ for (id_,) in database.rows(f"select id from passages where {column} is null order by id")]
    for some in _batches(rest):
        _write(database, source, column, some)
    if rest:
        tell_planner(database)
    passages = database.rows("select passages from meta")[0][0]
    graph = passages >= options.graph_from
    if graph:
        make_graph(database, model.dim, column=column, options=options)
    database.rows("update meta set other_whole = true, other_graph = %s", (graph,))


def switch(database: Database) -> None:
    """Make the vectors beside the ones in use, and the other way round: one row, in one transaction."""
    used = in_use(database)
    assert used is not None
    database.rows(
        "update meta set model = other_model, dim = other_dim, graph = other_graph, vectors = %s, "
        "other_model = model, other_dim = dim, other_graph = false, other_whole = false",
        (_beside(used.column),),
    )
    drop_graph(database, used.column)


def _beside(column: str) -> str:
    return next(other for other in COLUMNS if other != column)


def _empty(database: Database, column: str, model: Model) -> None:
    with database.transaction():
        drop_graph(database, column)
        database.rows(
            "update meta set other_model = %s, other_dim = %s, other_whole = false, other_graph = false",
            (model.name, model.dim),
        )
        database.rows(f"update passages set {column} = null where {column} is not null")


def _batches(ids: Sequence[int]) -> Iterator[list[int]]:
    return (list(ids[start : start + BATCH]) for start in range(0, len(ids), BATCH))


def _write(database: Database, source: EntrySource, column: str, ids: list[int]) -> None:
    """Passages that the source no longer has keep no vector; the next `sync` removes them."""
    with database.transaction():
        database.rows("create temporary table fresh (bucket smallint, id bigint, vector public.halfvec) on commit drop")
        database.copy("copy fresh (bucket, id, vector) from stdin (format binary)", vector_rows(source.entries(ids)))
        database.rows(
            f"update passages set {column} = vector from fresh "
            "where passages.bucket = fresh.bucket and passages.id = fresh.id"
        )
