"""How the parts that answer are put together: a searcher over a home. Light enough for a process that asks once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from corpus.catalogue import Catalogue
from index.catalogue_entries import CatalogueEntries
from index.embedding import ModelOptions, question_embedder
from index.engines import DerivedEngine
from index.engines import open_engine as engine_for
from search.reranking import Reranker
from search.searcher import Searcher
from ui.current_embedder import CurrentEmbedder
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
    load = partial(question_embedder, progress=say)
    embedder = CurrentEmbedder(catalogue.model, model_options(settings), load)
    return Searcher(catalogue, open_engine(settings, catalogue), embedder, reranker=_reranker(settings))


def _reranker(settings: Settings) -> Reranker | None:
    if settings.reranker is None:
        return None
    from index.model.sentence import Reranker as CrossEncoderReranker

    return CrossEncoderReranker(settings.reranker)
