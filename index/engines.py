"""Which engine a setting names, and how it follows the catalogue: embedded by default, or PostgreSQL by its URL."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from corpus.errors import EngineError
from index.embedded import EmbeddedEngine
from index.engine import Engine
from index.entries import EntrySource


class DerivedEngine(Engine, Protocol):
    """An engine with what keeps it up to date; all of it is derived from the catalogue."""

    def sync(self) -> None:
        """Bring what it holds up to the source; only the writer that holds the home's lock may call it."""
        ...

    def prepare(self, source: EntrySource) -> None:
        """Take in the vectors of another model beside those in use, out of a source that hands them out, so that
        nothing is missing at the moment when the catalogue changes to it."""
        ...

    def problems(self) -> tuple[str, ...]:
        """What is wrong with what it holds, in Swedish; reads everything."""
        ...


def open_engine(url: str | None, folder: Path, source: EntrySource) -> DerivedEngine:
    """The embedded engine in `folder` where `url` is None, else PostgreSQL; nothing is read or connected yet.

    Raises:
        EngineError: the URL names PostgreSQL, and its driver is not installed.
    """
    if url is None:
        return EmbeddedEngine(folder, source)
    try:
        from index.postgres.connection import Database
    except ImportError as error:
        raise EngineError(
            "Drivrutinen för PostgreSQL är inte installerad.", hint="Kör: pip install 'beslutsminne[postgres]'"
        ) from error
    from index.postgres.engine import PostgresEngine

    return PostgresEngine(Database(url), source=source)
