from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np
import pytest

from index.entries import Entry
from index.filters import Filter
from index.postgres.connection import Database
from index.postgres.engine import PostgresEngine
from index.postgres.indexes import FILLED_WITHOUT, here, make_graph, missing_indexes
from index.postgres.writing import PostgresOptions, counts_are_right, sync
from tests.index.brute_force import DIM, BruteForce, MemorySource, close, entry, unit

ANY = Filter()
NewUrl = Callable[[], str]
OPTIONS = PostgresOptions(fill_from=50, graph_from=50)


def fill(source: MemorySource, *, count: int = 60) -> None:
    draw = np.random.default_rng(4)
    rows = ((id_, f"skola ord{id_ % 7}", draw.standard_normal(DIM)) for id_ in range(1, count))
    source.put(*(entry(id_, terms, vector, file=f"{id_ // 5}.pdf") for id_, terms, vector in rows))


def names(database: Database) -> set[str]:
    return {name for (name,) in database.rows("select indexname from pg_indexes where schemaname = 'beslutsminne'")}


def test_an_empty_database_is_filled_without_its_indexes_and_gets_them_then(new_url: NewUrl) -> None:
    database = Database(new_url())
    seen: list[bool] = []

    class Watched(MemorySource):
        def entries(self, ids: Sequence[int]) -> Iterator[Entry]:
            seen.append(missing_indexes(database))
            return super().entries(ids)

    source = Watched()
    fill(source)
    sync(database, source, options=OPTIONS)
    assert seen == [True]
    assert set(FILLED_WITHOUT) | {"passages_local_graph"} <= names(database)
    assert here(database)
    assert counts_are_right(database)
    engine, plain = PostgresEngine(database), BruteForce(source)
    close(engine.dense(unit(np.ones(DIM)), 10, where=ANY), plain.dense(unit(np.ones(DIM)), 10, where=ANY), within=1e-5)


def test_a_filling_that_was_stopped_gets_its_indexes_from_the_next_run(new_url: NewUrl) -> None:
    class Stops(MemorySource):
        def entries(self, ids: Sequence[int]) -> Iterator[Entry]:
            raise RuntimeError("stopped")

    database, source = Database(new_url()), Stops()
    fill(source)
    with pytest.raises(RuntimeError, match="stopped"):
        sync(database, source, options=OPTIONS)
    assert missing_indexes(database)
    sync(database, MemorySource(generation=1, held=source.held, put_in=source.put_in), options=OPTIONS)
    assert not missing_indexes(database)
    assert counts_are_right(database)


def test_few_passages_are_added_with_the_indexes_in_place(new_url: NewUrl) -> None:
    database, source = Database(new_url()), MemorySource()
    fill(source, count=20)
    sync(database, source, options=OPTIONS)
    assert not missing_indexes(database)
    make_graph(database, DIM)
    assert "passages_local_graph" in names(database)
