"""How the parts that fill and keep a home are put together: the stages of a batch, its check, its change of model."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.catalogue import Catalogue
from corpus.errors import UnreadableError
from index.catalogue_entries import CatalogueEntries
from index.embedding import embedder_name, is_built, passage_embedder
from ingest.batch.personal import finisher
from ingest.batch.pipeline import BATCH_OPTIONS, BatchOptions, bring_up_to_date
from ingest.batch.stages import Stages
from ui.choices import Say, model_options, open_engine, silent
from ui.kept_warm import KEPT
from ui.lazy_embedder import LazyEmbedder
from ui.settings import Settings
from ui.warm_up import WarmUp

if TYPE_CHECKING:
    from corpus.case import Case
    from corpus.document import Document
    from corpus.passage import Passage
    from corpus.reading import Reading
    from ingest.batch.findings import Finding
    from ingest.batch.meter import Listener
    from ingest.batch.report import Report

READER = "13"
"""The version of reading and understanding; a new one makes every paper be read again."""
FEW = 32
"""With at most so many papers to read, the reading processes are kept for the next batch; after more, their memory
(some 100 MB each) is wanted for embedding."""


def bring_home_up_to_date(
    paths: Sequence[Path],
    settings: Settings,
    *,
    listener: Listener = lambda progress: None,
    say: Say = silent,
    options: BatchOptions = BATCH_OPTIONS,
) -> Report:
    """Run one batch over `paths`; `say` gets messages such as that the model is being built."""
    whole = replace(options, finish=finisher(mask=settings.mask))
    KEPT.work()
    try:
        return bring_up_to_date(paths, settings.home, stages(settings, say=say), options=whole, listener=listener)
    finally:
        KEPT.rest()


def check_home(settings: Settings, *, repair: bool) -> tuple[Finding, ...]:
    """Verify catalogue, files, vectors and engine against each other; with `repair`, make again what can be made."""
    from ingest.batch.checking import EngineCheck, check

    catalogue = Catalogue.open(settings.home)
    engine = open_engine(settings, catalogue)
    return check(settings.home, stages(settings), engine=EngineCheck(problems=engine.problems), repair=repair)


def use_model(settings: Settings, *, say: Say = silent) -> str:
    """Embed the home with the settings' model beside the one in use, switch, and give its name."""
    from ingest.batch.model_change import change_model

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
    from ingest.papers.cases import relate, tie_keys
    from ingest.papers.understand import understand

    embedder = _embedder(settings, say)
    return Stages(
        read_many=lambda paths: _read_many(paths, workers=settings.reading_workers),
        understand=understand,
        relate=relate,
        passages_of=_passages_of,
        tied_passages_of=_tied_passages_of,
        embedder=embedder,
        reader=f"{READER}, maskerat" if settings.mask else READER,
        tie_keys=tie_keys,
        sync=lambda: _sync(settings),
        warm_up=WarmUp((_first_analysis, partial(_load, embedder, settings))),
        ocr=_has_ocr,
    )


def _read_many(paths: Iterable[Path], *, workers: int) -> Iterator[tuple[Path, Reading | UnreadableError]]:
    from ingest.pages.isolation import read_many
    from ingest.pages.options import ReadOptions

    wanted = tuple(paths)
    pool = KEPT.pool() if len(wanted) <= FEW else None
    return read_many(wanted, ReadOptions(), workers=workers, pool=pool)


def _has_ocr() -> bool:
    from ingest.pages.options import ReadOptions
    from ingest.pages.tesseract import find_tesseract

    return find_tesseract(ReadOptions().ocr_languages) is not None


def _passages_of(document: Document, cases: Sequence[Case]) -> tuple[Passage, ...]:
    from index.passages import passages_of  # spaCy takes half a second, the Swedish dictionary another

    return passages_of(document, cases)


def _tied_passages_of(document: Document, cases: Sequence[Case]) -> tuple[Passage, ...]:
    from index.passages import tied_passages_of

    return tied_passages_of(document, cases)


def _embedder(settings: Settings, say: Say) -> LazyEmbedder:
    """Loaded when there is something to embed, and kept: a night without new papers takes no model."""
    options = model_options(settings)
    load = partial(passage_embedder, options, progress=say)
    return LazyEmbedder(embedder_name(options), lambda: KEPT.embedder(options, load))


def _load(embedder: LazyEmbedder, settings: Settings) -> int:
    """Load the model unless it must be made first: that is told, and can be stopped, where it is waited for."""
    return embedder.dim if is_built(model_options(settings)) else 0


def _first_analysis() -> int:
    """Before the model: spaCy is imported with torch out of sight (index.terms.tokens), which a model may import."""
    from index.terms import analyse

    return len(analyse("Kommunfullmäktige"))


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
