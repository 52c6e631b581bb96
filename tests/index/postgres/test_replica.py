from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import numpy as np
import pytest

from corpus.errors import EngineError
from index.filters import Filter
from index.postgres.connection import Database
from index.postgres.engine import PostgresEngine
from index.postgres.writing import sync
from tests.index.brute_force import DIM, MemorySource, entry
from tests.index.postgres.server import Server

ANY = Filter()


@pytest.fixture
def servers() -> Iterator[tuple[Server, Server]]:
    primary = Server.create()
    replica = Server.replica_of(primary)
    yield primary, replica
    replica.remove()
    primary.remove()


def wait_for(true: Callable[[], bool]) -> None:
    for _ in range(100):
        if true():
            return
        time.sleep(0.1)
    raise AssertionError("not within 10 s")


def test_a_replica_that_lags_answers_from_its_own_generation(servers: tuple[Server, Server]) -> None:
    primary, replica = servers
    source = MemorySource()
    source.put(entry(1, "skola", np.ones(DIM)), entry(2, "skola", np.ones(DIM)))
    writer = Database(primary.url())
    sync(writer, source)
    engine = PostgresEngine(Database(replica.url()))
    wait_for(lambda: replica.execute("select to_regclass('beslutsminne.meta') is not null") == [(True,)])
    wait_for(lambda: replica.execute("select generation from beslutsminne.meta") == [(1,)])
    assert [one.passage for one in engine.lexical({"skola": 1.0}, 9, where=ANY)] == [1, 2]

    engine.refresh()
    replica.execute("select pg_wal_replay_pause()")
    source.remove(1)
    source.put(entry(3, "skola", np.ones(DIM)))
    sync(writer, source)
    assert not engine.refresh()
    assert engine.status().generation == 1
    assert [one.passage for one in engine.lexical({"skola": 1.0}, 9, where=ANY)] == [1, 2]
    assert engine.document_frequency(["skola"]) == {"skola": 2}

    replica.execute("select pg_wal_replay_resume()")
    wait_for(engine.refresh)
    assert engine.status().generation == source.generation
    assert [one.passage for one in engine.lexical({"skola": 1.0}, 9, where=ANY)] == [2, 3]


def test_a_replica_cannot_be_written_to(servers: tuple[Server, Server]) -> None:
    primary, replica = servers
    source = MemorySource()
    source.put(entry(1, "skola", np.ones(DIM)))
    sync(Database(primary.url()), source)
    wait_for(lambda: replica.execute("select to_regclass('beslutsminne.meta') is not null") == [(True,)])
    with pytest.raises(EngineError, match="läskopia"):
        sync(Database(replica.url()), source)


def test_readers_go_on_while_the_primary_is_down(servers: tuple[Server, Server]) -> None:
    primary, replica = servers
    source = MemorySource()
    source.put(entry(1, "skola", np.ones(DIM)))
    sync(Database(primary.url()), source)
    wait_for(lambda: replica.execute("select to_regclass('beslutsminne.meta') is not null") == [(True,)])
    wait_for(lambda: replica.execute("select generation from beslutsminne.meta") == [(1,)])
    both = f"postgresql://postgres@127.0.0.1:{primary.port},127.0.0.1:{replica.port}/postgres"
    engine = PostgresEngine(Database(both))
    primary.stop()
    assert [one.passage for one in engine.lexical({"skola": 1.0}, 9, where=ANY)] == [1]
