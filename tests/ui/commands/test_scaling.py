from __future__ import annotations

from pathlib import Path

import pytest

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


def test_index_on_a_cluster_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.pdf").write_bytes(b"")
    assert run(["index", str(tmp_path), "--dask", "tcp://127.0.0.1:1", "--home", str(tmp_path / "home")]) == 2
    assert "Dask-schemaläggaren tcp://127.0.0.1:1 kan inte nås" in capsys.readouterr().err
