from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np
import pytest

from corpus.errors import HomeBusyError
from index.entries import Entry
from index.filters import Filter
from index.postgres.connection import Database
from index.postgres.engine import PostgresEngine
from index.postgres.writing import LOCK, PostgresOptions, counts_are_right, sync
from tests.index.brute_force import DIM, BruteForce, MemorySource, entry, unit

ANY = Filter()
NewUrl = Callable[[], str]


def documents(source: MemorySource, *files: int) -> None:
    draw = np.random.default_rng(files[0])
    first = max(source.put_in, default=0) + 1
    numbered = enumerate((file for file in files for _ in range(3)), start=first)
    source.put(*(entry(id_, f"skola fil{f} fil{f}", draw.standard_normal(DIM), file=f"{f}.pdf") for id_, f in numbered))


def ids(database: Database) -> list[int]:
    return [id_ for (id_,) in database.rows("select id from passages order by id")]


def test_documents_come_change_and_go_and_the_counts_follow(new_url: NewUrl) -> None:
    source, database = MemorySource(), Database(new_url())
    documents(source, 1, 2, 3)
    sync(database, source)
    source.remove(1, 2, 3, 9)
    documents(source, 1)
    sync(database, source)
    assert ids(database) == [4, 5, 6, 7, 8, 10, 11, 12]
    assert counts_are_right(database)
    engine, plain = PostgresEngine(database), BruteForce(source)
    terms = ["skola", "fil1", "fil3", "fil9"]
    assert engine.document_frequency(terms) == plain.document_frequency(terms)
    assert database.rows("select passages, terms_total, generation, writing from meta") == [(8, 24, 3, False)]


def test_each_document_is_one_transaction_and_a_stopped_run_is_taken_up(new_url: NewUrl) -> None:
    class Stops(MemorySource):
        def entries(self, ids: Sequence[int]) -> Iterator[Entry]:
            for one in super().entries(ids):
                if one.id == 8:
                    raise RuntimeError("stopped")
                yield one

    source, database = Stops(), Database(new_url())
    documents(source, 1, 2, 3)
    with pytest.raises(RuntimeError, match="stopped"):
        sync(database, source)
    assert ids(database) == [1, 2, 3, 4, 5, 6], "documents 1 and 2 are there, and nothing of 3"
    assert counts_are_right(database)
    assert database.rows("select generation, writing from meta") == [(0, True)]
    whole = MemorySource(held=source.held, put_in=source.put_in, generation=source.generation)
    sync(database, whole)
    assert whole.read == [*range(1, 7), 7, 8, 9], "what is there is compared, the rest is sent"
    assert ids(database) == list(range(1, 10))
    assert counts_are_right(database)


def test_counts_that_a_stopped_writer_left_wrong_are_mended(new_url: NewUrl) -> None:
    source, database = MemorySource(), Database(new_url())
    documents(source, 1)
    sync(database, source)
    database.rows("update terms set df = 77")
    database.rows("update meta set passages = 5, writing = true")
    assert not counts_are_right(database)
    sync(database, source)
    assert counts_are_right(database)


def test_only_one_writes(new_url: NewUrl) -> None:
    url = new_url()
    source, database, other = MemorySource(), Database(url), Database(url)
    documents(source, 1)
    other.rows("select pg_advisory_lock(%s)", (LOCK,))
    with pytest.raises(HomeBusyError, match="annan process"):
        sync(database, source)
    other.rows("select pg_advisory_unlock(%s)", (LOCK,))
    sync(database, source)
    assert ids(database) == [1, 2, 3]


def test_other_passages_by_another_model_take_the_place_of_all(new_url: NewUrl) -> None:
    source, database = MemorySource(), Database(new_url())
    documents(source, 1)
    sync(database, source, options=PostgresOptions(graph_from=1))
    changed = MemorySource(name="model-b", dim=4)
    changed.put(entry(50, "ny", [1, 0, 0, 0]))
    sync(database, changed, options=PostgresOptions(graph_from=1))
    assert ids(database) == [50]
    assert database.rows("select term from terms") == [("ny",)], "words of papers that are gone are gone too"
    assert counts_are_right(database)
    assert [one.passage for one in PostgresEngine(database).dense(unit([1, 0, 0, 0]), 9, where=ANY)] == [50]


def test_the_graph_is_built_from_its_size_on_and_used(new_url: NewUrl) -> None:
    source, database = MemorySource(), Database(new_url())
    draw = np.random.default_rng(2)
    source.put(*(entry(id_, "skola", draw.standard_normal(DIM)) for id_ in range(1, 1001)))
    sync(database, source, options=PostgresOptions(graph_from=1001))
    assert database.rows("select graph from meta") == [(False,)]
    source.put(entry(1001, "skola", draw.standard_normal(DIM)))
    sync(database, source, options=PostgresOptions(graph_from=1001))
    engine, plain = PostgresEngine(database), BruteForce(source)
    right = 0
    for seed in range(50):
        vector = unit(np.random.default_rng(seed).standard_normal(DIM))
        found, expected = engine.dense(vector, 10, where=ANY), plain.dense(vector, 10, where=ANY)
        right += len({one.passage for one in found} & {one.passage for one in expected})
    assert right >= 490
    assert database.rows("select idx_scan >= 0 from pg_stat_user_indexes where indexrelname = 'passages_local_graph'")
