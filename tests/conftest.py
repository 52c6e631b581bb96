"""What many tests share: where the sample papers are and a models folder that is built once a run."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from index.embedding import ModelOptions

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def model_options() -> ModelOptions:
    """The default model in a folder that outlives the run, so that it is built once per checkout."""
    models = Path(os.environ.get("BESLUTSMINNE_MODELS", ROOT / ".cache" / "models"))
    return ModelOptions(models=models)
