"""How the parts are put together: the stages of a batch, and a searcher over a home. The one place that knows them all."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Sequence
from pathlib import Path

from corpus.catalogue import Catalogue
from corpus.errors import UnreadableError
from corpus.reading import Reading
from index.catalogue_entries import CatalogueEntries
from index.embedded import EmbeddedEngine
from index.embedding import ModelOptions, passage_embedder, question_embedder
from index.engine import Engine
from index.passages import passages_of
from ingest.batch.checking import EngineCheck, check
from ingest.batch.findings import Finding
from ingest.batch.meter import Listener
from ingest.batch.model_change import change_model
from ingest.batch.personal import finisher
from ingest.batch.pipeline import BatchOptions, bring_up_to_date
from ingest.batch.report import Report
from ingest.batch.stages import Related, Stages
from ingest.pages.isolation import read_many
from ingest.pages.options import ReadOptions
from ingest.papers.cases import relate, tie_keys
from ingest.papers.understand import understand
from search.searcher import Searcher
from ui.settings import Settings

Say = Callable[[str], None]

READER = "1"
"""The version of reading and understanding; a new one makes every paper be read again."""


def silent(message: str) -> None:
    """Say nothing."""


def model_options(settings: Settings) -> ModelOptions:
    """Which model, from where, run how."""
    return ModelOptions(
        models=settings.models_folder, model=settings.model, runtime=settings.runtime, threads=settings.threads
    )


def open_engine(settings: Settings, catalogue: Catalogue) -> Engine:
    """The engine that the settings ask for, over the home's catalogue."""
    return EmbeddedEngine(settings.home.vectors, CatalogueEntries(catalogue))


def open_searcher(settings: Settings, *, say: Say = silent) -> Searcher:
    """A searcher over the home.

    Raises:
        HomeMissingError: nothing has been indexed there.
        ModelError: the model is missing, or is another one than the home was indexed with.
    """
    catalogue = Catalogue.open(settings.home)
    return Searcher(
        catalogue, open_engine(settings, catalogue), question_embedder(model_options(settings), progress=say)
    )


def bring_home_up_to_date(
    paths: Sequence[Path],
    settings: Settings,
    *,
    listener: Listener = lambda progress: None,
    say: Say = silent,
    forget: bool = False,
) -> Report:
    """Run one batch over `paths`; `say` gets messages such as that the model is being built."""
    options = BatchOptions(finish=finisher(mask=settings.mask), forget=forget)
    return bring_up_to_date(paths, settings.home, stages(settings, say=say), options=options, listener=listener)


def check_home(settings: Settings, *, repair: bool) -> tuple[Finding, ...]:
    """Verify catalogue, files, vectors and engine against each other; with `repair`, make again what can be made."""
    catalogue = Catalogue.open(settings.home)
    engine = EmbeddedEngine(settings.home.vectors, CatalogueEntries(catalogue))
    return check(settings.home, stages(settings), engine=EngineCheck(problems=engine.problems), repair=repair)


def use_model(settings: Settings, *, say: Say = silent) -> str:
    """Embed the home with the settings' model beside the one in use, switch, and give its name."""
    embedder = passage_embedder(model_options(settings), progress=say)
    change = change_model(
        settings.home,
        embedder,
        sync=lambda: _sync(settings),
        listener=lambda change: say(f"{change.done}/{change.total} textavsnitt"),
    )
    return change.model or embedder.name


def stages(settings: Settings, *, say: Say = silent) -> Stages:
    """What a batch works with: reading, understanding, tying, passages, embedding, the engine."""
    return Stages(
        read_many=reader(settings),
        understand=understand,
        relate=_relate,
        passages_of=passages_of,
        embedder=passage_embedder(model_options(settings), progress=say),
        reader=READER,
        tie_keys=tie_keys,
        sync=lambda: _sync(settings),
    )


def reader(
    settings: Settings,
) -> Callable[[Iterable[Path]], Generator[tuple[Path, Reading | UnreadableError], None, None]]:
    """Reads PDFs in as many processes as the settings say."""

    def read(paths: Iterable[Path]) -> Generator[tuple[Path, Reading | UnreadableError], None, None]:
        yield from read_many(paths, ReadOptions(), workers=settings.reading_workers)

    return read


def _relate(documents: Sequence[Document]) -> Related:
    related = relate(documents)
    return Related(related.documents, related.cases)


def _sync(settings: Settings) -> None:
    catalogue = Catalogue.open(settings.home)
    try:
        EmbeddedEngine(settings.home.vectors, CatalogueEntries(catalogue)).sync()
    finally:
        catalogue.close()
