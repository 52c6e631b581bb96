from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np
import pytest

from corpus.errors import EngineError
from corpus.stored import Model
from index.entries import Entry
from index.filters import Filter
from index.postgres.connection import Database
from index.postgres.engine import PostgresEngine
from index.postgres.indexes import GraphOptions
from index.postgres.model_change import fill_beside, in_use, state, switch
from index.postgres.writing import PostgresOptions, counts_are_right, prepare, sync
from tests.index.brute_force import DIM, MemorySource, entry, unit

ANY = Filter()
NewUrl = Callable[[], str]
OPTIONS = PostgresOptions(graph_from=20)
COUNT = 40


def embedded_by(name: str, dim: int, *, seed: int) -> MemorySource:
    """The same forty passages with another model's vectors."""
    source, draw = MemorySource(name=name, dim=dim), np.random.default_rng(seed)
    source.put(*(entry(id_, f"skola ord{id_}", draw.standard_normal(dim)) for id_ in range(1, COUNT + 1)))
    return source


@pytest.fixture
def old() -> MemorySource:
    return embedded_by("model-a", DIM, seed=1)


@pytest.fixture
def new() -> MemorySource:
    return embedded_by("model-b", 8, seed=2)


def itself(engine: PostgresEngine, source: MemorySource) -> bool:
    """Whether each passage is the nearest to its own vector."""
    return all(
        engine.dense(one.vector.astype(np.float32), 1, where=ANY)[0].passage == id_ for id_, one in source.held.items()
    )


def test_readers_have_the_old_model_whole_until_one_row_switches(
    new_url: NewUrl, old: MemorySource, new: MemorySource
) -> None:
    url = new_url()
    database, reader = Database(url), PostgresEngine(Database(url))
    sync(database, old, options=OPTIONS)
    seen: list[bool] = []

    class Watched(MemorySource):
        def entries(self, ids: Sequence[int]) -> Iterator[Entry]:
            for one in super().entries(ids):
                if one.id % 10 == 0:
                    seen.append(itself(reader, old))
                yield one

    watched = Watched(name=new.name, dim=new.dim, generation=1, held=new.held, put_in=new.put_in)
    prepare(database, watched, options=OPTIONS)
    assert seen == [True] * 4
    reader.refresh()
    assert itself(reader, old)
    assert database.rows("select writing, model, other_model, other_whole, other_graph from meta") == [
        (False, "model-a", "model-b", True, True)
    ]

    sync(database, watched, options=OPTIONS)
    assert watched.read == [*range(1, 41), *range(1, 41)], "sent once, and compared once by the sync"
    assert all(seen)
    assert itself(reader, old), "a question that has begun ends as it began"
    reader.refresh()
    assert itself(reader, new)
    assert database.rows("select model, dim, vectors, graph from meta") == [("model-b", 8, "embedding_b", True)]
    assert database.rows("select count(*) from pg_class where relname ~ '^passages_local_graph'") == [(1,)]
    assert counts_are_right(database)


def test_a_reader_follows_its_own_catalogue(new_url: NewUrl, old: MemorySource, new: MemorySource) -> None:
    url = new_url()
    database = Database(url)
    sync(database, old, options=OPTIONS)
    before, after = (PostgresEngine(Database(url), source=source) for source in (old, new))
    with pytest.raises(EngineError, match=r"inte vektorerna av modellen model-b.*Vänta"):
        after.refresh()
    prepare(database, new, options=OPTIONS)
    before.refresh()
    after.refresh()
    assert itself(before, old)
    assert itself(after, new), "the vectors are there before the database itself has switched"
    assert after.lexical({"ord7": 1.0}, 5, where=ANY)[0].passage == 7


def test_passages_that_came_between_are_there_after_the_switch(
    new_url: NewUrl, old: MemorySource, new: MemorySource
) -> None:
    database = Database(new_url())
    sync(database, old, options=OPTIONS)
    prepare(database, new, options=OPTIONS)
    for source in (old, new):
        source.remove(3)
        source.put(entry(41, "ny", np.ones(source.dim), file="ny.pdf"))
    sync(database, old, options=OPTIONS)
    assert state(database).beside is None, "one passage lacks its vector"
    sync(database, new, options=OPTIONS)
    engine = PostgresEngine(database, source=new)
    assert engine.problems() == ()
    assert engine.status().passages == 40
    assert itself(engine, new)


def test_going_back_sends_only_what_came_since(new_url: NewUrl, old: MemorySource, new: MemorySource) -> None:
    database = Database(new_url())
    sync(database, old, options=OPTIONS)
    new.put(entry(41, "ny", np.ones(new.dim), file="ny.pdf"))
    sync(database, new, options=OPTIONS)
    old.put(entry(41, "ny", np.ones(old.dim), file="ny.pdf"))
    old.read.clear()
    sync(database, old, options=OPTIONS)
    assert old.read == [41, *range(1, 42)], "one is sent, all are compared"
    assert itself(PostgresEngine(database), old)


def test_a_third_model_takes_the_place_of_the_one_before(new_url: NewUrl, old: MemorySource, new: MemorySource) -> None:
    database = Database(new_url())
    for source in (old, new, embedded_by("model-c", DIM, seed=3)):
        sync(database, source, options=OPTIONS)
        assert in_use(database) is not None
        assert itself(PostgresEngine(database), source)


def test_a_stopped_filling_goes_on_where_it_was(new_url: NewUrl, old: MemorySource, new: MemorySource) -> None:
    database = Database(new_url())
    sync(database, old, options=OPTIONS)
    fill_beside(database, new, Model(new.name, new.dim), options=GraphOptions())
    database.rows("update passages set embedding_b = null where id > 30")
    database.rows("update meta set other_whole = false, writing = true")
    new.read.clear()
    prepare(database, new, options=OPTIONS)
    assert new.read == list(range(31, 41))
    switch(database)
    assert itself(PostgresEngine(database), new)


def test_equal_dimensions_do_not_hide_another_model(new_url: NewUrl, old: MemorySource) -> None:
    database = Database(new_url())
    sync(database, old, options=OPTIONS)
    other = embedded_by("model-d", DIM, seed=9)
    sync(database, other, options=OPTIONS)
    engine = PostgresEngine(database, source=other)
    assert itself(engine, other)
    assert engine.dense(unit(np.ones(DIM)), 5, where=ANY)
