"""How the parts for more than one machine are put together: a batch on a Dask cluster, a home on another engine."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.catalogue import Catalogue
from corpus.errors import ClusterError, EngineError, UsageError
from corpus.writer import Writer
from index.catalogue_entries import CatalogueEntries
from index.embedding import passage_embedder
from index.migrate import Migration, migrate
from ingest.batch.meter import Listener
from ingest.batch.personal import finisher
from ingest.batch.pipeline import BATCH_OPTIONS, BatchOptions, bring_up_to_date
from ingest.batch.report import Report
from ui.batching import stages
from ui.choices import Say, model_options, open_engine, silent
from ui.settings import EMBEDDED, Settings

if TYPE_CHECKING:
    from index.postgres.connection import Database


def on_dask(
    address: str,
    paths: Sequence[Path],
    settings: Settings,
    *,
    listener: Listener = lambda progress: None,
    say: Say = silent,
    options: BatchOptions = BATCH_OPTIONS,
) -> Report:
    """Run one batch over `paths` whose reading and embedding happen on the cluster at `address`; it commits here.

    Raises:
        ClusterError: the cluster is not reachable, or a worker is of another version or model.
    """
    try:
        from ingest.batch.dask_cluster import Cluster
        from ingest.batch.dask_stages import on_cluster
    except ImportError as error:
        raise ClusterError("Dask är inte installerat.", hint="Kör: pip install 'beslutsminne[dask]'") from error
    here = stages(settings, say=say)
    with closing(Cluster(address, reader=here.reader)) as cluster:
        there = on_cluster(here, cluster, make_embedder=partial(passage_embedder, model_options(settings)))
        whole = replace(options, finish=finisher(mask=settings.mask))
        return bring_up_to_date(paths, settings.home, there, options=whole, listener=listener)


def migrate_home(settings: Settings, target: str, *, reader: str | None = None, say: Say = silent) -> Migration:
    """Fill the engine `target` ("embedded" or a PostgreSQL URL) from the home's catalogue, and prove it.

    `reader` names a role of the database that may search from now on, and nothing else.

    Raises:
        UsageError: `target` names no engine.
        EngineError: the engine refused, or does not hold what the catalogue holds.
        HomeBusyError: another process is writing to the home.
    """
    there = replace(settings, engine=None if target == EMBEDDED else target)
    if reader is not None and there.engine is None:
        raise UsageError("Den inbyggda sökmotorn har inga roller.", hint="Ta bort --reader.")
    with closing(Catalogue.open(settings.home)) as catalogue, Writer.open(settings.home):
        done = migrate(CatalogueEntries(catalogue), open_engine(there, catalogue), say=say)
    if reader is not None and there.engine is not None:
        _let_read(there.engine, reader)
    return done


def spread_index(coordinator: str, shards: Mapping[str, str], *, say: Say = silent) -> None:
    """Make the buckets of the database `coordinator` lie on `shards` (name → URL); the index is empty afterwards.

    Raises:
        EngineError: PostgreSQL's driver is missing, or a server refused or is not reachable.
    """
    with _databases(coordinator, shards) as (database, servers):
        from index.postgres.migrations import migrate_schema
        from index.postgres.shards import shard_at, spread

        for name, server in servers.items():
            say(f"Gör tabellerna på {name} …")
            migrate_schema(server)
        spread(database, [shard_at(name, url) for name, url in shards.items()])


def build_graphs(coordinator: str, shards: Mapping[str, str], *, say: Say = silent) -> None:
    """Build the graph of each of `shards` (name → URL), once they are filled.

    Raises:
        EngineError: as for `spread_index`, or nothing has been filled in yet.
    """
    with _databases(coordinator, shards) as (database, servers):
        from index.postgres.shards import make_graphs

        say(f"Bygger grafer på {', '.join(servers)} …")
        make_graphs(database, tuple(servers.values()))


@contextmanager
def _databases(coordinator: str, shards: Mapping[str, str]) -> Iterator[tuple[Database, dict[str, Database]]]:
    try:
        from index.postgres.connection import Database
    except ImportError as error:
        raise EngineError(
            "Drivrutinen för PostgreSQL är inte installerad.", hint="Kör: pip install 'beslutsminne[postgres]'"
        ) from error
    with ExitStack() as stack:
        database = stack.enter_context(closing(Database(coordinator)))
        yield database, {name: stack.enter_context(closing(Database(url))) for name, url in shards.items()}


def _let_read(url: str, role: str) -> None:
    from index.postgres.connection import Database
    from index.postgres.migrations import grant_reading

    with closing(Database(url)) as database:
        grant_reading(database, role)
