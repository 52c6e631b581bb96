"""How the parts that answer are put together: a searcher over a home. Light enough for a process that asks once."""

from __future__ import annotations

from collections.abc import Callable

from corpus.catalogue import Catalogue
from index.catalogue_entries import CatalogueEntries
from index.embedding import ModelOptions, question_embedder
from index.engines import DerivedEngine
from index.engines import open_engine as engine_for
from search.searcher import Searcher
from ui.settings import Settings

Say = Callable[[str], None]


def silent(message: str) -> None:
    """Say nothing."""


def model_options(settings: Settings) -> ModelOptions:
    """Which model, from where, run how."""
    return ModelOptions(
        models=settings.models_folder, model=settings.model, runtime=settings.runtime, threads=settings.threads
    )


def open_engine(settings: Settings, catalogue: Catalogue) -> DerivedEngine:
    """The engine that the settings ask for, over the home's catalogue."""
    return engine_for(settings.engine, settings.home.vectors, CatalogueEntries(catalogue))


def open_searcher(settings: Settings, *, say: Say = silent) -> Searcher:
    """A searcher over the home; `say` gets messages such as that the model is being built.

    Raises:
        HomeMissingError: nothing has been indexed there.
        ModelError: the model is missing, or is another one than the home was indexed with.
    """
    catalogue = Catalogue.open(settings.home)
    embedder = question_embedder(model_options(settings), progress=say)
    return Searcher(catalogue, open_engine(settings, catalogue), embedder)
