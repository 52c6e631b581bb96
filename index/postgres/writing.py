"""How the database follows the catalogue: a document is replaced in one transaction, and counts are never off."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby

import numpy as np

from corpus.errors import HomeBusyError
from corpus.stored import Model
from index.entries import Entry, EntrySource
from index.postgres.connection import Database
from index.postgres.migrations import migrate_schema
from index.postgres.text import clean, vector_text

LOCK = 4_719_239
BUCKETS = 64
BATCH = 10_000


@dataclass(frozen=True, slots=True)
class PostgresOptions:
    """From how many passages a graph (HNSW) is built, and how: pgvector's own defaults for both numbers.

    Without it every vector is compared: 4 ms for 10,000 passages (bench/scale_engines.py).
    """

    graph_from: int = 30_000
    links: int = 16
    build_effort: int = 64


def sync(database: Database, source: EntrySource, *, options: PostgresOptions | None = None) -> None:
    """Bring the database up to date with `source`; nothing happens while there is no model yet.

    A run that was stopped is taken up by the next: what stands there already is not written again.

    Raises:
        EngineError: the database refused or is not reachable.
        HomeBusyError: another process is writing to the database.
    """
    options = options or PostgresOptions()
    migrate_schema(database)
    generation, model = source.generation, source.model
    if model is None:
        return
    with _only_writer(database):
        _use_model(database, model)
        held = np.array([id_ for (id_,) in database.rows("select id from passages order by id")], np.int64)
        if database.rows("select passages from meta")[0][0] != len(held):
            _recount(database)
        now = source.ids()
        gone = _by_file(database, np.setdiff1d(held, now, assume_unique=True).tolist())
        new = np.setdiff1d(now, held, assume_unique=True).tolist()
        for file, entries in _documents(source, new):
            _replace(database, gone.pop(file, ()), entries)
        for ids in gone.values():
            _replace(database, ids, ())
        database.rows("update meta set generation = %s, writing = false", (generation,))
        _tidy(database, model, options, changed=len(new) + len(held) - len(now))


def _documents(source: EntrySource, ids: Sequence[int]) -> Iterator[tuple[str, tuple[Entry, ...]]]:
    """Entries by document: ids are given out document by document, so that those of one follow each other."""
    entries = (entry for start in range(0, len(ids), BATCH) for entry in source.entries(ids[start : start + BATCH]))
    for file, group in groupby(entries, key=_file_key):
        yield file, tuple(group)


def _file_key(entry: Entry) -> str:
    return clean(next((key for key in entry.facets.keys if key.startswith("file:")), ""))


@contextmanager
def _only_writer(database: Database) -> Iterator[None]:
    if not database.rows("select pg_try_advisory_lock(%s)", (LOCK,))[0][0]:
        raise HomeBusyError("En annan process skriver till databasen.", hint="Vänta tills den är klar.")
    try:
        if database.rows("select writing from meta")[0][0]:
            _recount(database)
        database.rows("update meta set writing = true")
        yield
    finally:
        database.rows("select pg_advisory_unlock(%s)", (LOCK,))


def _use_model(database: Database, model: Model) -> None:
    """Empty the tables where another model made the vectors."""
    if database.rows("select model, dim from meta")[0] == (model.name, model.dim):
        return
    with database.transaction():
        database.rows("truncate passages, postings, terms")
        database.rows("drop index if exists passages_local_graph")
        database.rows(
            "update meta set generation = 0, passages = 0, terms_total = 0, graph = false, model = %s, dim = %s",
            (model.name, model.dim),
        )


def _by_file(database: Database, ids: Sequence[int]) -> dict[str, tuple[int, ...]]:
    found: dict[str, list[int]] = defaultdict(list)
    for id_, keys in database.rows("select id, keys from passages where id = any(%s)", (list(ids),)):
        found[next((key for key in keys if key.startswith("file:")), "")].append(id_)
    return {file: tuple(some) for file, some in found.items()}


def _replace(database: Database, gone: Sequence[int], entries: Sequence[Entry]) -> None:
    with database.transaction():
        if gone:
            _remove(database, gone)
        if entries:
            _add(database, entries)


def _remove(database: Database, ids: Sequence[int]) -> None:
    values = {"ids": list(ids), "buckets": sorted({id_ % BUCKETS for id_ in ids})}
    database.rows(
        "with gone as (delete from postings where bucket = any(%(buckets)s::smallint[]) and passage = any(%(ids)s) "
        "returning term), counted as (select term, count(*) as n from gone group by term) "
        "update terms set df = df - n from counted where id = counted.term",
        values,
    )
    database.rows(
        "with gone as (delete from passages where bucket = any(%(buckets)s::smallint[]) and id = any(%(ids)s) "
        "returning length) update meta set passages = passages - (select count(*) from gone), "
        "terms_total = terms_total - (select coalesce(sum(length), 0) from gone)",
        values,
    )


def _add(database: Database, entries: Sequence[Entry]) -> None:
    counts = [Counter(map(clean, entry.terms)) for entry in entries]
    numbers = _number_terms(database, Counter(term for count in counts for term in count))
    database.copy(
        "copy passages (bucket, id, length, date, force_from, force_to, keys, embedding) from stdin",
        (_passage_row(entry) for entry in entries),
    )
    database.copy(
        "copy postings (bucket, term, passage, tf, length) from stdin",
        (
            (entry.id % BUCKETS, numbers[term], entry.id, tf, len(entry.terms))
            for entry, count in zip(entries, counts, strict=True)
            for term, tf in count.items()
        ),
    )
    database.rows(
        "update meta set passages = passages + %s, terms_total = terms_total + %s",
        (len(entries), sum(len(entry.terms) for entry in entries)),
    )


def _number_terms(database: Database, df: Counter[str]) -> dict[str, int]:
    names = sorted(df)
    rows = database.rows(
        "insert into terms (term, df) select * from unnest(%s::text[], %s::integer[]) "
        "on conflict (term) do update set df = terms.df + excluded.df returning term, id",
        (names, [df[name] for name in names]),
    )
    return dict(rows)


def _passage_row(entry: Entry) -> tuple[object, ...]:
    facets = entry.facets
    keys = [clean(key) for key in facets.keys]
    dates = (facets.date, facets.force_from, facets.force_to)
    return (entry.id % BUCKETS, entry.id, len(entry.terms), *dates, keys, vector_text(entry.vector))


def _recount(database: Database) -> None:
    """Count anew after a writer that was stopped: a shard may have committed what its coordinator had not."""
    with database.transaction():
        database.rows("delete from postings where not exists (select 1 from passages where id = passage)")
        database.rows(
            "update terms set df = coalesce(n, 0) from terms as old left join "
            "(select term, count(*) as n from postings group by term) as counted on counted.term = old.id "
            "where terms.id = old.id and terms.df is distinct from coalesce(n, 0)"
        )
        database.rows(
            "update meta set (passages, terms_total) = (select count(*), coalesce(sum(length), 0) from passages)"
        )


def _tidy(database: Database, model: Model, options: PostgresOptions, *, changed: int) -> None:
    """Build the graph once it pays, and tell the planner what the tables hold, foreign ones too."""
    passages, graph = database.rows("select passages, graph from meta")[0]
    if passages >= options.graph_from and not graph:
        make_graph(database, model.dim, options=options)
    if changed:
        local = _partitions(database, "r")
        database.rows(f"vacuum (analyze) terms{''.join(f', {name}' for name in local)}")
        for name in _partitions(database, "f"):
            database.rows(f"analyze {name}")


def make_graph(database: Database, dim: int, *, options: PostgresOptions | None = None) -> None:
    """Build the HNSW graph over the vectors on this server; on a shard, call it with the shard's own database."""
    options = options or PostgresOptions()
    if "passages_local" in _partitions(database, "r"):
        database.rows(
            f"create index if not exists passages_local_graph on passages_local using hnsw "
            f"((embedding::public.halfvec({dim})) public.halfvec_ip_ops) "
            f"with (m = {options.links}, ef_construction = {options.build_effort})"
        )
    database.rows("update meta set graph = true")


def _partitions(database: Database, kind: str) -> tuple[str, ...]:
    rows = database.rows(
        "select relname from pg_class join pg_inherits on inhrelid = pg_class.oid where relkind = %s "
        "and inhparent in ('passages'::regclass, 'postings'::regclass) order by 1",
        (kind,),
    )
    return tuple(name for (name,) in rows)


def counts_are_right(database: Database) -> bool:
    """Whether stored document frequencies and totals equal what the postings say; reads everything."""
    wrong = database.rows(
        "select count(*) from terms left join (select term, count(*) as n from postings group by term) as counted "
        "on counted.term = id where df <> coalesce(n, 0)"
    )
    totals = database.rows(
        "select (select passages from meta) = count(*) and (select terms_total from meta) = coalesce(sum(length), 0) "
        "from passages"
    )
    return not wrong[0][0] and bool(totals[0][0])
