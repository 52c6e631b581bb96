from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.errors import ClusterError, UsageError
from index.postgres.connection import Database
from tests.index.test_catalogue_entries import passage, write
from ui.scaling import migrate_home, on_dask
from ui.settings import read_settings


def test_a_home_moves_to_postgresql_and_back(new_url: Callable[[], str], tmp_path: Path) -> None:
    settings, url = read_settings(tmp_path, environment={}), new_url()
    write(settings.home, passage("ett", "skola"), passage("två", "park"))
    Database(url).rows("create role sokare login")
    there = migrate_home(settings, url, reader="sokare")
    assert (there.status.kind, there.status.passages) == ("postgresql", 2)
    assert Database(url.replace("postgres@", "sokare@")).rows("select count(*) from passages") == [(2,)]
    back = migrate_home(settings, "embedded")
    assert (back.status.kind, back.status.passages) == ("exact", 2)
    assert (settings.home.vectors / "manifest.json").is_file()


def test_what_names_no_engine_is_refused(tmp_path: Path) -> None:
    settings = read_settings(tmp_path, environment={})
    write(settings.home, passage("ett", "skola"))
    with pytest.raises(UsageError, match="Okänd sökmotor"):
        migrate_home(settings, "elastic")
    with pytest.raises(UsageError, match="inga roller"):
        migrate_home(settings, "embedded", reader="x")


def test_a_cluster_that_is_not_there_leaves_the_home_alone(tmp_path: Path) -> None:
    with pytest.raises(ClusterError, match="kan inte nås"):
        on_dask("tcp://127.0.0.1:1", [tmp_path], read_settings(tmp_path / "home", environment={}))
    assert not (tmp_path / "home").exists()
