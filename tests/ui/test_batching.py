"""A batch put together: a model that is not the home's is refused, and the home is left as it was."""

from __future__ import annotations

import dataclasses
import shutil
from pathlib import Path

import pytest

from corpus.catalogue import Catalogue
from corpus.errors import ModelError
from corpus.home import Home
from ui.batching import bring_home_up_to_date, check_home
from ui.settings import Settings

SAMPLE = Path(__file__).resolve().parents[2] / "corpus" / "documents"


def test_another_model_is_refused_and_nothing_is_lost(tmp_path: Path, sample_settings: Settings) -> None:
    shutil.copytree(sample_settings.home.root, tmp_path / "hem")
    other = tmp_path / "annan-modell"
    shutil.copytree(sample_settings.models_folder / "multilingual-e5-small-q4", other)
    settings = dataclasses.replace(sample_settings, home=Home(tmp_path / "hem"), model=str(other))
    before = Catalogue.open(settings.home).counts()
    with pytest.raises(ModelError, match="beslutsminne model"):
        bring_home_up_to_date([SAMPLE], settings)
    assert Catalogue.open(settings.home).counts() == before


def test_a_fresh_home_is_clean(sample_settings: Settings) -> None:
    assert check_home(sample_settings, repair=False) == ()
