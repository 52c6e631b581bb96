"""The engine over PostgreSQL: the same terms, weights and filters as the embedded one, answered by the database."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence

import numpy as np

from corpus.errors import EngineError
from index.bm25 import Bm25, idf
from index.engine import DENSE_DIGITS, Doubles, EngineStatus, Scored, Vectors, steady
from index.entries import EntrySource
from index.facet_keys import Conditions, conditions
from index.filters import Filter
from index.postgres.connection import Database, Row, check_vector
from index.postgres.model_change import Held, state
from index.postgres.queries import Values, best, nearest
from index.postgres.text import clean, vector_text
from index.postgres.writing import counts_are_right, prepare, sync


class PostgresEngine:
    """An `Engine` over a database that `index.postgres.writing.sync` fills; safe to share between threads.

    Each question is answered from one state of the database. Where a shard cannot be reached it raises EngineError
    rather than answer from a part; the next question after the shard is back is answered. A replica that lags answers
    from its own generation, which `status` tells.
    """

    def __init__(self, database: Database, *, source: EntrySource | None = None, bm25: Bm25 | None = None) -> None:
        """Name the database, and the source for `sync` and `problems`; nothing is connected yet."""
        self._database = database
        self._source = source
        self._bm25 = bm25 or Bm25()
        self._own = threading.local()

    def dense(self, vector: Vectors, k: int, *, where: Filter) -> tuple[Scored, ...]:
        """The k nearest passages by cosine, among those `where` allows.

        Raises:
            EngineError: the database is not reachable, or lacks the vectors of the model that the question is asked by.
        """
        held = self._held
        if k <= 0 or held is None:
            return ()
        if vector.shape != (held.dim,):
            raise EngineError(
                f"Frågans vektor har {vector.shape} tal, indexet {held.dim}.",
                hint="Använd den modell som indexet gjordes med (beslutsminne status).",
            )
        asked, text = conditions(where), vector_text(vector)
        rows: list[tuple[int, float]] = []
        for graph in (True, False) if held.graph else (False,):
            if len(rows) < k:
                query = nearest(text, k, asked, column=held.column, dim=held.dim, graph=graph)
                rows = self._rows(query.sql, query.values)
        products = steady(np.array([product for _, product in rows], np.float64), DENSE_DIGITS)
        return _scored([id_ for id_, _ in rows], products)[:k]

    def lexical(self, terms: Mapping[str, float], k: int, *, where: Filter) -> tuple[Scored, ...]:
        """The k best passages by BM25, among those `where` allows; ties by lower id."""
        weights = {clean(term): weight for term, weight in terms.items() if weight > 0}
        if k <= 0 or not weights:
            return ()
        return self._database.asking(lambda: self._best(weights, k, conditions(where)))

    def _best(self, weights: Mapping[str, float], k: int, asked: Conditions) -> tuple[Scored, ...]:
        with self._database.transaction():
            known = self._database.rows(
                "select id, term, df, passages, terms_total from terms, meta "
                "where term = any(%s) and df > 0 order by term",
                (list(weights),),
            )
            if not known:
                return ()
            passages, total = known[0][3:]
            factors = [(id_, weights[term] * idf(passages=passages, df=df)) for id_, term, df, _, _ in known]
            query = best(factors, average=total / passages, bm25=self._bm25, k=k, asked=asked)
            found = self._database.rows(query.sql, query.values)
        return _scored([id_ for id_, _ in found], np.array([score for _, score in found], np.float64))

    def document_frequency(self, terms: Sequence[str]) -> dict[str, int]:
        """In how many passages each term stands."""
        found: dict[str, int] = dict(
            self._rows("select term, df from terms where term = any(%s)", ([*map(clean, terms)],))
        )
        return {term: found.get(clean(term), 0) for term in terms}

    def refresh(self) -> bool:
        """Look at which generation the database is in; answers always come from the newest that it has.

        Which model's vectors this thread searches is settled here, so that a question ends as it began.

        Raises:
            EngineError: the database is not reachable, or lacks the vectors of the model in use.
        """
        before: int | None = getattr(self._own, "generation", None)
        if before is None:
            self._database.asking(lambda: check_vector(self._database))
        model = None if self._source is None else self._source.model
        now = self._database.asking(lambda: state(self._database))
        vectors = now.of(None if model is None else model.name)
        if vectors is None and now.used is not None and model is not None:
            raise EngineError(
                f"Databasen har ännu inte vektorerna av modellen {model.name}.",
                hint="Vänta tills bytet av modell är klart, eller kör: beslutsminne index",
            )
        self._own.generation, self._own.vectors = now.generation, vectors
        return before is None or before != now.generation

    def status(self) -> EngineStatus:
        """What the database holds; the bytes are those on this server, not on its shards."""
        passages, generation, size = self._rows(
            "select passages, generation, (select coalesce(sum(pg_total_relation_size(c.oid)), 0)::bigint "
            "from pg_class c where relnamespace = 'beslutsminne'::regnamespace and relkind = 'r') from meta"
        )[0]
        return EngineStatus("postgresql", passages, generation, size)

    def sync(self) -> None:
        """Bring the database up to the source; only the writer that holds the home's lock may call it."""
        if self._source is not None:
            sync(self._database, self._source)

    def prepare(self, source: EntrySource) -> None:
        """Fill in the vectors of another model beside those in use, out of a source that hands them out."""
        prepare(self._database, source)

    def problems(self) -> tuple[str, ...]:
        """What is wrong with what the database holds, in Swedish; reads everything."""
        found = [] if counts_are_right(self._database) else ["lagrade termfrekvenser stämmer inte med passagerna"]
        if self._source is not None:
            held = {id_ for (id_,) in self._database.rows("select id from passages")}
            there = set(self._source.ids().tolist())
            if lacking := len(there - held):
                found.append(f"{lacking} passager saknas i databasen")
            if ghosts := len(held - there):
                found.append(f"{ghosts} passager i databasen finns inte i katalogen")
        return tuple(found)

    def _rows(self, sql: str, values: Values | tuple[object, ...] = ()) -> list[Row]:
        return self._database.asking(lambda: self._database.rows(sql, values))

    @property
    def _held(self) -> Held | None:
        if not hasattr(self._own, "vectors"):
            self.refresh()
        held: Held | None = self._own.vectors
        return held


def _scored(passages: Sequence[int], scores: Doubles) -> tuple[Scored, ...]:
    ids = np.array(passages, np.int64)
    order = np.lexsort((ids, -scores))
    return tuple(Scored(int(ids[i]), float(scores[i])) for i in order)
