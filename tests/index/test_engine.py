"""What every engine must do: one suite, run against each of them and against brute force on the numbers."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import numpy as np
import pytest

from corpus.passage import Facets
from index.embedded import EmbeddedEngine
from index.embedded_sync import sync
from index.engine import Engine
from index.filters import Filter
from index.postgres.connection import Database
from index.postgres.engine import PostgresEngine
from index.postgres.writing import PostgresOptions
from index.postgres.writing import sync as sync_postgres
from tests.index.brute_force import DIM, BruteForce, MemorySource, close, entry, unit

Make = Callable[[MemorySource], Engine]
ANY = Filter()
WORDS = ["skola", "vård", "motion", "avslås", "bifalls", "kommun", "buss", "cykel", "park", "bad", "äldre", "bibliotek"]
FILTERS = (
    ANY,
    Filter(types=("motion",)),
    Filter(types=("motion", "policy"), parties=("v", "S")),
    Filter(bodies=("kommunstyrelsens",)),
    Filter(since="2022-01-01", until="2023"),
    Filter(status="adopted"),
    Filter(in_force_on="2023-06-01"),
    Filter(dnr=("KS 2021-845",)),
    Filter(dnr=("2021-845",)),
    Filter(files=("b.pdf",), kinds=("text",)),
    Filter(types=("finns inte",)),
)


@pytest.fixture(params=["brute force", "files", "memory", "postgresql", "postgresql graph"])
def make(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Make]:
    """Makes an engine that holds what a source holds."""
    folders = itertools.count()
    databases: list[Database] = []

    def of_files(source: MemorySource) -> Engine:
        folder = tmp_path / str(next(folders))
        sync(folder, source)
        return EmbeddedEngine(folder, source)

    def of_memory(source: MemorySource) -> Engine:
        return EmbeddedEngine(tmp_path / "nothing", source)

    def of_postgres(source: MemorySource, graph_from: int = 1_000_000) -> Engine:
        database = Database(request.getfixturevalue("new_url")())
        databases.append(database)
        sync_postgres(database, source, options=PostgresOptions(graph_from=graph_from))
        return PostgresEngine(database)

    makers: dict[str, Make] = {
        "brute force": BruteForce,
        "files": of_files,
        "memory": of_memory,
        "postgresql": of_postgres,
        "postgresql graph": partial(of_postgres, graph_from=1),
    }
    yield makers[request.param]
    for database in databases:
        database.close()


def made_source(count: int, *, seed: int = 1) -> MemorySource:
    """`count` entries drawn from few words, bodies, dates and diarienummer, then every seventh removed."""
    draw = np.random.default_rng(seed)
    source = MemorySource()
    for id_ in range(1, count + 1):
        facets = Facets(
            type=str(draw.choice(["motion", "policy", "protokoll"])),
            date=str(draw.choice(["2021-05-01", "2022-01-01", "2023-12-31", "2024-02-29"]))
            if draw.random() < 0.8
            else None,
            bodies=tuple(draw.choice(["Kommunstyrelsen", "Kommunfullmäktige", "Socialnämnden"], 2)),
            party=tuple(draw.choice(["V", "S", "M"], 1)),
            status=str(draw.choice(["adopted", "proposed"])) if draw.random() < 0.5 else None,
            in_force_from="2023-01-01" if draw.random() < 0.5 else None,
            in_force_to=str(draw.choice(["2023-05-31", "2023-12-31"])) if draw.random() < 0.5 else None,
            replaced=bool(draw.random() < 0.2),
            dnr=tuple(draw.choice(["KS 2021-845", "2021-845", "SON 2021-845", "KS 2020-1"], 1)),
        )
        terms = " ".join(draw.choice(WORDS, draw.integers(1, 20)))
        source.put(entry(id_, terms, draw.standard_normal(DIM), facets, file=str(draw.choice(["a.pdf", "b.pdf"]))))
    source.remove(*range(7, count + 1, 7))
    return source


def test_a_cosine_worked_out_by_hand(make: Make) -> None:
    source = MemorySource(dim=4)
    source.put(entry(1, "a", [1, 0, 0, 0]), entry(2, "a", [3, 4, 0, 0]), entry(3, "a", [0, 0, -1, 0]))
    found = make(source).dense(np.array([1, 0, 0, 0], np.float32), 3, where=ANY)
    assert [one.passage for one in found] == [1, 2, 3]
    assert [one.score for one in found] == pytest.approx([1.0, 0.6, 0.0], abs=2e-4)


def test_bm25_worked_out_by_hand(make: Make) -> None:
    source = MemorySource(dim=4)
    source.put(
        entry(1, "skola skola buss", [1, 0, 0, 0]),
        entry(2, "skola", [1, 0, 0, 0]),
        entry(3, "park bad", [1, 0, 0, 0]),
    )
    # N = 3, average length 2, df(skola) = 2: idf = ln(1 + 1.5 / 2.5) = ln 1.6
    # passage 1: tf 2, length 3: 2·2.2 / (2 + 1.2·(0.25 + 0.75·1.5)) = 4.4 / 3.65
    # passage 2: tf 1, length 1: 1·2.2 / (1 + 1.2·(0.25 + 0.75·0.5)) = 2.2 / 1.75
    found = make(source).lexical({"skola": 2.0, "finns inte": 1.0}, 10, where=ANY)
    assert [one.passage for one in found] == [2, 1]
    assert [one.score for one in found] == pytest.approx(
        [2 * math.log(1.6) * 2.2 / 1.75, 2 * math.log(1.6) * 4.4 / 3.65]
    )


def test_a_query_weight_of_nothing_or_less_finds_nothing(make: Make) -> None:
    source = MemorySource(dim=4)
    source.put(entry(1, "skola", [1, 0, 0, 0]))
    assert make(source).lexical({"skola": 0.0}, 10, where=ANY) == ()
    assert make(source).lexical({}, 10, where=ANY) == ()


@pytest.mark.parametrize("where", FILTERS, ids=str)
def test_the_same_as_brute_force_under_filters(make: Make, where: Filter) -> None:
    source = made_source(150)
    engine, plain = make(source), BruteForce(source)
    draw = np.random.default_rng(2)
    for k in (1, 10, 1000):
        vector = unit(draw.standard_normal(DIM))
        close(engine.dense(vector, k, where=where), plain.dense(vector, k, where=where), within=1e-5)
        terms = {str(word): float(draw.integers(1, 4)) for word in draw.choice(WORDS, 3)}
        close(engine.lexical(terms, k, where=where), plain.lexical(terms, k, where=where), within=1e-9)


def test_k_results_whenever_k_exist(make: Make) -> None:
    source = made_source(150)
    where = Filter(types=("policy",), status="adopted")
    there = len(BruteForce(source).dense(unit(np.ones(DIM)), 1000, where=where))
    engine = make(source)
    assert there > 5
    assert len(engine.dense(unit(np.ones(DIM)), 5, where=where)) == 5
    assert len(engine.dense(unit(np.ones(DIM)), 1000, where=where)) == there


def test_document_frequencies_count_passages_and_forget_the_removed(make: Make) -> None:
    source = MemorySource(dim=4)
    source.put(entry(1, "skola skola", [1, 0, 0, 0]), entry(2, "skola", [1, 0, 0, 0]), entry(3, "park", [1, 0, 0, 0]))
    source.remove(2)
    assert make(source).document_frequency(["skola", "park", "buss"]) == {"skola": 1, "park": 1, "buss": 0}


def test_equal_scores_are_ordered_by_id(make: Make) -> None:
    source = MemorySource(dim=4)
    source.put(*(entry(id_, "skola", [1, 0, 0, 0]) for id_ in (5, 3, 9, 1)))
    engine = make(source)
    assert [one.passage for one in engine.lexical({"skola": 1.0}, 3, where=ANY)] == [1, 3, 5]
    assert [one.passage for one in engine.dense(np.array([1, 0, 0, 0], np.float32), 4, where=ANY)] == [1, 3, 5, 9]


def test_ties_over_the_edge_go_to_the_lower_ids(make: Make) -> None:
    source = MemorySource(dim=4)
    draw = np.random.default_rng(3)
    same = [*draw.permutation(np.arange(2, 90)).tolist()]
    source.put(entry(1, "park", [1, 0, 0, 0]), *(entry(id_, "skola", [1, 0, 0, 0]) for id_ in same))
    engine = make(source)
    assert [one.passage for one in engine.dense(np.array([1, 0, 0, 0], np.float32), 5, where=ANY)] == [1, 2, 3, 4, 5]
    assert [one.passage for one in engine.lexical({"skola": 1.0}, 4, where=ANY)] == [2, 3, 4, 5]


def test_the_order_of_the_terms_changes_nothing(make: Make) -> None:
    engine = make(made_source(150))
    terms = {word: 0.1 + 0.3 * n for n, word in enumerate(WORDS)}
    turned = dict(reversed(terms.items()))
    assert engine.lexical(terms, 100, where=ANY) == engine.lexical(turned, 100, where=ANY)


def test_nothing_in_an_empty_collection(make: Make) -> None:
    engine = make(MemorySource())
    assert engine.dense(unit(np.ones(DIM)), 10, where=ANY) == ()
    assert engine.lexical({"skola": 1.0}, 10, where=ANY) == ()
    assert engine.status().passages == 0


def test_status_counts_what_can_be_found(make: Make) -> None:
    source = made_source(30)
    status = make(source).status()
    assert (status.passages, status.generation) == (26, source.generation)
