from __future__ import annotations

import threading
from collections.abc import Callable

import numpy as np
import pytest

from corpus.errors import EngineError
from index.filters import Filter
from index.postgres.connection import Database
from index.postgres.engine import PostgresEngine
from index.postgres.migrations import grant_reading
from index.postgres.writing import sync
from tests.index.brute_force import DIM, MemorySource, entry, unit
from tests.index.postgres.server import Server

ANY = Filter()
NewUrl = Callable[[], str]


def filled(url: str) -> tuple[Database, MemorySource]:
    source, database = MemorySource(), Database(url)
    draw = np.random.default_rng(1)
    source.put(*(entry(id_, f"skola ord{id_}", draw.standard_normal(DIM)) for id_ in range(1, 6)))
    sync(database, source)
    return database, source


def test_refresh_tells_whether_the_database_has_moved_on(new_url: NewUrl) -> None:
    database, source = filled(new_url())
    engine = PostgresEngine(database)
    assert engine.refresh()
    assert not engine.refresh()
    source.put(entry(6, "park", np.ones(DIM)))
    sync(database, source)
    assert engine.refresh()
    assert engine.status().generation == 2


def test_many_threads_ask_one_engine(new_url: NewUrl) -> None:
    engine = PostgresEngine(filled(new_url())[0])
    found: list[int] = []

    def ask(number: int) -> None:
        found.extend(one.passage for one in engine.lexical({f"ord{number}": 1.0}, 5, where=ANY))

    threads = [threading.Thread(target=ask, args=(number,)) for number in (1, 2, 3, 4, 5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(found) == [1, 2, 3, 4, 5]


def test_a_server_that_was_restarted_costs_no_question(new_url: NewUrl) -> None:
    url = new_url()
    database, source = filled(url)
    engine, vector = PostgresEngine(Database(url)), unit(np.ones(DIM))

    def cut() -> None:
        database.rows(
            "select pg_terminate_backend(pid, 5000) from pg_stat_activity "
            "where datname = current_database() and pid <> pg_backend_pid()"
        )

    engine.refresh()
    cut()
    assert len(engine.dense(vector, 5, where=ANY)) == 5
    cut()
    assert len(engine.lexical({"skola": 1.0}, 5, where=ANY)) == 5
    cut()
    assert engine.document_frequency(["skola"]) == {"skola": 5}
    cut()
    assert not engine.refresh()
    cut()
    assert engine.status().passages == len(source.held)


def test_text_that_a_database_refuses_is_cleaned_alike_on_both_sides(new_url: NewUrl) -> None:
    source, database = MemorySource(), Database(new_url())
    source.put(entry(1, "sko\0la \ud800park", np.ones(DIM), file="\udcff.pdf"))
    sync(database, source)
    engine = PostgresEngine(database)
    assert [one.passage for one in engine.lexical({"sko\0la": 1.0}, 5, where=ANY)] == [1]
    assert engine.document_frequency(["\ud800park"]) == {"\ud800park": 1}


def test_a_vector_of_another_length_is_refused(new_url: NewUrl) -> None:
    with pytest.raises(EngineError, match=r"\(4,\).*32"):
        PostgresEngine(filled(new_url())[0]).dense(np.ones(4, np.float32), 1, where=ANY)


def test_a_reader_role_can_search_and_nothing_else(new_url: NewUrl) -> None:
    url = new_url()
    database, source = filled(url)
    database.rows("create role lasare login")
    grant_reading(database, "lasare")
    reader = Database(url.replace("postgres@", "lasare@"))
    engine = PostgresEngine(reader)
    assert len(engine.lexical({"skola": 1.0}, 10, where=ANY)) == 5
    assert len(engine.dense(unit(np.ones(DIM)), 10, where=ANY)) == 5
    assert engine.status().passages == 5
    for forbidden in ("delete from passages", "update meta set generation = 0", "create table mine (a integer)"):
        with pytest.raises(EngineError, match=r"nekade.*roll"):
            reader.rows(forbidden)
    with pytest.raises(EngineError, match="nekade"):
        sync(reader, source)
    database.rows("drop owned by lasare")
    database.rows("drop role lasare")


def test_a_database_without_tables_says_what_to_do(new_url: NewUrl) -> None:
    with pytest.raises(EngineError, match=r"saknar pgvector.*migrate"):
        PostgresEngine(Database(new_url())).dense(unit(np.ones(DIM)), 1, where=ANY)


def test_an_unreachable_server_is_named() -> None:
    with pytest.raises(EngineError, match=r"kan inte nås.*BESLUTSMINNE_ENGINE"):
        PostgresEngine(Database("postgresql://127.0.0.1:1/x")).refresh()


def test_a_server_that_was_started_again_is_found_again() -> None:
    server = Server.create()
    try:
        engine = PostgresEngine(filled(server.url())[0])
        assert len(engine.lexical({"skola": 1.0}, 10, where=ANY)) == 5
        server.stop()
        with pytest.raises(EngineError, match="kan inte nås"):
            engine.lexical({"skola": 1.0}, 10, where=ANY)
        server.start()
        assert len(engine.lexical({"skola": 1.0}, 10, where=ANY)) == 5
    finally:
        server.remove()
