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
from index.postgres.indexes import (
    GraphOptions,
    drop_for_filling,
    here,
    make_graph,
    make_missing,
    missing_indexes,
    tell_planner,
)
from index.postgres.migrations import migrate_schema
from index.postgres.model_change import fill_beside, in_use, switch
from index.postgres.rows import BUCKETS, passage_rows, posting_rows
from index.postgres.strangers import strangers
from index.postgres.text import clean

LOCK = 4_719_239
BATCH = 10_000


@dataclass(frozen=True, slots=True)
class PostgresOptions(GraphOptions):
    """How graphs are made, and from how many new passages an empty database is filled without its indexes.

    With them a fill took 62 s for 20,000 passages, and ever longer for each further thousand.
    """

    fill_from: int = 20_000


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
        _use_model(database, source, model, options)
        held = np.array([id_ for (id_,) in database.rows("select id from passages order by id")], np.int64)
        if database.rows("select passages from meta")[0][0] != len(held):
            _recount(database)
        now = source.ids()
        both = np.intersect1d(held, now, assume_unique=True)
        same = np.setdiff1d(both, strangers(database, source, both, column=_column(database)), assume_unique=True)
        gone = _by_file(database, np.setdiff1d(held, same, assume_unique=True).tolist())
        new = np.setdiff1d(now, same, assume_unique=True).tolist()
        filling = _begin_filling(database, held=len(held), new=len(new), options=options)
        if new:
            database.rows("update meta set other_whole = false")
        reused = set(new) & set(held.tolist())
        for file in [file for file, ids in gone.items() if not reused.isdisjoint(ids)]:
            _replace(database, gone.pop(file), ())
        for entries in _together(_documents(source, new), least=BATCH if filling else 1):
            _replace(database, [id_ for file in _files(entries) for id_ in gone.pop(file, ())], entries)
        for ids in gone.values():
            _replace(database, ids, ())
        database.rows("delete from terms where df = 0")
        make_missing(database, options)
        _make_graph_once_it_pays(database, model, options)
        database.rows("update meta set generation = %s, writing = false", (generation,))
        if len(new) or len(held) != len(now):
            tell_planner(database)


def prepare(database: Database, source: EntrySource, *, options: PostgresOptions | None = None) -> None:
    """Fill in the vectors of the model of `source` beside those in use, before the catalogue changes to that model.

    Raises:
        EngineError: the database refused or is not reachable.
        HomeBusyError: another process is writing to the database.
    """
    migrate_schema(database)
    used, model = in_use(database), source.model
    if model is not None and used is not None and (used.model, used.dim) != (model.name, model.dim):
        with _only_writer(database):
            fill_beside(database, source, model, options=options or PostgresOptions())
            database.rows("update meta set writing = false")


def _begin_filling(database: Database, *, held: int, new: int, options: PostgresOptions) -> bool:
    """Whether many passages come into an empty database, or such a run was stopped; takes the indexes away."""
    if held or new < options.fill_from or not here(database):
        return missing_indexes(database)
    drop_for_filling(database)
    return True


def _together(documents: Iterator[tuple[Entry, ...]], *, least: int) -> Iterator[list[Entry]]:
    """Whole documents, as many as make `least` entries: what one transaction writes."""
    some: list[Entry] = []
    for entries in documents:
        some += entries
        if len(some) >= least:
            yield some
            some = []
    if some:
        yield some


def _files(entries: Sequence[Entry]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(_file_key, entries)))


def _documents(source: EntrySource, ids: Sequence[int]) -> Iterator[tuple[Entry, ...]]:
    """Entries by document: ids are given out document by document, so that those of one follow each other."""
    entries = (entry for start in range(0, len(ids), BATCH) for entry in source.entries(ids[start : start + BATCH]))
    yield from (tuple(group) for _, group in groupby(entries, key=_file_key))


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


def _use_model(database: Database, source: EntrySource, model: Model, options: PostgresOptions) -> None:
    """Change to the source's model, if the database has another one's vectors."""
    used = in_use(database)
    if used is None:
        database.rows("update meta set model = %s, dim = %s", (model.name, model.dim))
    elif (used.model, used.dim) != (model.name, model.dim):
        fill_beside(database, source, model, options=options)
        switch(database)


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
    column = _column(database)
    counts = [Counter(map(clean, entry.terms)) for entry in entries]
    numbers = _number_terms(database, Counter(term for count in counts for term in count))
    database.copy(
        f"copy passages (bucket, id, length, date, force_from, force_to, keys, {column}) from stdin (format binary)",
        passage_rows(entries),
    )
    database.copy(
        "copy postings (bucket, term, passage, tf, length) from stdin (format binary)",
        posting_rows(entries, counts, numbers),
    )
    database.rows(
        "update meta set passages = passages + %s, terms_total = terms_total + %s",
        (len(entries), sum(len(entry.terms) for entry in entries)),
    )


def _column(database: Database) -> str:
    column: str = database.rows("select vectors from meta")[0][0]
    return column


def _number_terms(database: Database, df: Counter[str]) -> dict[str, int]:
    names = sorted(df)
    rows = database.rows(
        "insert into terms (term, df) select * from unnest(%s::text[], %s::integer[]) "
        "on conflict (term) do update set df = terms.df + excluded.df returning term, id",
        (names, [df[name] for name in names]),
    )
    return dict(rows)


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


def _make_graph_once_it_pays(database: Database, model: Model, options: PostgresOptions) -> None:
    passages, column, graph = database.rows("select passages, vectors, graph from meta")[0]
    if passages >= options.graph_from and not graph:
        make_graph(database, model.dim, column=column, options=options)
        database.rows("update meta set graph = true")


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
