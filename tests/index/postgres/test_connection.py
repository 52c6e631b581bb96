from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from corpus.errors import EngineError
from index.postgres.connection import SESSION, Database

NewUrl = Callable[[], str]


def test_a_transaction_is_all_or_nothing(new_url: NewUrl) -> None:
    database = Database(new_url())
    database.rows("create schema beslutsminne")
    database.rows("create table t (a integer primary key)")

    def twice() -> None:
        with database.transaction():
            database.rows("insert into t values (1)")
            database.rows("insert into t values (1)")

    with pytest.raises(EngineError, match="avbröt"):
        twice()
    assert database.rows("select * from t") == []
    with database.transaction():
        database.copy("copy t from stdin", [b"1\n", b"2\n"])
    assert database.rows("select a from t order by a") == [(1,), (2,)]


def test_every_connection_has_the_settings_that_answers_need(new_url: NewUrl) -> None:
    database = Database(new_url())
    database.rows("create extension vector")
    for name, value in SESSION.items():
        assert database.rows("select current_setting(%s)", (name,)) == [(value,)]


def test_each_thread_has_its_own_connection(new_url: NewUrl) -> None:
    database = Database(new_url())
    pids: list[int] = []
    asked = threading.Thread(target=lambda: pids.append(database.rows("select pg_backend_pid()")[0][0]))
    asked.start()
    asked.join()
    pids += [database.rows("select pg_backend_pid()")[0][0] for _ in range(2)]
    assert pids[1] == pids[2] != pids[0]


def test_errors_are_ours_in_one_line(new_url: NewUrl) -> None:
    with pytest.raises(EngineError) as caught:
        Database(new_url()).rows("select * from nowhere")
    assert "\n" not in str(caught.value)
    assert "inga tabeller" in str(caught.value)


def test_a_broken_connection_is_made_anew(new_url: NewUrl) -> None:
    database = Database(new_url())
    (pid,) = database.rows("select pg_backend_pid()")[0]
    with pytest.raises(EngineError, match="kan inte nås"):
        database.rows("select pg_terminate_backend(%s)", (pid,))
    assert database.rows("select 1") == [(1,)]
