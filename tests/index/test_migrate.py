from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from corpus.errors import EngineError
from index.engine import Scored
from index.engines import DerivedEngine, open_engine
from index.filters import Filter
from index.migrate import migrate
from index.postgres.connection import Database
from tests.index.brute_force import DIM, MemorySource, close, entry, unit

ANY = Filter()
NewUrl = Callable[[], str]


@pytest.fixture
def source() -> MemorySource:
    made, draw = MemorySource(), np.random.default_rng(9)
    words = [f"ord{number}" for number in range(40)]
    rows = ((id_, " ".join(draw.choice(words, 10)), draw.standard_normal(DIM)) for id_ in range(1, 301))
    made.put(*(entry(id_, terms, vector, file=f"{id_ // 10}.pdf") for id_, terms, vector in rows))
    return made


def answers(engine: DerivedEngine) -> list[tuple[Scored, ...]]:
    draw = np.random.default_rng(3)
    dense = [engine.dense(unit(draw.standard_normal(DIM)), 10, where=ANY) for _ in range(10)]
    return dense + [engine.lexical({f"ord{n}": 1.0, f"ord{n + 1}": 2.0}, 10, where=ANY) for n in range(10)]


def test_to_postgresql_and_back_with_the_same_answers(new_url: NewUrl, tmp_path: Path, source: MemorySource) -> None:
    embedded = open_engine(None, tmp_path / "a", source)
    postgres = open_engine(new_url(), tmp_path, source)
    back = open_engine(None, tmp_path / "b", source)
    said: list[str] = []
    assert migrate(source, embedded).status.passages == 300
    there = migrate(source, postgres, say=said.append)
    assert (there.status.kind, there.status.passages, there.probed) == ("postgresql", 300, 25)
    assert migrate(source, back).status.kind == "exact"
    assert len(said) == 2
    for one, two, three in zip(answers(embedded), answers(postgres), answers(back), strict=True):
        close(two, one, within=1e-5)
        assert three == one


def test_an_engine_that_lost_something_is_not_trusted(new_url: NewUrl, tmp_path: Path, source: MemorySource) -> None:
    url = new_url()
    engine = open_engine(url, tmp_path, source)
    migrate(source, engine)
    Database(url).rows("update terms set df = df + 1")
    with pytest.raises(EngineError, match=r"termfrekvenser.*check --repair"):
        migrate(source, engine)
    Database(url).rows("update meta set writing = true")
    Database(url).rows("delete from postings where passage = 150")
    Database(url).rows("delete from passages where id = 150")
    assert migrate(source, engine).status.passages == 300
