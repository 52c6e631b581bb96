"""Which model and which engine the settings choose; light enough for a batch that finds nothing to do."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from index.catalogue_entries import CatalogueEntries
from index.embedding import ModelOptions
from index.engines import open_engine as engine_for

if TYPE_CHECKING:
    from corpus.catalogue import Catalogue
    from index.engines import DerivedEngine
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
