from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from index.filters import Filter
from index.postgres import strangers as module
from index.postgres.connection import Database
from index.postgres.engine import PostgresEngine
from index.postgres.strangers import strangers
from index.postgres.writing import counts_are_right, sync
from tests.index.brute_force import DIM, BruteForce, MemorySource, close, entry, unit

ANY = Filter()
NewUrl = Callable[[], str]


def home(words: dict[int, str], *, seed: int = 1) -> MemorySource:
    source = MemorySource()
    vectors = np.random.default_rng(seed).standard_normal((max(words) + 1, DIM))
    source.put(*(entry(id_, terms, vectors[id_], file=f"{id_ // 3}.pdf") for id_, terms in words.items()))
    return source


@pytest.mark.parametrize("probes", [100, 3])
def test_a_home_that_was_restored_gives_out_ids_again(
    new_url: NewUrl, probes: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PROBES", probes)
    database = Database(new_url())
    words = {id_: f"skola ord{id_}" for id_ in range(1, 31)}
    sync(database, home(words))
    restored = home({id_: text for id_, text in words.items() if id_ <= 20})
    restored.put(*(entry(id_, f"ny{id_}", np.eye(DIM)[id_], file="ny.pdf") for id_ in range(21, 26)))
    sync(database, restored)
    engine, plain = PostgresEngine(database), BruteForce(restored)
    assert engine.lexical({"ny23": 1.0}, 5, where=ANY) == plain.lexical({"ny23": 1.0}, 5, where=ANY)
    assert engine.document_frequency(["ord22", "ord3"]) == {"ord22": 0, "ord3": 1}
    close(
        engine.dense(unit(np.eye(DIM)[22]), 3, where=ANY), plain.dense(unit(np.eye(DIM)[22]), 3, where=ANY), within=1e-5
    )
    assert counts_are_right(database)


def test_a_home_that_was_made_anew_takes_the_place_of_the_old(new_url: NewUrl) -> None:
    database = Database(new_url())
    sync(database, home({id_: f"skola ord{id_}" for id_ in range(1, 31)}))
    other = home({id_: f"park ord{id_}" for id_ in range(1, 41)}, seed=2)
    sync(database, other)
    engine = PostgresEngine(database, source=other)
    assert engine.document_frequency(["skola", "park"]) == {"skola": 0, "park": 40}
    assert engine.problems() == ()
    assert counts_are_right(database)


def test_what_is_the_same_is_left_alone(new_url: NewUrl) -> None:
    database, source = Database(new_url()), home({id_: f"skola ord{id_}" for id_ in range(1, 31)})
    sync(database, source)
    assert strangers(database, source, source.ids(), column="embedding").tolist() == []
    database.rows("update passages set length = 9 where id = 7")
    assert strangers(database, source, source.ids(), column="embedding").tolist() == [7]
    assert strangers(database, source, source.ids()[:0], column="embedding").tolist() == []
