"""What the settings choose."""

from __future__ import annotations

from pathlib import Path

from corpus.home import Home
from index.embedded import EmbeddedEngine
from ui.choices import model_options, open_engine
from ui.settings import Settings


def test_the_model_is_kept_in_the_home_unless_a_folder_is_set(tmp_path: Path) -> None:
    settings = Settings(home=Home(tmp_path), threads=3)
    assert (model_options(settings).models, model_options(settings).threads) == (tmp_path / "models", 3)
    assert model_options(Settings(home=Home(tmp_path), models=tmp_path / "m")).models == tmp_path / "m"


def test_the_engine_of_one_machine_unless_a_url_is_set(tmp_path: Path) -> None:
    from corpus.catalogue import Catalogue

    settings = Settings(home=Home(tmp_path))
    assert isinstance(open_engine(settings, Catalogue(settings.home)), EmbeddedEngine)
