"""Keeping a home healthy from the command line: a clean check, damage found and mended, backup and restore."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from ui.cli import run
from ui.settings import Settings


@pytest.fixture
def home(tmp_path: Path, sample_settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the sample home, to damage."""
    monkeypatch.setenv("BESLUTSMINNE_MODELS", str(sample_settings.models_folder))
    copy = tmp_path / "hem"
    shutil.copytree(sample_settings.home.root, copy)
    return copy


def test_a_cut_index_is_found_and_mended(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--home", str(home)]) == 0
    assert capsys.readouterr().out.strip() == "Allt stämmer."
    cut = max((home / "vectors").rglob("*.faiss"), key=lambda path: path.stat().st_size)
    cut.write_bytes(cut.read_bytes()[:1000])
    assert run(["check", "--json", "--home", str(home)]) == 1
    assert json.loads(capsys.readouterr().out)[0]["area"] == "sökindexet mot katalogen"
    run(["check", "--repair", "--home", str(home)])
    capsys.readouterr()
    assert run(["check", "--home", str(home)]) == 0


def test_backup_and_restore(home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["backup", str(tmp_path / "kopia"), "--home", str(home)]) == 0
    assert capsys.readouterr().out.startswith("112 dokument, 112 filer")
    assert run(["restore", str(tmp_path / "kopia"), "--home", str(tmp_path / "nytt")]) == 0
    capsys.readouterr()
    assert run(["export", "documents", "--home", str(tmp_path / "nytt")]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 112
    assert run(["backup", str(tmp_path / "kopia"), "--home", str(home)]) == 2
    assert "är inte tom" in capsys.readouterr().err
