"""How PostgreSQL is spoken to: one connection a thread, made anew when it broke, and its errors as ours."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

import psycopg
from psycopg import IsolationLevel
from psycopg.conninfo import conninfo_to_dict

from corpus.errors import EngineError

Row = tuple[Any, ...]
T = TypeVar("T")
LEAST_SERVER = 160_000
LEAST_VECTOR = (0, 8)
"""Before 0.8 a filtered search in a graph may return too few (no iterative scans)."""
SESSION = {
    "search_path": "beslutsminne, public",
    "jit": "off",
    "enable_partitionwise_join": "on",
    "enable_partitionwise_aggregate": "on",
    "hnsw.iterative_scan": "strict_order",
    "hnsw.ef_search": "400",
    "hnsw.max_scan_tuples": "100000",
}
"""Compiling a query takes longer than running it; partition-wise plans let shards add up and sort by themselves."""


class Database:
    """One database, by libpq URL: TLS, passwords, service files and several hosts are libpq's matter as usual."""

    def __init__(self, url: str, *, connect_timeout: int = 10) -> None:
        """Name it; nothing is connected before the first query."""
        self.url = url
        self._timeout = connect_timeout
        self._own = threading.local()
        self._all: list[psycopg.Connection[Row]] = []

    def close(self) -> None:
        """Close all connections."""
        for connection in self._all:
            connection.close()
        self._all.clear()
        self._own = threading.local()

    def rows(self, sql: str, values: Sequence[object] | Mapping[str, object] = ()) -> list[Row]:
        """The rows of one statement, in the open transaction if there is one.

        Raises:
            EngineError: the server refused or is not reachable.
        """
        with self._mapped():
            cursor = self._connection().execute(sql.encode(), values or None)
            return cursor.fetchall() if cursor.description else []

    def asking(self, ask: Callable[[], T]) -> T:
        """What `ask` gives, which only reads: asked once more where the connection turns out to be broken.

        After a server was restarted, or a replica took over, the first question of each thread would fail otherwise.

        Raises:
            EngineError: the server refused or is not reachable.
        """
        before: psycopg.Connection[Row] | None = getattr(self._own, "connection", None)
        try:
            return ask()
        except EngineError:
            if before is None or not before.closed:
                raise
            return ask()

    def copy(self, sql: str, blocks: Iterable[bytes]) -> None:
        """Send the bytes of a `copy … from stdin`.

        Raises:
            EngineError: the server refused or is not reachable.
        """
        with self._mapped(), self._connection().cursor() as cursor, cursor.copy(sql.encode()) as copy:
            for block in blocks:
                copy.write(block)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing, from one state of the database. A connection that broke meanwhile is made anew.

        Raises:
            EngineError: the server refused or is not reachable.
        """
        with self._mapped(), self._connection().transaction():
            yield

    def _connection(self) -> psycopg.Connection[Row]:
        found: psycopg.Connection[Row] | None = getattr(self._own, "connection", None)
        if found is None or found.closed:
            found = self._connect()
            self._own.connection = found
            self._all = [one for one in self._all if not one.closed] + [found]
        return found

    def _connect(self) -> psycopg.Connection[Row]:
        connection = psycopg.connect(
            self.url,
            autocommit=True,
            connect_timeout=self._timeout,
            application_name="beslutsminne",
            client_encoding="utf8",
        )
        connection.prepare_threshold = None  # a generic plan knows neither the filter's selectivity nor the terms'
        connection.isolation_level = IsolationLevel.REPEATABLE_READ
        if connection.info.server_version < LEAST_SERVER:
            connection.close()
            raise EngineError("PostgreSQL är för gammal.", hint="Uppgradera servern till version 16 eller nyare.")
        for name, value in SESSION.items():
            connection.execute("select set_config(%s, %s, false)", (name, value))
        return connection

    @contextmanager
    def _mapped(self) -> Iterator[None]:
        try:
            yield
        except psycopg.Error as error:
            connection = getattr(self._own, "connection", None)
            if isinstance(error, psycopg.OperationalError) and connection is not None and connection.broken:
                connection.close()
            raise _ours(error) from error


def read_address(url: str) -> dict[str, str]:
    """The parts of a libpq URL or connection string (host, port, dbname, user, …).

    Raises:
        EngineError: libpq does not understand it.
    """
    try:
        return {name: str(value) for name, value in conninfo_to_dict(url).items() if value is not None}
    except psycopg.Error as error:
        raise EngineError(
            f"{url!r} är ingen adress till PostgreSQL.", hint="Skriv postgresql://användare@server/databas."
        ) from error


def check_vector(database: Database) -> None:
    """Refuse a pgvector that answers filtered questions with too little.

    Raises:
        EngineError: pgvector is missing or older than 0.8.
    """
    found = database.rows("select extversion from pg_extension where extname = 'vector'")
    if not found:
        raise EngineError("Databasen saknar pgvector.", hint="Kör beslutsminne migrate som databasens ägare.")
    if tuple(int(part) for part in found[0][0].split(".")[:2]) < LEAST_VECTOR:
        raise EngineError(
            f"pgvector {found[0][0]} är för gammal: sökningar med filter kan ge för få träffar.",
            hint="Uppgradera till 0.8 eller nyare och kör: alter extension vector update",
        )


def _ours(error: psycopg.Error) -> EngineError:
    first = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
    state = error.sqlstate or ""
    if state == "42501":
        return EngineError(f"PostgreSQL nekade ({first}).", hint="Använd en roll som får göra detta.")
    if state == "25006":
        return EngineError("Servern är en läskopia och kan inte skrivas.", hint="Ange primärservern i adressen.")
    if state in ("42P01", "3F000"):
        return EngineError("Databasen har inga tabeller än.", hint="Kör beslutsminne migrate som databasens ägare.")
    if state[:2] in ("08", "HV", "57") and isinstance(error, psycopg.Error) and "server" in first and state != "57014":
        return EngineError(
            f"En del av indexet kan inte nås ({first}).",
            hint="Svaret vore ofullständigt. Starta servern och försök igen.",
        )
    if isinstance(error, psycopg.OperationalError):
        return EngineError(f"PostgreSQL kan inte nås ({first}).", hint="Kontrollera BESLUTSMINNE_ENGINE och servern.")
    return EngineError(f"PostgreSQL avbröt ({first}).", hint="Se serverns logg.")
