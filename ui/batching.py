"""How the parts that fill and keep a home are put together: the stages of a batch, its check, its change of model."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from corpus.catalogue import Catalogue
from corpus.errors import UnreadableError
from corpus.reading import Reading
from index.catalogue_entries import CatalogueEntries
from index.embedding import Embedder, embedder_name, passage_embedder
from index.passages import passages_of
from ingest.batch.checking import EngineCheck, check
from ingest.batch.findings import Finding
from ingest.batch.meter import Listener
from ingest.batch.model_change import change_model
from ingest.batch.personal import finisher
from ingest.batch.pipeline import BatchOptions, bring_up_to_date
from ingest.batch.report import Report
from ingest.batch.stages import Stages
from ingest.pages.isolation import read_many
from ingest.pages.options import ReadOptions
from ingest.papers.cases import relate, tie_keys
from ingest.papers.understand import understand
from ui.composition import Say, model_options, open_engine, silent
from ui.lazy_embedder import LazyEmbedder
from ui.settings import Settings

READER = "1"
"""The version of reading and understanding; a new one makes every paper be read again."""


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
    engine = open_engine(settings, catalogue)
    return check(settings.home, stages(settings), engine=EngineCheck(problems=engine.problems), repair=repair)


def use_model(settings: Settings, *, say: Say = silent) -> str:
    """Embed the home with the settings' model beside the one in use, switch, and give its name."""
    embedder = _embedder(settings, say)
    change = change_model(
        settings.home,
        embedder,
        prepare=lambda: _prepare(settings, embedder.name),
        sync=lambda: _sync(settings),
        listener=lambda change: say(f"{change.done}/{change.total} textavsnitt"),
    )
    return change.model or embedder.name


def stages(settings: Settings, *, say: Say = silent) -> Stages:
    """What a batch works with: reading, understanding, tying, passages, embedding, the engine."""

    def read(paths: Iterable[Path]) -> Iterator[tuple[Path, Reading | UnreadableError]]:
        return read_many(paths, ReadOptions(), workers=settings.reading_workers)

    return Stages(
        read_many=read,
        understand=understand,
        relate=relate,
        passages_of=passages_of,
        embedder=_embedder(settings, say),
        reader=f"{READER}, maskerat" if settings.mask else READER,
        tie_keys=tie_keys,
        sync=lambda: _sync(settings),
    )


def _embedder(settings: Settings, say: Say) -> Embedder:
    """Loaded when there is something to embed: a night without new papers takes no model."""
    options = model_options(settings)
    return LazyEmbedder(embedder_name(options), lambda: passage_embedder(options, progress=say))


def _sync(settings: Settings) -> None:
    catalogue = Catalogue.open(settings.home)
    try:
        open_engine(settings, catalogue).sync()
    finally:
        catalogue.close()


def _prepare(settings: Settings, model: str) -> None:
    catalogue = Catalogue.open(settings.home)
    try:
        open_engine(settings, catalogue).prepare(CatalogueEntries(catalogue, model=model))
    finally:
        catalogue.close()
