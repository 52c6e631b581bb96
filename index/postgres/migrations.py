"""Which tables the database has: numbered SQL files, each applied once, in its own transaction, under a lock."""

from __future__ import annotations

from importlib import resources

from corpus.errors import EngineError
from index.postgres.connection import Database, check_vector

LOCK = 4_719_238
"""Any number that no other program on the database uses for pg_advisory_lock."""
SCHEMA = "beslutsminne"


def migrate_schema(database: Database) -> tuple[int, ...]:
    """Bring the tables up to date; returns the numbers that were applied. Only the database's owner can.

    Raises:
        EngineError: the database is newer than this program, or it refused.
    """
    applied = []
    database.rows("select pg_advisory_lock(%s)", (LOCK,))
    try:
        _make_extension(database)
        database.rows(f"create schema if not exists {SCHEMA}")
        database.rows(
            "create table if not exists migrations (number integer primary key, applied timestamptz not null)"
        )
        done = {number for (number,) in database.rows("select number from migrations")}
        known = _files()
        _refuse_newer(done, known)
        for number in sorted(known.keys() - done):
            with database.transaction():
                database.rows(known[number])
                database.rows("insert into migrations values (%s, now())", (number,))
            applied.append(number)
    finally:
        database.rows("select pg_advisory_unlock(%s)", (LOCK,))
    check_vector(database)
    return tuple(applied)


def _make_extension(database: Database) -> None:
    """PostgreSQL lets only a superuser add pgvector; where it is there already, a database's owner needs no more."""
    if database.rows("select 1 from pg_extension where extname = 'vector'"):
        return
    try:
        database.rows("create extension vector with schema public")
    except EngineError as error:
        raise EngineError(
            f"Databasen saknar pgvector, och det kunde inte läggas till: {error.message}",
            hint="Kör en gång i databasen, som PostgreSQL:s administratör: create extension vector",
        ) from error


def grant_reading(database: Database, role: str) -> None:
    """Let a role search, and nothing else: it sees the tables and cannot change them or make others."""
    with database.transaction():
        quoted = database.rows("select quote_ident(%s)", (role,))[0][0]
        database.rows(f"grant usage on schema {SCHEMA} to {quoted}")
        database.rows(f"grant select on all tables in schema {SCHEMA} to {quoted}")
        database.rows(f"alter default privileges in schema {SCHEMA} grant select on tables to {quoted}")


def _files() -> dict[int, str]:
    folder = resources.files("index.postgres") / "migrations"
    return {int(file.name[:4]): file.read_text("utf-8") for file in folder.iterdir() if file.name.endswith(".sql")}


def _refuse_newer(done: set[int], known: dict[int, str]) -> None:
    if newer := done - known.keys():
        raise EngineError(
            f"Databasen är skriven av en nyare version (steg {max(newer)}).", hint="Uppgradera programmet."
        )
