"""Verifying a home: the catalogue against the files, the papers' cases and passages, the vectors and the engine.

How `ui` calls it:

    findings = check(home, stages, engine=EngineCheck(problems=engine.problems), repair=True)

Everything but the catalogue itself and bytes that are gone from everywhere can be made again.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass

from corpus.catalogue import Catalogue
from corpus.home import Home
from corpus.schema import damaged
from corpus.writer import Writer
from ingest.batch.check_files import check_files
from ingest.batch.check_papers import check_papers
from ingest.batch.check_vectors import check_vectors
from ingest.batch.findings import Area, Finding
from ingest.batch.stages import Stages


@dataclass(frozen=True, slots=True)
class EngineCheck:
    """What the engine says is wrong with what it derived; its `sync` puts it right."""

    problems: Callable[[], Sequence[str]] = lambda: ()


NO_ENGINE = EngineCheck()


def check(home: Home, stages: Stages, *, engine: EngineCheck = NO_ENGINE, repair: bool = False) -> tuple[Finding, ...]:
    """All that is wrong; with `repair`, what can be made again is, and the findings say so.

    Raises:
        HomeMissingError: there is no home.
        HomeBusyError: to repair, the home must be free.
        HomeDamagedError: SQLite itself refuses the catalogue; a backup is what helps.
    """
    catalogue = Catalogue.open(home)
    with ExitStack() as stack:
        stack.callback(catalogue.close)
        writer = stack.enter_context(Writer.open(home)) if repair else None
        try:
            return tuple(_all(catalogue, writer, stages, engine))
        except sqlite3.DatabaseError as error:
            raise damaged(home, error) from error


def _all(catalogue: Catalogue, writer: Writer | None, stages: Stages, engine: EngineCheck) -> Iterator[Finding]:
    broken = [row[0] for row in catalogue.rows("pragma integrity_check(20)") if row[0] != "ok"]
    broken += [f"en rad i {table} hör till ingenting" for table, *_ in catalogue.rows("pragma foreign_key_check")]
    if broken:
        hint = "Återställ en säkerhetskopia, eller ta bort hemmet och indexera på nytt."
        yield from (Finding(Area.CATALOGUE, f"SQLite: {line}. {hint}") for line in broken)
        return
    yield from check_files(catalogue, writer)
    yield from check_papers(catalogue, writer, stages)
    yield from check_vectors(catalogue, writer, stages.embedder)
    problems = tuple(engine.problems())
    if writer is not None:
        stages.sync()
    yield from (Finding(Area.ENGINE, problem, writer is not None) for problem in problems)
