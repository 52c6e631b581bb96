from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from index.postgres.connection import Database
from tests.index.test_catalogue_entries import passage, write
from ui.cli import run
from ui.settings import read_settings


def test_migrate_says_what_to_set(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(read_settings(tmp_path, environment={}).home, passage("ett", "skola"))
    assert run(["migrate", "embedded", "--home", str(tmp_path)]) == 0
    out, err = capsys.readouterr()
    assert (
        out
        == "1 textavsnitt i exact, kontrollerade mot katalogen. Ta bort BESLUTSMINNE_ENGINE för kommande körningar.\n"
    )
    assert "inga vektorer räknas om" in err


def test_an_unknown_engine_is_an_error_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(read_settings(tmp_path, environment={}).home, passage("ett", "skola"))
    assert run(["migrate", "elastic", "--home", str(tmp_path)]) == 2
    assert "Okänd sökmotor" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("shards", "said"),
    [
        (["a"], "»a« är inte NAMN=URL"),
        (["=postgresql://x@y/z"], "är inte NAMN=URL"),
        (["a=postgresql://x@y/z", "a=postgresql://x@y/w"], "samma namn"),
    ],
)
def test_shards_are_given_with_their_names(shards: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    options = [part for one in shards for part in ("--shard", one)]
    assert run(["shards", "postgresql://x@y/z", *options]) == 2
    assert said in capsys.readouterr().err


def test_an_index_is_spread_filled_and_gets_its_graphs(
    new_url: Callable[[], str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = read_settings(tmp_path, environment={}).home
    write(home, passage("ett", "skola"), passage("två", "park"))
    coordinator, one, two = new_url(), new_url(), new_url()
    options = ["--shard", f"a={one}", "--shard", f"b={two}"]
    assert run(["shards", coordinator, *options]) == 0
    assert f"Kör: beslutsminne migrate {coordinator}" in capsys.readouterr().out
    assert run(["shards", coordinator, *options, "--graphs"]) == 2
    assert "inga vektorer än" in capsys.readouterr().err
    assert run(["migrate", coordinator, "--home", str(tmp_path)]) == 0
    assert "2 textavsnitt i postgresql" in capsys.readouterr().out
    assert run(["shards", coordinator, *options, "--graphs"]) == 0
    assert "Grafer finns på a, b" in capsys.readouterr().out
    for url in (one, two):
        assert Database(url).rows("select count(*) from pg_class where relname = 'passages_local_graph'") == [(1,)]


def test_index_on_a_cluster_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.pdf").write_bytes(b"")
    assert run(["index", str(tmp_path), "--dask", "tcp://127.0.0.1:1", "--home", str(tmp_path / "home")]) == 2
    assert "Dask-schemaläggaren tcp://127.0.0.1:1 kan inte nås" in capsys.readouterr().err
