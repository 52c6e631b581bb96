"""What many tests share: a models folder that is built once a checkout, and a home with the sample collection."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from corpus.home import Home
from index.embedding import ModelOptions
from tests.index.postgres.fixtures import new_url, server
from ui.settings import Settings

__all__ = ["model_options", "new_url", "server"]
ROOT = Path(__file__).resolve().parent.parent
CACHE = ROOT / ".cache"
SAMPLE = ROOT / "corpus" / "documents"


@pytest.fixture(scope="session")
def model_options() -> ModelOptions:
    """The default model in a folder that outlives the run, so that it is built once per checkout."""
    models = Path(os.environ.get("BESLUTSMINNE_MODELS", CACHE / "models"))
    return ModelOptions(models=models)


@pytest.fixture(scope="session")
def sample_settings(model_options: ModelOptions) -> Settings:
    """A home with the sample collection, brought up to date once a run (a minute or two the first time).

    Read it, do not change it; a test that writes copies it or makes its own.
    """
    from ui.batching import bring_home_up_to_date

    settings = Settings(home=Home(CACHE / "sample-home"), models=model_options.models)
    report = bring_home_up_to_date([SAMPLE], settings)
    assert not report.failed
    return settings
