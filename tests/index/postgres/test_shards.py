from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from corpus.errors import EngineError
from index.filters import Filter
from index.postgres.connection import Database
from index.postgres.engine import PostgresEngine
from index.postgres.migrations import grant_reading, migrate_schema
from index.postgres.shards import Shard, make_graphs, shard_at, spread
from index.postgres.writing import PostgresOptions, counts_are_right, prepare, sync
from tests.index.brute_force import DIM, BruteForce, MemorySource, close, entry, unit
from tests.index.postgres.server import Server

ANY = Filter()
OPTIONS = PostgresOptions(graph_from=400)
WORDS = [f"ord{number}" for number in range(50)]


class Cluster:
    """A coordinator and two shards."""

    def __init__(self) -> None:
        self.coordinator, self.first, self.second = Server.create(), Server.create(), Server.create()
        self.shards = (self.first, self.second)
        for shard in self.shards:
            migrate_schema(Database(shard.url()))
        self.database = Database(self.coordinator.url())
        spread(self.database, [shard_of(name, server) for name, server in zip("ab", self.shards, strict=True)])

    def remove(self) -> None:
        self.database.close()
        for server in (self.coordinator, *self.shards):
            server.remove()


def shard_of(name: str, server: Server) -> Shard:
    options = {"host": "127.0.0.1", "port": str(server.port), "dbname": "postgres", "connect_timeout": "5"}
    return Shard(name, options, user="postgres")


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    one = Cluster()
    yield one
    one.remove()


@pytest.fixture
def source() -> MemorySource:
    made, draw = MemorySource(), np.random.default_rng(7)
    rows = ((id_, " ".join(draw.choice(WORDS, 12)), draw.standard_normal(DIM)) for id_ in range(1, 501))
    made.put(*(entry(id_, terms, vector, file=f"{id_ // 20}.pdf") for id_, terms, vector in rows))
    return made


def held(server: Server) -> set[int]:
    return {int(str(id_)) for (id_,) in server.execute("select id from beslutsminne.passages_local")}


def agree(engine: PostgresEngine, plain: BruteForce, where: Filter) -> None:
    for seed in range(10):
        draw = np.random.default_rng(seed)
        vector, terms = unit(draw.standard_normal(DIM)), {str(word): 1.0 for word in draw.choice(WORDS, 3)}
        dense, expected = engine.dense(vector, 10, where=where), plain.dense(vector, 10, where=where)
        close(dense, expected, within=1e-5)
        close(engine.lexical(terms, 10, where=where), plain.lexical(terms, 10, where=where), within=1e-9)


def test_two_shards_answer_as_one_through_their_whole_life(cluster: Cluster, source: MemorySource) -> None:
    sync(cluster.database, source, options=OPTIONS)
    make_graphs(cluster.database, [Database(shard.url()) for shard in cluster.shards])
    engine, plain = PostgresEngine(cluster.database), BruteForce(source)
    assert held(cluster.first) | held(cluster.second) == set(range(1, 501))
    assert (len(held(cluster.first)), len(held(cluster.second))) == (250, 250)
    for where in (ANY, Filter(files=("3.pdf", "7.pdf"))):
        agree(engine, plain, where)

    # a document is replaced, another removed
    source.remove(*range(20, 60))
    source.put(*(entry(id_, "ord1 ord2", np.eye(DIM)[id_ % DIM] + 0.01 * id_, file="1.pdf") for id_ in range(501, 521)))
    sync(cluster.database, source, options=OPTIONS)
    assert held(cluster.first) | held(cluster.second) == set(source.held)
    assert counts_are_right(cluster.database)
    agree(engine, plain, ANY)

    # a shard that is down: an error that names it, rather than half an answer
    cluster.second.stop()
    with pytest.raises(EngineError, match=r"En del av indexet.*ofullständigt"):
        engine.dense(unit(np.ones(DIM)), 10, where=ANY)
    with pytest.raises(EngineError, match="En del av indexet"):
        engine.lexical({"ord1": 1.0}, 10, where=ANY)
    source.put(entry(600, "ord3", np.ones(DIM), file="600.pdf"), entry(601, "ord3", np.ones(DIM), file="601.pdf"))
    with pytest.raises(EngineError):
        sync(cluster.database, source, options=OPTIONS)

    # and back again: answers at once, and what was written half is taken up
    cluster.second.start()
    assert len(engine.dense(unit(np.ones(DIM)), 10, where=ANY)) == 10
    sync(cluster.database, source, options=OPTIONS)
    assert held(cluster.first) | held(cluster.second) == set(source.held)
    assert counts_are_right(cluster.database)
    agree(engine, plain, ANY)


def test_another_model_on_shards_is_filled_in_beside(cluster: Cluster, source: MemorySource) -> None:
    sync(cluster.database, source, options=OPTIONS)
    engine = PostgresEngine(cluster.database)
    engine.refresh()
    other, draw = MemorySource(name="model-b", dim=8, generation=source.generation), np.random.default_rng(8)
    same = ((id_, " ".join(one.terms)) for id_, one in source.held.items())
    other.put(*(entry(id_, terms, draw.standard_normal(8), file=f"{id_ // 20}.pdf") for id_, terms in same))
    prepare(cluster.database, other, options=OPTIONS)
    agree(engine, BruteForce(source), ANY)
    sync(cluster.database, other, options=OPTIONS)
    make_graphs(cluster.database, [Database(shard.url()) for shard in cluster.shards])
    engine.refresh()
    plain = BruteForce(other)
    for seed in range(10):
        vector = unit(np.random.default_rng(seed).standard_normal(8))
        close(engine.dense(vector, 10, where=ANY), plain.dense(vector, 10, where=ANY), within=1e-5)
    sync(cluster.database, source, options=OPTIONS)
    engine.refresh()
    agree(engine, BruteForce(source), ANY)


def test_a_reader_that_is_no_superuser_reaches_the_shards(cluster: Cluster, source: MemorySource) -> None:
    sync(cluster.database, source, options=OPTIONS)
    cluster.coordinator.execute("create role sokare login")
    grant_reading(cluster.database, "sokare")
    reader = Database(cluster.coordinator.url(user="sokare"))
    agree(PostgresEngine(reader), BruteForce(source), ANY)
    with pytest.raises(EngineError, match="nekade"):
        reader.rows("delete from passages")
    reader.close()


def test_a_shard_by_its_url() -> None:
    made = shard_at("a", "postgresql://coordinator:hemligt@db1:5433/minne?sslmode=verify-full")
    assert made == Shard(
        "a", {"host": "db1", "port": "5433", "dbname": "minne", "sslmode": "verify-full"}, "coordinator", "hemligt"
    )
    with pytest.raises(EngineError, match="saknar användare"):
        shard_at("a", "postgresql://db1/minne")
    with pytest.raises(EngineError, match="ingen adress"):
        shard_at("a", "postgresql://[")
    with pytest.raises(EngineError, match="duger inte som namn"):
        shard_at("a; drop", "postgresql://x@db1/minne")


def test_shards_do_the_sorting_and_adding_up(cluster: Cluster, source: MemorySource) -> None:
    sync(cluster.database, source, options=OPTIONS)
    vector = "[" + ",".join(["1"] * DIM) + "]"
    plan = cluster.database.rows(
        f"explain (verbose) select id from passages order by embedding::public.halfvec({DIM}) "
        f"OPERATOR(public.<#>) '{vector}'::public.halfvec({DIM}), id limit 3"
    )
    text = "\n".join(line for (line,) in plan)
    assert text.count("Remote SQL") == 2
    assert text.count("ORDER BY (embedding::public.halfvec") == 2
    added = cluster.database.rows(
        "explain (verbose) select passage, sum(tf) from postings where term = any('{1,2}') group by bucket, passage"
    )
    text = "\n".join(line for (line,) in added)
    assert text.count("Relations: Aggregate on") == 2
